//! A071: 公安消防 in the authority of a decision that was made after the fire service left the police.

use precheck_schema::date::Date;
use precheck_schema::fold::fold_width;

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A071",
    slug: "authority-abolished",
    dimension: Dimension::Accuracy,
    severity: Severity::Warning,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::Authority)],
    title: Text::new("机关名称已停用", "Authority under an abolished name"),
    what: Text::new(
        "2018 年 11 月 9 日消防队伍移交后，决定的机关仍写“公安消防”。",
        "The authority is called 公安消防 for a decision after the fire service left the police on 2018-11-09.",
    ),
    why: Text::new(
        "2019 年 4 月 23 日起消防法改称消防救援机构，之后作出的决定不会用旧名。",
        "Since 2019-04-23 the fire law calls it 消防救援机构; later decisions do not carry the old name.",
    ),
    how: Text::new(
        "核对决定书的印章和日期，写作出决定时的名称。",
        "Check seal and date of the decision, and write the name of that day.",
    ),
    basis: &["zz-2018", "xf-2019"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Authority, "奈曼旗公安消防大队")]],
            Text::new("2023 年的决定", "A decision of 2023"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[
                (FieldKey::Authority, "奈曼旗公安消防大队"),
                (FieldKey::DecisionDate, "2019-03-01"),
                (FieldKey::ValidFrom, "2019-03-01"),
            ]],
            Text::new("移交后、消防法修改前只作提示", "Between hand-over and amendment a note only"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Authority, "奈曼旗公安消防大队"), (FieldKey::DecisionDate, "2018-06-01")]],
            Text::new("移交前的决定", "A decision before the hand-over"),
        ),
        Example::silent(Kind::Penalty, &[&[]], Text::new("现用名称", "The present name")),
    ]),
};

/// The fire service left the police.
const HANDED_OVER: Date = day(2018, 11, 9);

/// The amended fire law took effect.
const AMENDED: Date = day(2019, 4, 23);

const fn day(year: i32, month: u32, day: u32) -> Date {
    match Date::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => panic!("a date of the calendar"),
    }
}

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    if !fold_width(cell.value).replace(' ', "").contains("公安消防") {
        return None;
    }
    let (_, decided) = cell.row.event_date()?;
    if decided >= AMENDED {
        Wrong::PLAIN
    } else if decided >= HANDED_OVER {
        Some(Wrong { arg: 1, severity: Some(Severity::Info) })
    } else {
        None
    }
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let value = quote(hit.value());
    let since = if hit.arg() == 1 { "2018-11-09" } else { "2019-04-23" };
    in_lang(
        lang,
        || format!("“{value}”是旧名，{since} 起不再使用"),
        || format!("“{value}” is the old name, not in use since {since}"),
    )
}
