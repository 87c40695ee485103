//! A081: the publicity period of a penalty is not the one that the plan or the profile rules.

use precheck_schema::date::{Date, Months, iso};

use crate::context::RowCx;
use crate::families::prelude::*;
use crate::publicity::{Ruled, ruled_for};
use crate::reading::period::{End, Period};
use crate::rule::RowHits;
use crate::sentence::quote;

pub(super) static RULE: Rule = Rule {
    code: "A081",
    slug: "publicity-not-as-ruled",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::Only(&[Kind::Penalty]),
    fields: &[Selector::Field(FieldKey::PublicityPeriod)],
    title: Text::new("公示期限与规定不符", "The publicity period is not as ruled"),
    what: Text::new(
        "行政处罚自作出决定之日起公示 1 年，严重违法失信的公示 3 年；机构设置另定期限的从其设置。",
        "A penalty is published for 1 year from the decision, 3 years for a serious breach of trust, or as the profile says.",
    ),
    why: Text::new(
        "公示过短达不到要求，过长损害企业信用权益。",
        "Too short misses the rule, too long harms the enterprise's credit.",
    ),
    how: Text::new(
        "改为规定的期限；确属严重违法失信的，把“是否严重违法失信”填为“是”。",
        "Use the ruled period; for a serious breach of trust fill 是否严重违法失信 with 是.",
    ),
    basis: &["plan-3-2-2", "profile", "xy-527", "xy-58", "xy-36"],
    fix: FixKind::Suggested,
    unless: &["publicity-unreadable"],
    check: Check::Row(check),
    say,
    suggest: Some(suggest),
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::PublicityPeriod, "3年")]],
            Text::new("未标明严重违法失信而公示 3 年", "3 years without the mark of a serious breach"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::PublicityPeriod, "十二个月"), (FieldKey::Serious, "是")]],
            Text::new("严重违法失信应为三十六个月", "A serious breach asks for thirty-six months"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::PublicityPeriod, "2026/6/16")]],
            Text::new("截止日期应为 2024/6/16", "The end date should be 2024/6/16"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::PublicityPeriod, "2023-06-20至2024-06-19")]],
            Text::new("起始日不是决定日期", "The first day is not the day of decision"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::PublicityPeriod, "自2023年6月16日起三年")]],
            Text::new("起始日相符，时长不符", "The first day fits, the duration does not"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::PublicityPeriod, "长期")]],
            Text::new("行政处罚不长期公示", "A penalty is not published for ever"),
        ),
        Example::silent(Kind::Penalty, &[&[]], Text::new("1年", "1年")),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::PublicityPeriod, "2024-06-15"), (FieldKey::Serious, "")]],
            Text::new("截止日可早一天；空白按“否”", "The end may be a day earlier; blank counts as no"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::PublicityPeriod, "2023-06-16至2026-06-15"), (FieldKey::Serious, "是")]],
            Text::new("严重违法失信，起止 3 年", "A serious breach, 3 years"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::PublicityPeriod, "3年"), (FieldKey::DecisionDate, "2023-02-30")]],
            Text::new("决定日期有误，先改日期", "The date of decision comes first"),
        ),
    ]),
};

fn check(row: &RowCx<'_>, hits: &mut RowHits) {
    let Some(period) = row.publicity() else { return };
    if ruled_for(row).is_some_and(|ruled| !ruled.allows(period)) {
        hits.at(FieldKey::PublicityPeriod);
    }
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let value = quote(hit.value());
    let Some(ruled) = ruled_for(hit.row) else { return value };
    let (years, from, to) = (ruled.years, iso(ruled.decision), iso(ruled.anniversary));
    in_lang(
        lang,
        || format!("“{value}”与规定的 {years} 年（{from} 至 {to}）不符"),
        || format!("“{value}” is not the {years} year(s) that are ruled ({from} to {to})"),
    )
}

fn suggest(hit: &Hit<'_, '_>) -> Option<Fix> {
    let field = hit.field();
    let ruled = ruled_for(hit.row)?;
    let period = hit.row.publicity()?;
    // Under a header that says (年) the cell is a number of years.
    let raw = hit.raw().text.trim();
    if raw.bytes().all(|b| b.is_ascii_digit()) && hit.value().ends_with('年') {
        return Some(Fix::one(field, ruled.years.to_string()));
    }
    Some(Fix::one(field, rewritten(hit.value(), period, &ruled)))
}

/// The text of a period with each part as ruled, in the form that it has.
fn rewritten(text: &str, period: &Period, ruled: &Ruled) -> String {
    let last = last_day(period, ruled);
    let mut parts: Vec<(usize, usize, String)> = Vec::new();
    if let Some(duration) = period.duration {
        parts.push((duration.start, duration.end, duration.write_years(ruled.years)));
    }
    if let Some(first) = period.first {
        parts.push((first.start, first.end, first.write(ruled.decision)));
    }
    match period.end {
        Some(End::On(end)) => parts.push((end.start, end.end, end.write(last))),
        Some(End::Never { start, end }) => {
            let written =
                period.first.map_or_else(|| format!("{}年", ruled.years), |first| first.write(last));
            parts.push((start, end, written));
        }
        None => {}
    }
    parts.sort_unstable_by_key(|part| part.0);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (start, end, written) in parts {
        out.push_str(&text[at..start]);
        out.push_str(&written);
        at = end;
    }
    out.push_str(&text[at..]);
    out
}

/// The last day as the given period counts: a range ends the day before the anniversary unless its own dates
/// say otherwise, an end date is the anniversary unless it stands a day before one.
fn last_day(period: &Period, ruled: &Ruled) -> Date {
    let Some(End::On(end)) = period.end else {
        return if period.first.is_some() { ruled.day_before() } else { ruled.anniversary };
    };
    let first = period.first.map_or(ruled.decision, |first| first.date);
    let anniversary = |years: u32| first.checked_add_months(Months::new(years * 12));
    let on_anniversary = (0..=10).any(|years| anniversary(years) == Some(end.date));
    let day_before =
        (0..=10).any(|years| anniversary(years).and_then(|day| day.pred_opt()) == Some(end.date));
    if on_anniversary || period.first.is_none() && !day_before {
        ruled.anniversary
    } else {
        ruled.day_before()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use precheck_schema::profile::Profile;

    use super::*;
    use crate::publicity::ruled;
    use crate::reading::period;

    fn day(text: &str) -> Date {
        Date::parse_from_str(text, "%Y-%m-%d").unwrap()
    }

    fn mended(text: &str, serious: bool) -> String {
        let ruled = ruled(&Profile::built_in(), day("2023-06-20"), serious).unwrap();
        rewritten(text, &period::read(text).unwrap(), &ruled)
    }

    #[test]
    fn the_form_is_kept() {
        for (text, serious, expected) in [
            ("3年", false, "1年"),
            ("一年", true, "三年"),
            ("36个月", false, "12个月"),
            ("长期", false, "1年"),
            ("2026-06-20", false, "2024-06-20"),
            ("2026年6月19日", false, "2024年6月19日"),
            ("2025/1/1", false, "2024/6/20"),
            ("20260620", false, "20240620"),
            ("2023-06-20至2026-06-19", false, "2023-06-20至2024-06-19"),
            ("2023-06-20至2026-06-20", false, "2023-06-20至2024-06-20"),
            ("2023.7.1-2024.6.30", false, "2023.6.20-2024.6.19"),
            ("自2023年7月1日起三年", false, "自2023年6月20日起一年"),
            ("3年（2023-06-20至2026-06-19）", false, "1年（2023-06-20至2024-06-19）"),
            ("自公示之日起三年", false, "自公示之日起一年"),
            ("2023-06-20至长期", false, "2023-06-20至2024-06-19"),
            ("90天", false, "1年"),
        ] {
            assert_eq!(mended(text, serious), expected, "{text}");
        }
    }

    proptest! {
        /// A suggestion removes its finding whatever the decision, the terms and the form given.
        #[test]
        fn a_suggestion_is_as_ruled(
            decision in 0u32..12_000,
            other in 0u32..12_000,
            form in 0usize..10,
            years in 1u32..6,
            serious in any::<bool>(),
        ) {
            let from = day("1998-01-01");
            let add = |days: u32| from.checked_add_days(precheck_schema::date::Days::new(u64::from(days))).unwrap();
            let (decision, other) = (add(decision), add(other));
            let ruled = ruled(&Profile::built_in(), decision, serious).unwrap();
            let last = other.checked_add_months(Months::new(years * 12)).unwrap();
            let text = match form {
                0 => format!("{years}年"),
                1 => format!("{}个月", years * 12),
                2 => last.format("%Y-%m-%d").to_string(),
                3 => last.format("%Y年%-m月%-d日").to_string(),
                4 => format!("{}至{}", other.format("%Y-%m-%d"), last.format("%Y-%m-%d")),
                5 => format!("{}-{}", other.format("%Y.%-m.%-d"), last.format("%Y.%-m.%-d")),
                6 => format!("自{}起{years}年", other.format("%Y-%m-%d")),
                7 => "长期".to_owned(),
                8 => format!("{}天", years * 100),
                _ => format!("{years}年（至{}）", last.format("%Y/%m/%d")),
            };
            let period = period::read(&text).unwrap();
            let mended = rewritten(&text, &period, &ruled);
            let again = period::read(&mended);
            prop_assert!(again.is_some_and(|p| ruled.allows(&p)), "{} → {}", text, mended);
            if ruled.allows(&period) {
                prop_assert_eq!(mended, text);
            }
        }
    }
}
