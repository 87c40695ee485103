//! The rule book: the catalogue as data for the page, and as a Markdown document for reading.

use std::fmt::Write;

use precheck_rules::catalogue::is_protected;
use precheck_rules::laws::{self, Certainty, Law};
use precheck_rules::{Dimension, Example, Rule, Selector, Severity, base, catalogue};
use precheck_rules::{FixKind, Setting};
use precheck_schema::template::Template;
use precheck_schema::{FieldKey, Kind, Text};

use crate::api::{BasisView, ExampleView, RuleBook, RuleView, TextView};

/// Every rule, by code.
pub fn rule_book() -> RuleBook {
    let mut rules: Vec<RuleView> = catalogue().rules().map(|(_, rule)| view(rule)).collect();
    rules.sort_by(|a, b| a.rule.cmp(&b.rule));
    RuleBook { version: crate::VERSION.to_owned(), rules_version: crate::RULES_VERSION.to_owned(), rules }
}

fn text(text: Text) -> TextView {
    TextView { zh: text.zh.to_owned(), en: text.en.to_owned() }
}

fn view(rule: &Rule) -> RuleView {
    RuleView {
        rule: rule.code.to_owned(),
        name: rule.slug.to_owned(),
        dimension: rule.dimension.key().to_owned(),
        dimension_label: text(rule.dimension.label()),
        severity: rule.severity.key().to_owned(),
        is_protected: is_protected(rule),
        kinds: Kind::ALL.iter().filter(|&&k| rule.kinds.contains(k)).map(|k| k.key().to_owned()).collect(),
        fields: rule.fields.iter().map(|selector| selector.published()).collect(),
        fix: rule.fix.key().map(str::to_owned),
        title: text(rule.title),
        what: text(rule.what),
        why: text(rule.why),
        how: text(rule.how),
        basis: rule.basis.iter().filter_map(|id| laws::find(id)).map(basis).collect(),
        examples: rule.examples.iter().map(|example| example_view(rule, example)).collect(),
    }
}

fn basis(law: &Law) -> BasisView {
    BasisView {
        document: law.document.to_owned(),
        number: law.number.to_owned(),
        article: law.article.to_owned(),
        valid_from: law.valid_from.to_owned(),
        valid_to: law.valid_to.to_owned(),
        paraphrase: text(law.paraphrase),
        unverified: law.certainty == Certainty::Unverified,
    }
}

fn example_view(rule: &Rule, example: &Example) -> ExampleView {
    let cell = |&(field, text): &(FieldKey, &str)| (field.key().to_owned(), text.to_owned());
    let records = example.rows.iter().map(|record| {
        let own: Vec<(String, String)> = record.iter().map(cell).collect();
        if !own.is_empty() {
            return own;
        }
        // A record as it should be: the cells that the rule looks at.
        let named = |field: FieldKey| rule.fields.contains(&Selector::Field(field));
        base(example.kind).iter().filter(|(field, _)| named(*field)).map(cell).collect()
    });
    ExampleView {
        fires: example.fires,
        kind: example.kind.key().to_owned(),
        today: example.today.to_owned(),
        note: text(example.note),
        records: records.collect(),
        without: example.without.iter().map(|field| field.key().to_owned()).collect(),
        settings: example.settings.iter().map(setting).collect(),
    }
}

fn setting(setting: &Setting) -> TextView {
    let (zh, en) = match setting {
        Setting::OwnCode(code) => {
            (format!("本机构代码为 {code}"), format!("the organisation's own code is {code}"))
        }
        Setting::WorkingDays => {
            ("归集时限按工作日计".to_owned(), "the deadline counts working days".to_owned())
        }
        Setting::DutyList(list) => {
            let names: Vec<&str> = list.iter().map(|duty| duty.name).collect();
            (format!("权力清单为：{}", names.join("、")), format!("the duty list is: {}", names.join(", ")))
        }
        Setting::Template(json) => {
            let title = Template::from_json(json).map_or(String::new(), |template| template.title);
            (format!("导出模板为“{title}”"), format!("the export template is “{title}”"))
        }
        Setting::Exported => {
            ("台账中已有这条记录".to_owned(), "the ledger has the record already".to_owned())
        }
    };
    TextView { zh, en }
}

/// The rule book as Markdown: an overview, then every rule with its texts, basis and examples.
pub fn markdown(book: &RuleBook) -> String {
    let mut out = String::from("# 规则目录\n\n");
    _ = writeln!(
        out,
        "规则版本 {}，共 {} 条。本文件由 `precheck rules --format md` 生成，改规则后用 `cargo xtask generate` 更新。\n\n\
         级别：错误须改好才能导出；警告须确认并写明理由；提示不影响导出。依据后标“待核”的，条文原文尚未核对。\n\n\
         The rule book: generated from the catalogue. Errors keep a record back, warnings until confirmed; 待核 marks \
         a basis whose text could not be read.\n",
        book.rules_version,
        book.rules.len(),
    );
    out.push_str("| 编号 | 级别 | 维度 | 规则 | 修复 |\n|---|---|---|---|---|\n");
    for rule in &book.rules {
        _ = writeln!(
            out,
            "| [{code}](#{anchor}) | {severity} | {dimension} | {title} | {fix} |",
            code = rule.rule,
            anchor = rule.rule.to_ascii_lowercase(),
            severity = severity(rule),
            dimension = rule.dimension_label.zh,
            title = inline(&rule.title.zh),
            fix = fix(rule, "")
        );
    }
    for dimension in Dimension::ALL {
        let mut rules = book.rules.iter().filter(|rule| rule.dimension == dimension.key()).peekable();
        if rules.peek().is_some() {
            _ = writeln!(out, "\n## {} {}", dimension.label().zh, dimension.label().en);
        }
        rules.for_each(|rule| section(rule, &mut out));
    }
    out
}

fn severity(rule: &RuleView) -> &'static str {
    Severity::from_key(&rule.severity).map_or("", |severity| severity.label().zh)
}

fn fix<'a>(rule: &RuleView, none: &'a str) -> &'a str {
    match rule.fix.as_deref() {
        fix if fix == FixKind::Safe.key() => "可安全修复",
        fix if fix == FixKind::Suggested.key() => "有修改建议",
        _ => none,
    }
}

fn section(rule: &RuleView, out: &mut String) {
    _ = writeln!(out, "\n<a id=\"{}\"></a>\n", rule.rule.to_ascii_lowercase());
    _ = writeln!(out, "### {} {}\n", rule.rule, inline(&rule.title.zh));
    let kinds: Vec<&str> =
        rule.kinds.iter().filter_map(|key| Kind::from_key(key)).map(|kind| kind.label().zh).collect();
    let kinds = if kinds.len() == Kind::ALL.len() { "全部种类".to_owned() } else { kinds.join("、") };
    _ = writeln!(
        out,
        "`{}` · {} · {} · {} · {} · {}\n",
        rule.name,
        severity(rule),
        rule.dimension_label.zh,
        kinds,
        rule.fields.iter().map(|field| format!("`{field}`")).collect::<Vec<_>>().join(" "),
        fix(rule, "人工修改")
    );
    for (name, text) in [("查什么", &rule.what), ("为什么", &rule.why), ("怎么改", &rule.how)] {
        _ = writeln!(out, "- **{name}** {}  \n  {}", inline(&text.zh), inline(&text.en));
    }
    out.push_str("\n依据\n\n");
    for basis in &rule.basis {
        _ = writeln!(
            out,
            "- {}：{}  \n  {}",
            inline(&citation(basis)),
            inline(&basis.paraphrase.zh),
            inline(&basis.paraphrase.en)
        );
    }
    out.push_str("\n示例\n\n");
    for example in &rule.examples {
        _ = writeln!(out, "- {}", example_line(example));
    }
}

/// A basis with its number and the days in force, 待核 where its text could not be read.
pub fn citation(basis: &BasisView) -> String {
    let mut out = basis.document.clone();
    if !basis.article.is_empty() {
        _ = write!(out, " {}", basis.article);
    }
    let mut notes = Vec::new();
    if !basis.number.is_empty() {
        notes.push(basis.number.clone());
    }
    match (basis.valid_from.as_str(), basis.valid_to.as_str()) {
        ("", "") => {}
        (from, "") => notes.push(format!("{from} 起施行")),
        ("", to) => notes.push(format!("{to} 止")),
        (from, to) => notes.push(format!("{from} 至 {to}")),
    }
    if basis.unverified {
        notes.push("待核".to_owned());
    }
    if !notes.is_empty() {
        _ = write!(out, "（{}）", notes.join("，"));
    }
    out
}

fn example_line(example: &ExampleView) -> String {
    let kind = Kind::from_key(&example.kind);
    let label = |key: &String| {
        let field = FieldKey::from_key(key);
        field.zip(kind).map_or(key.clone(), |(field, kind)| kind.field_label(field).to_owned())
    };
    let record = |cells: &Vec<(String, String)>| {
        let cells = cells.iter().map(|(field, text)| match text.as_str() {
            "" => format!("「{}」空白", label(field)),
            text => format!("「{}」{}", label(field), code(text)),
        });
        cells.collect::<Vec<_>>().join("，")
    };
    let mut parts: Vec<String> = example.records.iter().map(record).filter(|r| !r.is_empty()).collect();
    if parts.len() > 1 {
        for (at, part) in parts.iter_mut().enumerate() {
            *part = format!("({}) {part}", at + 1);
        }
    }
    let mut line = parts.join("；");
    if !example.without.is_empty() {
        let columns: Vec<String> = example.without.iter().map(|key| format!("「{}」", label(key))).collect();
        let join = if line.is_empty() { "" } else { "；" };
        _ = write!(line, "{join}表中没有{}列", columns.join("、"));
    }
    let mut notes: Vec<String> = example.settings.iter().map(|setting| inline(&setting.zh)).collect();
    if !example.today.is_empty() && example.today != "2023-06-30" {
        notes.push(format!("基准日 {}", example.today));
    }
    let notes = if notes.is_empty() { String::new() } else { format!("（{}）", notes.join("，")) };
    let join = if line.is_empty() { "" } else { "。" };
    format!(
        "{} {}：{line}{join}{}{notes}",
        if example.fires { "✗ 报告" } else { "✓ 不报告" },
        kind.map_or("", |kind| kind.label().zh),
        inline(&example.note.zh),
    )
}

/// Text between other text: what Markdown would read as markup is escaped, and it stays on one line.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' => out.extend(['\\', c]),
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A cell's text as code. What cannot be seen is shown as its code point.
fn code(text: &str) -> String {
    let mut shown = String::new();
    for c in text.chars() {
        match c {
            '\n' => shown.push('⏎'),
            '\t' => shown.push('⇥'),
            '\u{3000}' => shown.push_str("␣␣"),
            c if c.is_control() || precheck_schema::fold::is_invisible(c) || c == '\u{A0}' => {
                _ = write!(shown, "<U+{:04X}>", c as u32);
            }
            c => shown.push(c),
        }
    }
    // A run of as many backticks as the text does not hold.
    let fence = if shown.contains('`') { "``" } else { "`" };
    let space = if shown.starts_with([' ', '`']) || shown.ends_with([' ', '`']) { " " } else { "" };
    format!("{fence}{space}{shown}{space}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_stands_in_the_book_with_its_texts_basis_and_examples() {
        let book = rule_book();
        assert_eq!(book.rules.len(), catalogue().len());
        let markdown = markdown(&book);
        for rule in &book.rules {
            for text in [&rule.title, &rule.what, &rule.why, &rule.how] {
                assert!(!text.zh.is_empty() && !text.en.is_empty(), "{}", rule.rule);
                assert!(markdown.contains(&inline(&text.zh)), "{}", rule.rule);
            }
            assert!(!rule.basis.is_empty() && !rule.kinds.is_empty() && !rule.fields.is_empty());
            assert!(rule.examples.iter().any(|e| e.fires) && rule.examples.iter().any(|e| !e.fires));
            assert_eq!(markdown.matches(&format!("\n### {} ", rule.rule)).count(), 1);
        }
        let json = serde_json::to_string(&book).unwrap();
        assert_eq!(serde_json::from_str::<RuleBook>(&json).unwrap(), book);
    }

    #[test]
    fn a_basis_that_was_not_read_is_marked() {
        let mut view = BasisView {
            document: "某办法".to_owned(),
            article: "第一条".to_owned(),
            valid_from: "2023-01-01".to_owned(),
            unverified: true,
            ..BasisView::default()
        };
        assert_eq!(citation(&view), "某办法 第一条（2023-01-01 起施行，待核）");
        view.unverified = false;
        view.valid_to = "2024-01-01".to_owned();
        assert_eq!(citation(&view), "某办法 第一条（2023-01-01 至 2024-01-01）");
    }

    #[test]
    fn texts_cannot_break_the_document() {
        assert_eq!(inline("a|b*[c]\n<d>"), "a\\|b\\*\\[c\\] \\<d\\>");
        assert_eq!(code("甲\u{200B} 乙\n"), "`甲<U+200B> 乙⏎`");
        assert_eq!(code("`x"), "`` `x ``");
    }
}
