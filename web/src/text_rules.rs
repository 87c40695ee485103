//! Words of the rule book: Chinese and English side by side.

use precheck_session::api::{Lang, Text};

const fn t(zh: &'static str, en: &'static str) -> Text {
    Text::new(zh, en)
}

/// Heading.
pub const TITLE: Text = t("规则目录", "Rule book");
/// While the rules are asked for.
pub const LOADING: Text = t("正在取规则…", "Fetching the rules…");
/// Saves the rule book.
pub const SAVE_BOOK: Text = t("导出规则目录", "Save the rule book");
/// Saves the profile.
pub const SAVE_PROFILE: Text = t("保存机构设置", "Save the profile");
/// Loads a profile.
pub const LOAD_PROFILE: Text = t("载入机构设置…", "Load a profile…");
/// What the search looks through.
pub const SEARCH: Text = t("规则名称、编号、依据", "Name, code, basis");
/// Name of the search field.
pub const SEARCH_LABEL: Text = t("查找规则", "Search the rules");
/// Filter of severities.
pub const ALL_SEVERITIES: Text = t("全部级别", "All severities");
/// Filter of dimensions.
pub const ALL_DIMENSIONS: Text = t("全部维度", "All dimensions");
/// Filter of kinds.
pub const ALL_KINDS: Text = t("全部记录种类", "All kinds");
/// Filter of severities: rules that the profile changed.
pub const CHANGED: Text = t("有改动", "Changed");
/// Column.
pub const CODE: Text = t("编号", "Code");
/// Column.
pub const SEVERITY: Text = t("级别", "Severity");
/// Column.
pub const DIMENSION: Text = t("维度", "Dimension");
/// Column.
pub const RULE: Text = t("规则", "Rule");
/// Column.
pub const MAIN_BASIS: Text = t("主要依据", "Main basis");
/// Column.
pub const FIX: Text = t("修复", "Fix");
/// Name of the list.
pub const LIST: Text = t("规则列表，上下键移动", "Rules; the arrow keys move");
/// No rule passes the filter.
pub const NONE: Text = t("没有符合条件的规则", "No rule passes the filter");
/// Takes the filter away.
pub const SHOW_ALL: Text = t("列出全部规则", "List all rules");
/// What a rule judges.
pub const APPLIES: Text = t("适用", "Judges");
/// What is wrong.
pub const WHAT: Text = t("查什么", "What");
/// Why that matters.
pub const WHY: Text = t("为什么", "Why");
/// How to mend it.
pub const HOW: Text = t("怎么改", "How to mend");
/// The legal basis.
pub const BASIS: Text = t("法规依据", "Legal basis");
/// A basis whose text could not be read.
pub const UNVERIFIED: Text = t("待核", "unverified");
/// What that means.
pub const UNVERIFIED_HINT: Text = t("条文原文尚未核对", "The text itself could not be read yet");
/// Examples.
pub const EXAMPLES: Text = t("示例", "Examples");
/// An example that fires.
pub const FIRES: Text = t("不符", "Found");
/// An example that does not.
pub const SILENT: Text = t("正确", "Fine");
/// A blank cell.
pub const BLANK: Text = t("（空）", "(blank)");
/// The part of the card that changes the severity.
pub const OWN: Text = t("本机构设置", "Of this organisation");
/// A rule that is switched off.
pub const OFF: Text = t("停用", "Off");
/// Reason of a change.
pub const REASON: Text = t("理由", "Reason");
/// Hint at it.
pub const REASON_HINT: Text = t(
    "改级别或停用须写理由，至少 5 个字；记入导出前检查和问题清单。",
    "A change needs a reason of at least 5 characters; the preflight list and the problem workbook carry it.",
);
/// The reason is too short.
pub const REASON_SHORT: Text =
    t("「理由」不足 5 个字，写明为什么改动", "“Reason” is too short: say why it is changed");
/// Makes the change.
pub const APPLY: Text = t("应用改动", "Apply");
/// Takes a change back.
pub const RESTORE: Text = t("恢复规定级别", "Restore");
/// An error that protects privacy.
pub const PROTECTED: Text = t(
    "保护个人信息和秘密的错误，不能停用，也不能改级别。",
    "An error that protects privacy cannot be switched off or weighed otherwise.",
);
/// Leads to the findings.
pub const SHOW: Text = t("查看这类记录", "Show such rows");
/// Nothing is open.
pub const NOT_OPEN: Text = t("载入表格后，可在这里查看这类记录。", "Load a table to see such rows.");
/// The open batch has no such row.
pub const NO_ROWS: Text = t("本批没有这类记录。", "The batch has no such row.");
/// The name of the profile's file, before the organisation.
pub const PROFILE_FILE: Text = t("机构设置", "profile");
/// In the check screen: leads to the rules.
pub const LOOK: Text = t("查看改动", "Show");
/// In the explained finding: leads to its rule.
pub const OPEN_RULE: Text = t("规则说明", "About the rule");
/// Second navigation of the bar.
pub const MORE: Text = t("其他功能", "More");

/// Keys of the foot.
pub const FOOT: [(&str, Text, bool); 4] = [
    ("↑↓", t("移动", "Move"), false),
    ("Ctrl+F", t("查找", "Search"), false),
    ("F6", t("切换区域", "Areas"), true),
    ("Ctrl+/", t("全部快捷键", "All keys"), true),
];

/// Line below the heading.
#[must_use]
pub fn lead(lang: Lang, version: &str, active: usize, changed: usize) -> String {
    match (lang, changed) {
        (Lang::Zh, 0) => {
            format!("每条规则说明查什么、依据什么、怎么改。规则版本 {version}，启用 {active} 条。")
        }
        (Lang::Zh, _) => format!(
            "每条规则说明查什么、依据什么、怎么改。规则版本 {version}，启用 {active} 条，改动 {changed} 条。"
        ),
        (Lang::En, 0) => format!(
            "What each rule finds, on what ground, and how to mend it. Version {version}, {active} active."
        ),
        (Lang::En, _) => format!(
            "What each rule finds, on what ground, and how to mend it. Version {version}, {active} active, {changed} changed."
        ),
    }
}

/// How many rules pass the filter.
#[must_use]
pub fn count(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("{count} 条"),
        Lang::En => format!("{count} rules"),
    }
}

/// How a finding can be mended.
#[must_use]
pub fn fix(lang: Lang, fix: Option<&str>) -> &'static str {
    let text = match fix {
        Some("safe") => t("可安全修复", "safe"),
        Some(_) => t("有修改建议", "suggested"),
        None => t("", ""),
    };
    text.get(lang)
}

/// A severity, or that a rule is switched off.
#[must_use]
pub fn severity(lang: Lang, key: &str) -> &'static str {
    let text = match key {
        "error" => crate::text_pages::common::ERROR,
        "warning" => crate::text_pages::common::WARNING,
        "info" => crate::text_pages::common::INFO,
        _ => OFF,
    };
    text.get(lang)
}

/// The severity of which a changed rule is by itself.
#[must_use]
pub fn own_severity(lang: Lang, key: &str) -> String {
    match lang {
        Lang::Zh => format!("规定为{}", severity(lang, key)),
        Lang::En => format!("{} by itself", severity(lang, key)),
    }
}

/// Why a rule was changed.
#[must_use]
pub fn reason(lang: Lang, reason: &str) -> String {
    match lang {
        Lang::Zh => format!("理由：{reason}"),
        Lang::En => format!("Reason: {reason}"),
    }
}

/// Days in force of a basis, with its number; empty where neither is known.
#[must_use]
pub fn in_force(lang: Lang, number: &str, from: &str, to: &str) -> String {
    let days = match (lang, from, to) {
        (_, "", "") => String::new(),
        (Lang::Zh, from, "") => format!("{from} 起施行"),
        (Lang::Zh, "", to) => format!("{to} 止"),
        (Lang::Zh, from, to) => format!("{from} 至 {to}"),
        (Lang::En, from, "") => format!("since {from}"),
        (Lang::En, "", to) => format!("until {to}"),
        (Lang::En, from, to) => format!("{from} to {to}"),
    };
    let parts = [number, days.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(if lang == Lang::Zh { "，" } else { ", " })
}

/// A class of fields as the rule list names it; none for the key of a field.
#[must_use]
pub fn class(lang: Lang, published: &str) -> Option<&'static str> {
    let text = match published {
        "@text" => t("文本字段", "text fields"),
        "@date" => t("日期字段", "dates"),
        "@code" => t("代码字段", "coded fields"),
        "@amount" => t("金额字段", "amounts"),
        "@required" => t("必填字段", "required fields"),
        "@recommended" => t("建议填写的字段", "recommended fields"),
        "@any" => t("全部字段", "every field"),
        "@event-date" => t("信息产生日期", "the date of the event"),
        "@file" => t("整张表", "the table as a whole"),
        _ => return None,
    };
    Some(text.get(lang))
}

/// A field that a class does not take.
#[must_use]
pub fn except(lang: Lang, label: &str) -> String {
    match lang {
        Lang::Zh => format!("「{label}」除外"),
        Lang::En => format!("but “{label}”"),
    }
}

/// Columns that the table of an example does not have.
#[must_use]
pub fn without(lang: Lang, columns: &[String]) -> String {
    let columns: Vec<String> = columns.iter().map(|name| crate::text_pages::quoted(lang, name)).collect();
    match lang {
        Lang::Zh => format!("表中没有{}列", columns.join("、")),
        Lang::En => format!("no column {}", columns.join(", ")),
    }
}

/// The day of the run of an example.
#[must_use]
pub fn today(lang: Lang, day: &str) -> String {
    match lang {
        Lang::Zh => format!("基准日 {day}"),
        Lang::En => format!("on {day}"),
    }
}

/// A record among several of an example.
#[must_use]
pub fn record(lang: Lang, number: usize) -> String {
    match lang {
        Lang::Zh => format!("记录 {number}"),
        Lang::En => format!("record {number}"),
    }
}

/// How many findings the open batch has.
#[must_use]
pub fn found(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("本批有 {count} 处"),
        Lang::En => format!("{count} in this batch"),
    }
}

/// In the check screen: rules that the profile changed.
#[must_use]
pub fn changed(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("机构设置改动了 {count} 条规则"),
        Lang::En => format!("{count} rules changed by the profile"),
    }
}

/// A change was made.
#[must_use]
pub fn applied(lang: Lang, code: &str, now: &str) -> String {
    match (lang, now) {
        (Lang::Zh, "") => format!("规则 {code} 已恢复规定级别"),
        (Lang::Zh, "off") => format!("规则 {code} 已停用"),
        (Lang::Zh, now) => format!("规则 {code} 已改为{}", severity(lang, now)),
        (Lang::En, "") => format!("Rule {code} is restored"),
        (Lang::En, now) => format!("Rule {code}: {}", severity(lang, now)),
    }
}

/// A profile was loaded.
#[must_use]
pub fn loaded(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("已载入机构设置“{name}”"),
        Lang::En => format!("Loaded the profile “{name}”"),
    }
}

/// A profile that is no text.
#[must_use]
pub fn unreadable(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("“{name}”不是 UTF-8 文本，请选择本页保存的机构设置文件（.json）"),
        Lang::En => format!("“{name}” is no UTF-8 text; choose a profile (.json) that this page saved"),
    }
}
