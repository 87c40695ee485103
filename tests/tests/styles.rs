//! The styles work in Chromium 80: nothing in them that came later, unless an engine without it does as well.

use std::fs;
use std::path::PathBuf;

/// Parts of selectors, values and rules that Chromium 80 does not read, and what to write instead.
const LATER: [(&str, &str); 13] = [
    (":has(", "a class set by the page"),
    (":is(", "the selectors one by one"),
    (":where(", "the selectors one by one"),
    ("@container", "data-w and data-h of the app"),
    ("@layer", "the order of the sheets"),
    ("@property", "a plain custom property"),
    ("color-mix(", "a token of tokens.css"),
    ("oklch(", "a token of tokens.css"),
    ("dvh", "vh"),
    ("dvw", "vw"),
    ("overflow: clip", "overflow: hidden"),
    ("::marker", "a list of its own marks"),
    (":user-invalid", "aria-invalid"),
];

/// Properties that Chromium 80 does not know, and what to write instead.
const PROPERTIES: [(&str, &str); 9] = [
    ("inset", "top, right, bottom, left"),
    ("aspect-ratio", "width and height"),
    ("gap", "grid-gap in a grid, margins elsewhere"),
    ("row-gap", "grid-row-gap in a grid, margins elsewhere"),
    ("column-gap", "grid-column-gap in a grid, margins elsewhere"),
    ("translate", "transform"),
    ("rotate", "transform"),
    ("scale", "transform"),
    ("margin-inline", "margin-left and margin-right"),
];

/// A block without blocks in it: what stands before it, what is declared in it, the rule around it.
struct Block {
    around: String,
    head: String,
    body: String,
}

fn blocks(sheet: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut heads: Vec<String> = Vec::new();
    let mut text = String::new();
    for sign in sheet.chars() {
        match sign {
            '{' => heads.push(std::mem::take(&mut text).trim().to_owned()),
            '}' => {
                let head = heads.pop().unwrap_or_default();
                let body = std::mem::take(&mut text);
                if !body.trim().is_empty() {
                    found.push(Block { around: heads.join(" "), head, body });
                }
            }
            ';' if heads.is_empty() => text.clear(),
            _ => text.push(sign),
        }
    }
    found
}

fn without_comments(sheet: &str) -> String {
    let mut out = String::new();
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

/// What an engine of early 2020 would not do.
fn faults(sheet: &str) -> Vec<String> {
    let sheet = without_comments(sheet);
    let mut faults: Vec<String> = LATER
        .iter()
        .filter(|(later, _)| sheet.contains(later))
        .map(|(later, instead)| format!("{later}: write {instead}"))
        .collect();
    for Block { around, head, body } in blocks(&sheet) {
        // What only a newer engine is shown may be new.
        if around.contains("@supports") {
            continue;
        }
        if head.contains(":focus-visible") {
            faults.push(format!("{head}: put it into @supports selector(:focus-visible)"));
        }
        if head.starts_with('&') || body.contains('&') {
            faults.push(format!("{head}: write nested rules out"));
        }
        let declared: Vec<(&str, &str)> = body
            .split(';')
            .filter_map(|declaration| declaration.split_once(':'))
            .map(|(name, value)| (name.trim(), value.trim()))
            .collect();
        for (name, instead) in PROPERTIES {
            if declared.iter().any(|(declared, _)| *declared == name) {
                faults.push(format!("{head} {{ {name} }}: write {instead}"));
            }
        }
        let flex = declared.iter().any(|(name, value)| *name == "display" && value.ends_with("flex"));
        if flex && declared.iter().any(|(name, _)| name.starts_with("grid-gap")) {
            faults.push(format!("{head}: grid-gap does nothing in a flex box of Chromium 80"));
        }
    }
    faults
}

#[test]
fn the_sheets_are_for_chromium_80() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut sheets = Vec::new();
    for folder in ["web/styles", "web/pack", "crates/wasm/js"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "css") {
                sheets.push(path);
            }
        }
    }
    assert!(sheets.len() > 10, "the sheets are somewhere else");
    let all: Vec<String> = sheets
        .iter()
        .flat_map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            faults(&fs::read_to_string(path).unwrap())
                .into_iter()
                .map(move |fault| format!("{name}: {fault}"))
        })
        .collect();
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn what_came_later_is_found() {
    for (sheet, fault) in [
        (".a { gap: 4px }", "gap"),
        ("@media print { .a { color: red; inset: 0 } }", "inset"),
        (".a { display: inline-flex; grid-gap: 4px }", "flex box"),
        (".a:focus-visible { color: red }", "@supports"),
        (".a:has(.b) { color: red }", ":has("),
        (".a { .b { color: red } & .c { color: red } }", "nested"),
    ] {
        assert!(faults(sheet).iter().any(|found| found.contains(fault)), "{sheet}");
    }
    let fine = "/* gap: :has( */ .a { display: grid; grid-gap: 4px; box-shadow: inset 0 0 red }
        @supports selector(:focus-visible) { :focus-visible { color: red } }";
    assert_eq!(faults(fine), Vec::<String>::new());
}
