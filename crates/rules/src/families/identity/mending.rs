//! Proposals for a miswritten 统一社会信用代码: look-alikes and neighbours that changed places, offered only where
//! exactly one proposal satisfies everything that can be computed. A new 18th character alone is never proposed:
//! it always fits, and nearly always hides the real slip.

use super::code;

/// Characters of the alphabet that are taken for each other in print and handwriting.
const ALIKE: [&[u8]; 9] = [b"0DQ", b"1L7", b"8B", b"6GC", b"UY", b"EF", b"MN", b"PR", b"KX"];

/// Characters outside the alphabet, and letters where digits belong, with what they stand for.
const MISTAKEN: [(char, &str); 12] = [
    ('O', "0"),
    ('I', "1"),
    ('L', "1"),
    ('|', "1"),
    ('Z', "2"),
    ('S', "5"),
    ('V', "UY"),
    ('B', "8"),
    ('D', "0"),
    ('Q', "0"),
    ('G', "6"),
    ('〇', "0"),
];

/// At most so many combinations are tried.
const MOST_TRIES: usize = 64;

/// The one code that results where every character that cannot stand in `code` is read as its look-alike.
pub(super) fn readable(code: &str) -> Option<String> {
    let characters: Vec<char> = code.chars().collect();
    if characters.len() != 18 {
        return None;
    }
    let mut tries: Vec<String> = vec![String::new()];
    let mut changed = 0;
    for (at, &character) in characters.iter().enumerate() {
        if u8::try_from(character).is_ok_and(|c| code::fits(at, c)) {
            for text in &mut tries {
                text.push(character);
            }
            continue;
        }
        changed += usize::from(at < 17);
        let (_, readings) = MISTAKEN.iter().find(|(mistaken, _)| *mistaken == character)?;
        tries = tries.iter().flat_map(|t| readings.chars().map(move |r| format!("{t}{r}"))).collect();
        if tries.len() > MOST_TRIES {
            return None;
        }
    }
    if changed == 0 {
        return None;
    }
    only(tries.into_iter())
}

/// The one code that results where one of the first 17 characters is read as a look-alike, or two neighbours
/// among them change places.
pub(super) fn corrected(code: &str) -> Option<String> {
    let bytes = code.as_bytes();
    if bytes.len() != 18 || !code.is_ascii() {
        return None;
    }
    let mut tries = Vec::new();
    let mut try_with = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut changed = bytes.to_vec();
        change(&mut changed);
        tries.extend(String::from_utf8(changed).ok());
    };
    for at in 0..17 {
        for set in ALIKE.iter().filter(|set| set.contains(&bytes[at])) {
            for &other in set.iter().filter(|&&other| other != bytes[at]) {
                try_with(&|code: &mut Vec<u8>| code[at] = other);
            }
        }
        if at < 16 && bytes[at] != bytes[at + 1] {
            try_with(&|code: &mut Vec<u8>| code.swap(at, at + 1));
        }
    }
    only(tries.into_iter())
}

/// The only one among the codes that holds; none where there are several.
fn only(codes: impl Iterator<Item = String>) -> Option<String> {
    let mut holding = codes.filter(|code| code::holds(code));
    let first = holding.next()?;
    holding.all(|other| other == first).then_some(first)
}

/// Where two codes of 18 characters differ, as a remark beside a proposal: positions counted from 1.
pub(super) fn differences(from: &str, to: &str) -> Vec<(usize, char, char)> {
    from.chars()
        .zip(to.chars())
        .enumerate()
        .filter(|(_, (a, b))| a != b)
        .map(|(at, (a, b))| (at + 1, a, b))
        .collect()
}

#[cfg(test)]
mod tests {
    use precheck_schema::uscc;

    use super::*;

    const CODE: &str = "91150525MA0N8B4T47";

    #[test]
    fn characters_that_cannot_stand_are_read_as_look_alikes() {
        for slip in ["911505Z5MA0N8B4T47", "9I150525MAON8B4T47", "9115O5Z5MA0N8B4T47", "911S0525MA0N8B4T47"] {
            assert_eq!(readable(slip).as_deref(), Some(CODE), "{slip}");
        }
        // A mask, a character without look-alike, and a reading whose check characters do not hold.
        for slip in ["911505******8B4T47", "91150525MA0N8B4T4中", "91150525MAON8B4T46"] {
            assert_eq!(readable(slip), None, "{slip}");
        }
        // A new last character alone is no proposal.
        let zero = "91110000802100433B";
        assert!(code::holds(zero));
        assert_eq!(readable("91350100M0001TGQXS"), None);
        let body = (0..).map(|serial| format!("91150525MA0N8{serial:03}")).find_map(|body| {
            let organisation = char::from(uscc::organisation_check(&body.as_bytes()[8..])?);
            let code = format!("{body}{organisation}");
            (uscc::check_character(code.as_bytes()) == Some(b'5')).then_some(code)
        });
        let body = body.unwrap();
        assert!(code::holds(&format!("{body}5")));
        assert_eq!(readable(&format!("{body}S")), None);
    }

    #[test]
    fn one_look_alike_or_one_transposition() {
        assert_eq!(corrected("91150525MA0N884T47").as_deref(), Some(CODE));
        assert_eq!(corrected("91150525MAN08B4T47").as_deref(), Some(CODE));
        assert_eq!(corrected("91150525AM0N8B4T47").as_deref(), Some(CODE));
        assert_eq!(corrected("91150525MA0N8B4T48"), None, "only the last character is wrong");
        assert_eq!(corrected("91150525MA0N8B4T74"), None, "nor does it change places");
        for text in ["91150525MA0N", "91150525MA0N8B4T477", "统一社会信用"] {
            assert_eq!(corrected(text), None, "{text}");
        }
        assert_eq!(differences("91150525MA0N884T47", CODE), [(14, '8', 'B')]);
    }
}
