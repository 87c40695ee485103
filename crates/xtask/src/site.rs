//! Building the page.

use std::path::PathBuf;

use crate::failure::Result;
use crate::tools::{self, Tools};
use crate::{shell, workspace};

/// Builds the page in release into `dist/`. Trunk and cargo notice themselves that nothing has changed;
/// such a build takes about a second.
pub fn build(tools: &mut Tools) -> Result<PathBuf> {
    workspace::require("index.html", "it is the page's entry")?;
    tools::for_page(tools)?;
    let mut trunk = shell::command("trunk");
    trunk
        .args(["build", "--release", "--offline", "--locked"])
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Trunk reads it as its own option and refuses the usual value 1.
        .env_remove("NO_COLOR");
    if std::env::var_os("RUST_LOG").is_none() {
        trunk.env("RUST_LOG", "warn");
    }
    let (result, took) = shell::timed(|| shell::run(tools.apply(&mut trunk)?));
    result?;
    println!("    page built in {}", shell::human(took));
    Ok(workspace::path("dist"))
}
