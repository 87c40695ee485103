//! Tests over the whole catalogue: every rule is described, cited, exemplified, and its examples hold.

use precheck_schema::calendar::Calendar;
use precheck_schema::date::Date;
use precheck_schema::duty::DutyItem;
use precheck_schema::profile::{DayCount, Profile};
use precheck_schema::template::Template;
use precheck_schema::{Kind, Lang, Table};

use crate::catalogue::catalogue;
use crate::context::{Context, Hit, Ledger, RowCx};
use crate::engine::Judgement;
use crate::example::{Duty, Example, Setting};
use crate::finding::{Finding, Severity};
use crate::rule::{FixKind, Kinds, Rule};
use crate::{RuleId, laws};

struct Everything;

impl Ledger for Everything {
    fn was_exported(&self, _record: &RowCx<'_>) -> bool {
        true
    }
}

/// Judges an example and hands table, settings and findings of its last record (or of the table) to `look`.
pub(crate) fn with_example<T>(
    example: &Example,
    look: impl FnOnce(&[Table], &Context<'_>, &[Finding]) -> T,
) -> T {
    let mut profile = Profile::built_in();
    let mut template = None;
    let mut ledger: Option<&dyn Ledger> = None;
    for setting in example.settings {
        match setting {
            Setting::OwnCode(code) => profile.organisation.uscc = (*code).to_owned(),
            Setting::WorkingDays => profile.deadline.count = DayCount::Working,
            Setting::DutyList(list) => {
                let item = |duty: &Duty| DutyItem {
                    name: duty.name.to_owned(),
                    code: duty.code.to_owned(),
                    basis: duty.basis.to_owned(),
                    fine_from: duty.fine.0,
                    fine_to: duty.fine.1,
                };
                profile.duty_list = list.iter().map(item).collect();
            }
            Setting::Template(json) => {
                template = Some(Template::from_json(json).expect("template of an example"));
            }
            Setting::Exported => ledger = Some(&Everything),
        }
    }
    let cx = Context {
        profile: &profile,
        calendar: &Calendar::built_in(),
        today: Date::parse_from_str(example.today, "%Y-%m-%d").expect("date of an example"),
        template: template.as_ref(),
        ledger,
    };
    let tables = [example.table()];
    let judgement = Judgement::full(&tables, &cx);
    let last = *tables[0].rows().last().expect("an example has a record");
    let mut findings = judgement.of_row(0, last).to_vec();
    findings.extend_from_slice(judgement.of_table(0));
    look(&tables, &cx, &findings)
}

fn describe(tables: &[Table], cx: &Context<'_>, findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .map(|finding| {
            let rule = catalogue().rule(finding.rule);
            let row = RowCx::new(cx, &tables[0], finding.row.unwrap_or(tables[0].rows()[0]));
            let hit = Hit { finding, row: &row, tables };
            format!("{} {:?} {}", rule.code, finding.field, (rule.say)(&hit, Lang::Zh))
        })
        .collect()
}

pub(crate) fn rules() -> impl Iterator<Item = (RuleId, &'static Rule)> {
    catalogue().rules()
}

#[test]
fn every_example_holds() {
    let mut wrong = Vec::new();
    for (id, rule) in rules() {
        for example in rule.examples {
            with_example(example, |tables, cx, findings| {
                if findings.iter().any(|f| f.rule == id) != example.fires {
                    let expected = if example.fires { "should fire" } else { "should stay silent" };
                    let found = describe(tables, cx, findings);
                    wrong.push(format!("{rule:?} {expected} ({}): found {found:?}", example.note.zh));
                }
            });
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_examples_both_ways() {
    for (_, rule) in rules() {
        for fires in [true, false] {
            let count = rule.examples.iter().filter(|e| e.fires == fires).count();
            assert!(count >= 2, "{rule:?}: {count} examples with fires = {fires}");
        }
        for example in rule.examples {
            assert!(!example.note.zh.is_empty() && !example.note.en.is_empty(), "{rule:?}");
        }
    }
}

#[test]
fn base_records_are_clean() {
    for kind in Kind::ALL {
        let example =
            Example::silent(kind, &[&[]], precheck_schema::Text::new("无误的记录", "A record without fault"));
        with_example(&example, |tables, cx, findings| {
            let grave: Vec<_> = findings.iter().filter(|f| f.severity > Severity::Info).copied().collect();
            assert!(grave.is_empty(), "{kind}: {:?}", describe(tables, cx, &grave));
        });
    }
}

#[test]
fn texts_are_whole_and_end_properly() {
    for (_, rule) in rules() {
        for (name, text) in [("what", rule.what), ("why", rule.why), ("how", rule.how)] {
            assert!(text.zh.ends_with('。') && text.en.ends_with('.'), "{rule:?} {name} ends as a sentence");
        }
        assert!(!rule.title.zh.is_empty() && !rule.title.zh.ends_with('。'), "{rule:?} title");
        assert!(!rule.title.en.is_empty() && !rule.title.en.ends_with('.'), "{rule:?} title");
        for text in [rule.title.zh, rule.what.zh, rule.why.zh, rule.how.zh] {
            for banned in ["！", "您", "请注意", "非法", "失败"] {
                assert!(!text.contains(banned), "{rule:?}: “{banned}” in {text}");
            }
        }
    }
}

#[test]
fn sentences_are_made_in_both_languages() {
    for (id, rule) in rules() {
        for example in rule.examples.iter().filter(|e| e.fires) {
            with_example(example, |tables, cx, findings| {
                for finding in findings.iter().filter(|f| f.rule == id) {
                    let row = RowCx::new(cx, &tables[0], finding.row.unwrap_or(tables[0].rows()[0]));
                    let hit = Hit { finding, row: &row, tables };
                    for lang in [Lang::Zh, Lang::En] {
                        let text = (rule.say)(&hit, lang);
                        assert!(!text.trim().is_empty(), "{rule:?} {lang:?}");
                        assert!(
                            !text.ends_with(['。', '.']),
                            "{rule:?} {lang:?}: the page adds the full stop: {text}"
                        );
                    }
                }
            });
        }
    }
}

#[test]
fn a_suggestion_applied_removes_its_finding() {
    let mut wrong = Vec::new();
    for (id, rule) in rules() {
        assert_eq!(rule.fix != FixKind::None, rule.suggest.is_some(), "{rule:?}");
        let Some(suggest) = rule.suggest else { continue };
        let mut suggested = 0;
        for example in rule.examples.iter().filter(|e| e.fires) {
            with_example(example, |tables, cx, findings| {
                for finding in findings.iter().filter(|f| f.rule == id) {
                    let record = finding.row.expect("only findings about records have suggestions");
                    let row = RowCx::new(cx, &tables[0], record);
                    let Some(fix) = suggest(&Hit { finding, row: &row, tables }) else { continue };
                    suggested += 1;
                    let mut mended = tables.to_vec();
                    for (field, text) in &fix.changes {
                        mended[0].set_text(record, *field, text);
                    }
                    let after = Judgement::full(&mended, cx);
                    let left = after.of_row(0, record);
                    if left.iter().any(|f| f.rule == id && f.field == finding.field) {
                        wrong.push(format!(
                            "{rule:?}: {fix:?} does not remove the finding ({})",
                            example.note.zh
                        ));
                    }
                    if rule.fix == FixKind::Safe {
                        let same = |a: &Finding, b: &Finding| a.rule == b.rule && a.field == b.field;
                        let added: Vec<_> =
                            left.iter().filter(|f| !findings.iter().any(|g| same(f, g))).copied().collect();
                        if !added.is_empty() {
                            let added = describe(&mended, cx, &added);
                            wrong.push(format!("{rule:?}: {fix:?} adds {added:?} ({})", example.note.zh));
                        }
                    }
                }
            });
        }
        assert!(suggested > 0, "{rule:?}: no example shows its suggestion");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_basis_can_be_found() {
    for (_, rule) in rules() {
        assert!(!rule.basis.is_empty(), "{rule:?} names no basis");
        for id in rule.basis {
            assert!(laws::find(id).is_some(), "{rule:?}: no law “{id}”");
        }
    }
}

#[test]
fn silencers_stand_before_the_rule() {
    for (id, rule) in rules() {
        for slug in rule.unless {
            let silencer = catalogue().find(slug).unwrap_or_else(|| panic!("{rule:?}: no rule “{slug}”"));
            assert!(silencer < id, "{rule:?}: {slug} judges later");
        }
    }
}

fn published_kinds(kinds: Kinds) -> String {
    let keys = |kinds: &[Kind]| kinds.iter().map(|k| k.key()).collect::<Vec<_>>();
    match kinds {
        Kinds::All => "all".to_owned(),
        Kinds::AllBut(kinds) => format!("all -{}", keys(kinds).join(" -")),
        Kinds::Only(kinds) => keys(kinds).join(" "),
    }
}

/// The published list freezes code and slug and is what the documentation is compared with.
#[test]
fn the_catalogue_is_the_published_list() {
    let mut lines = include_str!("../published.csv").lines();
    assert_eq!(lines.next(), Some("code,slug,dimension,severity,kinds,fields,fix"));
    let published: Vec<&str> = lines.collect();
    let mut own: Vec<String> = rules()
        .map(|(_, rule)| {
            let fields: Vec<String> = rule.fields.iter().map(|s| s.published()).collect();
            let fields = fields.join(if rule.code == "V001" { "|" } else { " " });
            let kinds = published_kinds(rule.kinds);
            let fix = rule.fix.key().unwrap_or("");
            let (dimension, severity) = (rule.dimension.label().zh, rule.severity.key());
            format!("{},{},{dimension},{severity},{kinds},{fields},{fix}", rule.code, rule.slug)
        })
        .collect();
    own.sort();
    let mut expected: Vec<String> = published.iter().map(|line| (*line).to_owned()).collect();
    expected.sort();
    let missing: Vec<_> = expected.iter().filter(|line| !own.contains(line)).collect();
    let extra: Vec<_> = own.iter().filter(|line| !expected.contains(line)).collect();
    assert!(missing.is_empty() && extra.is_empty(), "missing: {missing:#?}\nnot published: {extra:#?}");
}
