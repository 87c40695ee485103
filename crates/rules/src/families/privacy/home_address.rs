//! P004: a person's home address in a text.

use precheck_schema::fold::fold_width;

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "P004",
    slug: "home-address",
    dimension: Dimension::Privacy,
    severity: Severity::Warning,
    kinds: Kinds::All,
    fields: &[Selector::Text],
    title: Text::new("含家庭住址", "A home address"),
    what: Text::new(
        "文字中有住址、家庭住址或户籍地址；企业的经营场所地址不在此列。",
        "The text has a person's home or registered address; the address of business premises is not meant.",
    ),
    why: Text::new(
        "个人住址是个人信息，未经本人单独同意不得公开。",
        "A person's address is personal information and is not published without separate consent.",
    ),
    how: Text::new(
        "删去住址；确为经营场所的改写为“经营场所”。",
        "Take the address out; if it is business premises, call it 经营场所.",
    ),
    basis: &["pi-4", "pi-25", "zf-15"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(
                FieldKey::Facts,
                "经营者张某，家庭住址：奈曼旗大沁他拉镇王府街3号楼2单元401室，占用疏散通道",
            )]],
            Text::new("家庭住址", "A home address"),
        ),
        Example::fires(
            Kind::Other,
            &[&[(FieldKey::Content, "消防安全管理人李某，户籍所在地内蒙古自治区通辽市奈曼旗东明镇")]],
            Text::new("户籍所在地", "The place of registration"),
        ),
        Example::silent(Kind::LicenseGrant, &[&[]], Text::new("场所地址", "The address of the premises")),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Facts, "单位住址：奈曼旗大沁他拉镇王府街1号，消防控制室无人值班")]],
            Text::new("单位的地址", "The address of the body"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Facts, "经营者张某，住址见卷宗，占用疏散通道、安全出口")]],
            Text::new("没有写出住址", "The address is not written out"),
        ),
    ]),
};

/// Words that a person's address follows, longer ones before those inside them.
const WORDS: [&str; 9] =
    ["家庭住址", "家庭地址", "户籍所在地", "户籍地址", "户籍地", "居住地址", "现住址", "住址", "户籍"];

/// What before 住址 says that premises are meant.
const PREMISES: [&str; 9] = ["单位", "公司", "企业", "经营", "营业", "场所", "机构", "注册", "厂"];

/// Characters that end the parts of an address.
const PARTS: &str = "省市区旗县盟镇乡街道路村屯组号栋幢楼室";

/// The word that an address follows.
fn found(text: &str) -> Option<&'static str> {
    if !text.chars().any(|c| matches!(c, '址' | '籍')) {
        return None;
    }
    let text = fold_width(text);
    let mut from = 0;
    for (at, _) in text.char_indices() {
        let starts = |word: &&&str| text[at..].starts_with(**word);
        let Some(word) = WORDS.iter().find(starts).filter(|_| at >= from) else { continue };
        let after = at + word.len();
        let premises = PREMISES.iter().any(|word| text[..at].ends_with(word));
        if !premises && starts_with_address(&text[after..]) {
            return Some(word);
        }
        from = after;
    }
    None
}

/// Whether an address stands at the beginning of a text: two parts of one before its clause ends, none hidden.
fn starts_with_address(text: &str) -> bool {
    let text = text.trim_start_matches([':', '：', '为', '是', '在', '系', ' ', '　', '\n', ';', '(']);
    let clause: String =
        text.chars().take(40).take_while(|c| !matches!(c, ',' | '。' | ';' | '，' | '；')).collect();
    let parts = clause.chars().skip(1).filter(|c| PARTS.contains(*c)).count();
    parts >= 2 && !clause.contains('*') && !clause.starts_with(['见', '不', '未', '与', '同', '及', '和'])
}

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    Wrong::when(found(cell.value).is_some())
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let word = found(hit.value()).unwrap_or_default();
    in_lang(lang, || format!("“{word}”之后写有地址"), || format!("an address follows “{word}”"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for text in [
            "住址:奈曼旗大沁他拉镇",
            "现住址 通辽市科尔沁区建国路",
            "单位住址不详，张某家庭住址为奈曼旗东明镇3组",
        ] {
            assert!(found(text).is_some(), "{text}");
        }
        for text in [
            "",
            "住址",
            "户籍证明",
            "公司住址：奈曼旗大沁他拉镇",
            "住址：奈曼旗****",
            "住址不详",
            "户籍警到场",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
