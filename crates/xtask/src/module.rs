//! `cargo xtask module`: the npm-style package `@precheck/precheck` in `target/dist/module`.
//!
//! The sources in `crates/wasm/js` are classic scripts that share one scope: they are put one after the other
//! behind the glue of wasm-bindgen, as an ES module, as a classic script and as a worker. No bundler is needed.

use std::path::{Path, PathBuf};

use crate::args::Args;
use crate::failure::{Context, Failure, Result};
use crate::tools::{self, Tools};
use crate::{outside, shell, stages, wasm, workspace};

/// Where the sources are.
const SOURCES: &str = "crates/wasm/js";
/// The sources that every build has, in the order in which they use each other.
const SHARED: [&str; 8] = [
    "errors.js",
    "texts.js",
    "controls.js",
    "messages.js",
    "summary.js",
    "attach.js",
    "checker.js",
    "worker-client.js",
];
/// What the worker has of them.
const OF_WORKER: [&str; 3] = ["errors.js", "checker.js", "worker-host.js"];
/// What the package gives.
const EXPORTS: [&str; 9] = [
    "createChecker",
    "createWorkerChecker",
    "attach",
    "load",
    "versions",
    "memorySize",
    "PrecheckError",
    "Checker",
    "WorkerChecker",
];

/// For what a package is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To be handed out: optimised, into `target/dist/module`.
    HandOut,
    /// To be tested: as rustc gives it in release, into `target/module`.
    Test,
    /// To be worked on: a debug build, into `target/module`.
    Work,
}

/// Runs the command.
pub fn run(args: &mut Args) -> Result<()> {
    let purpose = if args.flag("--dev") { Purpose::Work } else { Purpose::HandOut };
    args.finish()?;
    let out = build(&mut Tools::default(), purpose)?;
    println!("==> {}", out.display());
    Ok(())
}

/// Builds the package.
pub fn build(tools: &mut Tools, purpose: Purpose) -> Result<PathBuf> {
    let dev = purpose == Purpose::Work;
    tools::for_wasm(tools)?;
    let mut build = shell::cargo();
    build.args(["build", "--locked", "--target", "wasm32-unknown-unknown", "--package", "precheck-wasm"]);
    if !dev {
        build.arg("--release");
    }
    shell::run(tools.apply(&mut build)?)?;
    let profile = if dev { "debug" } else { "release" };
    let built = workspace::target().join(format!("wasm32-unknown-unknown/{profile}/precheck_wasm.wasm"));
    let work = workspace::target().join("module-build");
    for target in ["web", "no-modules"] {
        let mut bindgen = shell::command("wasm-bindgen");
        bindgen.args(["--no-typescript", "--target", target, "--out-dir"]).arg(work.join(target)).arg(&built);
        shell::run(tools.apply(&mut bindgen)?)?;
    }
    let folder = if purpose == Purpose::HandOut { "dist/module" } else { "module" };
    let out = workspace::target().join(folder);
    if out.exists() {
        std::fs::remove_dir_all(&out).context(out.display())?;
    }
    std::fs::create_dir_all(&out).context(out.display())?;
    copy(&work.join("web/precheck_wasm_bg.wasm"), &out.join("precheck_wasm_bg.wasm"))?;
    if purpose == Purpose::HandOut {
        outside::node()?;
        stages::npm(tools)?;
        wasm::optimise(&out.join("precheck_wasm_bg.wasm"))?;
    }
    copy(&work.join("web/precheck_wasm.js"), &out.join("precheck_wasm.js"))?;
    let glue = read(&work.join("no-modules/precheck_wasm.js"))?;
    write(&out.join("precheck.mjs"), &es_module()?)?;
    write(&out.join("precheck.js"), &classic(&glue)?)?;
    write(&out.join("precheck.worker.js"), &worker(&glue)?)?;
    write(&out.join("precheck-form.css"), &source("form.css")?)?;
    write(&out.join("precheck.d.ts"), &types()?)?;
    let package = source("package/package.json")?.replace("{version}", env!("CARGO_PKG_VERSION"));
    write(&out.join("package.json"), &package)?;
    write(&out.join("README.md"), &source("package/README.md")?)?;
    Ok(out)
}

fn es_module() -> Result<String> {
    Ok(format!("{}\n{}\nexport {{ {} }};\n", source("head.esm.js")?, all(&SHARED)?, EXPORTS.join(", ")))
}

fn classic(glue: &str) -> Result<String> {
    Ok(format!(
        "var precheck = (function () {{\n'use strict';\n{glue}\n{}\n{}\nreturn {{ {} }};\n}})();\n",
        source("head.classic.js")?,
        all(&SHARED)?,
        EXPORTS.join(", "),
    ))
}

fn worker(glue: &str) -> Result<String> {
    Ok(format!(
        "(function () {{\n'use strict';\n{glue}\n{}\n{}\n}})();\n",
        source("head.classic.js")?,
        all(&OF_WORKER)?
    ))
}

/// The types that are made from the Rust types, and those of the package itself.
fn types() -> Result<String> {
    let mut out = String::new();
    for path in
        ["crates/wasm/src/types.d.ts", "crates/wasm/src/shared.d.ts", "crates/wasm/js/package/index.d.ts"]
    {
        out.push_str(&read(&workspace::path(path))?);
    }
    Ok(out)
}

fn all(names: &[&str]) -> Result<String> {
    names.iter().map(|name| source(name)).collect::<Result<Vec<_>>>().map(|texts| texts.join("\n"))
}

fn source(name: &str) -> Result<String> {
    let path = workspace::require(&format!("{SOURCES}/{name}"), "it is part of the package")?;
    let text = read(&path)?;
    // Such a line would end the shared scope: each build would break in its own way.
    let modular = |line: &str| line.starts_with("export ");
    if name != "head.esm.js"
        && Path::new(name).extension().is_some_and(|e| e == "js")
        && text.lines().any(modular)
    {
        return Err(Failure::new(format!("{SOURCES}/{name} exports something; name it in EXPORTS instead")));
    }
    Ok(text)
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).context(path.display())
}

fn write(path: &Path, text: &str) -> Result<()> {
    std::fs::write(path, text).context(path.display())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::copy(from, to).context(from.display())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_source_is_part_of_a_build() {
        let dir = workspace::path(SOURCES);
        for entry in std::fs::read_dir(dir).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let known = SHARED.contains(&name.as_str()) || OF_WORKER.contains(&name.as_str());
            let head = ["head.esm.js", "head.classic.js", "form.css", "package"].contains(&name.as_str());
            assert!(known || head, "{name} belongs to no build");
        }
    }

    #[test]
    fn the_classic_script_holds_what_the_module_exports() {
        let classic = classic("let wasm_bindgen;").unwrap();
        let module = es_module().unwrap();
        for name in EXPORTS {
            let declared = [format!("function {name}("), format!("class {name} ")];
            assert!(declared.iter().any(|d| classic.contains(d)), "{name}");
            assert!(declared.iter().any(|d| module.contains(d)), "{name}");
        }
        assert!(!classic.contains("import.meta"), "a classic script cannot even be parsed with it");
    }
}
