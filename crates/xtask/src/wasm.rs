//! What browsers load, from cargo's output to the shipped program: for every engine since Chromium 80, and small.
//!
//! The prebuilt standard library uses what wasm had by 2022; of that, engines of early 2020 lack reference types and
//! several results. Nothing of ours needs them, so they are taken out before wasm-bindgen looks, and one program
//! does for all: what those engines do have (bulk memory, sign extension, conversions that do not trap) stays, so
//! nothing gets slower. Measured in Chromium 156, 100,000 rows read and judged, seven rounds in turn: median ratio to
//! a program with everything 1.00 (0.87 to 1.18).

use std::path::{Path, PathBuf};

use crate::failure::{Context, Result};
use crate::tools::{self, Tools};
use crate::{outside, shell, stages, workspace};

/// The profile in Cargo.toml.
const PROFILE: &str = "wasm";
/// What rustc may have used.
const GIVEN: [&str; 2] = ["--enable-reference-types", "--enable-multivalue"];
/// What the oldest engine has.
const KEPT: [&str; 6] = [
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
];

/// A program and how it is wrapped.
pub struct Program<'a> {
    /// Its package.
    pub package: &'a str,
    /// Its binary; a library without one.
    pub bin: Option<&'a str>,
    /// Whether it has the default features of its package.
    pub is_full: bool,
    /// Name of the files that are written: `NAME.js`, `NAME.wasm`.
    pub name: &'a str,
    /// Arguments of wasm-bindgen: target and what belongs to it.
    pub bindgen: &'a [&'a str],
}

/// The page.
pub const APP: Program<'static> = Program {
    package: "precheck-web",
    bin: Some("app"),
    is_full: true,
    name: "app",
    bindgen: &["--target", "no-modules", "--no-modules-global", "precheckApp", "--no-typescript"],
};
/// Its worker.
pub const ENGINE: Program<'static> = Program {
    package: "precheck-web",
    bin: Some("engine"),
    is_full: true,
    name: "engine",
    bindgen: &["--target", "no-modules", "--no-typescript"],
};
/// Builds a program and leaves `NAME.js` and `NAME.wasm` in `out`.
pub fn build(tools: &mut Tools, program: &Program<'_>, out: &Path) -> Result<()> {
    let lowered = lowered(tools, program, out)?;
    bind(tools, program, &lowered, out)?;
    std::fs::remove_file(&lowered).context(lowered.display())?;
    let bound = out.join(format!("{}_bg.wasm", program.name));
    optimise(&bound, &out.join(format!("{}.wasm", program.name)))?;
    std::fs::remove_file(&bound).context(bound.display())
}

/// Compiles a program and takes out what the oldest engine lacks.
pub fn lowered(tools: &mut Tools, program: &Program<'_>, out: &Path) -> Result<PathBuf> {
    tools::for_wasm(tools)?;
    outside::node()?;
    stages::npm(tools)?;
    let mut build = shell::cargo();
    build.args(["build", "--locked", "--profile", PROFILE, "--target", "wasm32-unknown-unknown"]);
    build.args(["--package", program.package]);
    if let Some(bin) = program.bin {
        build.args(["--bin", bin]);
    }
    if !program.is_full {
        build.arg("--no-default-features");
    }
    build.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", rustflags());
    shell::run(tools.apply(&mut build)?)?;

    let file = program.bin.unwrap_or(program.package).replace('-', "_");
    let built = workspace::target().join("wasm32-unknown-unknown").join(PROFILE).join(format!("{file}.wasm"));
    std::fs::create_dir_all(out).context(out.display())?;
    let lowered = out.join(format!("{}.lowered.wasm", program.name));
    // In two steps, because the first one must still read what it drops. -g: wasm-bindgen needs the names.
    opt(&[&["-g", "--strip-target-features"], &KEPT[..], &GIVEN[..]].concat(), &built, &lowered)?;
    opt(&[&["-g", "--emit-target-features"], &KEPT[..]].concat(), &lowered, &lowered)?;
    Ok(lowered)
}

/// Lets wasm-bindgen write `NAME.js` and `NAME_bg.wasm` of a compiled program.
pub fn bind(tools: &Tools, program: &Program<'_>, compiled: &Path, out: &Path) -> Result<()> {
    let mut bindgen = shell::command("wasm-bindgen");
    bindgen.args(program.bindgen).args(["--out-name", program.name, "--out-dir"]).arg(out).arg(compiled);
    shell::run(tools.apply(&mut bindgen)?)
}

/// Our own code is compiled without what is taken out of the standard library, or wasm-bindgen would count on it;
/// and the words of a panic name a crate, not a folder of this machine.
fn rustflags() -> String {
    let mut flags = "-C target-feature=-reference-types,-multivalue".to_owned();
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let sources = home.and_then(|home| std::fs::read_dir(home.join("registry/src")).ok());
    for source in sources.into_iter().flatten().flatten() {
        let path = source.path().display().to_string();
        // Flags are parted by spaces.
        if !path.contains(' ') {
            flags.extend([" --remap-path-prefix=", path.as_str(), "/="]);
        }
    }
    flags
}

/// Builds the page and its worker.
pub fn page(tools: &mut Tools) -> Result<PathBuf> {
    let out = workspace::target().join("wasm-page");
    build(tools, &APP, &out)?;
    build(tools, &ENGINE, &out)?;
    Ok(out)
}

/// Makes a bound program small.
pub fn optimise(bound: &Path, out: &Path) -> Result<()> {
    opt(
        &[&["-Oz", "--strip-debug", "--strip-producers", "--strip-target-features"], &KEPT[..]].concat(),
        bound,
        out,
    )
}

/// wasm-opt, from the npm package.
fn opt(arguments: &[&str], from: &Path, to: &Path) -> Result<()> {
    let mut opt = shell::command("node");
    opt.arg(workspace::path("tests/e2e/node_modules/binaryen/bin/wasm-opt"))
        .args(arguments)
        .arg(from)
        .arg("-o")
        .arg(to);
    shell::run(&mut opt)
}
