//! What building the page needs: the wasm target, wasm-bindgen of the locked version, trunk, npm packages.
//!
//! A tool in `PATH` is used when its version fits. What is missing is installed once, where `cargo install` puts
//! programs: a fresh clone on the same machine finds it there.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Context, Failure, Result};
use crate::{shell, workspace};

/// The judge of the crates that `deny.toml` was written for.
const DENY: &str = "0.20.2";

/// The trunk that `Trunk.toml` was written for.
const TRUNK: &str = "0.21.14";

/// The driver of Firefox.
const GECKODRIVER: &str = "0.37.1";

/// The folders in front of `PATH` in which the right tools lie.
#[derive(Default)]
pub struct Tools {
    dirs: Vec<PathBuf>,
}

impl Tools {
    /// Puts a folder in front.
    pub fn add_dir(&mut self, dir: PathBuf) {
        if !self.dirs.contains(&dir) {
            self.dirs.push(dir);
        }
    }

    /// Lets a command find the tools.
    pub fn apply<'c>(&self, command: &'c mut Command) -> Result<&'c mut Command> {
        Ok(command.env("PATH", shell::path_with(&self.dirs)?))
    }
}

/// Everything that a wasm build needs.
pub fn for_wasm(tools: &mut Tools) -> Result<()> {
    wasm_target()?;
    wasm_bindgen(tools)?;
    fetch()
}

/// Everything that the page needs.
pub fn for_page(tools: &mut Tools) -> Result<()> {
    for_wasm(tools)?;
    trunk(tools)
}

/// Judges licences, duplicates and sources of the locked crates.
pub fn deny(tools: &mut Tools) -> Result<()> {
    let crate_ = CargoTool {
        package: "cargo-deny",
        program: "cargo-deny",
        version: DENY,
        why: "judges licences, duplicates and sources of the crates, as deny.toml says",
        takes: "2 to 4 minutes, once",
        locked: &[true, false],
    };
    crate_.ensure(tools)?;
    fetch()?;
    let mut deny = shell::cargo();
    // Advisories come from a repository that not every machine reaches: CONTRIBUTING.md.
    deny.args([
        "deny",
        "--offline",
        "--locked",
        "--log-level",
        "error",
        "check",
        "licenses",
        "bans",
        "sources",
    ]);
    shell::run(tools.apply(&mut deny)?)
}

/// Announces an install.
pub fn announce(what: &str, why: &str, takes: &str) {
    println!("==> installing {what}: {why} ({takes})");
}

/// The sources of the locked crates, so that the builds after this need no network.
fn fetch() -> Result<()> {
    let mut fetch = shell::cargo();
    fetch.args(["fetch", "--locked", "--quiet"]);
    let (result, took) = shell::timed(|| shell::output(&mut fetch));
    match result {
        Some(_) => {
            if took.as_secs() >= 2 {
                println!("==> fetched the locked crates in {}", shell::human(took));
            }
            Ok(())
        }
        // Once more, loudly, for the reason.
        None => shell::run(shell::cargo().args(["fetch", "--locked"])),
    }
}

fn wasm_target() -> Result<()> {
    let sysroot = shell::output(shell::command("rustc").args(["--print", "sysroot"]))
        .ok_or_else(|| Failure::new("rustc does not run; install Rust from https://rustup.rs"))?;
    if Path::new(&sysroot).join("lib/rustlib/wasm32-unknown-unknown").is_dir() {
        return Ok(());
    }
    announce("rust's wasm32-unknown-unknown target", "the engine and the page are compiled to it", "seconds");
    shell::run(shell::command("rustup").args(["target", "add", "wasm32-unknown-unknown"])).map_err(|failure| {
        Failure::new(format!("{failure}\nwithout rustup, install your distribution's wasm32-unknown-unknown standard library"))
    })
}

fn wasm_bindgen(tools: &mut Tools) -> Result<()> {
    let version = workspace::locked_version("wasm-bindgen")?;
    let crate_ = CargoTool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: &version,
        why: "writes the JavaScript around the wasm files; it must be of the version in Cargo.lock",
        takes: "2 to 4 minutes, once",
        // Its own lock file may be older than the registry's index of this machine allows.
        locked: &[false],
    };
    crate_.ensure(tools)
}

fn trunk(tools: &mut Tools) -> Result<()> {
    let crate_ = CargoTool {
        package: "trunk",
        program: "trunk",
        version: TRUNK,
        why: "puts the page together as Trunk.toml and index.html say",
        takes: "4 to 8 minutes, once",
        locked: &[true, false],
    };
    crate_.ensure(tools)
}

/// The driver of Firefox: from crates.io, for Debian has none. One that is there already does, whatever its version.
pub fn geckodriver(tools: &mut Tools) -> Result<()> {
    let named = std::env::var_os("GECKODRIVER").map(PathBuf::from).filter(|path| path.is_file());
    if named.is_some() || shell::which("geckodriver").is_some() {
        return Ok(());
    }
    let crate_ = CargoTool {
        package: "geckodriver",
        program: "geckodriver",
        version: GECKODRIVER,
        why: "steers Firefox",
        takes: "2 to 4 minutes, once",
        locked: &[true, false],
    };
    crate_.ensure(tools)
}

struct CargoTool<'a> {
    package: &'a str,
    program: &'a str,
    version: &'a str,
    why: &'a str,
    takes: &'a str,
    /// With or without the tool's own lock file, in this order until one works.
    locked: &'a [bool],
}

impl CargoTool<'_> {
    fn ensure(&self, tools: &mut Tools) -> Result<()> {
        let bin = cargo_bin()?;
        if self.fits(&bin.join(self.program)) {
            tools.add_dir(bin);
            return Ok(());
        }
        if let Some(found) = shell::which(self.program)
            && self.fits(&found)
        {
            if let Some(dir) = found.parent() {
                tools.add_dir(dir.to_path_buf());
            }
            return Ok(());
        }
        announce(&format!("{} {}", self.package, self.version), self.why, self.takes);
        let mut last = Ok(());
        for locked in self.locked {
            let mut install = shell::cargo();
            install
                .args(["install", self.package, "--version", self.version, "--force", "--quiet"])
                // Built apart from the project, whatever CARGO_TARGET_DIR says.
                .env_remove("CARGO_TARGET_DIR")
                .current_dir(std::env::temp_dir());
            if *locked {
                install.arg("--locked");
            }
            last = shell::run(&mut install);
            if last.is_ok() {
                break;
            }
        }
        last?;
        tools.add_dir(bin);
        Ok(())
    }

    fn fits(&self, program: &Path) -> bool {
        // "trunk 0.21.14", "wasm-bindgen 0.2.130"
        shell::output(shell::command(program).arg("--version"))
            .and_then(|line| line.split_whitespace().nth(1).map(|version| version == self.version))
            .unwrap_or(false)
    }
}

/// Where `cargo install` puts programs.
fn cargo_bin() -> Result<PathBuf> {
    let home = ["CARGO_INSTALL_ROOT", "CARGO_HOME"].iter().find_map(std::env::var_os).map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    home.map(|home| home.join("bin")).ok_or_else(|| Failure::new("no home folder, and CARGO_HOME is not set"))
}

/// The npm packages of `folder`, exactly those of its lock file.
pub fn npm_packages(folder: &str, why: &str) -> Result<()> {
    let dir = workspace::path(folder);
    let lock = dir.join("package-lock.json");
    // npm writes this copy of the lock file when an install is complete.
    let installed = dir.join("node_modules/.package-lock.json");
    let newer = match (lock.metadata(), installed.metadata()) {
        (Ok(lock), Ok(installed)) => {
            lock.modified().context("lock file")? > installed.modified().context("lock file")?
        }
        _ => true,
    };
    if !newer {
        return Ok(());
    }
    announce(&format!("npm packages of {folder}"), why, "half a minute");
    shell::run(shell::command("npm").current_dir(dir).args([
        "ci",
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "--loglevel=error",
    ]))
}
