//! After any sequence of edits, insertions, deletions and undos the findings are those of a full run, in the same
//! order: over random tables of several kinds, some of which lack columns.

use precheck_rules::{Context, Finding, Judgement, RowRef, base};
use precheck_schema::calendar::Calendar;
use precheck_schema::date::Date;
use precheck_schema::grid::{CellKind, CellTag, Grid};
use precheck_schema::normalize::Unit;
use precheck_schema::profile::{DayCount, Profile};
use precheck_schema::table::{ColumnMeaning, StoredCell};
use precheck_schema::{FieldKey, Kind, RowId, Table};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Values that meet each other often: few names, codes and numbers, blanks and fillers among them.
const TEXTS: [&str; 34] = [
    "",
    " ",
    "无",
    "—",
    "奈曼旗沙海明珠大酒店有限公司",
    "奈曼旗聚福隆商贸有限公司",
    "内蒙古（奈曼）商贸有限公司",
    "内蒙古(奈曼)商贸有限公司",
    "测试企业有限公司",
    "91150525MA0N8B4T47",
    "91150525MA00001700",
    "91150525ma00001700",
    "91150525MA0N8B4T48",
    "9115O525MA0N8B4T47",
    "91350211M00013FA1N",
    "00000000000000000X",
    "11150525MB1A234574",
    "150525000001234",
    "15052500012",
    "奈(消)行罚决字〔2023〕第0007号",
    "奈(消)行罚决字[2023]第0008号",
    "奈(消)行罚决字〔2023〕第0011号",
    "奈消安检许字〔2023〕第0012号",
    "XX消行罚决字〔2023〕第0001号",
    "2023-06-16",
    "2023-06-10",
    "2023年5月24日",
    "2023-02-30",
    "2026-12-28",
    "奈曼旗消防救援大队",
    "奈曼旗公安消防大队",
    "罚款",
    "罚款人民币5000元",
    "长期",
];

/// What happens to the tables of a job.
#[derive(Debug, Clone)]
enum Step {
    /// A text into a cell.
    Edit { table: Index, row: Index, field: Index, text: &'static str },
    /// The value of the kind's clean record into a cell: mends what an edit spoilt.
    Mend { table: Index, row: Index, field: Index },
    /// A blank record.
    Insert { table: Index, position: Index },
    /// A record out.
    Remove { table: Index, row: Index },
    /// The last step that was not taken back yet.
    Undo,
}

/// How a step is taken back.
enum Back {
    Cell(usize, RowId, FieldKey, StoredCell),
    Remove(usize, RowId),
    Restore(usize, RowId, usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let index = any::<Index>;
    let step = prop_oneof![
        6 => (index(), index(), index(), select(TEXTS.as_slice()))
            .prop_map(|(table, row, field, text)| Step::Edit { table, row, field, text }),
        3 => (index(), index(), index()).prop_map(|(table, row, field)| Step::Mend { table, row, field }),
        1 => (index(), index()).prop_map(|(table, position)| Step::Insert { table, position }),
        1 => (index(), index()).prop_map(|(table, row)| Step::Remove { table, row }),
        3 => Just(Step::Undo),
    ];
    prop::collection::vec(step, 0..40)
}

/// A table of some records: each is the kind's clean one with a few cells changed.
fn table() -> impl Strategy<Value = Table> {
    let kinds =
        select(vec![Kind::Penalty, Kind::Penalty, Kind::LicenseGrant, Kind::LicenseChange, Kind::Inspection]);
    let change = (any::<Index>(), select(TEXTS.as_slice()));
    let record = prop::collection::vec(change, 0..4);
    (kinds, prop::collection::vec(any::<Index>(), 0..3), prop::collection::vec(record, 0..8)).prop_map(
        |(kind, without, records)| {
            let all: Vec<FieldKey> = kind.fields().iter().map(|f| f.key).collect();
            let without: Vec<FieldKey> = without.iter().map(|index| *index.get(&all)).collect();
            let fields: Vec<FieldKey> = all.iter().copied().filter(|f| !without.contains(f)).collect();
            let mut grid = Grid { name: kind.label().zh.to_owned(), ..Grid::default() };
            let mut meanings = Vec::new();
            for (column, &field) in fields.iter().enumerate() {
                let header = kind.field_label(field).to_owned();
                grid.put(0, column, &header, CellTag::new(CellKind::Text));
                let source = Some(column as u16);
                meanings.push(ColumnMeaning { header, source, field: Some(field), unit: Unit::None });
            }
            for (row, record) in records.iter().enumerate() {
                for (column, &field) in fields.iter().enumerate() {
                    let changed = record.iter().find(|(index, _)| *index.get(&all) == field);
                    let text = changed.map_or_else(|| clean(kind, field), |(_, text)| text);
                    if !text.is_empty() {
                        grid.put(row as u32 + 1, column, text, CellTag::new(CellKind::Text));
                    }
                }
            }
            grid.rows = records.len() as u32 + 1;
            Table::from_grid(kind, grid, Some(1), meanings, Vec::new())
        },
    )
}

fn clean(kind: Kind, field: FieldKey) -> &'static str {
    base(kind).iter().find(|(f, _)| *f == field).map_or("", |(_, text)| text)
}

fn field(kind: Kind, index: Index) -> FieldKey {
    index.get(kind.fields()).key
}

fn row(table: &Table, index: Index) -> Option<RowId> {
    (!table.is_empty()).then(|| *index.get(table.rows()))
}

struct Job<'a> {
    tables: Vec<Table>,
    judgement: Judgement,
    cx: Context<'a>,
    back: Vec<Back>,
}

impl Job<'_> {
    fn take(&mut self, step: &Step) {
        match *step {
            Step::Edit { table, row, field, text } => self.edit(table, row, field, Some(text)),
            Step::Mend { table, row, field } => self.edit(table, row, field, None),
            Step::Insert { table, position } => {
                let number = table.index(self.tables.len());
                let position = position.index(self.tables[number].len() + 1);
                let row = self.tables[number].insert_row(position);
                self.judgement.row_added(&self.tables, &self.cx, at(number, row));
                self.back.push(Back::Remove(number, row));
            }
            Step::Remove { table, row: index } => {
                let number = table.index(self.tables.len());
                let Some(row) = row(&self.tables[number], index) else { return };
                let position = self.tables[number].remove_row(row).expect("the row is there");
                self.judgement.row_removed(&self.tables, &self.cx, at(number, row));
                self.back.push(Back::Restore(number, row, position));
            }
            Step::Undo => self.undo(),
        }
    }

    fn edit(&mut self, table: Index, index: Index, column: Index, text: Option<&str>) {
        let number = table.index(self.tables.len());
        let kind = self.tables[number].kind;
        let field = field(kind, column);
        let Some(row) = row(&self.tables[number], index) else { return };
        let text = text.unwrap_or_else(|| clean(kind, field));
        let before = self.tables[number].set_text(row, field, text);
        self.judgement.rejudge(&self.tables, &self.cx, at(number, row), &[field]);
        self.back.push(Back::Cell(number, row, field, before));
    }

    fn undo(&mut self) {
        match self.back.pop() {
            None => {}
            Some(Back::Cell(number, row, field, cell)) => {
                self.tables[number].restore(row, field, cell);
                self.judgement.rejudge(&self.tables, &self.cx, at(number, row), &[field]);
            }
            Some(Back::Remove(number, row)) => {
                self.tables[number].remove_row(row);
                self.judgement.row_removed(&self.tables, &self.cx, at(number, row));
            }
            Some(Back::Restore(number, row, position)) => {
                self.tables[number].restore_row(row, position);
                self.judgement.row_added(&self.tables, &self.cx, at(number, row));
            }
        }
    }
}

const fn at(table: usize, row: RowId) -> RowRef {
    RowRef { table: table as u16, row }
}

fn all(judgement: &Judgement, tables: &[Table]) -> Vec<Vec<Finding>> {
    (0..tables.len()).map(|number| judgement.all(tables, number)).collect()
}

proptest! {
    #[test]
    fn incremental_findings_are_those_of_a_full_run(
        tables in prop::collection::vec(table(), 1..4),
        steps in steps(),
        working_days in any::<bool>(),
    ) {
        let mut profile = Profile::built_in();
        profile.organisation.uscc = "11150525MB1A234574".to_owned();
        if working_days {
            profile.deadline.count = DayCount::Working;
        }
        let calendar = Calendar::built_in();
        let today = Date::from_ymd_opt(2023, 6, 30).expect("a date");
        let cx = Context { profile: &profile, calendar: &calendar, today, template: None, ledger: None };
        let judgement = Judgement::full(&tables, &cx);
        let mut job = Job { tables, judgement, cx, back: Vec::new() };
        for (number, step) in steps.iter().enumerate() {
            job.take(step);
            // Comparing after each step finds the step; every fourth keeps the test quick.
            if number % 4 == 3 || number + 1 == steps.len() {
                let full = Judgement::full(&job.tables, &job.cx);
                prop_assert_eq!(all(&job.judgement, &job.tables), all(&full, &job.tables), "after {:?}", step);
                for table in 0..job.tables.len() {
                    let counts = job.judgement.counts(&job.tables, table);
                    prop_assert_eq!(counts, full.counts(&job.tables, table));
                    prop_assert_eq!(counts.iter().sum::<usize>(), job.judgement.all(&job.tables, table).len());
                }
            }
        }
        // Judging each record by itself, without what a full run remembers of texts, gives the same.
        let all_fields = FieldKey::all();
        for number in 0..job.tables.len() {
            for &row in job.tables[number].rows() {
                job.judgement.rejudge(&job.tables, &job.cx, at(number, row), all_fields);
            }
        }
        let full = Judgement::full(&job.tables, &job.cx);
        prop_assert_eq!(all(&job.judgement, &job.tables), all(&full, &job.tables));
        // Taking everything back gives the findings of the beginning, whatever lay between.
        while !job.back.is_empty() {
            job.undo();
        }
        let full = Judgement::full(&job.tables, &job.cx);
        prop_assert_eq!(all(&job.judgement, &job.tables), all(&full, &job.tables));
    }
}

/// Numbers of one sequence and of others, and what identifies two enterprises, so that records meet at every step.
const MEETING: [(FieldKey, &str); 12] = [
    (FieldKey::DocumentNo, "奈(消)行罚决字〔2023〕第0007号"),
    (FieldKey::DocumentNo, "奈(消)行罚决字〔2023〕第0008号"),
    (FieldKey::DocumentNo, "奈(消)行罚决字〔2023〕第0010号"),
    (FieldKey::DocumentNo, "奈(消)行罚决字[2023]第0010号"),
    (FieldKey::DocumentNo, "奈(消)行罚决字〔2023〕第0012号"),
    (FieldKey::DocumentNo, "奈(消)行罚决字〔2022〕第0011号"),
    (FieldKey::DocumentNo, ""),
    (FieldKey::EnterpriseName, "奈曼旗沙海明珠大酒店有限公司"),
    (FieldKey::EnterpriseName, "奈曼旗聚福隆商贸有限公司"),
    (FieldKey::Uscc, "91150525MA0N8B4T47"),
    (FieldKey::Uscc, "91150525MA00001700"),
    (FieldKey::Uscc, ""),
];

/// One of [`MEETING`] into a record, a new record, one out, or the last step back.
fn meetings() -> impl Strategy<Value = Vec<(u8, Index, usize)>> {
    let kind = prop_oneof![6 => Just(0u8), 1 => Just(1), 1 => Just(2), 2 => Just(3)];
    prop::collection::vec((kind, any::<Index>(), 0..MEETING.len()), 1..30)
}

fn penalties(records: usize) -> Table {
    let mut grid = Grid::default();
    let mut meanings = Vec::new();
    for (column, field) in Kind::Penalty.fields().iter().map(|f| f.key).enumerate() {
        let (header, source) = (Kind::Penalty.field_label(field).to_owned(), Some(column as u16));
        grid.put(0, column, &header, CellTag::new(CellKind::Text));
        meanings.push(ColumnMeaning { header, source, field: Some(field), unit: Unit::None });
        for row in 1..=records {
            grid.put(row as u32, column, clean(Kind::Penalty, field), CellTag::new(CellKind::Text));
        }
    }
    grid.rows = records as u32 + 1;
    Table::from_grid(Kind::Penalty, grid, Some(1), meanings, Vec::new())
}

proptest! {
    #[test]
    fn records_that_meet_are_judged_as_in_a_full_run(records in (1usize..5, 0usize..4), steps in meetings()) {
        let (profile, calendar) = (Profile::built_in(), Calendar::built_in());
        let today = Date::from_ymd_opt(2023, 6, 30).expect("a date");
        let cx = Context { profile: &profile, calendar: &calendar, today, template: None, ledger: None };
        let tables = vec![penalties(records.0), penalties(records.1)];
        let judgement = Judgement::full(&tables, &cx);
        let mut at_once = judgement.clone();
        let mut job = Job { tables, judgement, cx, back: Vec::new() };
        let mut changed: Vec<RowRef> = Vec::new();
        job.judgement.take_touched();
        for &(kind, place, value) in &steps {
            let before: Vec<Vec<Vec<Finding>>> = found(&job);
            let number = place.index(2);
            match kind {
                0 => {
                    let Some(row) = row(&job.tables[number], place) else { continue };
                    let (field, text) = MEETING[value];
                    let old = job.tables[number].set_text(row, field, text);
                    job.judgement.rejudge(&job.tables, &job.cx, at(number, row), &[field]);
                    job.back.push(Back::Cell(number, row, field, old));
                }
                1 => job.take(&Step::Insert { table: place, position: place }),
                2 => job.take(&Step::Remove { table: place, row: place }),
                _ => job.undo(),
            }
            let full = Judgement::full(&job.tables, &job.cx);
            prop_assert_eq!(all(&job.judgement, &job.tables), all(&full, &job.tables), "after {:?}", (kind, value));
            // Who shows findings asks only for the records that are named here.
            let touched = job.judgement.take_touched();
            for (number, rows) in found(&job).iter().enumerate() {
                for (row, findings) in rows.iter().enumerate() {
                    let record = at(number, RowId(row as u32));
                    let was = before[number].get(row);
                    let is_new = was != Some(findings) && !(was.is_none() && findings.is_empty());
                    prop_assert!(!is_new || touched.contains(&record), "{record:?} after {:?}", (kind, value));
                }
            }
            changed.extend(touched.into_iter().filter(|record| !changed.contains(record)).collect::<Vec<_>>());
        }
        // Many changes at once, as undoing a replacement in all records makes them.
        let again = at_once.begin_again(&job.tables, &changed);
        at_once.judge_again(&job.tables, &job.cx, &again);
        for number in 0..job.tables.len() {
            at_once.gather(&job.tables, &job.cx, number, 0..job.tables[number].len());
        }
        at_once.finish(&job.tables, &job.cx);
        let full = Judgement::full(&job.tables, &job.cx);
        prop_assert_eq!(all(&at_once, &job.tables), all(&full, &job.tables));
    }
}

/// The findings of every record, those that were taken out among them.
fn found(job: &Job<'_>) -> Vec<Vec<Vec<Finding>>> {
    let of_table = |(number, table): (usize, &Table)| {
        (0..table.row_bound()).map(|row| job.judgement.of_row(number, RowId(row as u32)).to_vec()).collect()
    };
    job.tables.iter().enumerate().map(of_table).collect()
}
