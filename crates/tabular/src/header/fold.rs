//! Header texts without what does not tell fields apart.

use precheck_schema::field::FieldType;
use precheck_schema::fold::fold_all;
use precheck_schema::normalize::Unit;

/// A header text, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Folded {
    /// Everything but width, white space, forms of brackets and of commas, colons at the end and marks of
    /// required columns.
    pub(super) full: String,
    /// The same without the unit in brackets at its end.
    pub(super) base: String,
    /// That unit.
    pub(super) unit: Unit,
}

const MARKS: [&str; 8] =
    ["(必填)", "(必填项)", "(选填)", "(选填项)", "(非必填)", "(必录)", "(必须)", "(可选)"];

const UNITS: [(&str, Unit); 14] = [
    ("(元)", Unit::Yuan),
    ("(单位:元)", Unit::Yuan),
    ("(单位元)", Unit::Yuan),
    ("(人民币元)", Unit::Yuan),
    ("(人民币:元)", Unit::Yuan),
    ("(人民币)", Unit::None),
    ("(万元)", Unit::TenThousandYuan),
    ("(单位:万元)", Unit::TenThousandYuan),
    ("(单位万元)", Unit::TenThousandYuan),
    ("(人民币万元)", Unit::TenThousandYuan),
    ("(人民币:万元)", Unit::TenThousandYuan),
    ("(年)", Unit::Years),
    ("(单位:年)", Unit::Years),
    ("(单位年)", Unit::Years),
];

/// Folds a header text.
pub(super) fn fold(text: &str) -> Folded {
    let full: String = fold_all(text)
        .chars()
        .map(|c| match c {
            '【' | '〔' | '[' | '{' | '〖' | '「' | '『' | '〈' | '<' | '❲' | '﹙' => '(',
            '】' | '〕' | ']' | '}' | '〗' | '」' | '』' | '〉' | '>' | '❳' | '﹚' => ')',
            '、' | ',' | ';' | '|' | '\\' | '／' => '/',
            '＿' | '-' | '—' | '－' | '﹣' => '_',
            c => c,
        })
        .collect();
    let full = bare(&full);
    let mut base = full;
    let mut unit = Unit::None;
    for (suffix, named) in UNITS {
        if let Some(rest) = full.strip_suffix(suffix)
            && !rest.is_empty()
        {
            (base, unit) = (bare(rest), named);
            break;
        }
    }
    Folded { full: full.to_owned(), base: base.to_owned(), unit }
}

/// Without stars and colons around and marks of required columns.
fn bare(text: &str) -> &str {
    let mut text = text;
    loop {
        let before = text;
        text = text.trim_matches(['*', '※']).trim_end_matches([':', '。', '.']);
        for mark in MARKS {
            text = text.strip_suffix(mark).or_else(|| text.strip_prefix(mark)).unwrap_or(text);
        }
        if text == before {
            return text;
        }
    }
}

/// Whether a field can have the unit.
pub(super) fn fits(unit: Unit, ty: FieldType) -> bool {
    match unit {
        Unit::None => true,
        Unit::Yuan | Unit::TenThousandYuan => ty == FieldType::Amount,
        Unit::Years => ty == FieldType::PublicityPeriod,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding() {
        for (text, full, base, unit) in [
            ("企业名称：", "企业名称", "企业名称", Unit::None),
            ("*企 业\n名 称（必填）", "企业名称", "企业名称", Unit::None),
            ("罚款金额（元）", "罚款金额(元)", "罚款金额", Unit::Yuan),
            ("罚款金额【单位：万元】*", "罚款金额(单位:万元)", "罚款金额", Unit::TenThousandYuan),
            ("公示期限(年)：", "公示期限(年)", "公示期限", Unit::Years),
            ("注销，吊销、撤销日期", "注销/吊销/撤销日期", "注销/吊销/撤销日期", Unit::None),
            (
                "行政相对人代码_1 (统一社会信用代码)",
                "行政相对人代码_1(统一社会信用代码)",
                "行政相对人代码_1(统一社会信用代码)",
                Unit::None,
            ),
            ("(元)", "(元)", "(元)", Unit::None),
            ("：*", "", "", Unit::None),
        ] {
            let expected = Folded { full: full.to_owned(), base: base.to_owned(), unit };
            assert_eq!(fold(text), expected, "{text}");
        }
    }
}
