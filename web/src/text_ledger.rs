//! Words of the ledger, the dossier and the report: Chinese and English side by side.

use precheck_ledger::{Group, Merged, Reminder, Scope};
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

/// Foot of a printed dossier.
pub const SHEET_FOOT: Text = t(
    "本档案由本机台账产生，只含在本机登记的记录，不替代国家企业信用信息公示系统的公示信息。",
    "Made from the ledger of this computer: it holds what was entered here, and does not replace the public system.",
);
/// Keys at the foot of the ledger.
pub const FOOT: [(&str, Text, bool); 6] = [
    ("↑↓", t("移动", "Move"), false),
    ("↵", t("打开档案", "Open the dossier"), false),
    ("Space", t("选中", "Select"), false),
    ("Esc", t("关闭档案", "Close the dossier"), false),
    ("Ctrl+F", t("查找", "Find"), false),
    ("F6", t("切换区域", "Next area"), true),
];
/// Keys at the foot of the report.
pub const FOOT_REPORT: [(&str, Text, bool); 2] =
    [("Ctrl+P", t("打印", "Print"), false), ("F6", t("切换区域", "Next area"), true)];

/// Heading.
pub const TITLE: Text = t("台账", "Ledger");
/// Heading of the report.
pub const REPORT: Text = t("核对报告", "Check report");
/// Heading of the printed report.
pub const REPORT_TITLE: Text = t("涉企信息归集预检报告", "Check report on enterprise information");
/// Saves the ledger.
pub const BACK_UP: Text = t("备份…", "Back up…");
/// Another ledger in place of this one.
pub const RESTORE: Text = t("恢复…", "Restore…");
/// Takes over another ledger.
pub const MERGE: Text = t("合并…", "Merge…");
/// Enters the platform's answer.
pub const ENTER: Text = t("登记平台结果…", "Enter the answer…");
/// Where the browser keeps nothing.
pub const SAVE_AS: Text = t("存为文件", "Save as a file");
/// Where the browser keeps nothing.
pub const SESSION_ONLY: Text = t(
    "浏览器没有保存台账：它只在关闭本页之前有效",
    "The browser does not keep the ledger: it holds until this page is closed",
);
/// Another tab writes.
pub const ELSEWHERE: Text = t(
    "台账正由另一个标签页保存，这里登记的内容关闭后不会留下",
    "Another tab keeps the ledger: what is entered here is lost when this one is closed",
);
/// Heading of the strip.
pub const DUE: Text = t("归集到期日", "Due for gathering");
/// What the strip shows.
pub const DUE_HELP: Text = t(
    "数字为当日到期、尚未归集的条数；加框的为 5 日内到期，或末日是休息日，须提前办理",
    "Open records that are due on the day; framed: due within 5 days, or on a day of rest, so act before",
);
/// Heading of a count.
pub const OVERDUE: Text = t("已超期", "Overdue");
/// Mark of a day.
pub const TODAY: Text = t("今天", "today");
/// Mark of a working day that is off.
pub const OFF: Text = t("休", "off");
/// Mark of a weekend day that is worked.
pub const WORKED: Text = t("补班", "work");
/// Filter.
pub const SCOPES: Text = t("显示范围", "Shown records");
/// Filter of kinds.
pub const ALL_KINDS: Text = t("全部种类", "All kinds");
/// Name of a filter.
pub const KIND_FILTER: Text = t("记录种类", "Kind of record");
/// What the search looks through.
pub const SEARCH: Text = t("企业、代码、文号、文件", "Name, code, number, file");
/// Name of the search field.
pub const SEARCH_LABEL: Text = t("在台账中查找", "Search the ledger");
/// Name of the table.
pub const TABLE: Text = t("台账记录", "Records of the ledger");
/// Columns.
pub const COLUMNS: [Text; 9] = [
    t("企业名称", "Enterprise"),
    t("种类", "Kind"),
    t("文号", "Document number"),
    t("产生日期", "Day"),
    t("归集时限", "Due"),
    t("剩余", "Left"),
    t("状态", "Status"),
    t("导出", "Export"),
    t("公示至", "Public until"),
];
/// Selects every record that is shown.
pub const SELECT_ALL: Text = t("选中显示的全部记录", "Select all that is shown");
/// The ledger holds nothing.
pub const EMPTY: Text = t(
    "台账里还没有记录。载入表格后，要归集的记录会自动列在这里；导出后记下何时、在哪份文件里报送。示例数据不进台账。",
    "The ledger is empty. Records of opened tables are listed here, and when and in which file they left. The sample is not entered.",
);
/// No record passes the filter.
pub const NONE: Text = t("没有符合条件的记录", "No record passes the filter");
/// Drops all filters.
pub const SHOW_ALL: Text = t("显示全部", "Show all");
/// Shows more lines.
pub const MORE: Text = t("再显示 200 条", "Show 200 more");
/// Done.
pub const DONE: Text = t("已完成", "done");
/// No end.
pub const LONG_TERM: Text = t("长期", "no end");
/// Publicity is over.
pub const EXPIRED: Text = t("已不再对外公示", "no longer public");
/// Closes.
pub const CLOSE: Text = t("关闭", "Close");
/// Gives up.
pub const CANCEL: Text = t("取消", "Cancel");
/// Heading of the drawer.
pub const DOSSIER: Text = t("企业信用档案", "Dossier of the enterprise");
/// Heading.
pub const REMINDERS: Text = t("提醒", "Reminders");
/// Heading.
pub const RECORDS: Text = t("记录", "Records");
/// Prints.
pub const PRINT_DOSSIER: Text = t("打印档案", "Print the dossier");
/// Prints.
pub const PRINT: Text = t("打印", "Print");
/// Prints.
pub const PRINT_REPORT: Text = t("打印报告", "Print the report");
/// Back.
pub const BACK: Text = t("返回台账", "Back to the ledger");
/// Back.
pub const BACK_CHECK: Text = t("返回核对", "Back to the check");
/// Back.
pub const BACK_EXPORT: Text = t("返回导出", "Back to the export");

/// Number of a batch in the report.
pub fn batch(lang: Lang, number: &str) -> String {
    match lang {
        Lang::Zh => format!("批次 {number}"),
        Lang::En => format!("Batch {number}"),
    }
}

/// A file that left, in the report.
pub fn digest_of(lang: Lang, file: &str, sm3: &str) -> String {
    match lang {
        Lang::Zh => format!("导出文件 {file}，SM3：{sm3}"),
        Lang::En => format!("Exported file {file}, SM3: {sm3}"),
    }
}
/// Takes a record out.
pub const TAKE_OUT: Text = t("移出台账", "Take out");
/// Takes an answer back.
pub const TAKE_BACK: Text = t("撤回结果", "Take the answer back");
/// Said.
pub const ANSWER_BACK: Text = t("已撤回平台结果", "The answer was taken back");
/// Heading of the list of reminders.
pub const PUBLICITY: Text = t("公示期提醒", "Ends of publicity");
/// What to do after the end of publicity.
pub const PUBLICITY_HELP: Text = t(
    "期满前后各 30 天列在这里；期满的请核实平台已停止公示",
    "30 days before and after the end; see to it that the platform shows expired ones no more",
);
/// Dialog.
pub const ANSWER_TITLE: Text = t("登记平台结果", "Enter the platform's answer");
/// Choice.
pub const ACCEPTED: Text = t("已归集", "Gathered");
/// Choice.
pub const REJECTED: Text = t("平台退回", "Rejected");
/// Legend.
pub const OUTCOME: Text = t("平台的处理结果", "What became of the records");
/// Field.
pub const WORDS: Text = t("平台的提示", "Words of the platform");
/// Field.
pub const WORDS_HELP: Text = t(
    "把平台的提示原样粘贴在这里，下面列出原因和改法；退回的必填",
    "Paste the message as it is; causes and remedies follow. Needed for rejected records",
);
/// Field.
pub const WORDS_MISSING: Text =
    t("「平台的提示」为空。退回的原因在提示里，粘贴后再登记", "Paste the platform's words first");
/// The words are not known.
pub const WORDS_UNKNOWN: Text = t(
    "这段提示不在已知之列，请按平台的说明处理；原文会留在台账里",
    "These words are not known; do as the platform says. They are kept as they are",
);
/// Enters.
pub const ENTER_NOW: Text = t("登记", "Enter");
/// Rules.
pub const RULES: Text = t("相关规则", "Rules");
/// No record waits.
pub const NOTHING_WAITS: Text = t(
    "没有等待平台结果的记录。可先在表中选中要登记的记录",
    "No record waits for an answer; select the records first",
);
/// Dialog.
pub const RESTORE_TITLE: Text = t("用备份恢复台账", "Restore the ledger");
/// Button.
pub const RESTORE_NOW: Text = t("恢复并替换", "Restore");
/// Heading of the card.
pub const CARD: Text = t("归集时限", "Deadlines");
/// Link of the card.
pub const CARD_LINK: Text = t("查看台账", "Open the ledger");
/// The card has nothing to tell.
pub const CARD_NONE: Text = t("没有超期或 5 日内到期的记录", "Nothing is overdue or due within 5 days");
/// The card of an empty ledger.
pub const CARD_EMPTY: Text = t("台账里还没有记录", "The ledger is empty");
/// Signature.
pub const HANDLER: Text = t("承办人：", "Handler:");
/// Signature.
pub const REVIEWER: Text = t("审核人：", "Reviewer:");
/// Signature.
pub const DATE: Text = t("日期：", "Date:");
/// Weekdays, Monday first.
const WEEKDAYS: [Text; 7] =
    [t("一", "Mo"), t("二", "Tu"), t("三", "We"), t("四", "Th"), t("五", "Fr"), t("六", "Sa"), t("日", "Su")];

/// A weekday, 0 being Monday.
pub fn weekday(lang: Lang, number: u32) -> &'static str {
    WEEKDAYS[number as usize % 7].get(lang)
}

/// What a scope is called.
pub const fn scope(scope: Scope) -> Text {
    match scope {
        Scope::All => t("全部", "All"),
        Scope::Open => t("待归集", "Open"),
        Scope::Exported => t("已导出待结果", "Waiting"),
        Scope::Rejected => t("平台退回", "Rejected"),
        Scope::Publicity => t("公示将满或已满", "Publicity ends"),
        Scope::Overdue => t("已超期", "Overdue"),
        Scope::Soon => t("5 日内到期", "Soon"),
    }
}

/// What a group is called.
pub const fn group(group: Group) -> Text {
    match group {
        Group::Licenses => t("行政许可", "Licences"),
        Group::Penalties => t("行政处罚", "Penalties"),
        Group::Inspections => t("双随机", "Inspections"),
        Group::Blacklists => t("黑名单", "Blacklists"),
        Group::Others => t("其他", "Others"),
    }
}

/// A kind in few words.
pub fn kind(lang: Lang, key: &str) -> &'static str {
    let text = match key {
        "license-grant" => t("许可", "Licence"),
        "license-change" => t("许可变更", "Licence change"),
        "license-termination" => t("许可注销", "Licence end"),
        "penalty" => t("处罚", "Penalty"),
        "penalty-change" => t("处罚变更", "Penalty change"),
        "inspection" => t("抽查", "Inspection"),
        "blacklist" => t("黑名单", "Blacklist"),
        _ => t("其他", "Other"),
    };
    text.get(lang)
}

/// Below the heading.
pub fn lead(lang: Lang, count: usize, working: bool) -> String {
    say(
        lang,
        || {
            let days = if working { "工作日" } else { "自然日" };
            format!(
                "本机登记的 {count} 条归集记录。时限按{days}计，末日遇休息日时提示提前办理。已归集且公示期满、5 年没有变动的自动清理。"
            )
        },
        || {
            let days = if working { "working days" } else { "calendar days" };
            format!(
                "{count} records on this computer. Deadlines count {days}. Gathered records whose publicity is over are forgotten after 5 years without a change."
            )
        },
    )
}

/// Days left.
pub fn left(lang: Lang, days: i64) -> String {
    say(
        lang,
        || if days < 0 { format!("超 {} 天", -days) } else { format!("余 {days} 天") },
        || if days < 0 { format!("{} over", -days) } else { format!("{days} left") },
    )
}

/// The longest delay.
pub fn longest(lang: Lang, days: i64) -> String {
    say(lang, || format!("最长 {days} 天"), || format!("up to {days} days"))
}

/// A reminder of publicity.
pub fn reminder(lang: Lang, reminder: Reminder) -> String {
    match reminder {
        Reminder::Ends(0) => say(lang, || "今天期满".to_owned(), || "ends today".to_owned()),
        Reminder::Ends(days) => say(lang, || format!("余 {days} 天"), || format!("ends in {days} days")),
        Reminder::Ended(days) => say(
            lang,
            || format!("期满 {days} 天，请核实平台已停止公示"),
            || format!("ended {days} days ago: see that it is withdrawn"),
        ),
    }
}

/// A button of the strip, read aloud.
pub fn day(lang: Lang, date: &str, weekday: &str, count: usize, act_by: Option<&str>) -> String {
    say(
        lang,
        || {
            let rest = act_by.map_or(String::new(), |day| format!("，休息日，须在 {day} 前办理"));
            format!("{date} 星期{weekday}，{count} 条到期{rest}")
        },
        || {
            let rest = act_by.map_or(String::new(), |day| format!(", a day of rest: act by {day}"));
            format!("{date} {weekday}, {count} due{rest}")
        },
    )
}

/// How many lines are shown.
pub fn shown(lang: Lang, count: usize) -> String {
    say(lang, || format!("显示 {count} 条"), || format!("{count} shown"))
}

/// How many lines are selected.
pub fn selected(lang: Lang, count: usize) -> String {
    say(lang, || format!("已选 {count} 条"), || format!("{count} selected"))
}

/// Selects one line.
pub fn select(lang: Lang, name: &str, number: &str) -> String {
    say(lang, || format!("选中 {name} {number}"), || format!("Select {name} {number}"))
}

/// The answer is for so many records.
pub fn answer_for(lang: Lang, count: usize) -> String {
    say(lang, || format!("用于 {count} 条记录"), || format!("For {count} records"))
}

/// An answer was entered.
pub fn entered(lang: Lang, count: usize, accepted: bool) -> String {
    let what = if accepted { ACCEPTED } else { REJECTED }.get(lang);
    say(lang, || format!("已登记 {count} 条：{what}"), || format!("{count} entered: {what}"))
}

/// Records were taken out.
pub fn taken_out(lang: Lang, count: usize) -> String {
    say(lang, || format!("已移出 {count} 条"), || format!("{count} taken out"))
}

/// Name of a backup.
pub fn backup_name(organisation: &str, day: &str) -> String {
    if organisation.is_empty() {
        format!("台账_{day}.json")
    } else {
        format!("台账_{organisation}_{day}.json")
    }
}

/// A backup was saved.
pub fn backed_up(lang: Lang, name: &str) -> String {
    say(lang, || format!("已备份为“{name}”"), || format!("saved as “{name}”"))
}

/// A file was not saved.
pub fn not_saved(lang: Lang, name: &str) -> String {
    say(
        lang,
        || format!("“{name}”未能保存，请允许本页下载文件后重试"),
        || format!("“{name}” was not saved; let this page save files and try again"),
    )
}

/// A file cannot be read.
pub fn unreadable(lang: Lang, name: &str) -> String {
    say(
        lang,
        || format!("“{name}”读不到，请关闭占用它的程序后重试"),
        || format!("“{name}” cannot be read; close what uses it"),
    )
}

/// A file is no backup.
pub fn refused(lang: Lang, name: &str, why: &str) -> String {
    say(lang, || format!("“{name}”：{why}"), || format!("“{name}”: {why}"))
}

/// Before a ledger is replaced.
pub fn restore_question(lang: Lang, name: &str, there: usize, here: usize) -> String {
    say(
        lang,
        || {
            format!(
                "“{name}”里有 {there} 条记录，恢复后替换本机现有的 {here} 条。要两边都留下，请用「合并」。"
            )
        },
        || {
            format!(
                "“{name}” holds {there} records, which replace the {here} here. To keep both, merge them."
            )
        },
    )
}

/// A ledger was replaced.
pub fn restored(lang: Lang, count: usize) -> String {
    say(lang, || format!("已恢复 {count} 条记录"), || format!("{count} records restored"))
}

/// A ledger was merged.
pub fn merged(lang: Lang, merged: &Merged) -> String {
    let (added, updated, same) = (merged.added, merged.updated, merged.same);
    say(
        lang,
        || format!("合并完成：新增 {added} 条，更新 {updated} 条，相同 {same} 条"),
        || format!("merged: {added} new, {updated} updated, {same} the same"),
    )
}

/// An open record in the dossier.
pub fn open_record(lang: Lang, what: &str, due: &str, errors: u32, warnings: u32) -> String {
    say(
        lang,
        || {
            let held = match (errors, warnings) {
                (0, 0) => String::new(),
                (errors, 0) => format!("，有 {errors} 个错误待改"),
                (0, warnings) => format!("，有 {warnings} 个警告待确认"),
                (errors, warnings) => format!("，有 {errors} 个错误待改、{warnings} 个警告待确认"),
            };
            format!("{what} 应在 {due} 前归集{held}。")
        },
        || format!("{what} is due on {due}; {errors} errors, {warnings} warnings keep it."),
    )
}

/// An export in the dossier.
pub fn exported(lang: Lang, at: &str, file: &str, handler: &str) -> String {
    say(
        lang,
        || {
            let by = if handler.is_empty() { String::new() } else { format!("，承办人 {handler}") };
            format!("{at} 导出于“{file}”{by}")
        },
        || format!("exported {at} in “{file}” {handler}"),
    )
}

/// An answer in the dossier.
pub fn answered(lang: Lang, at: &str, accepted: bool, said: &str) -> String {
    let what = if accepted { ACCEPTED } else { REJECTED }.get(lang);
    if said.is_empty() { format!("{at} {what}") } else { format!("{at} {what}：{said}") }
}

/// Publicity in the dossier.
pub fn public_until(lang: Lang, end: &str, expired: bool) -> String {
    say(
        lang,
        || if expired { format!("公示期至 {end}，{}", EXPIRED.zh) } else { format!("公示至 {end}") },
        || {
            if expired {
                format!("public until {end}, {}", EXPIRED.en)
            } else {
                format!("public until {end}")
            }
        },
    )
}

/// Names or codes that disagree.
pub fn others(lang: Lang, names: &[String], codes: &[String]) -> Option<String> {
    if names.is_empty() && codes.is_empty() {
        return None;
    }
    let all = names.iter().chain(codes).cloned().collect::<Vec<_>>().join("、");
    Some(say(
        lang,
        || format!("名称或代码不一致：另有 {all}，请与营业执照核对。"),
        || format!("Name or code disagree: {all}; compare with the business licence."),
    ))
}

/// A confirmed warning.
pub fn confirmed(lang: Lang, rule: &str, title: &str, reason: &str) -> String {
    say(lang, || format!("确认 {rule} {title}：{reason}"), || format!("confirmed {rule} {title}: {reason}"))
}

/// The next day on which something is due.
pub fn next_due(lang: Lang, day: &str, weekday: &str) -> String {
    say(lang, || format!("最近一条 {day}（星期{weekday}）"), || format!("next on {day} ({weekday})"))
}

/// So many records are past the deadline, for the card.
pub fn over_days(lang: Lang, days: u32) -> String {
    say(lang, || format!("条已超过 {days} 天时限"), || format!("past the {days} days"))
}

/// Records that are due soon, for the card.
pub const SOON: Text = t("条将在 5 日内到期", "due within 5 days");
