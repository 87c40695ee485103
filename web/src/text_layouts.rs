//! Words about header layouts whose columns are remembered: Chinese and English side by side.

use precheck_session::api::{Lang, Text};

use crate::text_pages::quoted;

const fn t(zh: &'static str, en: &'static str) -> Text {
    Text::new(zh, en)
}

/// Choice of the mapping screen.
pub const REMEMBER: Text = t("记住这张表头的对应关系", "Remember this for other sheets with this header");
/// Opens the mapping of a sheet that was read as remembered.
pub const CHANGE: Text = t("更改", "Change");
/// The next time the columns are asked about again.
pub const FORGET: Text = t("不再记住", "Forget");
/// Closes the line.
pub const CLOSE: Text = t("知道了", "Close");
/// It is forgotten.
pub const FORGOTTEN: Text =
    t("已不再记住，下次遇到这张表头会重新询问", "Forgotten: the next sheet with this header is asked about");
/// Card of the settings.
pub const TITLE: Text = t("记住的列对应", "Remembered columns");
/// What the card is about.
pub const LEAD: Text = t(
    "表头与下列之一相同的表不再询问，直接按此读取。保存在本机",
    "A sheet with one of these headers is read this way without a question. Kept on this computer",
);
/// There is none.
pub const NONE: Text = t("还没有记住的表头", "No header is remembered yet");
/// Column.
pub const HEADER: Text = t("表头", "Header");
/// Column.
pub const DAY: Text = t("记住的日期", "Since");
/// Column.
pub const COLUMNS: Text = t("对应的列", "Columns");

/// A sheet was read as remembered.
#[must_use]
pub fn read_so(lang: Lang, sheet: &str, taken: usize) -> String {
    match lang {
        Lang::Zh => format!("{}的表头以前确认过，已按记住的对应读取 {taken} 列", quoted(lang, sheet)),
        Lang::En => {
            format!("The header of {} is known; columns read as remembered: {taken}", quoted(lang, sheet))
        }
    }
}

/// The example row of a blank table was left out.
#[must_use]
pub fn example(lang: Lang, table: &str, row: u32) -> String {
    match lang {
        Lang::Zh => format!("{}第 {row} 行是模板的示例行，没有导入", quoted(lang, table)),
        Lang::En => {
            format!("Row {row} of {} is the template's example and was left out", quoted(lang, table))
        }
    }
}

/// It could not be kept.
#[must_use]
pub fn not_remembered(lang: Lang, why: &str) -> String {
    match lang {
        Lang::Zh => format!("列对应没有记住：{why}"),
        Lang::En => format!("The columns are not remembered: {why}"),
    }
}

/// Label of a button of one layout.
#[must_use]
pub fn forget_one(lang: Lang, headers: &str) -> String {
    match lang {
        Lang::Zh => format!("不再记住{}", quoted(lang, headers)),
        Lang::En => format!("Forget {}", quoted(lang, headers)),
    }
}
