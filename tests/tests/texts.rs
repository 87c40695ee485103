//! Every text of the page stands there in both languages.

use std::path::{Path, PathBuf};

use precheck_tests::root;

/// A piece of Rust source.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    /// A string literal, without its quotes.
    Literal(String),
    /// A word.
    Word(String),
    /// Anything else but blanks and comments.
    Sign(char),
}

/// The source as pieces: just enough to tell literals from code.
fn pieces(source: &str) -> Vec<Piece> {
    let characters: Vec<char> = source.chars().collect();
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        let next = characters.get(at + 1).copied();
        match characters[at] {
            '/' if next == Some('/') => {
                while at < characters.len() && characters[at] != '\n' {
                    at += 1;
                }
            }
            '"' => {
                let mut literal = String::new();
                at += 1;
                while characters[at] != '"' {
                    if characters[at] == '\\' {
                        at += 1;
                    }
                    literal.push(characters[at]);
                    at += 1;
                }
                at += 1;
                pieces.push(Piece::Literal(literal));
            }
            // A character literal; a lifetime has no closing quote there.
            '\'' if next == Some('\\') => at += 4,
            '\'' if characters.get(at + 2) == Some(&'\'') => at += 3,
            c if c.is_alphanumeric() || c == '_' => {
                let start = at;
                while at < characters.len() && (characters[at].is_alphanumeric() || characters[at] == '_') {
                    at += 1;
                }
                pieces.push(Piece::Word(characters[start..at].iter().collect()));
            }
            c => {
                if !c.is_whitespace() {
                    pieces.push(Piece::Sign(c));
                }
                at += 1;
            }
        }
    }
    pieces
}

/// The arguments of the call whose `(` stands at `open`.
fn arguments(pieces: &[Piece], open: usize) -> Vec<&[Piece]> {
    let (mut depth, mut start) = (0_i32, open + 1);
    let mut found = Vec::new();
    for (at, piece) in pieces.iter().enumerate().skip(open) {
        match piece {
            Piece::Sign('(' | '[' | '{') => depth += 1,
            Piece::Sign(')' | ']' | '}') => {
                depth -= 1;
                if depth == 0 {
                    if at > start {
                        found.push(&pieces[start..at]);
                    }
                    return found;
                }
            }
            Piece::Sign(',') if depth == 1 => {
                found.push(&pieces[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found
}

/// What an arm `Lang::En => …` gives.
fn arm(pieces: &[Piece], from: usize) -> &[Piece] {
    let mut depth = 0_i32;
    for (at, piece) in pieces.iter().enumerate().skip(from) {
        match piece {
            Piece::Sign('(' | '[' | '{') => depth += 1,
            Piece::Sign(')' | ']' | '}') => {
                depth -= 1;
                if depth < 0 {
                    return &pieces[from..at];
                }
                if depth == 0 && matches!(piece, Piece::Sign('}')) {
                    return &pieces[from..=at];
                }
            }
            Piece::Sign(',') if depth == 0 => return &pieces[from..at],
            _ => {}
        }
    }
    &pieces[from..]
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// A text without its “official names”, which stay Chinese in English too.
fn without_names(text: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '“' => inside = true,
            '”' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out
}

/// Texts whose English form is Chinese on purpose.
const ON_PURPOSE: [&str; 2] = ["切换为中文", "中"];

fn literals(pieces: &[Piece]) -> Vec<&str> {
    let text = pieces.iter().filter_map(|piece| match piece {
        Piece::Literal(text) => Some(text.as_str()),
        _ => None,
    });
    text.collect()
}

/// What is wrong with the English of a source.
fn faults(source: &str) -> (usize, Vec<String>) {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let pieces = pieces(source);
    let mut faults = Vec::new();
    let mut checked = 0;
    let mut check = |english: &[Piece]| {
        for text in literals(english) {
            if without_names(text).chars().any(is_chinese) && !ON_PURPOSE.contains(&text) {
                faults.push(format!("Chinese in English: {text}"));
            }
        }
        checked += 1;
    };
    let mut blank = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let Piece::Word(word) = piece else { continue };
        let called = pieces.get(at + 1) == Some(&Piece::Sign('('));
        let declared = at > 0 && pieces[at - 1] == Piece::Word("fn".to_owned());
        match word.as_str() {
            "t" | "say" if called && !declared => {
                if let [.., chinese, english] = arguments(&pieces, at + 1).as_slice() {
                    check(english);
                    if word == "t" && literals(chinese).is_empty() == literals(english).is_empty() {
                        let some = |text: &[Piece]| literals(text).iter().any(|text| !text.trim().is_empty());
                        // A part of a sentence may be empty in both, never in one only; titles in neither.
                        if some(chinese) && !some(english) {
                            blank.push(format!("no English: {:?}", literals(chinese)));
                        }
                    }
                }
            }
            "En" if pieces.get(at + 1) == Some(&Piece::Sign('='))
                && pieces.get(at + 2) == Some(&Piece::Sign('>')) =>
            {
                check(arm(&pieces, at + 3));
            }
            "const" => {
                // `const NAME: &str = "…"`: one language only.
                let until = pieces[at..].iter().position(|piece| *piece == Piece::Sign(';')).unwrap_or(0);
                let rest = &pieces[at..at + until];
                let plain = rest.iter().any(|piece| *piece == Piece::Word("str".to_owned()))
                    && !rest.iter().any(|piece| *piece == Piece::Word("Text".to_owned()));
                if plain && literals(rest).iter().any(|text| text.chars().any(is_chinese)) {
                    blank.push(format!("in one language: {:?}", literals(rest)));
                }
            }
            _ => {}
        }
    }
    faults.extend(blank);
    (checked, faults)
}

fn text_modules() -> Vec<PathBuf> {
    let folder = root().join("web/src");
    let is_text = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        name.starts_with("text") && path.extension().is_some_and(|ending| ending == "rs")
    };
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("a folder")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| is_text(path))
        .collect();
    found.sort();
    found
}

#[test]
fn every_text_of_the_page_has_its_english() {
    let modules = text_modules();
    assert!(modules.len() >= 3, "{modules:?}");
    let mut wrong = Vec::new();
    for path in modules {
        let source = std::fs::read_to_string(&path).expect("a text");
        let (checked, faults) = faults(&source);
        assert!(checked > 4, "{}: only {checked} texts were found", path.display());
        wrong.extend(faults.into_iter().map(|fault| format!("{}: {fault}", path.display())));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_check_finds_what_it_looks_for() {
    let found = |source: &str| faults(source).1.len();
    assert_eq!(found(r#"const A: Text = t("好", "good");"#), 0);
    assert_eq!(found(r#"const A: Text = t("好", "");"#), 1);
    assert_eq!(found(r#"const A: Text = t("好", "好");"#), 1);
    assert_eq!(found(r#"const A: Text = t("字段", "the field “决定日期”");"#), 0);
    assert_eq!(found(r#"const A: &str = "好";"#), 1);
    assert_eq!(found(r#"fn a(lang: Lang) -> String { say(lang, || "好".into(), || format!("{x} 条")) }"#), 1);
    assert_eq!(found(r#"match lang { Lang::Zh => format!("{n} 条"), Lang::En => format!("{n} 条") }"#), 1);
    assert_eq!(found(r#"match lang { Lang::En => format!("{n} rows"), Lang::Zh => format!("{n} 条") }"#), 0);
}
