//! `precheck check`.

use std::borrow::Cow;

use precheck_session::api::Report;
use precheck_session::run;

use crate::Status;
use crate::args::{Check, Format};
use crate::failure::Failure;
use crate::files::{Files, options, settings};
use crate::human::{self, Counts};
use crate::output::{Paint, colours, print};
use crate::table;

pub(crate) fn run(command: &Check) -> Result<Status, Failure> {
    let settings = settings(&command.judging, command.template.as_deref())?;
    let files = Files::read(&command.files);
    let options = options(&command.judging, command.together);
    let report = files.complete(run::report(&files.inputs(), settings, &options));
    print(&match command.format {
        Format::Human => human::report(&report, Paint(colours())),
        Format::Json => json(&report)?,
        Format::Csv => findings(&report)?,
    })?;
    if command.format == Format::Csv {
        // Findings are all that the table holds; what could not be read must not go unseen.
        for file in &report.files {
            if let Some(problem) = &file.problem {
                eprintln!("precheck：{}：{}", file.path, problem.message);
            }
        }
    }
    Ok(Counts::of(&report.files).status())
}

/// Anything as JSON, a line break at its end.
pub(crate) fn json(value: &impl serde::Serialize) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(value).map_err(|error| Failure::Output(error.to_string()))?;
    Ok(format!("{text}\n"))
}

/// The findings as csv, one a line.
fn findings(report: &Report) -> Result<String, Failure> {
    const HEADER: [&str; 14] = [
        "path",
        "sheet",
        "kind",
        "row",
        "column",
        "field",
        "rule",
        "name",
        "severity",
        "value",
        "message",
        "suggestion",
        "fix_kind",
        "fix_value",
    ];
    let header = HEADER.map(Cow::from).to_vec();
    let tables = report.files.iter().flat_map(|file| file.tables.iter().map(move |table| (file, table)));
    let rows = tables.flat_map(|(file, table)| {
        table.findings.iter().map(move |finding| {
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            let fix = finding.fix.as_ref();
            vec![
                Cow::from(&file.path),
                Cow::from(&table.sheet),
                Cow::from(&table.kind),
                finding.row.map_or(String::new(), |row| row.to_string()).into(),
                text(&finding.column).into(),
                text(&finding.field).into(),
                Cow::from(&finding.rule),
                Cow::from(&finding.name),
                Cow::from(&finding.severity),
                Cow::from(&finding.value),
                Cow::from(&finding.message),
                Cow::from(&finding.suggestion),
                fix.map_or("", |fix| &fix.kind).into(),
                fix.map_or("", |fix| &fix.value).into(),
            ]
        })
    });
    table::csv(std::iter::once(header).chain(rows))
}
