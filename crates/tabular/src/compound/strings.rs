//! Texts of BIFF records (MS-XLS 2.5.293 and 2.5.268), the shared ones over several records.

use crate::gb18030;

/// Bytes of a record and of those that continue it, read across their bounds.
pub(super) struct Pieces<'r> {
    all: Vec<&'r [u8]>,
    piece: usize,
    at: usize,
}

impl<'r> Pieces<'r> {
    pub(super) fn new(all: Vec<&'r [u8]>) -> Self {
        Self { all, piece: 0, at: 0 }
    }

    /// What is left of the piece, going on to the next one where nothing is; empty at the end.
    fn rest(&mut self) -> &'r [u8] {
        while self.piece < self.all.len() && self.at >= self.all[self.piece].len() {
            self.piece += 1;
            self.at = 0;
        }
        self.all.get(self.piece).map_or(&[], |piece| &piece[self.at..])
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = *self.rest().first()?;
        self.at += 1;
        Some(byte)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    fn skip(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > 0 {
            let step = self.rest().len().min(bytes);
            if step == 0 {
                return None;
            }
            self.at += step;
            bytes -= step;
        }
        Some(())
    }

    /// A text with a length of two bytes, with its formats and phonetic hints passed over.
    pub(super) fn text(&mut self, out: &mut String) -> Option<()> {
        let length = usize::from(self.u16()?);
        self.characters(length, out)
    }

    /// The flags, the characters and what follows them.
    fn characters(&mut self, mut length: usize, out: &mut String) -> Option<()> {
        let flags = self.byte()?;
        let runs = if flags & 8 != 0 { usize::from(self.u16()?) } else { 0 };
        let hints = if flags & 4 != 0 { self.u32()? as usize } else { 0 };
        let mut wide = flags & 1 != 0;
        let mut units: Vec<u16> = Vec::new();
        let piece = |pieces: &Self| pieces.piece;
        // The first characters may stand in the next record already; it says anew how wide they are.
        let mut inside = piece(self);
        while length > 0 {
            self.rest();
            if piece(self) != inside {
                inside = piece(self);
                wide = self.byte()? & 1 != 0;
            }
            let rest = self.rest();
            if rest.is_empty() || piece(self) != inside {
                if rest.is_empty() {
                    return None;
                }
                continue;
            }
            let width = if wide { 2 } else { 1 };
            let fit = (rest.len() / width).min(length);
            if fit == 0 {
                return None;
            }
            if wide {
                units.extend(rest[..fit * 2].as_chunks::<2>().0.iter().map(|b| u16::from_le_bytes(*b)));
            } else {
                units.extend(rest[..fit].iter().map(|&b| u16::from(b)));
            }
            self.at += fit * width;
            length -= fit;
        }
        out.extend(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
        self.skip(runs * 4)?;
        self.skip(hints)
    }
}

/// A text of BIFF8 behind `at`: its length in two bytes, flags and characters.
pub(super) fn long(record: &[u8], at: usize) -> Option<String> {
    let mut out = String::new();
    Pieces::new(vec![record.get(at..)?]).text(&mut out)?;
    Some(out)
}

/// A text of BIFF8 behind `at`: its length in one byte, flags and characters.
pub(super) fn short(record: &[u8], at: usize) -> Option<String> {
    let (&length, rest) = record.get(at..)?.split_first()?;
    let mut out = String::new();
    Pieces::new(vec![rest]).characters(usize::from(length), &mut out)?;
    Some(out)
}

/// A text of BIFF5 in the code page of the workbook, which [`knows`] must have known.
pub(super) fn bytes(record: &[u8], at: usize, length: usize, page: u16) -> Option<String> {
    let rest = record.get(at..)?;
    let bytes = &rest[..length.min(rest.len())];
    Some(match page {
        WESTERN | WESTERN_MAC => bytes.iter().map(|&byte| western(byte)).collect(),
        UTF_8 => String::from_utf8_lossy(bytes).into_owned(),
        _ => gb18030::decode(bytes),
    })
}

const WESTERN: u16 = 1252;
const WESTERN_MAC: u16 = 0x8001;
const UTF_8: u16 = 65_001;
/// Japanese, Korean, Chinese in traditional characters: of Excel 5 to 95, read by nobody here.
const FOREIGN: [u16; 3] = [932, 949, 950];

/// Whether the texts of a workbook in this code page can be read; what is not told is Chinese here.
pub(super) fn knows(page: u16) -> bool {
    !FOREIGN.contains(&page)
}

/// Windows-1252: Latin 1 but for one block.
fn western(byte: u8) -> char {
    const BLOCK: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => BLOCK[usize::from(byte - 0x80)],
        byte => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_go_on_in_the_next_record() {
        // 甲乙ab: two wide characters, then the record ends, then two narrow ones and a run of formats.
        let first = [4, 0, 0b1001, 1, 0, 0x32, 0x75, 0x59, 0x4E];
        let second = [0, b'a', b'b', 9, 9, 9, 9, 1, 0, 0, b'c'];
        let mut pieces = Pieces::new(vec![&first, &second]);
        let mut out = String::new();
        pieces.text(&mut out).unwrap();
        assert_eq!(out, "甲乙ab");
        out.clear();
        pieces.text(&mut out).unwrap();
        assert_eq!(out, "c");
        assert_eq!(pieces.text(&mut out), None);
    }

    #[test]
    fn a_text_whose_characters_start_in_the_next_record() {
        let (first, second) = ([1, 0, 0], [1, 0x32, 0x75]);
        let mut out = String::new();
        Pieces::new(vec![&first, &second]).text(&mut out).unwrap();
        assert_eq!(out, "甲");
    }

    #[test]
    fn short_records_give_nothing() {
        assert_eq!(long(&[5, 0, 0, b'a'], 0), None);
        assert_eq!(short(&[2, 0, b'a', b'b'], 0).as_deref(), Some("ab"));
        assert_eq!(short(&[], 0), None);
        assert_eq!(bytes(&[0xC6, 0xF3], 0, 2, 936).as_deref(), Some("企"));
        assert_eq!(bytes(&[0xC6], 9, 2, 936), None);
    }

    #[test]
    fn western_texts_as_a_library_by_others_reads_them() {
        let all: Vec<u8> = (0..=255).collect();
        let theirs = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&all).0;
        assert_eq!(bytes(&all, 0, 256, WESTERN).as_deref(), Some(&*theirs));
    }
}
