//! The project's commands, as a library so that they can be tested.
//!
//! Everything here is plain standard library: the first `cargo xtask` of a newcomer compiles in seconds and
//! then says what else it installs, and why.

pub mod args;
pub mod bench;
pub mod dist;
pub mod failure;
pub mod generate;
pub mod module;
pub mod new_rule;
pub mod outside;
pub mod regions;
pub mod screenshots;
pub mod serve;
pub mod server;
pub mod shell;
pub mod site;
pub mod stages;
pub mod test;
pub mod tools;
pub mod wasm;
pub mod workspace;

use args::Args;
use failure::{Failure, Result};

const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N] [--no-open]      build the page (release) and serve it on http://127.0.0.1:8080/
        [--dir D] [--no-build]        ... serve another folder; serve what is there
  test [--only STAGE[,STAGE]]       deny, unit, wasm, node, e2e: everything, unless stages are named
  dist                              into target/dist: site/ to host, precheck.html in one file, module/ for
                                      portals, the program
  module [--dev]                    the npm package alone into target/dist/module (--dev: target/module)
  bench [--rows N] [--rounds N]     engine benchmarks, then the page beside SheetJS + ajv
  bench --start [--rounds N]        how long until the page can be used, cold and warm, throttled
  bench --scroll [--rows N]         how a large table scrolls, sorts, is filtered and mended in the page
  screenshots                       every screen in three sizes into target/screenshots
  generate [--check] [--golden]     write the generated files, or say which ones are stale;
                                      --golden: the reports over the samples too (read the difference)
  generate --regions                make the table of county codes anew from its pinned packages
  new-rule CODE SLUG FAMILY         scaffold a rule, e.g. new-rule C034 licence-scope-empty completeness

Whatever is missing is installed first; each install says what, why and about how long.
";

/// Runs one command. The arguments are those after `cargo xtask`.
pub fn run(args: &[String]) -> Result<()> {
    let Some((command, rest)) = args.split_first() else {
        print!("{HELP}");
        return Ok(());
    };
    let mut args = Args::new(rest);
    match command.as_str() {
        "serve" => serve::run(&mut args),
        "test" => test::run(&mut args),
        "dist" => dist::run(&mut args),
        "module" => module::run(&mut args),
        "bench" => bench::run(&mut args),
        "screenshots" => screenshots::run(&mut args),
        "generate" => generate::run(&mut args),
        "new-rule" => new_rule::run(&mut args),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => Err(Failure::new(format!("no command `{other}`\n\n{HELP}"))),
    }
}
