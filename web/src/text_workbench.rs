//! Words of the grid's tools: columns, pasting, long texts, finding. Chinese and English side by side.

use precheck_session::api::{Lang, PastePlan, Text};

const fn t(zh: &'static str, en: &'static str) -> Text {
    Text::new(zh, en)
}

/// Opens the dialog of columns.
pub const COLUMNS: Text = t("显示和冻结的列", "Columns shown and frozen");
/// How many columns stay.
pub const FROZEN: Text = t("冻结", "Frozen");
/// Which columns are shown.
pub const SHOWN: Text = t("显示的列", "Columns shown");
/// What becomes of findings in hidden columns.
pub const HIDDEN_NOTE: Text = t(
    "隐藏的列照常核对和导出；问题落在隐藏的列时，选中后临时显示。",
    "Hidden columns are checked and exported as ever; one with a finding is shown while that is selected.",
);
/// As it was at first.
pub const RESET: Text = t("恢复默认", "Reset");
/// Closes a dialog.
pub const CLOSE: Text = t("关闭", "Close");
/// Heading of the preview of a paste.
pub const PASTE_TITLE: Text = t("粘贴将覆盖已有内容", "Pasting overwrites what is there");
/// The list of overwritten cells.
pub const OVERWRITTEN: Text = t("将覆盖的单元格", "Cells that are overwritten");
/// Opens the large editor.
pub const LARGE: Text = t("放大编辑（Shift+F2）", "Large editor (Shift+F2)");
/// Keeps the text.
pub const KEEP: Text = t("保存", "Keep");
/// The next cell with the text.
pub const FIND_NEXT: Text = t("下一处（F3）", "Next match (F3)");
/// The previous cell with the text.
pub const FIND_BACK: Text = t("上一处（Shift+F3）", "Previous match (Shift+F3)");
/// Nothing is looked for.
pub const FIND_WHAT: Text = t("请先在查找框中输入文字", "Type into the search field first");

/// Heading of the dialog of columns.
pub fn layout_title(lang: Lang, kind: &str) -> String {
    match lang {
        Lang::Zh => format!("{kind}的列"),
        Lang::En => format!("Columns of {kind}"),
    }
}

/// How many columns stay.
pub fn frozen(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Zh, 0) => "只有行号".to_owned(),
        (Lang::Zh, count) => format!("行号和前 {count} 列"),
        (Lang::En, 0) => "Row numbers only".to_owned(),
        (Lang::En, 1) => "Row numbers and the first column".to_owned(),
        (Lang::En, count) => format!("Row numbers and the first {count} columns"),
    }
}

/// What a paste changes.
pub fn paste_lead(lang: Lang, plan: &PastePlan) -> String {
    let PastePlan { cells, overwritten, rows_added, beyond } = plan;
    let over = overwritten.total;
    match lang {
        Lang::Zh => {
            let added = if *rows_added > 0 { format!("，新增 {rows_added} 行") } else { String::new() };
            let left = if *beyond > 0 {
                format!("；超出最后一列的 {beyond} 个值不粘贴")
            } else {
                String::new()
            };
            format!("共改 {cells} 格，其中 {over} 格已有内容{added}{left}。粘贴后可撤销：")
        }
        Lang::En => {
            let added =
                if *rows_added > 0 { format!(", {rows_added} rows are added") } else { String::new() };
            let left = if *beyond > 0 {
                format!("; {beyond} values beyond the last column are left out")
            } else {
                String::new()
            };
            format!("{cells} cells change, {over} of them hold something{added}{left}. It can be undone: ")
        }
    }
}

/// Pastes.
pub fn paste(lang: Lang, cells: usize) -> String {
    match lang {
        Lang::Zh => format!("粘贴 {cells} 格"),
        Lang::En => format!("Paste {cells} cells"),
    }
}

/// Beyond those listed.
pub fn more(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("另有 {count} 格未列出，一并粘贴。"),
        Lang::En => format!("{count} more are not listed, and pasted too."),
    }
}

/// Heading of the large editor.
pub fn long_title(lang: Lang, row: &str, label: &str) -> String {
    match lang {
        Lang::Zh => format!("第 {row} 行「{label}」"),
        Lang::En => format!("Row {row}, “{label}”"),
    }
}

/// How long the text is.
pub fn length(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("{count} 字"),
        Lang::En => format!("{count} characters"),
    }
}

/// Which match is shown.
pub fn found(lang: Lang, number: usize, total: usize) -> String {
    match lang {
        Lang::Zh => format!("第 {number} 处，共 {total} 处"),
        Lang::En => format!("Match {number} of {total}"),
    }
}
