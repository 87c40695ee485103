//! The next number of a document: the agency's characters, the kind word, the year and the serial number that
//! follows the highest of the open table.

use precheck_schema::document_no::{DocumentNo, foreign_word, read};
use precheck_schema::fold::fold_all;
use precheck_schema::profile::Profile;
use precheck_schema::{FieldKey, Kind, Table};

/// The kind word of decisions of a kind, where the forms of the fire service fix one.
const fn kind_word(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Penalty => Some("行罚决"),
        Kind::LicenseGrant => Some("安检许"),
        _ => None,
    }
}

/// Whether records of a kind have numbers of their own; those of other kinds name the number of what they change.
pub(crate) const fn has_own_numbers(kind: Kind) -> bool {
    kind_word(kind).is_some()
}

/// A number as the next one would be written, or what of it is certain; none where nothing is.
///
/// Among the numbers of the tables of the kind those of the organisation itself count first.
pub(crate) fn next(tables: &[Table], profile: &Profile, kind: Kind, year: i32) -> Option<String> {
    let word = kind_word(kind)?;
    let numbers = || {
        let of_kind = tables.iter().filter(|table| table.kind == kind);
        of_kind
            .flat_map(|table| {
                table.rows().iter().map(|&row| table.value(row, FieldKey::DocumentNo).into_owned())
            })
            // A number of another document, such as an order to correct, is a slip and not to be continued.
            .filter(|number| foreign_word(kind, number).is_none())
    };
    let highest = |own: bool| {
        let mut best: Option<(i32, u64, String)> = None;
        for text in numbers() {
            let Some((number_year, serial)) = read(&text).and_then(|number| {
                let taken = !own || is_own(profile, number.prefix());
                let serial = number.serial.filter(|_| taken && number.year <= year)?;
                Some((number.year, serial))
            }) else {
                continue;
            };
            if best.as_ref().is_none_or(|(y, s, _)| (*y, *s) < (number_year, serial)) {
                best = Some((number_year, serial, text));
            }
        }
        best
    };
    if let Some((number_year, serial, text)) = highest(true).or_else(|| highest(false)) {
        let number = read(&text)?;
        // The last year's numbers say how they are written, but not with which one a year begins.
        let serial = if number_year == year { serial.checked_add(1) } else { None };
        return Some(write(number, year, serial));
    }
    let prefix = profile.document_prefixes.last()?;
    Some(format!("{prefix}{word}字〔{year}〕第"))
}

fn is_own(profile: &Profile, prefix: &str) -> bool {
    let prefix = fold_all(prefix);
    profile.document_prefixes.iter().any(|own| prefix.starts_with(&*fold_all(own)))
}

/// A number like another with its year and serial number; up to the serial number where there is none.
fn write(like: DocumentNo<'_>, year: i32, serial: Option<u64>) -> String {
    let suffix = like.suffix();
    let body = suffix.strip_suffix('号').unwrap_or(suffix);
    let ordinal = if body.starts_with('第') { "第" } else { "" };
    let width = body.trim_start_matches('第').len();
    let head = format!("{}〔{year}〕{ordinal}", like.prefix());
    match serial {
        Some(serial) => {
            format!("{head}{serial:0width$}{}", if like.ends_in_hao { "号" } else { "" })
        }
        None => head,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(kind: Kind, numbers: &[&str]) -> Table {
        let mut table = Table::empty(kind);
        for number in numbers {
            let row = table.insert_row(table.len());
            table.set_text(row, FieldKey::DocumentNo, number);
        }
        table
    }

    fn next_of(kind: Kind, numbers: &[&str], year: i32) -> Option<String> {
        next(&[table(kind, numbers)], &Profile::built_in(), kind, year)
    }

    #[test]
    fn the_highest_number_of_the_year_is_continued_as_it_is_written() {
        let numbers = [
            "奈(消)行罚决字〔2023〕第0041号",
            "奈（消）行罚决字[2023]第0042号",
            "奈(消)行罚决字〔2022〕第0199号",
            "兴消行罚决字〔2023〕第100066号",
            "奈(消)行罚决字〔2023〕第号",
        ];
        assert_eq!(next_of(Kind::Penalty, &numbers, 2023).as_deref(), Some("奈(消)行罚决字〔2023〕第0043号"));
        assert_eq!(
            next_of(Kind::Penalty, &["奈消行罚决字〔2023〕9号"], 2023).as_deref(),
            Some("奈消行罚决字〔2023〕10号")
        );
        assert_eq!(
            next_of(Kind::Penalty, &["奈消行罚决字〔2023〕第0999号", "奈消行罚决字〔2023〕第9999号"], 2023)
                .as_deref(),
            Some("奈消行罚决字〔2023〕第10000号")
        );
    }

    #[test]
    fn the_number_of_another_document_is_not_continued() {
        let numbers = ["奈(消)行罚决字〔2023〕第0041号", "奈(消)责改字〔2023〕第0903号"];
        assert_eq!(next_of(Kind::Penalty, &numbers, 2023).as_deref(), Some("奈(消)行罚决字〔2023〕第0042号"));
        let numbers = ["奈(消)责改字〔2023〕第0903号"];
        assert_eq!(next_of(Kind::Penalty, &numbers, 2023).as_deref(), Some("奈(消)行罚决字〔2023〕第"));
    }

    #[test]
    fn a_new_year_and_an_empty_table_leave_the_serial_number_open() {
        assert_eq!(
            next_of(Kind::Penalty, &["奈(消)行罚决字〔2023〕第0041号"], 2024).as_deref(),
            Some("奈(消)行罚决字〔2024〕第")
        );
        assert_eq!(next_of(Kind::Penalty, &[], 2023).as_deref(), Some("奈(消)行罚决字〔2023〕第"));
        assert_eq!(next_of(Kind::PenaltyChange, &["奈(消)行罚决字〔2023〕第0041号"], 2023), None);
        // Numbers of later years are slips of the pen or not yet due.
        assert_eq!(
            next_of(Kind::Penalty, &["奈(消)行罚决字〔2123〕第0041号"], 2023).as_deref(),
            Some("奈(消)行罚决字〔2023〕第")
        );
    }

    #[test]
    fn foreign_numbers_are_continued_where_there_are_no_own() {
        assert_eq!(
            next_of(Kind::Penalty, &["兴消行罚决字〔2023〕第100066号"], 2023).as_deref(),
            Some("兴消行罚决字〔2023〕第100067号")
        );
    }
}
