//! Which character separates the columns of a text.

use super::SEPARATORS;
use super::records::{Event, Records};

/// Rows that are looked at.
const SAMPLE_ROWS: usize = 200;
/// Bytes that are looked at: a quote that never closes must not make this long.
const SAMPLE_BYTES: usize = 256 << 10;

/// The separator under which most rows have the same number of columns, the more columns the better. A text
/// of one column is read with commas.
pub(crate) fn detect(text: &str) -> char {
    let mut end = text.len().min(SAMPLE_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = &text[..end];
    let mut best = (0, ',');
    for separator in SEPARATORS {
        let score = score(sample, separator);
        if score > best.0 {
            best = (score, separator);
        }
    }
    best.1
}

fn score(sample: &str, separator: char) -> usize {
    let mut widths = Vec::new();
    let (mut width, mut filled) = (0usize, false);
    Records::new(sample, separator).run(&mut |event| {
        match event {
            Event::Field(text) => {
                width += 1;
                filled |= !text.trim().is_empty();
            }
            Event::EndOfRow(_) => {
                if filled {
                    widths.push(width);
                }
                (width, filled) = (0, false);
            }
        }
        widths.len() < SAMPLE_ROWS
    });
    // Title and tail lines have one column; they tell nothing.
    let split = widths.iter().filter(|&&w| w > 1).count();
    let mut best = 0;
    for &candidate in &widths {
        if candidate > 1 {
            let same = widths.iter().filter(|&&w| w == candidate).count();
            // Rows that agree, weighted by their share of the rows that split at all.
            best = best.max((candidate - 1) * same * same * 100 / split);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn consistency_decides() {
        for (text, separator) in [
            ("企业名称,代码,内容\n甲,1,\"罚款；没收；警告\"\n乙,2,一；二；三；四", ','),
            ("企业名称\t代码\t内容\n甲\t1\ta,b,c,d\n乙\t2\te,f", '\t'),
            ("企业名称；代码；内容\n甲；1；x,y\n乙；2；z", '；'),
            ("企业名称;代码;内容\n甲;1;x,y\n乙;2;z", ';'),
            ("企业名称|代码|内容\n甲|1|x,y\n乙|2|z", '|'),
            ("填报表\n填报日期：2023年\n名称,代码\n甲,1\n", ','),
            ("企业名称\n甲\n乙", ','),
            ("", ','),
        ] {
            assert_eq!(detect(text), separator, "{text}");
        }
    }
}
