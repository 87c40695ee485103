//! `cargo xtask dist`: what is handed out.

use std::path::PathBuf;

use crate::args::Args;
use crate::failure::{Context, Result};
use crate::tools::Tools;
use crate::{module, shell, wasm, workspace};

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

    println!(
        "==> {}: the folder to host; {}: for its server",
        out.join("site").display(),
        out.join("server").display()
    );
    println!("==> {}: the page in one file", out.join("precheck.html").display());
    println!("==> {}: the module for portals", module.display());
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
}
