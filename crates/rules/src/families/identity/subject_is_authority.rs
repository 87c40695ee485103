//! A014: the organisation's own code stands for the subject.

use precheck_schema::fold::fold_all;

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A014",
    slug: "subject-is-authority",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::Uscc)],
    title: Text::new("信用代码是本机构的", "Credit code is the organisation's own"),
    what: Text::new(
        "“统一社会信用代码”填成了报送机关自己的代码。",
        "The code of the reporting organisation stands where the subject's belongs.",
    ),
    why: Text::new(
        "这一列是企业的代码；填成机关的，记录会归到机关名下。",
        "The column holds the enterprise's code; with the authority's the record is put under the authority.",
    ),
    how: Text::new("改填营业执照上的企业代码。", "Enter the code of the enterprise's business licence."),
    basis: &["plan-3-1"],
    fix: FixKind::None,
    unless: &[
        "code-stored-as-number",
        "uscc-dummy",
        "uscc-length",
        "uscc-character",
        "uscc-department",
        "uscc-early-pilot",
        "uscc-check-character",
        "uscc-organisation-code",
    ],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "11150525MB1A234574")]],
            Text::new("填了本大队的代码", "The brigade's own code"),
        )
        .settings(&[Setting::OwnCode("11150525MB1A234574")]),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::Uscc, "11150525mb1a234574")]],
            Text::new("大小写不影响", "In small letters as well"),
        )
        .settings(&[Setting::OwnCode("11150525MB1A234574")]),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "11150525MB1A234574")]],
            Text::new("机构设置里没有填代码", "The profile holds no code"),
        ),
        Example::silent(Kind::Penalty, &[&[]], Text::new("企业的代码", "The enterprise's code"))
            .settings(&[Setting::OwnCode("11150525MB1A234574")]),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let own = &cell.row.cx.profile.organisation.uscc;
    Wrong::when(!own.is_empty() && fold_all(own) == fold_all(cell.value))
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let name = &hit.row.cx.profile.organisation.name;
    in_lang(
        lang,
        || format!("是{name}自己的代码，不是企业的"),
        || format!("this is the code of the organisation itself ({name}), not of an enterprise"),
    )
}
