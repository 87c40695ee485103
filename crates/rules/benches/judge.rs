//! How fast 100,000 penalties are judged with every rule, beside a plain loop that only reads the cells; and how
//! long one edit takes to judge anew. Single-threaded, natively: `cargo bench -p precheck-rules`.

use std::sync::LazyLock;

use divan::Bencher;
use divan::counter::ItemsCount;
use precheck_rules::{Context, Judgement, RowRef, base};
use precheck_schema::calendar::Calendar;
use precheck_schema::date::Date;
use precheck_schema::grid::{CellKind, CellTag, Grid};
use precheck_schema::normalize::Unit;
use precheck_schema::profile::Profile;
use precheck_schema::table::ColumnMeaning;
use precheck_schema::{FieldKey, Kind, Table, uscc};

const ROWS: usize = 100_000;

/// The columns of the usual sheet: 14 of them.
const COLUMNS: [FieldKey; 14] = [
    FieldKey::EnterpriseName,
    FieldKey::Uscc,
    FieldKey::RegistrationNo,
    FieldKey::Authority,
    FieldKey::DocumentNo,
    FieldKey::Violation,
    FieldKey::PenaltyContent,
    FieldKey::DecisionDate,
    FieldKey::PublicityPeriod,
    FieldKey::PenaltyType,
    FieldKey::FineAmount,
    FieldKey::Procedure,
    FieldKey::Serious,
    FieldKey::Remark,
];

fn main() {
    divan::main();
}

struct Settings {
    profile: Profile,
    calendar: Calendar,
}

static SETTINGS: LazyLock<Settings> =
    LazyLock::new(|| Settings { profile: Profile::built_in(), calendar: Calendar::built_in() });

fn context() -> Context<'static> {
    let today = Date::from_ymd_opt(2023, 6, 30).expect("a date");
    Context { profile: &SETTINGS.profile, calendar: &SETTINGS.calendar, today, template: None, ledger: None }
}

/// A valid code, another one for each number.
fn code(number: usize) -> String {
    let body = format!("MA{number:06}");
    let organisation = uscc::organisation_check(body.as_bytes()).map(char::from).expect("of the alphabet");
    let first = format!("91150525{body}{organisation}");
    let check = uscc::check_character(first.as_bytes()).map(char::from).expect("of the alphabet");
    format!("{first}{check}")
}

/// Records without fault, each of another enterprise.
fn clean(number: usize, field: FieldKey) -> String {
    match field {
        FieldKey::EnterpriseName => format!("奈曼旗第{number}号商贸有限公司"),
        FieldKey::Uscc => code(number),
        FieldKey::DocumentNo => format!("奈(消)行罚决字〔2023〕第{:06}号", number + 1),
        FieldKey::DecisionDate => format!("2023-06-{:02}", 19 + number % 10),
        field => {
            base(Kind::Penalty).iter().find(|(f, _)| *f == field).map_or("", |(_, text)| text).to_owned()
        }
    }
}

/// Records each with several faults.
fn wrong(number: usize, field: FieldKey) -> String {
    match field {
        FieldKey::Uscc => {
            let mut code = code(number);
            code.replace_range(17.., if code.ends_with('0') { "1" } else { "0" });
            code
        }
        FieldKey::DecisionDate => "2023年5月1日".to_owned(),
        FieldKey::Authority => "奈曼消防".to_owned(),
        FieldKey::Violation => "无".to_owned(),
        FieldKey::PublicityPeriod => String::new(),
        field => clean(number, field),
    }
}

fn table(value: fn(usize, FieldKey) -> String) -> Table {
    let text = CellTag::new(CellKind::Text);
    let mut grid = Grid { rows: ROWS as u32 + 1, ..Grid::default() };
    let mut meanings = Vec::new();
    for (column, &field) in COLUMNS.iter().enumerate() {
        let header = Kind::Penalty.field_label(field).to_owned();
        grid.put(0, column, &header, text);
        meanings.push(ColumnMeaning {
            header,
            source: Some(column as u16),
            field: Some(field),
            unit: Unit::None,
        });
        for row in 0..ROWS {
            let value = value(row, field);
            if !value.is_empty() {
                grid.put(row as u32 + 1, column, &value, text);
            }
        }
    }
    Table::from_grid(Kind::Penalty, grid, Some(1), meanings, Vec::new())
}

static CLEAN: LazyLock<[Table; 1]> = LazyLock::new(|| [table(clean)]);
static WRONG: LazyLock<[Table; 1]> = LazyLock::new(|| [table(wrong)]);

/// What no judging can undercut: every cell read once.
#[divan::bench(sample_count = 10)]
fn read_only(bencher: Bencher<'_, '_>) {
    let tables = &*CLEAN;
    bencher.counter(ItemsCount::new(ROWS)).bench_local(|| {
        let rows = tables[0].rows().iter();
        rows.map(|&row| COLUMNS.iter().map(|&f| tables[0].cell(row, f).text.len()).sum::<usize>())
            .sum::<usize>()
    });
}

#[divan::bench(sample_count = 10)]
fn judge_clean(bencher: Bencher<'_, '_>) {
    let (tables, cx) = (&*CLEAN, context());
    bencher.counter(ItemsCount::new(ROWS)).bench_local(|| Judgement::full(tables, &cx));
}

#[divan::bench(sample_count = 10)]
fn judge_every_row_wrong(bencher: Bencher<'_, '_>) {
    let (tables, cx) = (&*WRONG, context());
    bencher.counter(ItemsCount::new(ROWS)).bench_local(|| Judgement::full(tables, &cx));
}

/// One cell changes to and fro, and its record is judged anew each time.
fn edit(bencher: Bencher<'_, '_>, field: FieldKey, other: &str) {
    let mut tables = CLEAN.clone();
    let cx = context();
    let mut judgement = Judgement::full(&tables, &cx);
    let row = tables[0].rows()[ROWS / 2];
    let own = tables[0].cell(row, field).text.to_owned();
    let mut turn = false;
    bencher.bench_local(move || {
        turn = !turn;
        tables[0].set_text(row, field, if turn { other } else { &own });
        judgement.rejudge(&tables, &cx, RowRef { table: 0, row }, &[field]);
        judgement.take_touched().len()
    });
}

#[divan::bench(sample_count = 20)]
fn edit_content(bencher: Bencher<'_, '_>) {
    edit(bencher, FieldKey::PenaltyContent, "");
}

#[divan::bench(sample_count = 20)]
fn edit_code(bencher: Bencher<'_, '_>) {
    edit(bencher, FieldKey::Uscc, "91150525MA0N8B4T47");
}

/// The number of the document: all records have one prefix and year, and stand in one order.
#[divan::bench(sample_count = 20)]
fn edit_document_number(bencher: Bencher<'_, '_>) {
    edit(bencher, FieldKey::DocumentNo, "奈(消)行罚决字〔2023〕第900000号");
}
