//! What a rule sees: the settings of the run, the record, the cell, and afterwards its own finding.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;

use precheck_schema::calendar::Calendar;
use precheck_schema::date::Date;
use precheck_schema::profile::Profile;
use precheck_schema::table::Cell;
use precheck_schema::template::Template;
use precheck_schema::{FieldKey, Kind, KindField, Lang, RowId, Table};

use crate::classes::Classes;
use crate::filler::is_filler;
use crate::finding::{Finding, RowRef};
use crate::reading::amounts::{self, PenaltyMoney};
use crate::reading::period::{self, Period};

/// Knows which records left this device before (rule V005). The ledger of the page fills it.
pub trait Ledger {
    /// Whether a record equal to this one was exported before.
    fn was_exported(&self, record: &RowCx<'_>) -> bool;
}

/// The settings of a run. Nothing else enters the judgement: no clock, no environment.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// What the organisation fixes.
    pub profile: &'a Profile,
    /// Working days.
    pub calendar: &'a Calendar,
    /// The day on which the run judges.
    pub today: Date,
    /// The template that the records are to leave with, where one is chosen.
    pub template: Option<&'a Template>,
    /// What left before, where that is known.
    pub ledger: Option<&'a dyn Ledger>,
}

/// A normalised value.
struct Value<'a> {
    text: Cow<'a, str>,
    /// Whether it is a word such as 无.
    is_filler: bool,
}

/// A record under judgement.
pub struct RowCx<'a> {
    /// The settings of the run.
    pub cx: &'a Context<'a>,
    /// Its table.
    pub table: &'a Table,
    /// The row.
    pub row: RowId,
    values: [OnceCell<Value<'a>>; FieldKey::COUNT],
    pub(crate) money: OnceCell<Rc<PenaltyMoney>>,
    pub(crate) publicity: OnceCell<Option<Period>>,
    /// The fields that were looked at since [`RowCx::forget_seen`], one bit each.
    seen: std::cell::Cell<u64>,
}

impl<'a> RowCx<'a> {
    /// The record of a row.
    pub fn new(cx: &'a Context<'a>, table: &'a Table, row: RowId) -> Self {
        Self {
            cx,
            table,
            row,
            values: [const { OnceCell::new() }; FieldKey::COUNT],
            money: OnceCell::new(),
            publicity: OnceCell::new(),
            seen: std::cell::Cell::new(0),
        }
    }

    fn note(&self, field: FieldKey) {
        self.seen.set(self.seen.get() | 1 << field as u64);
    }

    /// Starts to keep track of the fields that are looked at.
    pub(crate) fn forget_seen(&self) {
        self.seen.set(0);
    }

    /// Whether nothing but one field was looked at since [`RowCx::forget_seen`].
    pub(crate) fn saw_only(&self, field: FieldKey) -> bool {
        self.seen.get() & !(1 << field as u64) == 0
    }

    /// Takes over a value that is known already: the text as typed.
    pub(crate) fn know(&self, field: FieldKey, text: &'a str, is_filler: bool) {
        let _ = self.values[field as usize].set(Value { text: Cow::Borrowed(text), is_filler });
    }

    /// Whether the value of a field is its text as typed.
    pub(crate) fn is_plain(&self, field: FieldKey) -> bool {
        let text = &self.cached(field).text;
        matches!(text, Cow::Borrowed(_)) && text.len() == self.raw(field).text.len()
    }

    /// Its kind.
    pub fn kind(&self) -> Kind {
        self.table.kind
    }

    fn cached(&self, field: FieldKey) -> &Value<'a> {
        self.note(field);
        self.values[field as usize].get_or_init(|| {
            let text = self.table.value(self.row, field);
            Value { is_filler: is_filler(&text), text }
        })
    }

    /// The normalised value of a field, fillers such as 无 included; empty where blank.
    pub fn normalised(&self, field: FieldKey) -> &str {
        &self.cached(field).text
    }

    /// The value that rules judge: the normalised one, but empty where it is a filler, which counts as blank
    /// in fields that are not required and is C003's business in those that are.
    pub fn value(&self, field: FieldKey) -> &str {
        let value = self.cached(field);
        if value.is_filler { "" } else { &value.text }
    }

    /// Whether the field holds a filler such as 无.
    pub fn holds_filler(&self, field: FieldKey) -> bool {
        self.cached(field).is_filler
    }

    /// Whether the field is blank or holds a filler.
    pub fn is_blank(&self, field: FieldKey) -> bool {
        self.value(field).is_empty()
    }

    /// The cell as typed.
    pub fn raw(&self, field: FieldKey) -> Cell<'a> {
        self.note(field);
        self.table.cell(self.row, field)
    }

    /// The date of a field, where its value is a real one.
    pub fn date(&self, field: FieldKey) -> Option<Date> {
        iso_date(self.value(field))
    }

    /// The sums of 行政处罚内容, read once for all rules.
    pub fn penalty_money(&self) -> &PenaltyMoney {
        self.note(FieldKey::PenaltyContent);
        self.money.get_or_init(|| Rc::new(amounts::read(self.value(FieldKey::PenaltyContent))))
    }

    /// 公示期限, read once for all rules; none where it is blank or cannot be read.
    pub fn publicity(&self) -> Option<&Period> {
        self.note(FieldKey::PublicityPeriod);
        self.publicity.get_or_init(|| period::read(self.value(FieldKey::PublicityPeriod))).as_ref()
    }

    /// The last day of 公示期限, counted from the event date where the period names no first day; none where it has
    /// no end or cannot be read.
    pub fn publicity_last_day(&self) -> Option<Date> {
        let period = self.publicity()?;
        let from = self.event_date().map(|(_, date)| date);
        // An end date needs no event date.
        let from = from
            .or_else(|| period.first.map(|d| d.date))
            .or(period.duration.is_none().then_some(Date::MIN))?;
        period.last_day(from, self.cx.calendar)
    }

    /// The date from which the days for gathering run, with the field that held it.
    pub fn event_date(&self) -> Option<(FieldKey, Date)> {
        let info = self.kind().info();
        let fallback = info.event_date_fallback.filter(|_| self.is_blank(info.event_date));
        let field = fallback.unwrap_or(info.event_date);
        self.date(field).map(|date| (field, date))
    }

    /// A cell of the record for a field check.
    pub fn field(&self, key: FieldKey) -> FieldCx<'_, 'a> {
        let value = self.value(key);
        FieldCx { row: self, key, value, raw: self.raw(key), classes: Classes::of(self.raw(key).text) }
    }
}

/// Reads a normalised date; other forms are none.
pub fn iso_date(value: &str) -> Option<Date> {
    if value.len() != 10 {
        return None;
    }
    precheck_schema::date::read_date(value, false).map(|read| read.date)
}

/// A cell under judgement.
pub struct FieldCx<'r, 'a> {
    /// Its record.
    pub row: &'r RowCx<'a>,
    /// Its field.
    pub key: FieldKey,
    /// Its normalised value, neither blank nor a filler.
    pub value: &'r str,
    /// The cell as typed.
    pub raw: Cell<'a>,
    /// Which classes of characters the typed text holds: lets a rule return before it looks closely.
    pub classes: Classes,
}

impl FieldCx<'_, '_> {
    /// The field as this kind has it.
    pub fn declaration(&self) -> &'static KindField {
        self.row.kind().field(self.key).expect("the engine calls rules for fields of the kind only")
    }
}

/// A finding with what its sentence needs.
pub struct Hit<'r, 'a> {
    /// The finding.
    pub finding: &'r Finding,
    /// Its record; for a finding about a whole table a record that does not exist, all blank.
    pub row: &'r RowCx<'a>,
    /// All tables of the job, for findings that name another record.
    pub tables: &'a [Table],
}

impl<'a> Hit<'_, 'a> {
    /// The field of the finding.
    ///
    /// # Panics
    /// For a finding without a field, which only checks over whole tables report.
    pub fn field(&self) -> FieldKey {
        self.finding.field.expect("findings about records name their field")
    }

    /// What the kind calls the finding's field, empty without one.
    pub fn label(&self) -> &'static str {
        self.finding.field.map_or("", |f| self.row.kind().field_label(f))
    }

    /// The normalised value of the finding's cell.
    pub fn value(&self) -> &str {
        self.row.normalised(self.field())
    }

    /// The finding's cell as typed.
    pub fn raw(&self) -> Cell<'a> {
        self.row.raw(self.field())
    }

    /// The number of the finding.
    pub fn arg(&self) -> u32 {
        self.finding.arg
    }

    /// How the other record of the finding is called: its row, with the sheet where it is another one.
    pub fn other_place(&self, lang: Lang) -> String {
        let Some(RowRef { table, row }) = self.finding.other else { return String::new() };
        let other = &self.tables[table as usize];
        let (zh, en) = if std::ptr::eq(other, self.row.table) {
            (String::new(), String::new())
        } else if other.name.is_empty() || other.name == self.row.table.name {
            ("另一张表".to_owned(), " of another table".to_owned())
        } else {
            (format!("“{}”", other.name), format!(" of “{}”", other.name))
        };
        match (lang, other.source_row(row)) {
            (Lang::Zh, Some(number)) => format!("{zh}第 {number} 行"),
            (Lang::Zh, None) => format!("{zh}新增的行"),
            (Lang::En, Some(number)) => format!("row {number}{en}"),
            (Lang::En, None) => format!("an added row{en}"),
        }
    }

    /// The other record of the finding.
    pub fn other_row(&self) -> Option<RowCx<'a>> {
        let RowRef { table, row } = self.finding.other?;
        Some(RowCx::new(self.row.cx, &self.tables[table as usize], row))
    }
}

#[cfg(test)]
mod tests {
    use precheck_schema::Text;

    use super::*;
    use crate::example::Example;
    use crate::finding::{RuleId, Severity};

    #[test]
    fn another_record_is_called_by_its_row_and_sheet() {
        let example = Example::silent(Kind::Penalty, &[&[], &[]], Text::new("两条", "two"));
        let mut tables = [example.table(), example.table(), example.table()];
        for (table, name) in tables.iter_mut().zip(["处罚", "处罚", "许可"]) {
            table.name = name.to_owned();
        }
        let added = tables[0].insert_row(0);
        let calendar = Calendar::built_in();
        let profile = Profile::built_in();
        let today = Date::from_ymd_opt(2023, 6, 30).unwrap();
        let cx = Context { profile: &profile, calendar: &calendar, today, template: None, ledger: None };
        let first = tables[1].rows()[0];
        for (table, row, zh, en) in [
            (0, tables[0].rows()[1], "第 2 行", "row 2"),
            (0, added, "新增的行", "an added row"),
            (1, first, "另一张表第 2 行", "row 2 of another table"),
            (2, first, "“许可”第 2 行", "row 2 of “许可”"),
        ] {
            let finding = Finding {
                rule: RuleId(0),
                severity: Severity::Info,
                row: Some(first),
                field: Some(FieldKey::Uscc),
                arg: 0,
                other: Some(RowRef { table, row }),
            };
            let row = RowCx::new(&cx, &tables[0], first);
            let hit = Hit { finding: &finding, row: &row, tables: &tables };
            assert_eq!((&*hit.other_place(Lang::Zh), &*hit.other_place(Lang::En)), (zh, en));
            assert_eq!(hit.label(), Kind::Penalty.field_label(FieldKey::Uscc));
        }
    }
}
