//! Safe fixes on random dirty records: each removes its finding, adds none, touches one cell, and leaves the
//! value that the other rules judge as it was; in any order they come to an end.

use precheck_rules::{Context, FixKind, Hit, Judgement, RowCx, base, catalogue};
use precheck_schema::calendar::Calendar;
use precheck_schema::date::Date;
use precheck_schema::profile::Profile;
use precheck_schema::template::Template;
use precheck_schema::{FieldKey, Kind, RowId, Table};
use proptest::prelude::*;

/// A template that writes each value on one line.
const ONE_LINE: &str = r#"{"name":"one-line","title":"内容清单","file":"xlsx","layouts":[{"kinds":["license-grant",
    "license-change","license-termination","penalty","penalty-change","inspection","blacklist","other"],
    "columns":"kind"}]}"#;

/// What a slip of typing puts between two characters.
const INSERTED: [&str; 24] = [
    " ", "　", "\t", "\n", "\r\n", "\u{A0}", "\u{200B}", "\u{FEFF}", "\u{AD}", "\u{202E}", "\u{7}",
    "\u{180E}", "\u{202F}", "ᠨ", ",", "、", "；", ";", "－", "=", "-", ":", "5", "(",
];

/// Whole values that stand in for the one of the clean record.
const REPLACED: [&str; 22] = [
    "2023年6月16日",
    "2023/6/16",
    "20230616",
    "2023.6.16 08:30",
    "45093",
    "2023-1-2 8",
    "２０２３－６－５",
    "长期",
    "无固定期限",
    "警告、罚款",
    "警告 罚款；没收违法所得、没收非法财物",
    "罚款,警告",
    "91150525ma0n8b4t47",
    "未发现问题；发现问题已责令改正",
    "无",
    "—",
    "#REF!",
    "1.50525E+17",
    "=1+1",
    "奈消行罚决字[2023]第7号",
    "5 000元",
    "第一行\n第二行\n",
];

/// A change to the text of one field.
#[derive(Debug, Clone)]
enum Dirt {
    Insert(prop::sample::Index, &'static str),
    Widen(prop::sample::Index),
    Small,
    Replace(&'static str),
}

fn dirt() -> impl Strategy<Value = Dirt> {
    prop_oneof![
        6 => (any::<prop::sample::Index>(), prop::sample::select(&INSERTED[..]))
            .prop_map(|(at, text)| Dirt::Insert(at, text)),
        2 => any::<prop::sample::Index>().prop_map(Dirt::Widen),
        1 => Just(Dirt::Small),
        2 => prop::sample::select(&REPLACED[..]).prop_map(Dirt::Replace),
    ]
}

fn spoil(text: &mut String, dirt: &Dirt) {
    let mut characters: Vec<char> = text.chars().collect();
    match dirt {
        Dirt::Insert(at, inserted) => {
            let at = at.index(characters.len() + 1);
            characters.splice(at..at, inserted.chars());
        }
        Dirt::Widen(at) if !characters.is_empty() => {
            let at = at.index(characters.len());
            if characters[at].is_ascii_graphic() {
                characters[at] = char::from_u32(u32::from(characters[at]) + 0xFEE0).unwrap();
            }
        }
        Dirt::Widen(_) => {}
        Dirt::Small => characters.iter_mut().for_each(char::make_ascii_lowercase),
        Dirt::Replace(value) => characters = value.chars().collect(),
    }
    *text = characters.into_iter().collect();
}

/// Rule and field of every finding of a job with one table.
fn findings(tables: &[Table], cx: &Context<'_>) -> Vec<(&'static str, Option<FieldKey>)> {
    let judgement = Judgement::full(tables, cx);
    let all = judgement.all(tables, 0);
    let mut found: Vec<_> = all.iter().map(|f| (catalogue().rule(f.rule).code, f.field)).collect();
    found.sort_unstable();
    found
}

fn texts(table: &Table, row: RowId) -> Vec<String> {
    FieldKey::all().iter().map(|&field| table.cell(row, field).text.to_owned()).collect()
}

/// The mended job for each safe fix.
fn mended(tables: &[Table], cx: &Context<'_>) -> Vec<(&'static str, FieldKey, Vec<Table>)> {
    let judgement = Judgement::full(tables, cx);
    let mut out = Vec::new();
    for finding in judgement.all(tables, 0) {
        let rule = catalogue().rule(finding.rule);
        let (FixKind::Safe, Some(suggest), Some(row)) = (rule.fix, rule.suggest, finding.row) else {
            continue;
        };
        let record = RowCx::new(cx, &tables[0], row);
        let fix = suggest(&Hit { finding: &finding, row: &record, tables })
            .unwrap_or_else(|| panic!("{} has a fix for every finding", rule.code));
        let [(field, text)] = &fix.changes[..] else { panic!("{} touches one cell", rule.code) };
        assert_eq!(Some(*field), finding.field, "{}", rule.code);
        let mut after = tables.to_vec();
        after[0].set_text(row, *field, text);
        out.push((rule.code, *field, after));
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.max(2000)))]
    #[test]
    fn each_safe_fix_removes_its_finding_and_adds_none(
        kind in prop::sample::select(&Kind::ALL[..]),
        spoilt in prop::collection::vec((any::<prop::sample::Index>(), dirt()), 1..12),
    ) {
        let (profile, calendar) = (Profile::built_in(), Calendar::built_in());
        let template = Template::from_json(ONE_LINE).unwrap();
        let cx = Context {
            profile: &profile,
            calendar: &calendar,
            today: Date::from_ymd_opt(2023, 6, 30).unwrap(),
            template: Some(&template),
            ledger: None,
        };
        let mut table = Table::empty(kind);
        let row = table.insert_row(0);
        for (field, text) in base(kind) {
            table.set_text(row, *field, text);
        }
        for (field, dirt) in &spoilt {
            let field = field.get(kind.fields()).key;
            let mut text = table.cell(row, field).text.to_owned();
            spoil(&mut text, dirt);
            table.set_text(row, field, &text);
        }
        let mut tables = vec![table];
        for round in 0.. {
            prop_assert!(round < 200, "the fixes come to an end");
            let before = findings(&tables, &cx);
            let fixes = mended(&tables, &cx);
            for (code, field, after) in &fixes {
                let found = findings(after, &cx);
                let (old, new) = (texts(&tables[0], row), texts(&after[0], row));
                let shown = format!("{code} {field}: {:?} → {:?}", old[*field as usize], new[*field as usize]);
                prop_assert!(!found.contains(&(*code, Some(*field))), "stays: {shown}");
                let added: Vec<_> = found.iter().filter(|f| !before.contains(f)).collect();
                prop_assert!(added.is_empty(), "adds {added:?}: {shown}");
                for other in FieldKey::all().iter().filter(|f| *f != field) {
                    prop_assert_eq!(&old[*other as usize], &new[*other as usize], "{}", &shown);
                }
                if ["A020", "A021", "A022", "A031", "A036", "A051"].contains(code) {
                    let (was, is) = (tables[0].value(row, *field), after[0].value(row, *field));
                    let separators = [',', '、', ';', '，', '；'];
                    let words = |value: &str| value.replace(separators, ",").trim_matches(',').to_owned();
                    let same = was == is || *code == "A051" && words(&was).replace(",,", ",") == words(&is);
                    prop_assert!(same, "value {was:?} becomes {is:?}: {shown}");
                }
            }
            let Some((.., after)) = fixes.into_iter().next_back() else { break };
            tables = after;
        }
    }
}
