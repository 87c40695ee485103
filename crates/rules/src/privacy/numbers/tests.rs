//! What is found in texts, and what is not.

use super::*;

/// Whatever an id is written with, it is found; no valid code of an enterprise is.
mod written {
    use proptest::prelude::*;

    use super::*;

    fn widen(digits: &str) -> String {
        digits.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect()
    }

    /// Puts separators between characters.
    fn part(digits: &str, gaps: &[prop::sample::Index], separator: &str) -> String {
        let mut out: Vec<String> = digits.chars().map(String::from).collect();
        for gap in gaps {
            let at = gap.index(out.len() - 1);
            out[at].push_str(separator);
        }
        out.concat()
    }

    fn separator() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![" ", "　", "-", "—", "\u{200B}", "\n", "\u{FEFF}", "\r\n", "\u{A0}"])
    }

    proptest! {
        #[test]
        fn ids(
            region in prop::sample::select(vec!["150525", "152326", "440113", "620102", "830000"]),
            born in 0i64..40_000,
            serial in 0u32..1000,
            wide in any::<bool>(),
            gaps in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
            separator in separator(),
            around in prop::sample::select(vec![("", ""), ("法定代表人", "，"), ("（", "）"), ("电话0475、", "。")]),
        ) {
            let day = Date::from_ymd_opt(1900, 1, 1).unwrap() + precheck_schema::date::Days::new(born as u64);
            let mut id = format!("{region}{}{serial:03}", day.format("%Y%m%d"));
            let check = (0..11).map(|c| b"0123456789X"[c]).find(|&c| {
                id_check_holds(&format!("{id}{}", char::from(c)))
            });
            id.push(char::from(check.unwrap()));
            // One in many thousands is a valid code of a department that 62 and the like stand for.
            prop_assume!(!is_valid_uscc(&id));
            let written = part(&if wide { widen(&id) } else { id.clone() }, &gaps, separator);
            let text = format!("{}{written}{}", around.0, around.1);
            prop_assert_eq!(kinds(&text), vec![NumberKind::ResidentId], "{}", &text);
            let masked = super::super::super::mask(&text).into_owned();
            let expected = format!("{}{}********{}{}", around.0, &id[..6], &id[14..], around.1);
            prop_assert_eq!(masked, expected);
        }

        #[test]
        fn mobiles(
            number in 13_000_000_000u64..20_000_000_000,
            wide in any::<bool>(),
            shape in prop::sample::select(vec![vec![], vec![2], vec![2, 6], vec![6], vec![0, 1, 2, 3, 4, 5, 6, 7, 8, 9]]),
            separator in separator(),
        ) {
            let digits = number.to_string();
            let text: String = digits.chars().enumerate().map(|(at, c)| {
                let c = if wide { widen(&c.to_string()) } else { c.to_string() };
                if shape.contains(&at) { c + separator } else { c }
            }).collect();
            prop_assert_eq!(kinds(&format!("联系人李某{text}。")), vec![NumberKind::Mobile], "{}", text);
        }

        #[test]
        fn codes_of_enterprises_are_none(body in "9[123]1505[0-9]{2}(19[0-9]{6}|[0-9]{8})") {
            let organisation = uscc::organisation_check(&body.as_bytes()[8..]).map(char::from);
            let code = format!("{body}{}", organisation.unwrap());
            if let Some(check) = uscc::check_character(code.as_bytes()) {
                let code = format!("{code}{}", char::from(check));
                prop_assert_eq!(kinds(&format!("统一社会信用代码{code}")), vec![], "{}", code);
                prop_assert!(!super::super::super::is_resident_id(&code));
            }
        }
    }
}

fn kinds(text: &str) -> Vec<NumberKind> {
    find(text).iter().map(|n| n.kind).collect()
}

#[test]
fn collisions() {
    use NumberKind as K;
    for (text, expected) in [
        // Standard's own sample and three of python-stdnum.
        ("11010519491231002X", vec![K::ResidentId]),
        ("法定代表人44011320141005001x（身份证）", vec![K::ResidentId]),
        ("932682198501010017", vec![K::ResidentId]),
        // The check digit fails: an id only where a label says so.
        ("152326196504245144", vec![]),
        ("公民身份号码：152326196504245144", vec![K::ResidentId]),
        ("152326196513245143", vec![]),
        // A number of 15 digits is a 注册号 unless it is called an id.
        ("注册号150525650424123", vec![]),
        ("150525650424123", vec![]),
        ("150525650424123(身份证号)", vec![K::ResidentId]),
        ("法定代表人身份证号见附件，注册号150525650424123", vec![]),
        ("身份证号150525651324123", vec![]),
        // An all-digit valid code of an enterprise.
        ("统一社会信用代码911101198508122089", vec![]),
        ("911101198508122089", vec![]),
        ("身份证号911101198508122089", vec![K::ResidentId]),
        // Serial numbers of documents.
        ("奈消行罚决字〔2020〕第13847512345号", vec![]),
        ("上(消)行罚决字[2020]13847512345号", vec![]),
        ("罚决字第13847512345号", vec![]),
        ("任务编号：15052523001", vec![]),
        ("档案号 152326196504245143", vec![]),
        ("编号3，联系人13847512345", vec![K::Mobile]),
        ("电话13847512345号码", vec![K::Mobile]),
        // Inside a longer number, a sum, a code.
        ("213847512345", vec![]),
        ("138475123456", vec![]),
        ("13847512345.50元", vec![]),
        ("SN13847512345", vec![]),
        ("91150525MA13847512", vec![]),
        ("Tel13847512345", vec![K::Mobile]),
        ("联系人李某+8613847512345", vec![K::Mobile]),
        ("008613847512345", vec![K::Mobile]),
        ("8613847512345", vec![]),
        ("+86 13847512345", vec![K::Mobile]),
        ("12847512345", vec![]),
        ("长12m13847512345", vec![]),
        ("电话13847512345.", vec![K::Mobile]),
        ("13847512345,12人", vec![K::Mobile]),
        ("13847512345 X座", vec![K::Mobile]),
        ("货号11010519491231002，", vec![]),
        ("货号11010519491231002 X", vec![K::ResidentId]),
        // Hidden numbers, and what only seems to be.
        ("****13847512345", vec![]),
        ("13847512345****", vec![]),
        ("13847512345***", vec![K::Mobile]),
        // Days that the calendar has, in a year of two digits.
        ("身份证152326640229514", vec![K::ResidentId]),
        ("身份证152326000229514", vec![]),
        // A label some way before the number.
        ("身份证件号由本人提供并已经核对无误：150525650424123", vec![K::ResidentId]),
        ("身份证-------------------------150525650424123", vec![K::ResidentId]),
        // Numbers side by side.
        ("13800138000", vec![K::Mobile]),
        ("138 0013 8000", vec![K::Mobile]),
        ("+86138 4751 2345", vec![K::Mobile]),
        ("1300 1500 200平方米", vec![]),
        ("15000-150000", vec![]),
        ("电话15000-150000", vec![K::Mobile]),
        ("1384-7512-345", vec![K::Mobile]),
        ("面积15000；130000平方米", vec![]),
        ("1384；7512345", vec![K::Mobile]),
        ("13847512345；13947512345", vec![K::Mobile, K::Mobile]),
        ("152326；19650424；5143", vec![K::ResidentId]),
        ("13847512345 13947512345", vec![K::Mobile, K::Mobile]),
        ("2023-06-16 13847512345", vec![K::Mobile]),
        // Cards: Luhn, and 62 or a label.
        ("6222021234567890128", vec![K::BankCard]),
        ("6222021234567890129", vec![]),
        ("开户行账号4111111111111112", vec![]),
        ("卡号 4111 1111 1111 1111", vec![K::BankCard]),
        ("4111111111111111", vec![]),
    ] {
        assert_eq!(kinds(text), expected, "{text}");
    }
}

#[test]
fn the_shape_of_an_id_has_a_day_of_the_calendar() {
    for (id, holds) in [
        ("152326196504245143", true),
        ("15232619650424514X", true),
        ("15232619650424514A", false),
        ("152326196502305143", false),
        ("152326179904245143", false),
        ("152326210004245143", false),
        ("052326196504245143", false),
        ("15232619650424514", false),
    ] {
        assert_eq!(has_id_shape(id), holds, "{id}");
    }
}

/// Ids whose check digit holds, by their first fourteen digits.
fn ids(start: &str) -> impl Iterator<Item = String> {
    let serials = (0..1000).map(move |serial| format!("{start}{serial:03}"));
    serials.filter_map(|body| {
        let ids = "0123456789".chars().map(|check| format!("{body}{check}"));
        ids.into_iter().find(|id| id_check_holds(id))
    })
}

#[test]
fn an_id_starts_with_a_province() {
    let id = ids("10010519491231").next().unwrap();
    assert_eq!(kinds(&id), []);
    assert_eq!(kinds(&format!("身份证号{id}")), [NumberKind::ResidentId]);
}

#[test]
fn an_id_that_is_half_a_code_is_an_id() {
    let half = |by_check: bool| {
        ids("11010519491231")
            .find(|id| uscc::check_holds(id) == by_check && uscc::organisation_holds(id) != by_check)
    };
    for id in [half(true), half(false)] {
        assert_eq!(kinds(&id.unwrap()), [NumberKind::ResidentId]);
    }
}
