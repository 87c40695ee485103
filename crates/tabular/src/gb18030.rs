//! GB 18030, both ways, as the Encoding Standard of the WHATWG defines it (which is the 2022 edition, with the
//! 2005 way of reading what older programs wrote). The table holds no other encoding: a library for all of them
//! is a fifth of the whole engine that a browser loads.

/// Code points of the 23,940 pairs of bytes, then the starts of the ranges that take four bytes; little end
/// first. Written and checked by `tests/gb18030.rs`.
const TABLE: &[u8] = include_bytes!("gb18030.bin");

/// First bytes (126) times second bytes (190).
const PAIRS: usize = 126 * 190;
/// Pointers of four bytes from here on lie beyond the basic plane, in order.
const BEYOND: u32 = 189_000;
/// The pointers below it name the basic plane.
const BASIC: u32 = 39_420;

/// Private characters of the edition of 2005 for which that of 2022 has public ones: their pairs.
const PRIVATE: [(u16, [u8; 2]); 18] = [
    (0xE78D, [0xA6, 0xD9]),
    (0xE78E, [0xA6, 0xDA]),
    (0xE78F, [0xA6, 0xDB]),
    (0xE790, [0xA6, 0xDC]),
    (0xE791, [0xA6, 0xDD]),
    (0xE792, [0xA6, 0xDE]),
    (0xE793, [0xA6, 0xDF]),
    (0xE794, [0xA6, 0xEC]),
    (0xE795, [0xA6, 0xED]),
    (0xE796, [0xA6, 0xF3]),
    (0xE81E, [0xFE, 0x59]),
    (0xE826, [0xFE, 0x61]),
    (0xE82B, [0xFE, 0x66]),
    (0xE82C, [0xFE, 0x67]),
    (0xE832, [0xFE, 0x6D]),
    (0xE843, [0xFE, 0x7E]),
    (0xE854, [0xFE, 0x90]),
    (0xE864, [0xFE, 0xA0]),
];

fn unit(at: usize) -> u16 {
    u16::from_le_bytes([TABLE[at * 2], TABLE[at * 2 + 1]])
}

/// The ranges: first pointer, first code point.
fn ranges() -> impl DoubleEndedIterator<Item = (u32, u32)> {
    (PAIRS..TABLE.len() / 2).step_by(2).map(|at| (u32::from(unit(at)), u32::from(unit(at + 1))))
}

fn of_pair(lead: u8, trail: u8) -> Option<char> {
    let offset = match trail {
        0x40..=0x7E => 0x40,
        0x80..=0xFE => 0x41,
        _ => return None,
    };
    let pointer = usize::from(lead - 0x81) * 190 + usize::from(trail - offset);
    char::from_u32(u32::from(unit(pointer)))
}

fn of_pointer(pointer: u32) -> Option<char> {
    if pointer < BASIC {
        let (first, code) = ranges().rfind(|(first, _)| *first <= pointer)?;
        char::from_u32(code + pointer - first)
    } else {
        char::from_u32(0x10000 + pointer.checked_sub(BEYOND)?)
    }
}

/// Text of `bytes`; what cannot be decoded becomes U+FFFD.
pub(crate) fn decode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() + bytes.len() / 2);
    let mut at = 0;
    while let Some(&first) = bytes.get(at) {
        if first.is_ascii() {
            let end =
                bytes[at..].iter().position(|byte| !byte.is_ascii()).map_or(bytes.len(), |run| at + run);
            out.extend(bytes[at..end].iter().map(|&byte| char::from(byte)));
            at = end;
            continue;
        }
        let (character, length) = character(&bytes[at..]);
        out.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
        at += length;
    }
    out
}

/// The character at the start, which is not ASCII, and how many bytes it takes or spoils.
fn character(bytes: &[u8]) -> (Option<char>, usize) {
    let lead = match bytes[0] {
        0x80 => return (Some('€'), 1),
        0xFF => return (None, 1),
        lead => lead,
    };
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    match bytes.get(1) {
        // What is cut off at the end is one fault, however long it is.
        None => (None, 1),
        Some(second @ 0x30..=0x39) => match bytes.get(2) {
            None => (None, 2),
            Some(third @ 0x81..=0xFE) if digit(3) => {
                let parts = [lead - 0x81, second - 0x30, third - 0x81, bytes[3] - 0x30].map(u32::from);
                let pointer = ((parts[0] * 10 + parts[1]) * 126 + parts[2]) * 10 + parts[3];
                (of_pointer(pointer), 4)
            }
            Some(0x81..=0xFE) if bytes.len() == 3 => (None, 3),
            // The rest is read anew.
            Some(_) => (None, 1),
        },
        Some(&second) => match of_pair(lead, second) {
            Some(found) => (Some(found), 2),
            None if second.is_ascii() => (None, 1),
            None => (None, 2),
        },
    }
}

/// `text` as GB 18030, which holds every character.
pub(crate) fn encode(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    // Pointer + 1 by code point; made once per file.
    let mut pointers: Vec<u16> = Vec::new();
    for character in text.chars() {
        if character.is_ascii() {
            out.push(character as u8);
            continue;
        }
        if pointers.is_empty() {
            pointers.resize(0x1_0000, 0);
            for pointer in (0..PAIRS).rev() {
                pointers[usize::from(unit(pointer))] = pointer as u16 + 1;
            }
        }
        let code = u32::from(character);
        if let Some(pointer) = pointers.get(code as usize).and_then(|known| known.checked_sub(1)) {
            let (lead, trail) = (pointer / 190, pointer % 190);
            out.extend([lead as u8 + 0x81, trail as u8 + if trail < 0x3F { 0x40 } else { 0x41 }]);
            continue;
        }
        if let Some((_, pair)) = PRIVATE.iter().find(|(private, _)| u32::from(*private) == code) {
            out.extend(pair);
            continue;
        }
        let pointer = match code.checked_sub(0x1_0000) {
            Some(beyond) => BEYOND + beyond,
            None => pointer_of(code),
        };
        let digits = [pointer / 12_600, pointer / 1_260 % 10, pointer / 10 % 126, pointer % 10];
        out.extend(digits.iter().zip([0x81, 0x30, 0x81, 0x30]).map(|(digit, base)| *digit as u8 + base));
    }
    out
}

/// The pointer of a code point of the basic plane that is in no pair.
fn pointer_of(code: u32) -> u32 {
    let mut end = BASIC;
    for (first, start) in ranges().rev() {
        if (start..start + (end - first)).contains(&code) {
            return first + code - start;
        }
        end = first;
    }
    // None is left: pairs and ranges hold the whole plane, which the test of the table proves.
    0
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::GB18030;

    /// The table as a library by others has it. `PRECHECK_WRITE=1 cargo test -p precheck-tabular gb18030` writes
    /// it.
    #[test]
    fn the_table_is_that_of_the_standard() {
        let decoded = |bytes: &[u8]| {
            let (text, _, broken) = GB18030.decode(bytes);
            (!broken).then(|| text.chars().next()).flatten().map(|c| c as u32)
        };
        let mut units: Vec<u16> = Vec::new();
        for lead in 0x81..=0xFE_u8 {
            for trail in (0x40..=0x7E_u8).chain(0x80..=0xFE) {
                units.push(decoded(&[lead, trail]).expect("every pair is mapped") as u16);
            }
        }
        let mut next = None;
        for pointer in 0..BASIC {
            let [a, b, c, d] = [pointer / 12_600, pointer / 1_260 % 10, pointer / 10 % 126, pointer % 10];
            let code =
                decoded(&[a as u8 + 0x81, b as u8 + 0x30, c as u8 + 0x81, d as u8 + 0x30]).unwrap_or(0);
            if next != Some(code) {
                units.extend([pointer as u16, code as u16]);
            }
            next = Some(code + 1);
        }
        let table: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        if std::env::var_os("PRECHECK_WRITE").is_some() {
            std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/gb18030.bin"), &table).unwrap();
        }
        assert!(table == TABLE, "the table differs from that of the standard");
    }

    #[test]
    fn every_character_as_a_library_by_others_writes_it() {
        // One character of the private use area has no place in the standard; theirs writes a reference.
        let all: Vec<char> =
            (0..=0x10_FFFF).filter_map(char::from_u32).filter(|c| *c != '\u{E5E5}').collect();
        for some in all.chunks(256) {
            let text: String = some.iter().collect();
            assert_eq!(encode(&text), *GB18030.encode(&text).0, "from {:X}", some[0] as u32);
        }
        assert_eq!(decode(&encode("\u{E5E5}")).chars().count(), 1);
    }

    #[test]
    fn bytes_as_a_library_by_others_reads_them() {
        let same = |bytes: &[u8]| {
            assert_eq!(decode(bytes), GB18030.decode_without_bom_handling(bytes).0, "{bytes:02X?}");
        };
        // Three bytes of every class in every order, at the end and before more.
        let classes = [0x20, 0x30, 0x39, 0x40, 0x7E, 0x7F, 0x80, 0x81, 0x84, 0x90, 0xA1, 0xE3, 0xFE, 0xFF];
        for a in classes {
            same(&[a]);
            for b in classes {
                same(&[a, b]);
                for c in classes {
                    same(&[a, b, c]);
                    for d in classes {
                        same(&[a, b, c, d]);
                        same(&[a, b, c, d, 0xC6, 0xF3, b'a']);
                    }
                }
            }
        }
    }
}
