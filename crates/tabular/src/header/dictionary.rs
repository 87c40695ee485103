//! Which field of a kind a header text names.

use std::collections::HashMap;
use std::sync::OnceLock;

use precheck_schema::field::FieldKey;
use precheck_schema::kind::Kind;
use precheck_schema::normalize::Unit;

use super::fold::{Folded, fits, fold};

/// What a header text means in a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A field; the smaller the rank, the better the text names it.
    Field { field: FieldKey, rank: u32, unit: Unit },
    /// Two fields at once.
    Two(Vec<FieldKey>),
    /// Equally near to several fields.
    Ambiguous(Vec<FieldKey>),
    /// Running numbers.
    Serial,
    /// Nothing of this kind.
    Unknown,
}

/// Rank of a text that differs from a synonym in one character: behind every synonym.
const NEAR: u32 = 1000;

/// Header texts are short; anything longer is a title or a value.
pub(super) const LONGEST: usize = 60;

const SERIAL: [&str; 8] = ["序号", "序", "行号", "项次", "no", "编号/序号", "序列号", "№"];

struct Dictionary {
    /// Fields and their ranks by folded synonym, with and without its unit.
    exact: HashMap<String, Vec<(FieldKey, u32)>>,
    /// Synonyms without unit as characters, for texts that differ in one.
    near: Vec<(Vec<char>, FieldKey, u32)>,
}

fn dictionary(kind: Kind) -> &'static Dictionary {
    static ALL: OnceLock<Vec<Dictionary>> = OnceLock::new();
    &ALL.get_or_init(|| Kind::ALL.into_iter().map(build).collect())[kind as usize]
}

fn build(kind: Kind) -> Dictionary {
    let mut exact: HashMap<String, Vec<(FieldKey, u32)>> = HashMap::new();
    let mut near = Vec::new();
    for field in kind.fields() {
        for (rank, synonym) in field.synonyms.iter().enumerate() {
            let folded = fold(synonym);
            near.push((folded.base.chars().collect(), field.key, rank as u32));
            for text in [folded.full, folded.base] {
                let fields = exact.entry(text).or_default();
                if fields.iter().all(|(known, _)| *known != field.key) {
                    fields.push((field.key, rank as u32));
                }
            }
        }
    }
    Dictionary { exact, near }
}

/// How many kinds know a text as a synonym: the fewer, the more it tells.
pub(super) fn kinds_that_know(text: &Folded) -> usize {
    Kind::ALL.into_iter().filter(|&kind| exact(kind, text) != Meaning::Unknown).count()
}

/// What a text means if it is a synonym, whole.
pub(super) fn exact(kind: Kind, text: &Folded) -> Meaning {
    let dictionary = dictionary(kind);
    let found = match dictionary.exact.get(text.full.as_str()) {
        Some(fields) => Some(fields),
        None => dictionary.exact.get(text.base.as_str()),
    };
    let Some(fields) = found else { return Meaning::Unknown };
    let fitting: Vec<_> = fields.iter().filter(|(field, _)| fits(text.unit, field.ty())).collect();
    match fitting[..] {
        [] => Meaning::Unknown,
        [&(field, rank)] => Meaning::Field { field, rank, unit: text.unit },
        _ => Meaning::Ambiguous(fitting.iter().map(|(field, _)| *field).collect()),
    }
}

/// What a text means: as a synonym, as one of the numbered codes of 双公示 files, as running numbers, as two
/// fields in one, or by one slip of the pen.
pub(super) fn meaning(kind: Kind, text: &Folded) -> Meaning {
    if text.full.is_empty() || text.full.chars().count() > LONGEST {
        return Meaning::Unknown;
    }
    if SERIAL.contains(&text.full.as_str()) {
        return Meaning::Serial;
    }
    if let Some(inside) = numbered_code(&text.full) {
        // The number means different things in different years: the words in the bracket decide.
        return match exact(kind, &fold(inside)) {
            Meaning::Field { field: field @ (FieldKey::Uscc | FieldKey::RegistrationNo), rank, unit } => {
                Meaning::Field { field, rank, unit }
            }
            _ => Meaning::Unknown,
        };
    }
    match exact(kind, text) {
        Meaning::Unknown => {}
        known => return known,
    }
    if let Some(fields) = two_fields(kind, &text.full) {
        return Meaning::Two(fields);
    }
    nearest(kind, text)
}

/// The words in the bracket of `行政相对人代码_2(工商注册号)`.
fn numbered_code(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("行政相对人代码")?;
    let rest = rest.trim_start_matches(|c: char| c == '_' || c.is_ascii_digit());
    if rest.is_empty() { Some("") } else { rest.strip_prefix('(')?.strip_suffix(')') }
}

/// Words between two fields in one header.
const JOINERS: [&str; 7] = ["以及", "和", "及", "与", "并", "/", "+"];

/// Two fields in one header: the second part is a whole synonym, where it may share the beginning of the first
/// (作出处罚的机关名称和日期: 作出处罚的机关名称, 作出处罚的日期); the first one is a synonym or comes within two
/// characters of those of one field. Such a header is asked about, so being generous costs no record.
fn two_fields(kind: Kind, text: &str) -> Option<Vec<FieldKey>> {
    let field = |text: &str| match exact(kind, &fold(text)) {
        Meaning::Field { field, .. } => Some(field),
        _ => None,
    };
    let first_field = |text: &str| {
        field(text).or_else(|| match within_two(kind, &fold(text))[..] {
            [(field, ..)] => Some(field),
            _ => None,
        })
    };
    for joiner in JOINERS {
        for (at, _) in text.match_indices(joiner) {
            let (left, right) = (&text[..at], &text[at + joiner.len()..]);
            if left.is_empty() || right.is_empty() {
                continue;
            }
            let Some(first) = first_field(left) else { continue };
            let shared = left.char_indices().map(|(cut, _)| format!("{}{right}", &left[..cut]));
            if let Some(second) = shared.into_iter().find_map(|whole| field(&whole))
                && second != first
            {
                return Some(vec![first, second]);
            }
        }
    }
    None
}

/// The field whose synonym differs in one character, where no other field is within two.
fn nearest(kind: Kind, text: &Folded) -> Meaning {
    let near = within_two(kind, text);
    match near[..] {
        [(field, 1, rank)] => Meaning::Field { field, rank: NEAR + rank, unit: text.unit },
        _ if near.iter().any(|&(_, distance, _)| distance == 1) => {
            Meaning::Ambiguous(near.iter().map(|&(field, ..)| field).collect())
        }
        _ => Meaning::Unknown,
    }
}

/// Fields with a synonym that differs in at most two characters, with the least distance and the rank of the
/// best synonym at that distance; none for texts of less than five characters, which are too short to tell.
fn within_two(kind: Kind, text: &Folded) -> Vec<(FieldKey, usize, u32)> {
    let characters: Vec<char> = text.base.chars().collect();
    let mut found: Vec<(FieldKey, usize, u32)> = Vec::new();
    if characters.len() < 5 {
        return found;
    }
    for (synonym, field, rank) in &dictionary(kind).near {
        if !fits(text.unit, field.ty()) {
            continue;
        }
        let Some(distance) = distance_up_to_two(&characters, synonym) else { continue };
        match found.iter_mut().find(|(known, ..)| known == field) {
            Some(known) if (distance, *rank) < (known.1, known.2) => (known.1, known.2) = (distance, *rank),
            Some(_) => {}
            None => found.push((*field, distance, *rank)),
        }
    }
    found
}

/// Characters to insert, delete or replace; none where more than two.
fn distance_up_to_two(a: &[char], b: &[char]) -> Option<usize> {
    if a.len().abs_diff(b.len()) > 2 {
        return None;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        let mut least = row[0];
        for (j, &y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
            least = least.min(row[j + 1]);
        }
        if least > 2 {
            return None;
        }
    }
    row.last().copied().filter(|&d| d <= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(kind: Kind, text: &str) -> Option<FieldKey> {
        match meaning(kind, &fold(text)) {
            Meaning::Field { field, .. } => Some(field),
            _ => None,
        }
    }

    #[test]
    fn whole_texts_only() {
        for (text, expected) in [
            ("处罚机关统一社会信用代码", None),
            ("许可机关统一社会信用代码", None),
            ("数据来源单位统一社会信用代码", None),
            ("统一社会信用代码：", Some(FieldKey::Uscc)),
            ("法定代表人", None),
            ("罚类别", None),
            ("行政处罚决定书文号（必填）", Some(FieldKey::DocumentNo)),
            ("处罚金额（元）", Some(FieldKey::FineAmount)),
            ("处罚种类（元）", None),
        ] {
            assert_eq!(field(Kind::Penalty, text), expected, "{text}");
        }
    }

    #[test]
    fn the_words_in_the_bracket_decide() {
        for (text, expected) in [
            ("行政相对人代码_1（统一社会信用代码）", Some(FieldKey::Uscc)),
            ("行政相对人代码_2(工商注册号)", Some(FieldKey::RegistrationNo)),
            ("行政相对人代码_2(工商登记码)", None),
            ("行政相对人代码_2(组织机构代码)", None),
            ("行政相对人代码_3(工商注册号)", Some(FieldKey::RegistrationNo)),
            ("行政相对人代码_4(税务登记号)", None),
            ("行政相对人代码_1", None),
        ] {
            assert_eq!(field(Kind::Penalty, text), expected, "{text}");
        }
    }

    #[test]
    fn one_slip_of_the_pen() {
        assert_eq!(field(Kind::Penalty, "统一社会信用代玛"), Some(FieldKey::Uscc));
        assert_eq!(field(Kind::Penalty, "违法行类型"), Some(FieldKey::Violation));
        assert_eq!(field(Kind::Penalty, "处罚是由"), None, "four characters");
        let near_two = meaning(Kind::LicenseChange, &fold("变更前的内容"));
        assert_eq!(near_two, Meaning::Ambiguous(vec![FieldKey::Before, FieldKey::After]));
    }

    #[test]
    fn two_fields_in_one_header() {
        for (text, fields) in [
            ("作出处罚的机关名称和日期", [FieldKey::Authority, FieldKey::DecisionDate]),
            ("处罚决定书文号及日期", [FieldKey::DocumentNo, FieldKey::DecisionDate]),
            ("企业名称、统一社会信用代码", [FieldKey::EnterpriseName, FieldKey::Uscc]),
        ] {
            assert_eq!(meaning(Kind::Penalty, &fold(text)), Meaning::Two(fields.to_vec()), "{text}");
        }
        assert_eq!(field(Kind::Penalty, "统一社会信用代码/注册号"), Some(FieldKey::Uscc));
    }

    #[test]
    fn distances() {
        let distance = |a: &str, b: &str| {
            distance_up_to_two(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>())
        };
        assert_eq!(distance("处罚机关", "处罚机关"), Some(0));
        assert_eq!(distance("处罚机关", "处机关"), Some(1));
        assert_eq!(distance("处罚机关", "许可机关"), Some(2));
        assert_eq!(distance("处罚机关", "许可证"), None);
    }
}
