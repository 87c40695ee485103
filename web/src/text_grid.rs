//! Words of what the grid does to many rows at once: Chinese and English side by side.

use precheck_session::api::{Lang, Text};

const fn t(zh: &'static str, en: &'static str) -> Text {
    Text::new(zh, en)
}

/// Heading of the dialog, and its button.
pub const REPLACE: Text = t("查找和替换…", "Find and replace…");
/// Heading of the dialog.
pub const REPLACE_TITLE: Text = t("查找和替换", "Find and replace");
/// What is looked for.
pub const FIND: Text = t("查找", "Find");
/// What it becomes.
pub const WITH: Text = t("替换为", "Replace with");
/// Where.
pub const WHERE: Text = t("范围", "Where");
/// Everywhere in this table.
pub const WHOLE_TABLE: Text = t("本表各列", "All columns of this table");
/// Everywhere.
pub const EVERYWHERE: Text = t("全部表", "All tables");
/// The list of cells.
pub const CELLS: Text = t("将替换的单元格", "Cells that change");
/// Nothing was looked for yet.
pub const NOTHING_YET: Text =
    t("输入要查找的文字，这里列出各处改动。", "Type what to find; the changes are listed here.");
/// Column.
pub const FIELD: Text = t("字段", "Field");
/// Goes to the cell.
pub const GO: Text = t("到此格", "Go there");
/// Sorting, in the header.
pub const SORT_HINT: Text = t("点此排序：升序、降序、原表顺序", "Sort: up, down, as in the sheet");
/// Rows stand as in the sheet again.
pub const SORT_NONE: Text = t("已恢复原表顺序", "Rows stand as in the sheet");

/// Only in one column.
pub fn column(lang: Lang, label: &str) -> String {
    match lang {
        Lang::Zh => format!("只在「{label}」列"),
        Lang::En => format!("Column “{label}” only"),
    }
}

/// How many cells hold the text.
pub fn found(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Zh, 0) => "没有找到".to_owned(),
        (Lang::En, 0) => "Not found".to_owned(),
        (Lang::Zh, count) => format!("找到 {count} 格"),
        (Lang::En, 1) => "1 cell found".to_owned(),
        (Lang::En, count) => format!("{count} cells found"),
    }
}

/// Replaces them.
pub fn replace(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Zh, count) => format!("替换 {count} 格"),
        (Lang::En, 1) => "Replace 1 cell".to_owned(),
        (Lang::En, count) => format!("Replace {count} cells"),
    }
}

/// Read out when rows were sorted.
pub fn sorted(lang: Lang, label: &str, descending: bool) -> String {
    match (lang, descending) {
        (Lang::Zh, false) => format!("已按「{label}」升序排列，空白在后"),
        (Lang::Zh, true) => format!("已按「{label}」降序排列，空白在后"),
        (Lang::En, false) => format!("Sorted by “{label}”, smallest first, blanks last"),
        (Lang::En, true) => format!("Sorted by “{label}”, largest first, blanks last"),
    }
}
