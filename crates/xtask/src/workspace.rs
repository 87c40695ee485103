//! Where things are, and which versions the lock file holds.

use std::path::PathBuf;

use crate::failure::{Context, Failure, Result};

/// The top level of the checkout.
pub fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(&here).to_path_buf()
}

/// A path inside the checkout.
pub fn path(relative: &str) -> PathBuf {
    root().join(relative)
}

/// Cargo's target folder, which may have been moved.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => root().join(dir),
        None => path("target"),
    }
}

/// Where what the tests install is kept between clones.
pub fn cache() -> Result<PathBuf> {
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let cache = cache.or_else(|| std::env::home_dir().map(|home| home.join(".cache")));
    cache
        .map(|cache| cache.join("precheck"))
        .ok_or_else(|| Failure::new("no home folder, and XDG_CACHE_HOME is not set"))
}

/// Fails with the reason unless `relative` exists: a test stage that finds nothing to test has not passed.
pub fn require(relative: &str, why: &str) -> Result<PathBuf> {
    let path = path(relative);
    if path.exists() { Ok(path) } else { Err(Failure::new(format!("{relative} does not exist: {why}"))) }
}

/// The version of `package` in Cargo.lock.
pub fn locked_version(package: &str) -> Result<String> {
    let lock = std::fs::read_to_string(path("Cargo.lock")).context("Cargo.lock")?;
    version_in_lock(&lock, package).ok_or_else(|| {
        Failure::new(format!("Cargo.lock has no package `{package}`; nothing in it uses it yet"))
    })
}

fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name)?;
    let version = lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in_lock(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in_lock(lock, "yew"), None);
    }
}
