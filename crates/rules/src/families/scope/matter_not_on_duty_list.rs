//! S009: a licence or a violation that is not on the organisation's 权力清单.

use std::borrow::Cow;

use precheck_schema::violations;

use crate::example::Duty;
use crate::families::prelude::*;
use crate::sentence::quote;
use crate::visible::fold_words;

pub(super) static RULE: Rule = Rule {
    code: "S009",
    slug: "matter-not-on-duty-list",
    dimension: Dimension::Scope,
    severity: Severity::Info,
    kinds: Kinds::Only(&[Kind::LicenseGrant, Kind::Penalty]),
    fields: &[Selector::Field(FieldKey::DocumentName), Selector::Field(FieldKey::Violation)],
    title: Text::new("事项不在权力清单", "The matter is not on the list of powers"),
    what: Text::new(
        "许可文书名称或违法行为不在机构设置的权力清单之内。",
        "The licence or the violation is not on the list of powers in the profile.",
    ),
    why: Text::new(
        "归集以权力清单、责任清单为准，清单以外的事项可能不属本机构。",
        "What is gathered follows the lists of powers and duties; other matters may be another body's.",
    ),
    how: Text::new(
        "核对名称写法；确属本机构职权的，在机构设置中补入清单。",
        "Check the wording; if the matter is the organisation's, add it to the profile.",
    ),
    basis: &["plan-2-2", "profile"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Violation, "占用防火间距")]],
            Text::new("清单中没有这一违法行为", "The list does not have this violation"),
        )
        .settings(&[crate::Setting::DutyList(&LIST)]),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::DocumentName, "建设工程消防验收意见书")]],
            Text::new("清单中没有这一许可", "The list does not have this licence"),
        )
        .settings(&[crate::Setting::DutyList(&LIST)]),
        Example::silent(Kind::Penalty, &[&[]], Text::new("清单中有", "On the list"))
            .settings(&[crate::Setting::DutyList(&LIST)]),
        Example::silent(
            Kind::LicenseGrant,
            &[&[]],
            Text::new("文书名称含清单事项", "The document is of a matter on the list"),
        )
        .settings(&[crate::Setting::DutyList(&LIST)]),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Violation, "占用防火间距")]],
            Text::new("机构设置没有清单，不判断", "Without a list nothing is judged"),
        ),
    ]),
};

const LIST: [Duty; 2] = [
    Duty::named("公众聚集场所投入使用、营业前消防安全检查"),
    Duty::named("消防设施、器材、消防安全标志未保持完好有效"),
];

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let list = &cell.row.cx.profile.duty_list;
    if list.is_empty() {
        return None;
    }
    let known = violations::find(cell.value);
    let value = known.map_or_else(|| fold_words(cell.value), |violation| fold_words(violation.name));
    let on_list = list.iter().any(|item| {
        let named = violations::find(&item.name);
        let matter: Cow<'_, str> =
            named.map_or_else(|| fold_words(&item.name), |violation| fold_words(violation.name));
        let code = fold_words(&item.code);
        !matter.is_empty() && (value.contains(&*matter) || matter.contains(&*value))
            || !code.is_empty() && code == fold_words(cell.value)
    });
    Wrong::when(!on_list)
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let value = quote(hit.value());
    in_lang(
        lang,
        || format!("“{value}”不在权力清单之内"),
        || format!("“{value}” is not on the list of powers"),
    )
}
