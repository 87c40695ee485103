//! The whole catalogue on records of arbitrary cells: no panic, the same findings again, a sentence for each, and an
//! edit leaves what a full run finds.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use precheck_rules::{Context, Hit, Judgement, RowCx, RowRef, base, catalogue};
use precheck_schema::calendar::Calendar;
use precheck_schema::date::Date;
use precheck_schema::grid::{CellKind, CellTag, Grid};
use precheck_schema::normalize::Unit;
use precheck_schema::profile::Profile;
use precheck_schema::table::ColumnMeaning;
use precheck_schema::template::Template;
use precheck_schema::{Kind, Lang, Table};

static PROFILE: LazyLock<Profile> = LazyLock::new(Profile::built_in);
static CALENDAR: LazyLock<Calendar> = LazyLock::new(Calendar::built_in);
static TEMPLATE: LazyLock<Template> = LazyLock::new(|| {
    Template::from_json(include_str!("../../../templates/credit-china.json")).expect("a template")
});

const CELLS: [CellKind; 5] =
    [CellKind::Text, CellKind::Number, CellKind::LossyNumber, CellKind::Date, CellKind::Error];
const UNITS: [Unit; 4] = [Unit::None, Unit::Yuan, Unit::TenThousandYuan, Unit::Years];

/// Two records of a kind; each piece of the text, cut at U+001F, is the cell of a field; an empty piece leaves the
/// value of a clean record.
fn table(settings: [u8; 2], text: &str) -> Table {
    let kind = Kind::ALL[usize::from(settings[0]) % Kind::ALL.len()];
    let unit = UNITS[usize::from(settings[1]) % UNITS.len()];
    let tag = CELLS[usize::from(settings[1] >> 3) % CELLS.len()];
    let mut grid = Grid::default();
    let mut meanings = Vec::new();
    let mut pieces = text.split('\u{1F}');
    for (column, field) in kind.fields().iter().map(|f| f.key).enumerate() {
        grid.put(0, column, kind.field_label(field), CellTag::new(CellKind::Text));
        let header = kind.field_label(field).to_owned();
        meanings.push(ColumnMeaning { header, source: Some(column as u16), field: Some(field), unit });
        let clean = base(kind).iter().find(|(f, _)| *f == field).map_or("", |(_, text)| *text);
        for row in 1..=2 {
            match pieces.next() {
                None | Some("") if clean.is_empty() => {}
                None | Some("") => grid.put(row, column, clean, CellTag::new(CellKind::Text)),
                Some(piece) => grid.put(row, column, piece, CellTag::new(tag)),
            }
        }
    }
    grid.rows = 3;
    Table::from_grid(kind, grid, Some(1), meanings, Vec::new())
}

fuzz_target!(|input: &[u8]| {
    let Some((&settings, text)) = input.split_first_chunk::<2>() else { return };
    let text = String::from_utf8_lossy(text);
    let today = Date::from_ymd_opt(2023, 6, 30).expect("a date");
    let template = (settings[1] & 0x80 != 0).then_some(&*TEMPLATE);
    let cx = Context { profile: &PROFILE, calendar: &CALENDAR, today, template, ledger: None };
    let mut tables = [table(settings, &text)];
    let judgement = Judgement::full(&tables, &cx);
    let found = judgement.all(&tables, 0);
    assert_eq!(found, Judgement::full(&tables, &cx).all(&tables, 0));
    let mut fixes = Vec::new();
    for finding in &found {
        let rule = catalogue().rule(finding.rule);
        let row = RowCx::new(&cx, &tables[0], finding.row.unwrap_or(tables[0].rows()[0]));
        let hit = Hit { finding, row: &row, tables: &tables };
        for lang in [Lang::Zh, Lang::En] {
            assert!(!(rule.say)(&hit, lang).is_empty());
        }
        if let Some(fix) = rule.suggest.and_then(|suggest| suggest(&hit)) {
            fixes.push((*finding, fix));
        }
    }
    for (finding, fix) in fixes {
        let Some(row) = finding.row else { continue };
        let mut judgement = judgement.clone();
        let before: Vec<_> =
            fix.changes.iter().map(|(field, text)| (*field, tables[0].set_text(row, *field, text))).collect();
        let changed: Vec<_> = fix.changes.iter().map(|(field, _)| *field).collect();
        judgement.rejudge(&tables, &cx, RowRef { table: 0, row }, &changed);
        let after = Judgement::full(&tables, &cx);
        assert_eq!(judgement.all(&tables, 0), after.all(&tables, 0));
        let stays = after.of_row(0, row).iter().any(|f| f.rule == finding.rule && f.field == finding.field);
        assert!(!stays, "{} stays after {fix:?}", catalogue().rule(finding.rule).code);
        for (field, cell) in before.into_iter().rev() {
            tables[0].restore(row, field, cell);
        }
    }
});
