//! `precheck`: the command line. What it prints is made from the session's report; nothing is judged here.

mod args;
mod check;
mod explain;
mod export;
mod failure;
mod files;
mod fix;
mod human;
mod output;
mod rules;
mod serve;
mod table;
mod templates;
mod verify;

use std::process::ExitCode;

use clap::Parser;

use args::{Arguments, Command};
use failure::Failure;

/// How a run ended, as exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    /// No finding of level error.
    Clean = 0,
    /// Some findings of level error.
    Errors = 1,
    /// A file could not be read, or the call was wrong.
    Failed = 2,
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return explain::end(&error),
    };
    let done = match arguments.command {
        Command::Check(command) => check::run(&command),
        Command::Fix(command) => fix::run(&command),
        Command::Export(command) => export::run(&command),
        Command::Rules(command) => rules::run(&command),
        Command::Templates(command) => templates::run(&command),
        Command::Verify(command) => verify::run(&command),
        Command::Serve(command) => serve::run(&command),
    };
    let status = done.unwrap_or_else(|failure: Failure| {
        eprintln!("precheck：{failure}");
        Status::Failed
    });
    ExitCode::from(status as u8)
}
