//! `cargo xtask module`: the npm-style package `@precheck/precheck` in `target/dist/module`.
//!
//! The sources in `crates/wasm/js` are classic scripts that share one scope: they are put one after the other
//! behind the glue of wasm-bindgen, as an ES module, as a classic script and as a worker. No bundler is needed.

use std::path::{Path, PathBuf};

use crate::args::Args;
use crate::failure::{Context, Failure, Result};
use crate::tools::{self, Tools};
use crate::wasm::Program;
use crate::{shell, wasm, workspace};

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
    /// To be handed out: small, for every engine since Chromium 80, within its budget, into `target/dist/module`.
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
    let folder = if purpose == Purpose::HandOut { "dist/module" } else { "module" };
    let out = workspace::target().join(folder);
    if out.exists() {
        std::fs::remove_dir_all(&out).context(out.display())?;
    }
    std::fs::create_dir_all(&out).context(out.display())?;
    let core = engine(tools, purpose, "precheck_wasm", &out)?;
    let full = engine(tools, purpose, "precheck_full", &out)?;
    write(&out.join("precheck.mjs"), &es_module()?)?;
    write(&out.join("precheck.js"), &classic(&core, &full)?)?;
    write(&out.join("precheck.worker.js"), &worker(&core, &full)?)?;
    write(&out.join("precheck-form.css"), &source("form.css")?)?;
    write(&out.join("precheck.d.ts"), &types()?)?;
    let package = source("package/package.json")?.replace("{version}", env!("CARGO_PKG_VERSION"));
    write(&out.join("package.json"), &package)?;
    write(&out.join("README.md"), &source("package/README.md")?)?;
    if purpose == Purpose::HandOut {
        shell::run(shell::command("node").arg(workspace::path("web/pack/module-sizes.mjs")).arg(&out))?;
    }
    Ok(out)
}

/// Builds an engine, leaves `NAME_bg.wasm` and its glue as an ES module in `out`, and gives its glue as a script.
fn engine(tools: &mut Tools, purpose: Purpose, name: &str, out: &Path) -> Result<String> {
    let is_full = name == "precheck_full";
    let program = |target| Program {
        package: "precheck-wasm",
        bin: None,
        is_full,
        name,
        bindgen: match target {
            "web" => &["--no-typescript", "--target", "web"],
            _ => &["--no-typescript", "--target", "no-modules"],
        },
    };
    let work = workspace::target().join("module-build");
    let compiled = if purpose == Purpose::HandOut {
        wasm::lowered(tools, &program("web"), &work)?
    } else {
        tools::for_wasm(tools)?;
        let mut build = shell::cargo();
        build.args(["build", "--locked", "--target", "wasm32-unknown-unknown", "--package", "precheck-wasm"]);
        if purpose == Purpose::Test {
            build.arg("--release");
        }
        if !is_full {
            build.arg("--no-default-features");
        }
        shell::run(tools.apply(&mut build)?)?;
        let profile = if purpose == Purpose::Test { "release" } else { "debug" };
        workspace::target().join(format!("wasm32-unknown-unknown/{profile}/precheck_wasm.wasm"))
    };
    for target in ["web", "no-modules"] {
        wasm::bind(tools, &program(target), &compiled, &work.join(target))?;
    }
    let bound = format!("{name}_bg.wasm");
    if purpose == Purpose::HandOut {
        wasm::optimise(&work.join("web").join(&bound), &out.join(&bound))?;
    } else {
        copy(&work.join("web").join(&bound), &out.join(&bound))?;
    }
    copy(&work.join("web").join(format!("{name}.js")), &out.join(format!("{name}.js")))?;
    read(&work.join("no-modules").join(format!("{name}.js")))
}

fn es_module() -> Result<String> {
    Ok(format!("{}\n{}\nexport {{ {} }};\n", source("head.esm.js")?, all(&SHARED)?, EXPORTS.join(", ")))
}

/// The glue of both engines, each in a scope of its own.
fn glues(core: &str, full: &str) -> String {
    let one =
        |name: &str, glue: &str| format!("const {name} = (() => {{\n{glue}\nreturn wasm_bindgen;\n}})();\n");
    one("coreGlue", core) + &one("fullGlue", full)
}

fn classic(core: &str, full: &str) -> Result<String> {
    Ok(format!(
        "var precheck = (function () {{\n'use strict';\n{}{}\n{}\nreturn {{ {} }};\n}})();\n",
        glues(core, full),
        source("head.classic.js")?,
        all(&SHARED)?,
        EXPORTS.join(", "),
    ))
}

fn worker(core: &str, full: &str) -> Result<String> {
    Ok(format!(
        "(function () {{\n'use strict';\n{}{}\n{}\n}})();\n",
        glues(core, full),
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
        let classic = classic("let wasm_bindgen;", "let wasm_bindgen;").unwrap();
        let module = es_module().unwrap();
        for name in EXPORTS {
            let declared = [format!("function {name}("), format!("class {name} ")];
            assert!(declared.iter().any(|d| classic.contains(d)), "{name}");
            assert!(declared.iter().any(|d| module.contains(d)), "{name}");
        }
        assert!(!classic.contains("import.meta"), "a classic script cannot even be parsed with it");
    }
}
