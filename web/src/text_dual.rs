//! Words of 双告知: Chinese and English side by side.

use precheck_ledger::dual::{Outcome, Standing};
use precheck_session::api::{Lang, Text};

const fn t(zh: &'static str, en: &'static str) -> Text {
    Text::new(zh, en)
}

fn say(lang: Lang, zh: impl FnOnce() -> String, en: impl FnOnce() -> String) -> String {
    match lang {
        Lang::Zh => zh(),
        Lang::En => en(),
    }
}

/// Keys at the foot.
pub const FOOT: [(&str, Text, bool); 3] = [
    ("↑↓", t("移动", "Move"), false),
    ("↵", t("处理", "Handle"), false),
    ("F6", t("切换区域", "Next area"), true),
];
/// Heading.
pub const TITLE: Text = t("双告知", "Pushed registrations");
/// Below it.
pub const LEAD: Text = t(
    "把市场监管部门推送的登记企业与本机构台账里的许可逐户对账，找出未办、未反馈和信息不一致的企业。",
    "Compares the registrations that the registrar pushed with the licences in the ledger: what is not licensed, not fed back, or differs.",
);
/// Button.
pub const LOAD: Text = t("载入推送名单", "Load a pushed list");
/// Button.
pub const MAKE: Text = t("生成反馈文件", "Make the feedback file");
/// Count.
pub const PUSHED: Text = t("推送登记", "Pushed");
/// Heading of the table.
pub const TABLE: Text = t("对账结果", "Comparison");
/// Group of buttons.
pub const SCOPES: Text = t("显示哪些企业", "Which enterprises are shown");
/// Button.
pub const ALL: Text = t("全部", "All");
/// Nothing yet.
pub const EMPTY: Text = t("还没有推送名单", "No pushed list yet");
/// What to do.
pub const EMPTY_TEXT: Text = t(
    "在协同监管平台下载推送的登记企业名单（xlsx、xls、csv），载入后与台账对账",
    "Download the list of pushed registrations from the platform (xlsx, xls, csv) and load it",
);
/// No line under the filter.
pub const NONE_OPEN: Text = t("没有需要处理的企业", "Nothing is to be handled");
/// Columns.
pub const COLUMNS: [Text; 7] = [
    t("企业", "Enterprise"),
    t("推送日期", "Pushed"),
    t("涉及经营项目", "Business"),
    t("许可文书编号", "Licence"),
    t("对账", "Comparison"),
    t("反馈日期", "Fed back"),
    t("处理", "Handle"),
];
/// Button of a line.
pub const HANDLE: Text = t("处理", "Handle");
/// Button of a line that was handled.
pub const AGAIN: Text = t("更改", "Change");
/// Field of the dialog.
pub const DAY: Text = t("反馈或确认日期", "Day");
/// Wrong day.
pub const BAD_DAY: Text =
    t("「反馈或确认日期」不是日期。写作 2023-06-16", "The day cannot be read. Write it as 2023-06-16");
/// Choices of the dialog.
pub const FED_BACK: Text = t("标为已反馈", "Mark as fed back");
/// Choice.
pub const UNDER_WAY: Text = t("标为办理中", "Mark as under way");
/// Choice.
pub const NOT_CONCERNED: Text = t("标为不涉及", "Mark as not concerned");
/// Choice.
pub const TAKE_BACK: Text = t("撤回标记", "Take the mark back");
/// Leaves the dialog.
pub const CANCEL: Text = t("返回", "Back");
/// What to do about a late one.
pub const WHAT_TO_DO: Text = t(
    "已受理的标为办理中；不属于本机构许可范围的标为不涉及；许可已在平台反馈的标为已反馈。代码不一致的，先在核对页更正许可记录再导出。",
    "Under way: an application was taken. Not concerned: the business needs no licence of this unit. Fed back: the licence is on the platform. Where codes differ, correct the licence record first and export it again.",
);
/// A file without a header.
pub const NO_HEADER: Text = t(
    "文件里没有「企业名称」和「统一社会信用代码」等列。选择平台下载的推送名单，或补上表头",
    "The file has no columns for names and credit codes. Choose the list of the platform, or give it a header",
);
/// Name of the file that is made.
pub const FILE: Text = t("双告知反馈", "feedback");
/// Header of that file: the platform's language.
pub const FILE_HEADER: [&str; 7] =
    ["企业名称", "统一社会信用代码", "推送日期", "涉及经营项目", "许可文书编号", "许可决定日期", "办理结果"];
/// Nothing can be fed back.
pub const NOTHING: Text = t(
    "没有可反馈的企业：需要先有许可，或标为不涉及",
    "There is nothing to feed back: there must be a licence, or the mark “not concerned”",
);

/// Name of one of the four.
pub fn standing(standing: Standing) -> Text {
    match standing {
        Standing::Done => t("已许可并反馈", "Licensed and fed back"),
        Standing::ToHandle => t("需要处理", "To be handled"),
        Standing::UnderWay => t("办理中", "Under way"),
        Standing::NotConcerned => t("不涉及", "Not concerned"),
    }
}

/// An outcome in words.
pub fn outcome(lang: Lang, outcome: &Outcome) -> String {
    let text = match outcome {
        Outcome::FedBack(_) => t("已反馈", "Fed back"),
        Outcome::NotFedBack => t("已办许可，未反馈", "Licensed, not fed back"),
        Outcome::Sent => t("许可已导出，待平台结果", "Exported, waiting for the platform"),
        Outcome::UnderWay => t("办理中", "Under way"),
        Outcome::NotConcerned(_) => t("不涉及本机构许可", "No licence of this unit needed"),
        Outcome::OtherCode(_) => t("许可与登记的信用代码不一致", "Licence and registration differ in code"),
        Outcome::Late(days) => {
            return say(
                lang,
                || format!("已推送 {days} 天，无办理记录"),
                || format!("Pushed {days} days ago, nothing of it"),
            );
        }
    };
    text.get(lang).to_owned()
}

/// The other code of a licence.
pub fn other_code(lang: Lang, code: &str) -> String {
    say(lang, || format!("许可记录为 {code}"), || format!("The licence says {code}"))
}

/// From when the two sides are.
pub fn sides(lang: Lang, pushed: &str, today: &str) -> String {
    say(
        lang,
        || format!("推送名单至 {pushed} • 许可台账截至 {today}"),
        || format!("Pushed up to {pushed} • ledger as of {today}"),
    )
}

/// What came of loading.
pub fn loaded(lang: Lang, read: usize, new: usize) -> String {
    say(
        lang,
        || format!("推送名单已载入：{read} 户，其中新增 {new} 户"),
        || format!("Loaded: {read} registrations, {new} of them new"),
    )
}

/// What was marked.
pub fn marked(lang: Lang, name: &str) -> String {
    say(lang, || format!("已记下：{name}"), || format!("Noted: {name}"))
}

/// A file was made.
pub fn made(lang: Lang, count: usize) -> String {
    say(
        lang,
        || format!("反馈文件已生成：{count} 户"),
        || format!("The feedback file holds {count} enterprises"),
    )
}
