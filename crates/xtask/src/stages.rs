//! The stages of `cargo xtask test`. Each installs what it needs, and fails when it finds nothing to test.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Context, Failure, Result};
use crate::outside::{self, Browser};
use crate::tools::{self, Tools};
use crate::{dist, module, shell, site, workspace};

/// The packages that are compiled for the browser only.
const WASM_PACKAGES: [&str; 2] = ["precheck-wasm", "precheck-web"];
/// Where the end-to-end tests and the npm packages of all tools are.
const E2E: &str = "tests/e2e";

/// One stage.
pub struct Stage {
    /// What `--only` calls it.
    pub name: &'static str,
    /// What it tests.
    pub what: &'static str,
    /// Runs it.
    pub run: fn(&mut Tools) -> Result<()>,
}

/// All stages, the quickest to fail first.
pub const STAGES: [Stage; 5] = [
    Stage { name: "deny", what: "licences, duplicates and sources of the crates", run: tools::deny },
    Stage { name: "unit", what: "unit, property and golden tests on this machine", run: unit },
    Stage { name: "wasm", what: "the browser's side, in headless Chromium", run: wasm },
    Stage { name: "node", what: "the same findings under Node", run: node },
    Stage { name: "e2e", what: "the page as a person uses it", run: e2e },
];

fn unit(tools: &mut Tools) -> Result<()> {
    workspace::require("tests/Cargo.toml", "the golden tests are there")?;
    // The golden tests let others read what was written.
    outside::python(tools)?;
    outside::office()?;
    let mut test = shell::cargo();
    test.args(["test", "--workspace", "--locked"]);
    for package in WASM_PACKAGES {
        test.args(["--exclude", package]);
    }
    shell::run_tests(tools.apply(&mut test)?)
}

fn wasm(tools: &mut Tools) -> Result<()> {
    workspace::require("crates/wasm/Cargo.toml", "it is the JavaScript face of the engine")?;
    workspace::require("web/Cargo.toml", "it is the page")?;
    let browser = Browser::ensure()?;
    tools::for_wasm(tools)?;
    let mut test = shell::cargo();
    test.args(["test", "--locked", "--target", "wasm32-unknown-unknown"]);
    for package in WASM_PACKAGES {
        test.args(["--package", package]);
    }
    test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser.webdriver_json()?)
        // A loaded machine may need longer than the runner's 20 seconds.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    shell::run_tests(browser.apply(tools.apply(&mut test)?))
}

fn node(tools: &mut Tools) -> Result<()> {
    workspace::require("crates/wasm/Cargo.toml", "it is what runs under Node")?;
    outside::node()?;
    let files = test_files("tests/parity")?;
    wasm_for_node(tools)?;
    let module = module::build(tools, module::Purpose::Test)?;
    let mut test = node_test(&files, tools)?;
    test.env("PRECHECK_WASM_NODE", workspace::target().join("wasm-node")).env("PRECHECK_MODULE", module);
    shell::run(&mut test)
}

/// The engine as a Node module: `target/wasm-node/precheck_wasm.js`.
pub fn wasm_for_node(tools: &mut Tools) -> Result<PathBuf> {
    tools::for_wasm(tools)?;
    let mut build = shell::cargo();
    build.args([
        "build",
        "--release",
        "--locked",
        "--target",
        "wasm32-unknown-unknown",
        "--package",
        "precheck-wasm",
    ]);
    shell::run(tools.apply(&mut build)?)?;
    let out = workspace::target().join("wasm-node");
    let mut bindgen = shell::command("wasm-bindgen");
    bindgen
        .args(["--target", "nodejs", "--out-dir"])
        .arg(&out)
        .arg(workspace::target().join("wasm32-unknown-unknown/release/precheck_wasm.wasm"));
    shell::run(tools.apply(&mut bindgen)?)?;
    Ok(out)
}

fn e2e(tools: &mut Tools) -> Result<()> {
    let files = test_files(E2E)?;
    let browser = browser_tests(tools)?;
    outside::engines()?;
    tools::geckodriver(tools)?;
    outside::python(tools)?;
    site::build(tools)?;
    // What is handed out, within its budgets of size.
    let module = module::build(tools, module::Purpose::HandOut)?;
    let made = dist::pages(tools)?;
    // One after the other: the browsers would only slow each other down.
    let mut test = node_test(&files, tools)?;
    test.env("PRECHECK_MODULE", module).env("PRECHECK_DIST", made);
    shell::run(with_server(browser.apply(&mut test))?)
}

/// Runs one script of tests/e2e that drives the built page, with what it needs.
pub fn page_script(tools: &mut Tools, script: &str, args: &[String]) -> Result<()> {
    let script = workspace::require(&format!("{E2E}/{script}"), "it drives the page")?;
    let browser = browser_tests(tools)?;
    site::build(tools)?;
    let mut node = shell::command("node");
    node.arg(script).args(args);
    shell::run(with_server(browser.apply(tools.apply(&mut node)?))?)
}

/// Measures how long the shipped page takes until it can be used.
pub fn start(tools: &mut Tools, rounds: u32) -> Result<()> {
    let script = workspace::require(&format!("{E2E}/start.mjs"), "it visits the page")?;
    let browser = browser_tests(tools)?;
    let made = dist::pages(tools)?;
    let mut node = shell::command("node");
    node.arg(script).args(["--rounds", &rounds.to_string()]).env("PRECHECK_DIST", made);
    shell::run(browser.apply(tools.apply(&mut node)?))
}

fn browser_tests(tools: &mut Tools) -> Result<Browser> {
    outside::node()?;
    let browser = Browser::ensure()?;
    workspace::require("index.html", "it is the page's entry")?;
    npm(tools)?;
    Ok(browser)
}

/// The npm packages of the tests and of `dist`.
pub fn npm(_tools: &mut Tools) -> Result<()> {
    tools::npm_packages(
        E2E,
        "WebDriver's client, Chromium 80, axe-core, wasm-opt, esbuild, and what the benchmark compares with",
    )
}

fn with_server(command: &mut Command) -> Result<&mut Command> {
    // The harness lets this same program serve the page.
    Ok(command.env("PRECHECK_XTASK", std::env::current_exe().context("this program's path")?))
}

fn node_test(files: &[PathBuf], tools: &Tools) -> Result<Command> {
    let mut node = shell::command("node");
    node.args(["--test", "--test-concurrency=1"]).args(files);
    tools.apply(&mut node)?;
    Ok(node)
}

/// The test files of a folder. Given by name, because Node's versions disagree about folders.
fn test_files(folder: &str) -> Result<Vec<PathBuf>> {
    let dir = workspace::require(folder, "its tests are part of every run")?;
    let mut files: Vec<PathBuf> = std::fs::read_dir(&dir)
        .context(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| is_test(path))
        .collect();
    files.sort();
    if files.is_empty() { Err(Failure::new(format!("{folder} has no *.test.mjs"))) } else { Ok(files) }
}

fn is_test(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.ends_with(".test.mjs"))
}
