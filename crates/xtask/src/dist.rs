//! `cargo xtask dist`: what is handed out.

use std::path::Path;

use crate::args::Args;
use crate::failure::{Context, Result};
use crate::tools::Tools;
use crate::{module, outside, shell, site, stages, workspace};

/// Runs the command.
pub fn run(args: &mut Args) -> Result<()> {
    args.finish()?;
    let out = workspace::target().join("dist");
    let tools = &mut Tools::default();

    let built = site::build(tools)?;
    let site = out.join("site");
    if site.exists() {
        std::fs::remove_dir_all(&site).context(site.display())?;
    }
    copy_dir(&built, &site)?;
    outside::node()?;
    stages::npm(tools)?;
    for name in ["app_bg.wasm", "engine_bg.wasm"] {
        optimise(&site.join(name))?;
    }

    let module = module::build(tools, module::Purpose::HandOut)?;

    workspace::require("crates/cli/Cargo.toml", "it is the program `precheck`")?;
    shell::run(shell::cargo().args(["build", "--release", "--locked", "--package", "precheck-cli"]))?;
    let program = format!("precheck{}", std::env::consts::EXE_SUFFIX);
    let from = workspace::target().join("release").join(&program);
    std::fs::copy(&from, out.join(&program)).context(from.display())?;

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
}
