//! `cargo xtask bench`: how fast it is, beside what others do.

use crate::args::Args;
use crate::failure::Result;
use crate::tools::Tools;
use crate::{shell, stages, workspace};

/// Runs the command.
pub fn run(args: &mut Args) -> Result<()> {
    let rows: u32 = args.number("--rows")?.unwrap_or(100_000);
    let rounds: u32 = args.number("--rounds")?.unwrap_or(5);
    let (start, scroll) = (args.flag("--start"), args.flag("--scroll"));
    args.finish()?;
    if start {
        return stages::measure(&mut Tools::default(), "start.mjs", &["--rounds".into(), rounds.to_string()]);
    }
    if scroll {
        return stages::measure(&mut Tools::default(), "scroll.mjs", &["--rows".into(), rows.to_string()]);
    }

    workspace::require("crates/rules/Cargo.toml", "its benchmarks come first")?;
    shell::run(shell::cargo().args(["bench", "--locked", "--package", "precheck-rules"]))?;
    stages::page_script(
        &mut Tools::default(),
        "bench.mjs",
        &["--rows".into(), rows.to_string(), "--rounds".into(), rounds.to_string()],
    )
}
