//! `cargo xtask new-rule`: the frame of a new rule, which compiles; the catalogue's own tests then say what it
//! still lacks.

use std::fmt::Write as _;

use crate::args::Args;
use crate::failure::{Context, Failure, Result};
use crate::{shell, workspace};

const TEMPLATE: &str = include_str!("new_rule.template");
/// Code and slug of every rule, frozen.
const PUBLISHED: &str = "crates/rules/published.csv";
const FAMILIES: &str = "crates/rules/src/families";

/// Runs the command.
pub fn run(args: &mut Args) -> Result<()> {
    let code = args.positional("CODE")?;
    let slug = args.positional("SLUG")?;
    let family = args.positional("FAMILY")?;
    args.finish()?;
    check_names(&code, &slug)?;

    let families = workspace::require(FAMILIES, "the rules are there, a folder for each family")?;
    let list = families.join(&family).join("mod.rs");
    let module = slug.replace('-', "_");
    let file = families.join(&family).join(format!("{module}.rs"));
    let Ok(listed) = std::fs::read_to_string(&list) else {
        return Err(Failure::new(format!("no family `{family}` in {FAMILIES}")));
    };
    if file.exists() {
        return Err(Failure::new(format!("{} exists", file.display())));
    }
    let listed = with_module(&listed, &module)
        .ok_or_else(|| Failure::new(format!("{} has no `rules: &[…]`", list.display())))?;

    let published = std::fs::read_to_string(workspace::path(PUBLISHED)).context(PUBLISHED)?;
    let known = find(&published, &code, &slug)?;
    let rule = known.clone().unwrap_or_else(|| Published::unknown(&code, &slug));

    std::fs::write(&file, rule.frame()).context(file.display())?;
    std::fs::write(&list, listed).context(list.display())?;
    if known.is_none() {
        let line = format!("{}{}\n", if published.ends_with('\n') { "" } else { "\n" }, rule.line());
        std::fs::write(workspace::path(PUBLISHED), published + &line).context(PUBLISHED)?;
        println!(
            "added {code} to {PUBLISHED}: dimension, severity, kinds and fields are guesses, mend both places"
        );
    }
    shell::run(shell::command("rustfmt").args(["--edition", "2024"]).arg(&file).arg(&list))?;
    println!("wrote {}", file.display());
    println!("`cargo test -p precheck-rules` says what it still lacks; then `cargo xtask generate`");
    Ok(())
}

fn check_names(code: &str, slug: &str) -> Result<()> {
    let code_fits = code.len() == 4
        && code.starts_with(|c: char| c.is_ascii_uppercase())
        && code[1..].bytes().all(|byte| byte.is_ascii_digit());
    if !code_fits {
        return Err(Failure::new(format!("`{code}` is not a code such as C034")));
    }
    let slug_fits = slug.split('-').all(|word| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    }) && slug.starts_with(|c: char| c.is_ascii_lowercase());
    if !slug_fits {
        return Err(Failure::new(format!("`{slug}` is not a slug such as licence-scope-empty")));
    }
    Ok(())
}

/// The family's file with the module declared and its rule at the end of the list.
fn with_module(family: &str, module: &str) -> Option<String> {
    let start = family.find("rules: &[")? + "rules: &[".len();
    let end = start + family[start..].find(']')?;
    let (before, rest) = family.split_at(end);
    let comma = if before.trim_end().ends_with(['[', ',']) { "" } else { ", " };
    let listed = format!("{}{comma}&{module}::RULE{rest}", before.trim_end());
    // The declarations stand between the file's own comment and the first `use`.
    let at = listed.find("\nmod ").or_else(|| listed.find("\nuse "))? + 1;
    let (comment, code) = listed.split_at(at);
    let gap = if code.starts_with("use ") { "\n" } else { "" };
    Some(format!("{comment}mod {module};\n{gap}{code}"))
}

/// A line of the published list.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Published {
    code: String,
    slug: String,
    dimension: String,
    severity: String,
    kinds: String,
    fields: String,
    fix: String,
}

fn find(list: &str, code: &str, slug: &str) -> Result<Option<Published>> {
    for line in list.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let [found_code, found_slug, dimension, severity, kinds, fields, fix] = cells[..] else { continue };
        match (found_code == code, found_slug == slug) {
            (true, true) => {
                let [code, slug, dimension, severity, kinds, fields, fix] =
                    [code, slug, dimension, severity, kinds, fields, fix].map(str::to_owned);
                return Ok(Some(Published { code, slug, dimension, severity, kinds, fields, fix }));
            }
            (false, false) => {}
            _ => {
                return Err(Failure::new(format!(
                    "{PUBLISHED} has {found_code} as {found_slug}; both are frozen"
                )));
            }
        }
    }
    Ok(None)
}

impl Published {
    fn unknown(code: &str, slug: &str) -> Self {
        let [dimension, severity, kinds, fields] = ["准确性", "warning", "all", "@any"].map(str::to_owned);
        Self { code: code.into(), slug: slug.into(), dimension, severity, kinds, fields, fix: String::new() }
    }

    fn line(&self) -> String {
        let Self { code, slug, dimension, severity, kinds, fields, fix } = self;
        format!("{code},{slug},{dimension},{severity},{kinds},{fields},{fix}")
    }

    fn frame(&self) -> String {
        let dimension = match self.dimension.as_str() {
            "真实性" => "Authenticity",
            "及时性" => "Timeliness",
            "完整性" => "Completeness",
            "归集范围" => "Scope",
            "隐私保密" => "Privacy",
            "导入兼容" => "Import",
            _ => "Accuracy",
        };
        let fields: Vec<String> = self.fields.split([' ', '|']).map(selector).collect();
        let mut text = TEMPLATE
            .replace("@CODE@", &self.code)
            .replace("@SLUG@", &self.slug)
            .replace("@DIMENSION@", dimension)
            .replace("@SEVERITY@", &pascal(&self.severity))
            .replace("@KINDS@", &kinds(&self.kinds))
            .replace("@FIELDS@", &fields.join(", "))
            .replace("@FIX@", if self.fix.is_empty() { "None".into() } else { pascal(&self.fix) }.as_str())
            .replace("@SUGGEST@", if self.fix.is_empty() { "None" } else { "Some(suggest)" });
        if !self.fix.is_empty() {
            let _ = write!(text, "\nfn suggest(_hit: &Hit<'_, '_>) -> Option<Fix> {{\n    None\n}}\n");
        }
        text
    }
}

fn selector(published: &str) -> String {
    if let Some(group) = published.strip_prefix('@') {
        format!("Selector::{}", pascal(group))
    } else if let Some(field) = published.strip_prefix('-') {
        format!("Selector::Except(FieldKey::{})", pascal(field))
    } else {
        format!("Selector::Field(FieldKey::{})", pascal(published))
    }
}

fn kinds(published: &str) -> String {
    let names = |of: &str| {
        of.split_whitespace()
            .map(|kind| format!("Kind::{}", pascal(kind.trim_start_matches('-'))))
            .collect::<Vec<_>>()
            .join(", ")
    };
    match published.strip_prefix("all") {
        Some("") => "Kinds::All".into(),
        Some(but) => format!("Kinds::AllBut(&[{}])", names(but)),
        None => format!("Kinds::Only(&[{}])", names(published)),
    }
}

/// `license-change`, `fine_amount` → `LicenseChange`, `FineAmount`.
fn pascal(name: &str) -> String {
    name.split(['-', '_'])
        .map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .map_or(String::new(), |first| first.to_ascii_uppercase().to_string() + letters.as_str())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "code,slug,dimension,severity,kinds,fields,fix\n\
        C005,recommended-field-missing,完整性,warning,license-change penalty-change,@recommended,\n\
        T009,other-rule,及时性,info,all -inspection,@text -handler,safe\n";

    #[test]
    fn a_published_rule_gets_its_published_shape() {
        let rule = find(LIST, "T009", "other-rule").unwrap().unwrap();
        let text = rule.frame();
        for part in [
            "dimension: Dimension::Timeliness",
            "severity: Severity::Info",
            "kinds: Kinds::AllBut(&[Kind::Inspection])",
            "fields: &[Selector::Text, Selector::Except(FieldKey::Handler)]",
            "fix: FixKind::Safe",
            "suggest: Some(suggest)",
            "fn suggest(",
        ] {
            assert!(text.contains(part), "{part} in\n{text}");
        }
        let rule = find(LIST, "C005", "recommended-field-missing").unwrap().unwrap();
        assert!(rule.frame().contains("Kinds::Only(&[Kind::LicenseChange, Kind::PenaltyChange])"));
        assert!(rule.frame().contains("suggest: None"));
        assert!(!rule.frame().contains('@'));
        assert_eq!(rule.line(), LIST.lines().nth(1).unwrap());
    }

    #[test]
    fn frozen_names_stay_together() {
        assert_eq!(find(LIST, "Z001", "new-rule").unwrap(), None);
        assert!(find(LIST, "T009", "new-rule").is_err());
        assert!(find(LIST, "Z001", "other-rule").is_err());
        assert!(check_names("C034", "licence-scope-empty").is_ok());
        assert!(check_names("c034", "a").is_err());
        assert!(check_names("C034", "a--b").is_err());
        assert!(check_names("C034", "../x").is_err());
    }

    #[test]
    fn the_family_lists_it_last() {
        let empty = "//! 文本.\n\nuse crate::rule::Family;\n\nstatic FAMILY: Family = Family { key: \"text\", rules: &[] };\n";
        let one = with_module(empty, "a_b").unwrap();
        assert!(one.contains("//! 文本.\n\nmod a_b;\n\nuse crate::rule::Family;"), "{one}");
        assert!(one.contains("rules: &[&a_b::RULE]"), "{one}");
        let two = with_module(&one, "c").unwrap();
        assert!(two.contains("mod c;\nmod a_b;\n\nuse"), "{two}");
        assert!(two.contains("rules: &[&a_b::RULE, &c::RULE]"), "{two}");
        let lines = "mod x;\nuse y;\nrules: &[\n    &x::RULE,\n]";
        assert!(with_module(&format!("//! c\n\n{lines}"), "z").unwrap().contains("&x::RULE,&z::RULE]"));
    }
}
