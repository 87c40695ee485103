//! Words of 在线录入: Chinese and English side by side.

use precheck_session::api::{Lang, Text};

const fn t(zh: &'static str, en: &'static str) -> Text {
    Text::new(zh, en)
}

/// The screen.
pub const TITLE: Text = t("在线录入", "Type in");
/// Below it on the load screen.
pub const HINT: Text = t("逐条填写，边填边核对", "One record after the other, checked as you type");
/// Line below the heading.
pub const LEAD: Text = t("除标明选填外均为必填。", "All fields are required unless marked optional.");
/// Line below the heading while no kind is chosen.
pub const LEAD_KINDS: Text = t("选择要录入的信息种类。", "Choose the kind of record.");
/// Leads to the load screen.
pub const BACK: Text = t("返回载入", "Back to loading");
/// Leads to the check screen.
pub const BACK_CHECK: Text = t("返回核对", "Back to checking");
/// Leads to the choice of kinds.
pub const OTHER_KIND: Text = t("换信息种类", "Another kind");
/// Leads to the choice of a record.
pub const FROM_RECORD: Text = t("由已有记录新增…", "New from a record…");
/// Optional field.
pub const OPTIONAL: Text = t("选填", "optional");
/// A value that nobody typed.
pub const PROPOSED: Text = t("自动填入，可改", "filled in, open to change");
/// How a text is read.
pub const READ_AS: Text = t("读作", "read as");
/// Takes a proposal over.
pub const ADOPT: Text = t("采用", "Adopt");
/// Before a proposal.
pub const CHANGE_TO: Text = t("改为", "Change to");
/// A proposal to empty the field.
pub const EMPTY_IT: Text = t("清空此项", "Empty it");
/// Opens the reason of a confirmation.
pub const CONFIRM: Text = t("核对无误，确认…", "It is right, confirm…");
/// The reason of a confirmation.
pub const REASON: Text = t("确认理由", "Reason");
/// It is too short.
pub const REASON_SHORT: Text =
    t("「确认理由」不足 5 个字，写明依据", "The reason is too short: say on what ground");
/// Confirms.
pub const CONFIRM_NOW: Text = t("确认", "Confirm");
/// A confirmed warning.
pub const CONFIRMED: Text = t("已确认：", "Confirmed: ");
/// Takes a confirmation back.
pub const UNCONFIRM: Text = t("取消确认", "Take back");
/// Saves and goes on.
pub const SAVE_NEXT: Text = t("保存并录下一条", "Save and type the next");
/// Saves.
pub const SAVE: Text = t("保存", "Save");
/// Saves changes of a record.
pub const SAVE_CHANGES: Text = t("保存修改", "Save changes");
/// Saves with errors.
pub const KEEP: Text = t("暂存到表格", "Keep in the table");
/// What that means.
pub const KEEP_HINT: Text = t(
    "有错误也放进表格，在核对里接着改；改好前不会导出",
    "Put into the table with its errors, to be mended there; not exported until then",
);
/// Heading of the first card.
pub const DERIVED: Text = t("自动推算", "Worked out");
/// Line of it.
pub const DUE: Text = t("归集时限", "Gather until");
/// Line of it.
pub const PUBLISHED: Text = t("公示至", "Published until");
/// Line of it.
pub const BAND: Text = t("罚款幅度", "Band of the fine");
/// Not known yet.
pub const AFTER_DATE: Text = t("填好日期后显示", "after the date");
/// Not known yet.
pub const AFTER_PERIOD: Text = t("填好公示期限后显示", "after the publicity period");
/// Not known yet.
pub const AFTER_VIOLATION: Text = t("选定违法行为后显示", "after the violation");
/// Heading of the second card.
pub const SAVED: Text = t("本次已录入", "Typed in now");
/// Nothing was saved yet.
pub const NOTHING_SAVED: Text =
    t("保存后列在这里，可随时撤销。", "Saved records are listed here; undo takes them back.");
/// Leads to a saved record.
pub const LOOK: Text = t("核对", "Check");
/// Opens the date picker.
pub const PICK: Text = t("选择日期", "Choose a date");
/// Writes the value without an end.
pub const LONG_TERM: Text = t("长期有效", "No end");
/// Buttons of the date picker.
pub const PREVIOUS_YEAR: Text = t("上一年", "Previous year");
/// Buttons of the date picker.
pub const PREVIOUS_MONTH: Text = t("上个月", "Previous month");
/// Buttons of the date picker.
pub const NEXT_MONTH: Text = t("下个月", "Next month");
/// Buttons of the date picker.
pub const NEXT_YEAR: Text = t("下一年", "Next year");
/// Days of the week from Monday.
pub const WEEK: [Text; 7] =
    [t("一", "Mo"), t("二", "Tu"), t("三", "We"), t("四", "Th"), t("五", "Fr"), t("六", "Sa"), t("日", "Su")];
/// Mark of a day off.
pub const HOLIDAY: Text = t("休", "off");
/// Mark of a weekend day that is worked.
pub const WORK: Text = t("班", "work");
/// Said with such a day.
pub const HOLIDAY_SAID: Text = t("节假日", "holiday");
/// Said with such a day.
pub const WORK_SAID: Text = t("调休上班", "make-up working day");
/// Said with such a day.
pub const WEEKEND_SAID: Text = t("周末", "weekend");
/// Said with such a day.
pub const TODAY_SAID: Text = t("核查基准日", "day of the run");
/// The year's holidays are not known.
pub const UNKNOWN_YEAR: Text =
    t("该年节假日安排尚未公布，只区分周末", "Holidays of this year are not known yet");
/// Keys of the date picker.
pub const PICK_KEYS: Text =
    t("方向键选日，PgUp、PgDn 换月，回车选定", "Arrows move, PgUp and PgDn change the month, Enter chooses");
/// Opens the list of a field.
pub const OPEN_LIST: Text = t("展开列表", "Open the list");
/// Nothing of the list fits.
pub const NO_MATCH: Text = t("列表中没有匹配项", "Nothing in the list fits");
/// Title of the choice of a record.
pub const CHOOSE_RECORD: Text = t("由已有记录新增", "New from a record");
/// Search in it.
pub const SEARCH_RECORD: Text = t("查找企业名称、文号…", "Search name, number…");
/// Nothing found.
pub const NO_RECORD: Text = t("表中没有匹配的记录", "No record fits");
/// In the check screen: a record like the current one.
pub const LIKE_THIS: Text = t("照此新增", "New like this");
/// In the check screen: the whole record in the form.
pub const EDIT_WHOLE: Text = t("修改整条…", "Edit record…");
/// No row is current.
pub const NO_ROW: Text = t("先选中一行", "Select a row first");
/// The record that was changed is gone.
pub const DETACHED: Text = t(
    "原记录已不在表中，填写的内容仍在；再次保存将作为新记录",
    "The record is gone from the table; what you typed is kept and will be saved as a new record",
);
/// An unfinished form came back.
pub const RESUMED: Text = t("已恢复上次未保存的录入", "The unfinished form is back");
/// Throws what was typed away.
pub const CLEAR: Text = t("清空重填", "Start over");
/// Before the title of the page while there are errors.
pub const ERROR_PREFIX: Text = t("错误：", "Error: ");

/// Keys of the foot.
pub const FOOT: [(&str, Text, bool); 5] = [
    ("Ctrl+↵", t("保存并录下一条", "Save and type the next"), false),
    ("Ctrl+S", t("保存", "Save"), false),
    ("Alt+E", t("回到错误摘要", "To the error summary"), false),
    ("F6", t("切换区域", "Areas"), true),
    ("Ctrl+/", t("全部快捷键", "All keys"), true),
];

/// The choice that leaves a field blank.
pub const BLANK: Text = t("不填", "blank");

/// Heading of the form.
#[must_use]
pub fn heading(lang: Lang, kind: &str, edits: bool) -> String {
    match (lang, edits) {
        (Lang::Zh, false) => format!("在线录入：{kind}"),
        (Lang::Zh, true) => format!("修改整条：{kind}"),
        (Lang::En, false) => format!("Type in: {kind}"),
        (Lang::En, true) => format!("Edit record: {kind}"),
    }
}

/// Heading of the error summary.
#[must_use]
pub fn to_mend(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("有 {count} 处需要更正"),
        Lang::En => format!("{count} to mend"),
    }
}

/// How much of a text is used up.
#[must_use]
pub fn counted(lang: Lang, count: usize, most: u16) -> String {
    let over = count.saturating_sub(usize::from(most));
    match (lang, over) {
        (Lang::Zh, 0) => format!("{count} / {most} 字"),
        (Lang::Zh, over) => format!("{count} / {most} 字，超出 {over} 字"),
        (Lang::En, 0) => format!("{count} of {most}"),
        (Lang::En, over) => format!("{count} of {most}, {over} too many"),
    }
}

/// The last day for gathering.
#[must_use]
pub fn due(lang: Lang, day: &str, left: i32) -> String {
    match (lang, left) {
        (Lang::Zh, 0..) => format!("{day}（余 {left} 天）"),
        (Lang::Zh, _) => format!("{day}（超 {} 天）", -left),
        (Lang::En, 0..) => format!("{day} ({left} days left)"),
        (Lang::En, _) => format!("{day} ({} days over)", -left),
    }
}

/// A band of fines in 万元.
#[must_use]
pub fn band(lang: Lang, least: &str, highest: &str) -> String {
    match lang {
        Lang::Zh => format!("{least} 万元至 {highest} 万元"),
        Lang::En => format!("{least} to {highest} × 10,000 yuan"),
    }
}

/// How many records.
#[must_use]
pub fn records(lang: Lang, count: usize) -> String {
    crate::text_pages::records(lang, count)
}

/// What is left open in a saved record.
#[must_use]
pub fn open(lang: Lang, (errors, warnings): (usize, usize)) -> String {
    match (lang, errors, warnings) {
        (_, 0, 0) => String::new(),
        (Lang::Zh, 0, w) => format!("{w} 个警告待确认"),
        (Lang::Zh, e, 0) => format!("{e} 个错误待改"),
        (Lang::Zh, e, w) => format!("{e} 个错误、{w} 个警告"),
        (Lang::En, e, w) => format!("{e} errors, {w} warnings"),
    }
}

/// A record was saved.
#[must_use]
pub fn saved(lang: Lang, mark: &str, open_findings: (usize, usize)) -> String {
    let open = open(lang, open_findings);
    match (lang, open.is_empty()) {
        (Lang::Zh, true) => format!("已保存 {mark}"),
        (Lang::Zh, false) => format!("已保存 {mark}，{open}"),
        (Lang::En, true) => format!("Saved {mark}"),
        (Lang::En, false) => format!("Saved {mark}; {open}"),
    }
}

/// A month.
#[must_use]
pub fn month(lang: Lang, year: i32, month: u32) -> String {
    match lang {
        Lang::Zh => format!("{year} 年 {month} 月"),
        Lang::En => format!("{year}-{month:02}"),
    }
}

/// Offers that fit what was typed.
#[must_use]
pub fn offers(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("{count} 项可选"),
        Lang::En => format!("{count} to choose from"),
    }
}
