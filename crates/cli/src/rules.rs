//! `precheck rules`.

use std::borrow::Cow;

use precheck_session::api::RuleBook;
use precheck_session::rulebook::{citation, markdown, rule_book};

use crate::Status;
use crate::args::{Rules, RulesFormat};
use crate::check::json;
use crate::failure::Failure;
use crate::output::print;
use crate::table;

pub(crate) fn run(command: &Rules) -> Result<Status, Failure> {
    let book = rule_book();
    print(&match command.format {
        RulesFormat::Md => markdown(&book),
        RulesFormat::Json => json(&book)?,
        RulesFormat::Csv => csv(&book)?,
    })?;
    Ok(Status::Clean)
}

fn csv(book: &RuleBook) -> Result<String, Failure> {
    const HEADER: [&str; 13] = [
        "rule",
        "name",
        "dimension",
        "severity",
        "kinds",
        "fields",
        "fix",
        "title",
        "what",
        "why",
        "how",
        "basis",
        "title_en",
    ];
    let rows = book.rules.iter().map(|rule| {
        let basis: Vec<String> = rule.basis.iter().map(citation).collect();
        vec![
            Cow::from(&rule.rule),
            Cow::from(&rule.name),
            Cow::from(&rule.dimension_label.zh),
            Cow::from(&rule.severity),
            rule.kinds.join(" ").into(),
            rule.fields.join(" ").into(),
            rule.fix.as_deref().unwrap_or("").into(),
            Cow::from(&rule.title.zh),
            Cow::from(&rule.what.zh),
            Cow::from(&rule.why.zh),
            Cow::from(&rule.how.zh),
            basis.join("；").into(),
            Cow::from(&rule.title.en),
        ]
    });
    table::csv(std::iter::once(HEADER.map(Cow::from).to_vec()).chain(rows))
}
