//! County codes of GB/T 2260: which are in use, which were given up, and what the same place has since.
//!
//! The table `regions.txt` is generated (`cargo xtask generate --regions`) from the editions of 1980 to 2019 and
//! the list of 2023; its head names the sources.

use std::sync::LazyLock;

/// What is known of a six-digit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Region {
    /// In the list of 2023: a county, or the city or province above it.
    Present,
    /// In some edition since 1980, no longer in use.
    Abolished(Abolished),
    /// In no edition; development zones and their branches have such codes of their own.
    Unlisted,
}

/// A code that is no longer in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Abolished {
    /// The place that had it; empty where it was given up before 1999.
    pub name: &'static str,
    /// Year of the first edition without it.
    pub year: u16,
    /// The code that the same place has since; none where it was merged, split or renamed.
    pub successor: Option<u32>,
}

struct Regions {
    present: Vec<u32>,
    abolished: Vec<(u32, Abolished)>,
}

/// What is known of a code of six digits; other texts are unlisted.
pub fn find(code: &str) -> Region {
    static REGIONS: LazyLock<Regions> = LazyLock::new(|| read(include_str!("regions.txt")));
    if code.len() != 6 || !code.bytes().all(|b| b.is_ascii_digit()) {
        return Region::Unlisted;
    }
    let code = code.parse().unwrap_or(0);
    if REGIONS.present.binary_search(&code).is_ok() {
        return Region::Present;
    }
    match REGIONS.abolished.binary_search_by_key(&code, |entry| entry.0) {
        Ok(at) => Region::Abolished(REGIONS.abolished[at].1),
        Err(_) => Region::Unlisted,
    }
}

fn read(text: &'static str) -> Regions {
    let mut regions = Regions { present: Vec::new(), abolished: Vec::new() };
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (is_abolished, line) = match line.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, line),
        };
        let Some((prefix, codes)) = line.split_once(' ') else { continue };
        for entry in codes.split(' ') {
            let Some(code) = entry.get(..2).and_then(|last| number(prefix, last)) else { continue };
            if is_abolished {
                regions.abolished.extend(read_abolished(prefix, &entry[2..]).map(|a| (code, a)));
            } else {
                regions.present.push(code);
            }
        }
    }
    regions.present.sort_unstable();
    regions.abolished.sort_unstable_by_key(|entry| entry.0);
    regions
}

/// `富阳市14>11`: name, year, successor without the digits that it shares with the line.
fn read_abolished(prefix: &str, text: &'static str) -> Option<Abolished> {
    let (text, successor) = match text.split_once('>') {
        Some((text, last)) => (text, number(prefix.get(..6 - last.len())?, last)),
        None => (text, None),
    };
    let (name, year) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let year: u16 = year.parse().ok()?;
    Some(Abolished { name, year: if year < 80 { 2000 + year } else { 1900 + year }, successor })
}

fn number(head: &str, tail: &str) -> Option<u32> {
    format!("{head}{tail}").parse().ok().filter(|&n| (100_000..1_000_000).contains(&n))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn abolished(code: &str) -> Abolished {
        match find(code) {
            Region::Abolished(abolished) => abolished,
            other => panic!("{code}: {other:?}"),
        }
    }

    #[test]
    fn present_abolished_and_unlisted() {
        for code in ["150525", "150500", "150000", "110101", "350211", "419001", "810000"] {
            assert_eq!(find(code), Region::Present, "{code}");
        }
        // 奈曼旗 before 1999, 富阳 before it became a district, 绍兴县 that was merged and renamed.
        assert_eq!(abolished("152326"), Abolished { name: "奈曼旗", year: 1999, successor: Some(150_525) });
        assert_eq!(abolished("330183"), Abolished { name: "富阳市", year: 2014, successor: Some(330_111) });
        assert_eq!(abolished("330621").successor, None);
        assert_eq!(abolished("460003").successor, Some(469_003));
        assert!(abolished("330301").name.is_empty() && abolished("330301").year == 1983);
        // Numbers of development zones that registers really hold, and texts that are no code.
        for code in ["330196", "330215", "330403", "999999", "100000", "15052", "0150525", "15052５", ""] {
            assert_eq!(find(code), Region::Unlisted, "{code}");
        }
    }

    #[test]
    fn the_table_is_whole() {
        let regions = read(include_str!("regions.txt"));
        assert!(regions.present.len() > 3000 && regions.abolished.len() > 3000);
        let entries: usize = include_str!("regions.txt")
            .lines()
            .filter(|l| !l.starts_with('#'))
            .map(|l| l.split(' ').count() - 1)
            .sum();
        assert_eq!(regions.present.len() + regions.abolished.len(), entries, "each entry can be read");
        assert!(regions.abolished.windows(2).all(|pair| pair[0].0 < pair[1].0), "each code once");
    }
}
