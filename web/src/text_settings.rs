//! Words of the organisation's settings and of what is kept on this computer.

use precheck_session::api::{Lang, Text};

use serde_json::Value;

use crate::services::store::Shelf;

const fn t(zh: &'static str, en: &'static str) -> Text {
    Text::new(zh, en)
}

/// Heading.
pub const TITLE: Text = t("机构设置", "Settings");
/// What it is about.
pub const LEAD: Text = t(
    "只保存在本机。可导出为配置文件，供其他电脑或其他机构套用。",
    "Kept on this computer only. Save it as a file for other computers and organisations.",
);
/// While the profile is asked for.
pub const LOADING: Text = t("正在取机构设置…", "Fetching the settings…");
/// Takes a file.
pub const LOAD: Text = t("载入配置", "Load a file…");
/// Saves a file.
pub const EXPORT: Text = t("导出配置", "Save as a file");
/// Takes what stands in the form.
pub const SAVE: Text = t("保存", "Save");
/// The built-in ones again.
pub const RESTORE: Text = t("恢复内置设置", "Restore the built-in settings");
/// They hold again.
pub const RESTORED: Text = t("已恢复内置设置", "The built-in settings hold again");
/// Taken.
pub const SAVED: Text = t("机构设置已保存", "The settings are saved");
/// Severities are elsewhere.
pub const RULES: Text = t(
    "规则的级别与停用在规则目录中改，须写理由",
    "Severities of rules are changed in the rule book, with a reason",
);
/// Parts of the screen.
pub const PARTS: Text = t("设置分组", "Groups of settings");
/// A reason is needed.
pub const BASIS_WANTED: Text = t(
    "「依据」未填。改按工作日计须写明依据，并记入每份回执",
    "“Ground” is empty. Counting working days needs its ground, which stands in every receipt",
);

/// Group.
pub const ORGANISATION: Text = t("机构信息", "Organisation");
/// Setting.
pub const NAME: Text = t("机构全称", "Full name");
/// Help.
pub const NAME_HELP: Text =
    t("用于核对「处罚机关」「许可机关」「抽查实施机关」", "Compared with the authority of each record");
/// Setting.
pub const REGION: Text = t("行政区划代码", "County code");
/// Help.
pub const REGION_HELP: Text = t("GB/T 2260，6 位", "GB/T 2260, 6 digits");
/// Setting.
pub const USCC: Text = t("本机构统一社会信用代码", "Own unified social credit code");
/// Help.
pub const USCC_HELP: Text = t("18 位；不知道时留空", "18 characters; empty where not known");
/// Setting.
pub const ALIASES: Text = t("简称与下属单位", "Short names and sub-units");
/// Help.
pub const ALIASES_HELP: Text = t("每行一个，视同本机构", "One in a line; they mean the same body");
/// Group.
pub const DEADLINE: Text = t("归集时限", "Deadline");
/// Setting.
pub const DAYS: Text = t("天数", "Days");
/// Help.
pub const DAYS_HELP: Text = t(
    "自信息产生次日起算；实施方案 三（二）2 规定 20 天内",
    "From the day after the event; the plan, 3(2)2, says within 20 days",
);
/// Setting.
pub const COUNT: Text = t("计算方式", "Counted in");
/// Help.
pub const COUNT_HELP: Text = t(
    "方案未写明工作日，默认按自然日计（较严）",
    "The plan does not say working days: calendar days, the stricter reading, hold by default",
);
/// Choices.
pub const COUNTS: &[(&str, Text)] = &[
    ("natural", t("自然日", "Calendar days")),
    ("working", t("工作日（用节假日表）", "Working days (by the holidays)")),
];
/// Setting.
pub const BASIS: Text = t("依据", "Ground");
/// Help.
pub const BASIS_HELP: Text =
    t("改按工作日计的必填，记入回执", "Needed for working days; stands in the receipt");
/// Setting.
pub const SEVEN: Text = t("同时提示 7 个工作日", "Watch seven working days too");
/// Help.
pub const SEVEN_HELP: Text = t("规则 T003", "Rule T003");
/// Group.
pub const PUBLICITY: Text = t("公示期限与文号", "Publicity and document numbers");
/// Setting.
pub const YEARS: Text = t("行政处罚，一般（年）", "Penalties, ordinary (years)");
/// Setting.
pub const SERIOUS: Text = t("行政处罚，严重违法失信（年）", "Penalties, serious breach of trust (years)");
/// Help.
pub const YEARS_HELP: Text = t("实施方案 三（二）2", "The plan, 3(2)2");
/// Setting.
pub const PREFIXES: Text = t("文号的机关代字", "Agency prefixes of document numbers");
/// Help.
pub const PREFIXES_HELP: Text = t("每行一个，如 奈(消)", "One in a line");
/// Group.
pub const LISTS: Text = t("权力清单与名单", "Duties and lists");
/// Setting.
pub const ID: Text = t("配置代号", "Name of these settings");
/// Help.
pub const ID_HELP: Text =
    t("记入回执，改了设置的另起一个", "Stands in the receipts; other settings, another name");
/// Setting.
pub const PREFIX: Text = t("批次号前缀", "Prefix of batch numbers");
/// Help.
pub const PREFIX_HELP: Text = t("用于导出文件和回执，如 NM119", "For files and receipts, such as NM119");
/// Setting.
pub const REMIND: Text = t("提前提醒（天）", "Reminded before (days)");
/// Help.
pub const REMIND_HELP: Text = t("到期前几天起提示，规则 T002", "Days before the last one, rule T002");
/// Setting.
pub const DAYS_OFF: Text = t("节假日调整", "Holidays and make-up days");
/// Help.
pub const DAYS_OFF_HELP: Text = t(
    "在内置节假日表上增改：放假填放假，调休上班填上班。新一年须有元旦和 10 月 1 日才算齐全",
    "Over the built-in calendar. A new year is complete once 1 January and 1 October are named",
);
/// Column.
pub const DAY: Text = t("日期", "Day");
/// Column.
pub const DAY_KIND: Text = t("放假或上班", "Off or worked");
/// Choices.
pub const DAY_KINDS: &[(&str, Text)] = &[("off", t("放假", "Off")), ("work", t("上班", "Worked"))];
/// Above the years.
pub const YEARS_IN_USE: Text = t("正在使用的节假日（月-日）", "Days in use (month-day)");
/// Setting.
pub const TERMS: Text = t("公示期限按日期变化", "Publicity by date of decision");
/// Help.
pub const TERMS_HELP: Text = t(
    "自某日起作出的决定适用另一期限，按日期先后填写；没有则用上面的年数",
    "Decisions from a day on have another term, the earliest first; without any the years above hold",
);
/// Column.
pub const TERM_FROM: Text = t("自（决定日期）", "From (decision)");
/// Column.
pub const TERM_YEARS: Text = t("一般（年）", "Ordinary (years)");
/// Column.
pub const TERM_SERIOUS: Text = t("严重（年）", "Serious (years)");
/// Column.
pub const DUTY: Text = t("事项名称", "Matter");
/// Column.
pub const DUTY_CODE: Text = t("编码", "Code");
/// Column.
pub const FINE_FROM: Text = t("罚款下限（元）", "Least fine (yuan)");
/// Column.
pub const FINE_TO: Text = t("罚款上限（元）", "Highest fine (yuan)");
/// Setting.
pub const FILE_NAME: Text = t("导出文件名", "Names of exported files");
/// Help.
pub const FILE_NAME_HELP: Text = t(
    "可用 {kind}、{organisation}、{date}、{batch}、{count}；留空用模板自己的",
    "May have {kind}, {organisation}, {date}, {batch}, {count}; empty: that of the template",
);
/// Adds a row.
pub const ADD: Text = t("添加一行", "Add a row");
/// Takes a row out.
pub const OUT: Text = t("删除", "Remove");
/// Takes rows from a file.
pub const LOAD_ROWS: Text = t("载入表格", "Load a table…");
/// Fault.
pub const NO_DAY: Text = t("应写作 2027-01-01", "is written as 2027-01-01");
/// Fault.
pub const NO_NUMBER: Text = t("应为整数", "must be a whole number");
/// Fault.
pub const NO_NAME: Text = t("未填", "is empty");

/// Setting.
pub const DUTIES: Text = t("权力清单", "Duty list");
/// Help.
pub const DUTIES_HELP: Text = t(
    "可载入表格：事项名称、编码、依据、罚款下限与上限。用于规则 S009 和 A065；留空则不核对事项",
    "A table can be loaded. For rules S009 and A065; empty: matters are not checked",
);
/// Setting.
pub const BLACKLISTS: Text = t("名单名称", "Names of lists");
/// Help.
pub const BLACKLISTS_HELP: Text =
    t("本机构列入的名单，每行一个", "Lists that the organisation keeps, one in a line");
/// Setting.
pub const WORDS: Text = t("单位名称用字", "Words of organisations");
/// Help.
pub const WORDS_HELP: Text = t(
    "含这些字的短名称视为单位，每行一个（规则 S003）",
    "Short names with these words are organisations, one in a line (rule S003)",
);
/// Group.
pub const TEMPLATES: Text = t("导入模板", "Import templates");
/// Setting.
pub const CATEGORY: Text = t("许可类别", "Category of licences");
/// Setting.
pub const AUTHORITY: Text = t("决定机关信用代码", "Code of the authority");
/// Setting.
pub const SOURCE: Text = t("数据来源单位", "Source of the data");
/// Setting.
pub const SOURCE_CODE: Text = t("数据来源单位信用代码", "Code of the source");
/// Help.
pub const DEFAULTS_HELP: Text = t("记录中没有时由模板填入", "Filled in where a record holds nothing");
/// Help.
pub const OWN_WHERE_EMPTY: Text = t("留空则用本机构代码", "Empty: the organisation's own");
/// Group.
pub const HANDLERS: Text = t("承办人与暂存", "Handlers and drafts");
/// Setting.
pub const HANDLER_NAMES: Text = t("承办人", "Handlers");
/// Help.
pub const HANDLERS_HELP: Text = t("每行一人", "One in a line");
/// Setting.
pub const DRAFT_DAYS: Text = t("暂存保留天数", "Days for which drafts are kept");
/// Help.
pub const DRAFT_DAYS_HELP: Text =
    t("最后改动后算起；0 为不自动清除", "From the last change; 0: they are never deleted by themselves");

/// Group.
pub const LOCAL: Text = t("本机数据", "Data on this computer");
/// Column.
pub const KIND: Text = t("内容", "What");
/// Column.
pub const AMOUNT: Text = t("项数", "Entries");
/// Column.
pub const SIZE: Text = t("大小", "Size");
/// Saves a copy.
pub const BACKUP: Text = t("备份", "Back up");
/// What is in it.
pub const BACKUP_HELP: Text = t(
    "备份含机构设置、列对应、模板、台账；未完成的核对请打开后另存为文件",
    "The copy holds settings, mappings, templates and ledger; save unfinished batches as files of their own",
);
/// Takes a copy back.
pub const RESTORE_BACKUP: Text = t("从备份恢复", "Restore a copy");
/// Taken back.
pub const BACKUP_RESTORED: Text = t("已从备份恢复", "The copy is restored");
/// No copy.
pub const NO_BACKUP: Text =
    t("这不是本页的备份文件，没有改动本机数据", "This is no copy made by this page; nothing was changed");
/// Clears all.
pub const CLEAR: Text = t("清除本机数据…", "Clear everything…");
/// Heading.
pub const CLEAR_TITLE: Text = t("清除本机数据", "Clear everything on this computer");
/// What it means.
pub const CLEAR_LEAD: Text = t(
    "以上各项都将从本机删除，不能撤销。先备份，再输入「清除」",
    "All of the above is deleted from this computer and cannot be brought back. Make a copy first, then write “清除”",
);
/// The word.
pub const CLEAR_WORD: &str = CLEAR_NOW.zh;
/// The field.
pub const CLEAR_FIELD: Text = t("输入「清除」", "Write “清除”");
/// Does it.
pub const CLEAR_NOW: Text = t("清除", "Clear");
/// The word is missing.
pub const CLEAR_WANTED: Text =
    t("未输入「清除」，没有删除", "The word “清除” was not written; nothing was deleted");
/// Done.
pub const CLEARED: Text = t("本机数据已清除", "Everything on this computer is cleared");
/// Not.
pub const CANCEL: Text = t("取消", "Cancel");

/// What lies on a shelf.
pub fn shelf(shelf: Shelf) -> Text {
    match shelf {
        Shelf::Profile => t("机构设置", "Settings"),
        Shelf::Mappings => t("列对应", "Mappings of columns"),
        Shelf::Templates => t("自备模板", "Own templates"),
        Shelf::Drafts => t("未完成的核对", "Unfinished batches"),
        Shelf::DraftSources => t("其中的原表", "Their tables"),
        Shelf::DraftChanges => t("其中的改动", "Their changes"),
        Shelf::Ledger => t("台账", "Ledger"),
        Shelf::Lists => t("名单与判定", "Lists and judgements"),
        Shelf::Pushes => t("双告知", "Pushed registrations"),
        Shelf::Meta => t("其他", "Other"),
    }
}

/// What a cell is called.
pub fn cell(lang: Lang, column: Text, at: usize) -> String {
    match lang {
        Lang::Zh => format!("第 {} 行 {}", at + 1, column.zh),
        Lang::En => format!("Row {} {}", at + 1, column.en),
    }
}

/// What is wrong with a cell.
pub fn at_row(lang: Lang, column: Text, at: usize, fault: Text) -> String {
    match lang {
        Lang::Zh => format!("第 {} 行「{}」{}", at + 1, column.zh, fault.zh),
        Lang::En => format!("Row {}: “{}” {}", at + 1, column.en, fault.en),
    }
}

/// Number before and after.
fn from_to(pair: &Value) -> String {
    format!("{} → {}", pair[0], pair[1])
}

/// What a profile would make of the findings, in one line.
pub fn effect(lang: Lang, view: &Value) -> String {
    let same = view["rules"].as_array().is_none_or(Vec::is_empty);
    match (lang, view["records"] == 0, same) {
        (Lang::Zh, true, _) => "没有打开的批次，保存后用于下一批".to_owned(),
        (Lang::En, true, _) => "No batch is open: they are for the next one".to_owned(),
        (Lang::Zh, _, true) => "保存后，本批的问题不变".to_owned(),
        (Lang::En, _, true) => "Saved, they change nothing about this batch".to_owned(),
        (lang, ..) => {
            let [errors, warnings, notes] = ["errors", "warnings", "notes"].map(|key| from_to(&view[key]));
            match lang {
                Lang::Zh => format!("保存后，本批的问题：错误 {errors}，警告 {warnings}，提示 {notes}"),
                Lang::En => {
                    format!("Saved, this batch has: errors {errors}, warnings {warnings}, notes {notes}")
                }
            }
        }
    }
}

/// What it would make of those of a rule.
pub fn rule_effect(rule: &Value) -> String {
    let text = |key: &str| rule[key].as_str().unwrap_or_default();
    format!("{} {} {} → {}", text("code"), text("title"), rule["before"], rule["after"])
}

/// Rules that are not named.
pub fn more_rules(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("另有 {count} 条规则的数量变化"),
        Lang::En => format!("and {count} more rules"),
    }
}

/// Not a number in the bounds.
pub fn out_of(lang: Lang, label: &str, least: u64, most: u64) -> String {
    match lang {
        Lang::Zh => format!("「{label}」应为 {least} 至 {most} 的整数"),
        Lang::En => format!("“{label}” must be a whole number from {least} to {most}"),
    }
}
