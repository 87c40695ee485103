//! Words of warnings that are confirmed one by one, and of the comparison with the ledger, on the export screen.

use precheck_session::api::{Lang, Text};

const fn t(zh: &'static str, en: &'static str) -> Text {
    Text::new(zh, en)
}

/// Unfolds the single warnings of a rule.
pub const ONE_BY_ONE: Text = t("逐条", "One by one");
/// Name of the list.
pub const SINGLES: Text = t("逐条确认", "Single warnings");
/// While they are fetched.
pub const FETCHING: Text = t("正在取…", "Fetching…");
/// Confirms one.
pub const CONFIRM: Text = t("确认", "Confirm");
/// Takes a confirmation back.
pub const TAKE_BACK: Text = t("撤回确认", "Take back");
/// Of the one that is confirmed.
pub const CONFIRM_ONE: Text = t("确认这一条警告", "Confirm this warning");

/// Leaves out what left before as it is.
pub const ONLY_NEWS: Text = t("只导出新增和变更", "Export only what is new or changed");
/// How records are compared.
pub const COMPARED: Text = t(
    "按种类、文号和企业与台账比对，平台退回的算新增；旧台账未记内容的算有变更",
    "Compared with the ledger by kind, number and enterprise; what was sent back is new, what an older ledger knows no content of is changed",
);
/// Records that stay because they left before.
pub fn left_out(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("{count} 条与上次导出相同"),
        Lang::En => format!("{count} the same as before"),
    }
}

/// Where a record stands.
pub fn place(lang: Lang, number: Option<u32>, name: &str) -> String {
    match (number, lang) {
        (Some(number), Lang::Zh) => format!("第 {number} 行 {name}"),
        (Some(number), Lang::En) => format!("Row {number} {name}"),
        (None, _) => name.to_owned(),
    }
}
