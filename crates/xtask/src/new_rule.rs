//! `cargo xtask new-rule`: the frame of a new rule.

use crate::args::Args;
use crate::failure::{Failure, Result};

/// Runs the command.
pub fn run(args: &mut Args) -> Result<()> {
    let _code = args.positional("CODE")?;
    Err(Failure::new("not yet"))
}
