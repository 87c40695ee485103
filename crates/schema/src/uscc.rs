//! 统一社会信用代码: GB 32100-2015 with amendment 1 of 2016, and the organisation code inside it, GB 11714-1997.

/// The 31 characters of GB 32100, in the order of their values.
pub const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Powers of 3 modulo 31: the weights of characters 1 to 17.
const WEIGHTS: [u32; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/// Weights of GB 11714 for its eight characters.
const ORGANISATION_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// Value of a character of GB 32100 (capitals only).
pub fn value(character: u8) -> Option<u32> {
    ALPHABET.iter().position(|&a| a == character).map(|v| v as u32)
}

/// The check character that the first 17 characters ask for; none where one is outside the alphabet.
///
/// The outer modulo matters: a sum divisible by 31 gives `0`, not a 32nd character.
pub fn check_character(code: &[u8]) -> Option<u8> {
    let mut sum = 0;
    for (character, weight) in code.get(..17)?.iter().zip(WEIGHTS) {
        sum += value(*character)? * weight;
    }
    Some(ALPHABET[((31 - sum % 31) % 31) as usize])
}

/// Whether an 18-character code ends in its check character.
pub fn check_holds(code: &str) -> bool {
    let bytes = code.as_bytes();
    bytes.len() == 18 && check_character(bytes) == Some(bytes[17])
}

/// The check character of an organisation code (GB 11714: values 0 to 35, modulo 11).
pub fn organisation_check(code: &[u8]) -> Option<u8> {
    let mut sum = 0;
    for (character, weight) in code.get(..8)?.iter().zip(ORGANISATION_WEIGHTS) {
        sum += char::from(*character).to_digit(36).filter(|_| !character.is_ascii_lowercase())? * weight;
    }
    Some(match 11 - sum % 11 {
        10 => b'X',
        11 => b'0',
        digit => b'0' + digit as u8,
    })
}

/// Whether characters 9 to 17 of an 18-character code are a valid organisation code.
pub fn organisation_holds(code: &str) -> bool {
    let bytes = code.as_bytes();
    bytes.len() == 18 && organisation_check(&bytes[8..16]) == Some(bytes[16])
}

/// A registering department with the types of body that it registers.
pub struct Department {
    /// First character of the code.
    pub department: char,
    /// Its name.
    pub name: &'static str,
    /// Second characters with their names.
    pub types: &'static [(char, &'static str)],
}

/// The legal pairs of the first two characters, as amended in 2016.
pub static DEPARTMENTS: &[Department] = &[
    Department {
        department: '1',
        name: "机构编制",
        types: &[('1', "机关"), ('2', "事业单位"), ('3', "编办直接管理机构编制的群众团体"), ('9', "其他")],
    },
    Department {
        department: '2', name: "外交", types: &[('1', "外国常驻新闻机构"), ('9', "其他")]
    },
    Department {
        department: '3',
        name: "司法行政",
        types: &[
            ('1', "律师执业机构"),
            ('2', "公证处"),
            ('3', "基层法律服务所"),
            ('4', "司法鉴定机构"),
            ('5', "仲裁委员会"),
            ('9', "其他"),
        ],
    },
    Department {
        department: '4', name: "文化", types: &[('1', "外国在华文化中心"), ('9', "其他")]
    },
    Department {
        department: '5',
        name: "民政",
        types: &[('1', "社会团体"), ('2', "民办非企业单位"), ('3', "基金会"), ('9', "其他")],
    },
    Department {
        department: '6',
        name: "旅游",
        types: &[
            ('1', "外国旅游部门常驻代表机构"),
            ('2', "港澳台地区旅游部门常驻内地(大陆)代表机构"),
            ('9', "其他"),
        ],
    },
    Department {
        department: '7',
        name: "宗教",
        types: &[('1', "宗教活动场所"), ('2', "宗教院校"), ('9', "其他")],
    },
    Department { department: '8', name: "工会", types: &[('1', "基层工会"), ('9', "其他")] },
    Department {
        department: '9',
        name: "工商(市场监管)",
        types: &[('1', "企业"), ('2', "个体工商户"), ('3', "农民专业合作社")],
    },
    Department {
        department: 'A',
        name: "中央军委改革和编制办公室",
        types: &[('1', "军队事业单位"), ('9', "其他")],
    },
    Department {
        department: 'N',
        name: "农业",
        types: &[
            ('1', "组级集体经济组织"),
            ('2', "村级集体经济组织"),
            ('3', "乡镇级集体经济组织"),
            ('9', "其他"),
        ],
    },
    Department { department: 'Y', name: "其他", types: &[('1', "其他")] },
];

/// Names of department and type of the first two characters; none where they are no legal pair.
pub fn department(code: &str) -> Option<(&'static str, &'static str)> {
    let mut characters = code.chars();
    let (first, second) = (characters.next()?, characters.next()?);
    let department = DEPARTMENTS.iter().find(|d| d.department == first)?;
    let kind = department.types.iter().find(|t| t.0 == second)?;
    Some((department.name, kind.1))
}

/// Province prefixes of GB/T 2260-2007.
pub const PROVINCES: [&str; 34] = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42",
    "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
];

/// Whether characters 3 and 4 are a province prefix, or characters 3 to 8 the national 100000.
pub fn province_holds(code: &str) -> bool {
    code.get(2..4).is_some_and(|p| PROVINCES.contains(&p)) || code.get(2..8) == Some("100000")
}

/// Whether a code looks like one of the early Fujian codes (2015): real, the outer check fails, the
/// organisation check holds.
pub fn is_early_pilot(code: &str) -> bool {
    let bytes = code.as_bytes();
    bytes.len() == 18
        && bytes[0] == b'9'
        && matches!(bytes[1], b'1'..=b'3')
        && &bytes[2..4] == b"35"
        && bytes[4..8].iter().all(u8::is_ascii_digit)
        && &bytes[8..12] == b"M000"
        && organisation_holds(code)
        && !check_holds(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_characters() {
        // From the text of GB 11714-1997 and from public registers; the last has check character 0.
        assert_eq!(organisation_check(b"D2143569"), Some(b'X'));
        for code in ["91350100M000100Y43", "91110000802100433B"] {
            assert!(check_holds(code), "{code}");
        }
        assert!(!check_holds("91350100M000100Y44"));
        assert!(!check_holds("91350100M000100Y4"));
    }

    #[test]
    fn a_sum_divisible_by_31_asks_for_0() {
        let mut code = *b"9115052500000000A";
        let zero = ALPHABET.iter().find(|&&c| {
            code[16] = c;
            check_character(&code) == Some(b'0')
        });
        code[16] = *zero.unwrap();
        let full = format!("{}0", String::from_utf8(code.to_vec()).unwrap());
        assert!(check_holds(&full));
    }

    #[test]
    fn early_fujian_codes() {
        for code in ["91350211M00013FA1N", "91350100M0001TGQXM", "91350128M00000019A"] {
            assert!(is_early_pilot(code), "{code}");
        }
        assert!(!is_early_pilot("91350100M000100Y43"), "its check character holds");
        for code in [
            "",
            "9",
            "9135",
            "A1350211M00013FA1N",
            "96350211M00013FA1N",
            "91360211M00013FA1N",
            "913502X1M00013FA1N",
            "91350211MA0N8B4T40",
            "91350211M00013FA2N",
        ] {
            assert!(!is_early_pilot(code), "{code}");
        }
    }

    #[test]
    fn the_code_inside_and_the_province() {
        assert!(organisation_holds("91350211M00013FA1N"));
        for code in ["", "M00013FA1", "91350211M00013FA2N"] {
            assert!(!organisation_holds(code), "{code}");
        }
        for (code, holds) in [
            ("91150525MA0N8B4T47", true),
            ("91100000100003962T", true),
            ("91100001100003962T", false),
            ("91990525MA0N8B4T47", false),
            ("911", false),
        ] {
            assert_eq!(province_holds(code), holds, "{code}");
        }
    }

    #[test]
    fn pairs() {
        assert_eq!(department("91").unwrap().1, "企业");
        assert!(department("94").is_none() && department("Z1").is_none() && department("9").is_none());
    }
}
