//! Words of the change log: Chinese and English side by side.

use precheck_session::api::{Lang, Text};

const fn t(zh: &'static str, en: &'static str) -> Text {
    Text::new(zh, en)
}

/// The log.
pub const LOG: Text = t("改动记录", "Change log");
/// What it is for.
pub const LEAD: Text = t(
    "载入以后对各行各格的改动，后改的在前。导出时随批次一并生成 csv 文件，其 SM3 记入回执。个人信息已遮蔽。",
    "What was changed since loading, the last change first. It leaves with the batch as a csv file, whose SM3 \
     digest stands in the manifest. Personal numbers are masked.",
);
/// Nothing was changed.
pub const NOTHING: Text = t("还没有改动。", "Nothing was changed yet.");
/// Column: when.
pub const WHEN: Text = t("时间", "Time");
/// Column: by whom.
pub const WHO: Text = t("操作人", "By");
/// Column: what was done.
pub const WHAT: Text = t("操作", "What");
/// Column: what stood there.
pub const FROM: Text = t("原值", "From");
/// Column: what stands there since.
pub const TO: Text = t("新值", "To");
/// No rule proposed it.
pub const BY_HAND: Text = t("手工", "by hand");
/// Closes the dialog.
pub const CLOSE: Text = t("关闭", "Close");

/// Heading with the number of lines.
pub fn title(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("改动记录（{count}）"),
        Lang::En => format!("Change log ({count})"),
    }
}

/// A row of a sheet.
pub fn place(lang: Lang, sheet: &str, row: &str) -> String {
    match lang {
        Lang::Zh => format!("{sheet} {row} 行"),
        Lang::En => format!("{sheet} row {row}"),
    }
}

/// A moment of the log, shorter: day and time of day.
pub fn moment(at: &str) -> String {
    let shown: String = at.chars().take(19).collect();
    shown.replace('T', " ")
}
