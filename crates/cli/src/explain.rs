//! What is wrong with a call, in the words of the rest.

use std::process::ExitCode;

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use crate::Status;
use crate::args::Arguments;
use crate::output::print;

/// Prints help where it was asked for, otherwise what is wrong; gives the exit status.
pub(crate) fn end(error: &Error) -> ExitCode {
    let asked = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    if asked {
        let shown = print(&error.render().to_string());
        return ExitCode::from(if shown.is_ok() { Status::Clean as u8 } else { Status::Failed as u8 });
    }
    eprintln!("{}", explain(error));
    ExitCode::from(Status::Failed as u8)
}

fn explain(error: &Error) -> String {
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        _ => String::new(),
    };
    let (argument, value) = (text(ContextKind::InvalidArg), text(ContextKind::InvalidValue));
    let wrong = match error.kind() {
        ErrorKind::MissingRequiredArgument => format!("缺少 {argument}"),
        ErrorKind::UnknownArgument => {
            let near = text(ContextKind::SuggestedArg);
            let near = if near.is_empty() { String::new() } else { format!("，是否为 {near}") };
            format!("没有 {argument} 这个选项{near}")
        }
        ErrorKind::InvalidSubcommand => {
            let known: Vec<String> =
                Arguments::command().get_subcommands().map(|command| command.get_name().to_owned()).collect();
            let known = known.join("、");
            format!("没有“{}”这个命令，可用：{known}", text(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} 后缺少内容"),
        ErrorKind::InvalidValue => {
            format!("{argument} 不能是“{value}”，可用：{}", text(ContextKind::ValidValue))
        }
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map_or(String::new(), ToString::to_string);
            format!("{argument} 不能是“{value}”：{why}")
        }
        ErrorKind::ArgumentConflict => format!("{argument} 只能写一次"),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            return error.render().to_string();
        }
        _ => error.render().to_string(),
    };
    format!("precheck：{wrong}\n用法与示例见 precheck --help，各命令见 precheck <命令> --help")
}
