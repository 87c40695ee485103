//! The result of a check as a table that is saved.

use precheck_ledger::lists::{Check, Found, How, Outcome};
use precheck_session::api::Lang;

use crate::text_lists as words;

/// The rows of the table: header, enterprise by enterprise, what the result rests on.
pub fn sheet(lang: Lang, check: &Check, unread: &[String], today: &str, at: &str) -> Vec<Vec<String>> {
    let mut rows = vec![words::SHEET.iter().map(|column| column.get(lang).to_owned()).collect()];
    for outcome in &check.outcomes {
        if outcome.found.is_empty() {
            let clear = words::clear(lang, check.loaded);
            rows.push(vec![outcome.line.name.clone(), outcome.line.code.clone(), clear]);
        }
        rows.extend(outcome.found.iter().map(|found| row(lang, check, outcome, found)));
    }
    let mut add = |what: &'static str, text: String| {
        if !text.is_empty() {
            rows.push(vec![what.to_owned(), text]);
        }
    };
    add(words::SHEET_DAY.get(lang), today.to_owned());
    add(words::SHEET_AT.get(lang), at.to_owned());
    add(words::SHEET_MISSING.get(lang), words::all_names(&check.missing));
    add(words::SHEET_OLD.get(lang), words::all_names(&check.old));
    add(words::SHEET_UNREAD.get(lang), unread.join("、"));
    rows.push(vec![words::ONLY_LOADED.get(lang).to_owned()]);
    rows.push(vec![words::LAW_LIMIT.get(lang).to_owned()]);
    rows
}

fn row(lang: Lang, check: &Check, outcome: &Outcome, found: &Found) -> Vec<String> {
    let listed = &found.listed;
    let (result, how, judged) = match &found.how {
        How::Code => (words::HIT.get(lang).to_owned(), words::BY_CODE, None),
        How::Name(None) => (words::OPEN.get(lang).to_owned(), words::BY_NAME, None),
        How::Name(Some(one)) if one.same => (words::HIT.get(lang).to_owned(), words::JUDGED_SAME, Some(one)),
        How::Name(Some(one)) => (words::clear(lang, check.loaded), words::JUDGED_OTHER, Some(one)),
    };
    let (by, when) = judged.map_or_else(Default::default, |one| (one.by.clone(), one.at.clone()));
    vec![
        outcome.line.name.clone(),
        outcome.line.code.clone(),
        result,
        found.list.to_owned(),
        found.day.clone(),
        listed.name.clone(),
        listed.code.clone(),
        listed.since.clone(),
        listed.authority.clone(),
        listed.reason.clone(),
        how.get(lang).to_owned(),
        by,
        when,
    ]
}
