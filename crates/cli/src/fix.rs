//! `precheck fix`.

use std::fmt::Write;
use std::path::Path;

use precheck_session::api::FileReport;
use precheck_session::run::{self, MendedForm};

use crate::Status;
use crate::args::Fix;
use crate::failure::Failure;
use crate::files::{Files, options, settings};
use crate::human::{self, Counts};
use crate::output::{Paint, colours, print};

pub(crate) fn run(command: &Fix) -> Result<Status, Failure> {
    let form = form(&command.out)?;
    let settings = settings(&command.judging, command.template.as_deref())?;
    let files = Files::read(std::slice::from_ref(&command.file));
    files.check_place(&command.out)?;
    let inputs = files.inputs();
    let Some(&input) = inputs.first() else {
        return unread(&files.refused());
    };
    let mended = match run::fix(input, settings, &options(&command.judging, false), form) {
        Ok(mended) => mended,
        Err(problem) if matches!(problem.key.as_str(), "several-sheets" | "write") => {
            return Err(Failure::Session(problem.message));
        }
        Err(problem) => {
            let path = input.path.to_owned();
            return unread(&[FileReport { path, problem: Some(problem), ..FileReport::default() }]);
        }
    };
    if mended.report.problem.is_some() {
        return unread(&[mended.report]);
    }
    files.write(&command.out, &mended.bytes)?;
    let mut out = String::new();
    human::file(&mended.report, Paint(colours()), &mut out);
    let counts = Counts::of(std::slice::from_ref(&mended.report));
    _ = writeln!(out, "修复 {} 格，已写入 {}", mended.changed, command.out.display());
    _ = writeln!(out, "还有错误 {} 处，警告 {} 处，提示 {} 处", counts.errors, counts.warnings, counts.notes);
    print(&out)?;
    Ok(counts.status())
}

fn unread(reports: &[FileReport]) -> Result<Status, Failure> {
    let mut out = String::new();
    for report in reports {
        human::file(report, Paint(colours()), &mut out);
    }
    print(&out)?;
    Ok(Status::Failed)
}

/// The type that the name of the mended file asks for.
fn form(out: &Path) -> Result<MendedForm, Failure> {
    let extension = out.extension().map(|e| e.to_string_lossy().to_ascii_lowercase());
    match extension.as_deref() {
        Some("xlsx") => Ok(MendedForm::Xlsx),
        Some("csv") => Ok(MendedForm::Csv),
        _ => Err(Failure::OutType(out.to_owned())),
    }
}
