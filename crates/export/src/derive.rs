//! What a record does not hold itself, made from the record and the profile.

use precheck_schema::FieldKey;
use precheck_schema::codes::CodeListId;
use precheck_schema::date::{Date, Months, read_date};
use precheck_schema::fold::{fold_width, without_space};
use precheck_schema::profile::Profile;
use precheck_schema::template::{Derivation, ValueForms};

use crate::{Record, form};

/// The placeholder of the 双公示 standard for 个体工商户 without a 统一社会信用代码: 17 zeros and X.
const NO_USCC: &str = "00000000000000000X";

/// The text of a derivation; empty where record and profile do not give it.
pub(crate) fn text(
    derivation: Derivation,
    record: Record<'_>,
    forms: &ValueForms,
    profile: &Profile,
) -> String {
    let organisation = &profile.organisation;
    let defaults = &profile.defaults;
    let or = |first: &str, second: &str| if first.is_empty() { second } else { first }.to_owned();
    match derivation {
        Derivation::SubjectClass if is_individual(record) => "个体工商户".to_owned(),
        Derivation::SubjectClass => "法人及非法人组织".to_owned(),
        Derivation::SubjectUscc => match &*form::value(record, FieldKey::Uscc) {
            "" if is_individual(record) => NO_USCC.to_owned(),
            uscc => uscc.to_owned(),
        },
        Derivation::EitherIdentifier => match form::value(record, FieldKey::Uscc) {
            uscc if uscc.is_empty() => form::value(record, FieldKey::RegistrationNo).into_owned(),
            uscc => uscc.into_owned(),
        },
        // The profile knows no other authority's code.
        Derivation::AuthorityUscc if profile.is_own_name(&form::value(record, FieldKey::Authority)) => {
            or(&defaults.authority_uscc, &organisation.uscc)
        }
        Derivation::AuthorityUscc => String::new(),
        Derivation::SourceName => or(&defaults.source_name, &organisation.name),
        Derivation::SourceUscc => or(&defaults.source_uscc, &organisation.uscc),
        Derivation::LicenseCategory => defaults.license_category.clone(),
        Derivation::PenaltyEnd => {
            penalty_end(record, profile).map_or(String::new(), |end| form::date(end, forms))
        }
        Derivation::PublicityEnd => publicity_end(record).map_or(String::new(), |end| form::date(end, forms)),
    }
}

/// Whether the subject is a 个体工商户: codes that start with 92, or a 15-digit 注册号 whose serial number starts
/// with 6 to 9 (GS 15-2006).
fn is_individual(record: Record<'_>) -> bool {
    let uscc = form::value(record, FieldKey::Uscc);
    if !uscc.is_empty() {
        return uscc.starts_with("92");
    }
    let number = form::value(record, FieldKey::RegistrationNo);
    number.len() == 15 && matches!(number.as_bytes()[6], b'6'..=b'9')
}

fn date_of(record: Record<'_>, field: FieldKey) -> Option<Date> {
    read_date(&form::value(record, field), false).map(|read| read.date)
}

fn penalty_end(record: Record<'_>, profile: &Profile) -> Option<Date> {
    let decision = date_of(record, FieldKey::DecisionDate)?;
    let serious = CodeListId::YesNo.list().find(&form::value(record, FieldKey::Serious));
    let years = profile.publicity.years(decision, serious.is_some_and(|code| code.label == "是"));
    decision.checked_add_months(Months::new(years.checked_mul(12)?))
}

/// The end of 公示期限 where it is an end date, or a plain number of years or months from the decision.
fn publicity_end(record: Record<'_>) -> Option<Date> {
    let value = form::value(record, FieldKey::PublicityPeriod);
    if let Some(read) = read_date(&value, false) {
        return Some(read.date);
    }
    let folded = fold_width(&value);
    let folded = without_space(&folded);
    let (number, months) = match folded.strip_suffix('年') {
        Some(number) => (number, 12),
        None => (folded.strip_suffix("个月")?, 1),
    };
    let number = match number {
        "一" => 1,
        "二" | "两" => 2,
        "三" => 3,
        "五" => 5,
        "六" => 6,
        "十二" => 12,
        digits => digits.parse::<u32>().ok().filter(|&n| (1..=120).contains(&n))?,
    };
    date_of(record, FieldKey::DecisionDate)?.checked_add_months(Months::new(number * months))
}
