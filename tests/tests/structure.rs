//! The shape of the workspace: who may depend on whom, how large files are, what must not be left behind.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use precheck_tests::root;

/// Each package with the packages of this workspace that it may use. ARCHITECTURE.md draws the same.
const MAY_USE: [(&str, &[&str]); 12] = [
    ("precheck-schema", &[]),
    ("precheck-rules", &["precheck-schema"]),
    ("precheck-tabular", &["precheck-schema"]),
    ("precheck-export", &["precheck-schema", "precheck-tabular"]),
    ("precheck-ledger", &["precheck-schema"]),
    ("precheck-seal", &[]),
    (
        "precheck-session",
        &["precheck-schema", "precheck-rules", "precheck-tabular", "precheck-export", "precheck-ledger"],
    ),
    ("precheck-wasm", &["precheck-session"]),
    ("precheck-cli", &["precheck-session"]),
    ("precheck-web", &["precheck-session", "precheck-ledger", "precheck-seal"]),
    ("precheck-xtask", &[]),
    (
        "precheck-tests",
        &["precheck-schema", "precheck-rules", "precheck-tabular", "precheck-export", "precheck-session"],
    ),
];

/// What the crates below the session may not use: browser, clock, random numbers.
const OUTSIDE: [&str; 8] =
    ["wasm-bindgen", "js-sys", "web-sys", "gloo", "getrandom", "rand", "tokio", "serde-wasm-bindgen"];
const BELOW_SESSION: [&str; 6] = [
    "precheck-schema",
    "precheck-rules",
    "precheck-tabular",
    "precheck-export",
    "precheck-ledger",
    "precheck-seal",
];

fn dependencies() -> BTreeMap<String, Vec<String>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("cargo writes JSON");
    let packages = metadata["packages"].as_array().expect("packages").iter();
    packages
        .map(|package| {
            let used = package["dependencies"].as_array().expect("dependencies").iter();
            let used = used.filter(|d| d["kind"].is_null());
            let names = used.map(|d| d["name"].as_str().expect("a name").to_owned()).collect();
            (package["name"].as_str().expect("a name").to_owned(), names)
        })
        .collect()
}

#[test]
fn crates_depend_in_one_direction() {
    let dependencies = dependencies();
    assert_eq!(dependencies.len(), MAY_USE.len(), "every package of the workspace is listed here");
    for (package, allowed) in MAY_USE {
        let used = &dependencies[package];
        for name in used.iter().filter(|name| name.starts_with("precheck-")) {
            assert!(allowed.contains(&name.as_str()), "{package} may not use {name}");
        }
    }
    for package in BELOW_SESSION {
        for name in OUTSIDE {
            assert!(!dependencies[package].iter().any(|used| used == name), "{package} may not use {name}");
        }
    }
}

fn sources(endings: &[&str]) -> Vec<PathBuf> {
    fn walk(dir: &Path, endings: &[&str], out: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(dir).expect("a folder").flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() {
                if !["target", "node_modules", "dist", ".git"].contains(&name.as_str()) {
                    walk(&path, endings, out);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                out.push(path);
            }
        }
    }
    let mut out = Vec::new();
    walk(&root(), endings, &mut out);
    out.sort();
    out
}

/// Files that may be longer, each with its reason.
const LONG: [(&str, &str); 4] = [
    ("crates/rules/src/laws/table.rs", "data: one article after the other"),
    ("web/src/text.rs", "words: every text of the check screen in one place"),
    ("web/src/text_pages.rs", "words: every text of the other screens in one place"),
    ("tests/fixtures/make.py", "not shipped: the sample files in one place"),
];

#[test]
fn files_stay_small() {
    let long: Vec<String> = sources(&[".rs", ".mjs", ".js", ".css"])
        .into_iter()
        .filter_map(|path| {
            let lines = std::fs::read_to_string(&path).expect("a text").lines().count();
            let name = path.strip_prefix(root()).expect("inside").display().to_string();
            (lines > 520 && !LONG.iter().any(|(long, _)| *long == name)).then(|| format!("{name}: {lines}"))
        })
        .collect();
    assert!(long.is_empty(), "split by job, or list with a reason: {long:#?}");
}

#[test]
fn nothing_is_left_for_later() {
    // Put together here, so that this file does not find itself.
    let marks = [
        ["TO", "DO"].concat(),
        ["FIX", "ME"].concat(),
        ["to", "do!("].concat(),
        ["unimple", "mented!("].concat(),
    ];
    let mut found = Vec::new();
    for path in sources(&[".rs", ".mjs", ".js", ".css", ".html", ".toml"]) {
        // The frame of a new rule marks what its author has to fill in, and its tests speak of that.
        if path.display().to_string().contains("new_rule") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a text");
        for (number, line) in text.lines().enumerate() {
            if marks.iter().any(|mark| line.contains(mark.as_str())) {
                found.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
