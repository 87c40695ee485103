//! `cargo xtask screenshots`: every screen, so that a change of the page can be looked at.

use crate::args::Args;
use crate::failure::Result;
use crate::stages;
use crate::tools::Tools;

/// Runs the command.
pub fn run(args: &mut Args) -> Result<()> {
    args.finish()?;
    stages::page_script(&mut Tools::default(), "screenshots.mjs", &[])
}
