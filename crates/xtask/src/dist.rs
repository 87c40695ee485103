//! `cargo xtask dist`: what is handed out.

use std::path::PathBuf;

use crate::args::Args;
use crate::failure::{Context, Result};
use crate::tools::Tools;
<<<<<<< HEAD
use crate::{module, outside, shell, site, stages, workspace};
=======
use crate::{shell, wasm, workspace};
>>>>>>> w-dist

/// Runs the command.
pub fn run(args: &mut Args) -> Result<()> {
    args.finish()?;
    let tools = &mut Tools::default();
    let out = pages(tools)?;

    let module = module::build(tools, module::Purpose::HandOut)?;

    workspace::require("crates/cli/Cargo.toml", "it is the program `precheck`")?;
    shell::run(shell::cargo().args(["build", "--release", "--locked", "--package", "precheck-cli"]))?;
    let program = format!("precheck{}", std::env::consts::EXE_SUFFIX);
    let from = workspace::target().join("release").join(&program);
    std::fs::copy(&from, out.join(&program)).context(from.display())?;

<<<<<<< HEAD
    println!("==> {}", site.display());
    println!("==> {}", module.display());
    println!("==> {}", out.join(program).display());
    Ok(())
}

/// What rustc lets its wasm use; wasm-opt is to add nothing that an older browser lacks.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// wasm-opt, from the npm package: about a tenth off the size, more off the engine's time.
pub(crate) fn optimise(wasm: &Path) -> Result<()> {
    let size = || wasm.metadata().map_or(0, |meta| meta.len() / 1024);
    let before = size();
    let level = if wasm.ends_with("engine_bg.wasm") { "-O3" } else { "-Os" };
    let mut opt = shell::command("node");
    opt.arg(workspace::path("tests/e2e/node_modules/binaryen/bin/wasm-opt"))
        .arg(level)
        .args(FEATURES)
        .arg(wasm)
        .arg("-o")
        .arg(wasm);
    let (result, took) = shell::timed(|| shell::run(&mut opt));
    result?;
    println!("    {before} KiB -> {} KiB in {}", size(), shell::human(took));
    Ok(())
}

fn copy_dir(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to).context(to.display())?;
    for entry in std::fs::read_dir(from).context(from.display())? {
        let entry = entry.context(from.display())?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_dir(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), &target).context(target.display())?;
        }
    }
    Ok(())
=======
    println!(
        "==> {}: the folder to host; {}: for its server",
        out.join("site").display(),
        out.join("server").display()
    );
    println!("==> {}: the page in one file", out.join("precheck.html").display());
    println!(
        "==> {}: the program; `precheck serve` beside precheck.html serves it",
        out.join(program).display()
    );
    Ok(())
}

/// The folder to host and the page in one file, in `target/dist`. Fails where a budget is passed.
pub fn pages(tools: &mut Tools) -> Result<PathBuf> {
    let out = workspace::target().join("dist");
    let parts = wasm::page(tools)?;
    shell::run(shell::command("node").arg("web/pack/pack.mjs").arg(parts).arg(&out))?;
    Ok(out)
>>>>>>> w-dist
}
