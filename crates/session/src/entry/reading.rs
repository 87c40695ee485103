//! How a typed text is read, where the text itself does not show it.

use precheck_schema::amount::{self, Amount};
use precheck_schema::field::FieldType;
use precheck_schema::normalize::Unit;
use precheck_schema::{FieldKey, KindField, RowId, Table};

use super::defaults::value;
use crate::records::Record;

/// What stands beside a field; none where its text says it all.
pub(super) fn reading(record: &Record, field: &KindField) -> Option<String> {
    let text = record.get(field.key.key())?;
    let read = value(record, field.key);
    match field.ty() {
        FieldType::Amount => amount_of(&read).map(capitals),
        FieldType::Uscc => grouped(&read),
        FieldType::Date | FieldType::DateOrLongTerm | FieldType::DocumentNo | FieldType::Code(_) => {
            (!read.is_empty() && read != *text).then_some(read)
        }
        _ => None,
    }
}

/// What is written into a table for a typed text: forms ask for 万元, and a column may count yuan.
pub(super) fn for_table(table: &Table, field: FieldKey, text: &str) -> String {
    let counts_yuan = field.ty() == FieldType::Amount && table.unit(field) == Unit::Yuan;
    let amount = if counts_yuan { amount_of(text.trim()) } else { None };
    amount.map_or_else(|| text.to_owned(), Amount::to_yuan)
}

/// What a form shows of a cell: the opposite of [`for_table`].
pub(super) fn from_table(table: &Table, row: RowId, field: FieldKey) -> String {
    let text = table.cell(row, field).text;
    let counts_yuan = field.ty() == FieldType::Amount && table.unit(field) == Unit::Yuan;
    let amount = if counts_yuan {
        amount::read_decimal(text.trim()).and_then(amount::DecimalRead::as_yuan)
    } else {
        None
    };
    amount.map_or_else(|| text.to_owned(), Amount::to_wan)
}

fn amount_of(text: &str) -> Option<Amount> {
    amount::read_decimal(text)?.as_wan()
}

/// A unified code by its parts: department and class, region, organisation, check character.
fn grouped(code: &str) -> Option<String> {
    let plain = code.len() == 18 && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    plain.then(|| format!("{} {} {} {}", &code[..2], &code[2..8], &code[8..17], &code[17..]))
}

const DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const UNITS: [&str; 4] = ["", "拾", "佰", "仟"];
const GROUPS: [&str; 5] = ["", "万", "亿", "万亿", "亿亿"];

/// An amount as cheques and decisions write it: 人民币伍仟元整.
pub(super) fn capitals(amount: Amount) -> String {
    let cents = amount.0.unsigned_abs();
    let (yuan, jiao, fen) = (cents / 100, (cents / 10 % 10) as usize, (cents % 10) as usize);
    let mut out = String::from(if amount.0 < 0 { "人民币负" } else { "人民币" });
    if yuan > 0 || cents == 0 {
        out.push_str(&whole(yuan));
        out.push('元');
    }
    match (jiao, fen) {
        (0, 0) => out.push('整'),
        (0, fen) => {
            if yuan > 0 {
                out.push('零');
            }
            out.push(DIGITS[fen]);
            out.push('分');
        }
        (jiao, fen) => {
            out.push(DIGITS[jiao]);
            out.push('角');
            if fen == 0 {
                out.push('整');
            } else {
                out.push(DIGITS[fen]);
                out.push('分');
            }
        }
    }
    out
}

fn whole(number: u64) -> String {
    if number == 0 {
        return "零".to_owned();
    }
    let mut out = String::new();
    // One 零 stands for any run of zeros between digits.
    let mut gap = false;
    for group in (0..GROUPS.len()).rev() {
        let four = number / 10_000u64.pow(group as u32) % 10_000;
        for place in (0..4).rev() {
            let digit = (four / 10u64.pow(place as u32) % 10) as usize;
            if digit == 0 {
                gap = gap || !out.is_empty();
                continue;
            }
            if std::mem::take(&mut gap) {
                out.push('零');
            }
            out.push(DIGITS[digit]);
            out.push_str(UNITS[place]);
        }
        if four > 0 {
            out.push_str(GROUPS[group]);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use precheck_schema::Kind;

    use super::*;

    #[test]
    fn amounts_in_capitals() {
        let say = |text: &str| capitals(amount_of(text).unwrap());
        for (wan, words) in [
            ("0.5", "人民币伍仟元整"),
            ("3", "人民币叁万元整"),
            ("10.05", "人民币壹拾万零伍佰元整"),
            ("0.0001", "人民币壹元整"),
            ("0.00015", "人民币壹元伍角整"),
            ("0.000105", "人民币壹元零伍分"),
            ("0.000005", "人民币伍分"),
            ("0", "人民币零元整"),
            ("12005.2", "人民币壹亿贰仟零伍万贰仟元整"),
            ("10000.0001", "人民币壹亿零壹元整"),
        ] {
            assert_eq!(say(wan), words, "{wan}");
        }
    }

    #[test]
    fn readings_stand_only_where_the_text_does_not_say_it() {
        let field = |key| Kind::Penalty.field(key).unwrap();
        let read = |key: FieldKey, text: &str| {
            reading(&Record::from([(key.key().to_owned(), text.to_owned())]), field(key))
        };
        assert_eq!(read(FieldKey::DecisionDate, "2023年6月5日").as_deref(), Some("2023-06-05"));
        assert_eq!(read(FieldKey::DecisionDate, "2023-06-05"), None);
        assert_eq!(read(FieldKey::Uscc, "91150525MA0N8B4T47").as_deref(), Some("91 150525 MA0N8B4T4 7"));
        assert_eq!(read(FieldKey::Uscc, "9115"), None);
        assert_eq!(read(FieldKey::FineAmount, "伍"), None);
    }
}
