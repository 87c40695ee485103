//! Words of the check against lists: Chinese and English side by side.

use precheck_ledger::lists::{Check, DishonestList, LISTS, Listed, Standing};
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
    ("Ctrl+↵", t("开始核查", "Check"), false),
    ("F6", t("切换区域", "Areas"), false),
    ("Ctrl+/", t("全部快捷键", "All keys"), true),
];
/// Heading.
pub const TITLE: Text = t("名单核查", "Lists");
/// What the screen is for.
pub const LEAD: Text = t(
    "办理许可前，核对企业是否列入 13 类失信主体名单。名单文件由本机构载入，只在本机比对。",
    "Before a licence: is the enterprise on one of 13 lists of dishonest subjects? Lists are loaded and compared on this computer only.",
);
/// Loads lists.
pub const LOAD: Text = t("载入名单文件", "Load lists");
/// Saves the result.
pub const EXPORT: Text = t("导出核查表", "Save the result");
/// Heading of the enterprises.
pub const SUBJECTS: Text = t("待核查企业", "Enterprises");
/// Name of the field.
pub const FIELD: Text =
    t("每行一个企业名称或统一社会信用代码", "A name or code of an enterprise in each line");
/// Hint at it.
pub const FIELD_HINT: Text = t(
    "每行一个企业名称或信用代码，可从表格直接粘贴",
    "One name or code in each line; rows of a table may be pasted",
);
/// Starts.
pub const START: Text = t("开始核查", "Check");
/// Takes enterprises from what is open.
pub const BRING: Text = t("从本批带入", "From the open batch");
/// Heading of the lists.
pub const DATA: Text = t("名单数据", "Lists");
/// How lists are kept up to date.
pub const METHODS: Text = t("更新方法", "How to update");
/// That, in sentences.
pub const METHODS_TEXT: Text = t(
    "从发布机关的网站下载名单（xlsx、xls、ods、csv、txt），点「载入名单文件」。文件名或标题写有名单名称和日期的自动认出，如「失信被执行人名单_20230614.xlsx」。同一名单再次载入即替换，日期可以改。已改名的名单：",
    "Download the list from whoever publishes it (xlsx, xls, ods, csv, txt) and load it. Name and day in the file name or title are recognised. Loaded again, a list is replaced; its day can be changed. Lists with a new name:",
);
/// Columns of the lists.
pub const DATA_COLUMNS: [Text; 4] =
    [t("#", "#"), t("名单", "List"), t("数据日期", "Data of"), t("条目", "Entries")];
/// A list that is not loaded.
pub const MISSING: Text = t("未载入", "Not loaded");
/// Old data.
pub const OLD: Text = t("数据已逾 5 个月", "older than 5 months");
/// Heading of the result.
pub const RESULT: Text = t("核查结果", "Result");
/// Columns of the result.
pub const COLUMNS: [Text; 4] =
    [t("企业", "Enterprise"), t("名单", "List"), t("比对方式", "Compared by"), t("处理", "What follows")];
/// Nothing was checked yet.
pub const EMPTY: Text = t(
    "先载入名单文件，再填写企业名称或信用代码，点「开始核查」。",
    "Load lists, write names or codes of enterprises, then check.",
);
/// A hit.
pub const BY_CODE: Text = t("信用代码一致", "Same code");
/// A question.
pub const BY_SAME_NAME: Text = t("名称相同，需人工核对", "Same name: to be judged");
/// A question.
pub const BY_NAME: Text = t("名称相近，需人工核对", "Similar name: to be judged");
/// An answer.
pub const JUDGED_SAME: Text = t("已判定为同一企业", "Judged the same");
/// An answer.
pub const JUDGED_OTHER: Text = t("已判定不是同一企业", "Judged another");
/// Nothing.
pub const CLEAR: Text = t("未命中", "No match");
/// In the file that is saved.
pub const HIT: Text = t("命中", "On the list");
/// In the file that is saved.
pub const OPEN: Text = t("待人工核对", "To be judged");
/// Judges.
pub const SAME: Text = t("是同一企业", "The same");
/// Judges.
pub const OTHER: Text = t("不是", "Another");
/// Takes a judgement back.
pub const TAKE_BACK: Text = t("撤回判定", "Take back");
/// What a hit means.
pub const FOLLOWS: Text = t("依法予以限制或禁入", "Restriction or ban as the law provides");
/// Whose matter that is.
pub const FOLLOWS_WHO: Text = t("由许可审查人决定", "decided by the examiner");
/// What a sign means.
pub const FOLLOWS_MILD: Text = t("作为审查的重要因素", "A weighty point of the examination");
/// No name.
pub const NO_NAME: Text = t("未提供名称，只比对代码", "no name: compared by code only");
/// No code.
pub const NO_CODE: Text = t("未提供代码，只比对名称", "no code: compared by name only");
/// A code that does not hold.
pub const DOUBTFUL: Text = t("信用代码校验位不符，请核对", "the check character of the code does not hold");
/// Shows more.
pub const MORE: Text = t("再显示 200 户", "Show 200 more");
/// The law.
pub const LAW: Text =
    t("《2023年涉企信息归集与共享工作实施方案》四（二）1", "Implementation plan 2023, IV (2) 1");
/// What it says.
pub const LAW_TEXT: Text = t(
    "在企业安全许可等工作中，将公示系统归集公示的涉企信息作为重要因素，对失信主体依法予以限制或禁入。",
    "In licensing, published information on enterprises is a weighty point; dishonest subjects are restricted or banned as the law provides.",
);
/// What it does not say.
pub const LAW_LIMIT: Text = t(
    "命中不等于自动拒绝。限制或禁入须有法律、法规依据，由许可审查人决定并记录理由。",
    "A hit is no refusal. Restricting or banning needs a basis in law; the examiner decides and notes why.",
);
/// The result holds only for what is loaded.
pub const ONLY_LOADED: Text =
    t("结论只对已载入的名单有效。", "The result holds for the lists that are loaded only.");
/// Nothing to check.
pub const NO_SUBJECTS: Text =
    t("还没有企业：每行写一个名称或信用代码", "No enterprise yet: write one in each line");
/// No lists.
pub const NO_LISTS: Text = t("还没有载入名单：先点「载入名单文件」", "No list is loaded yet: load one first");
/// No batch.
pub const NO_BATCH: Text = t("没有打开的表格可带入", "No table is open");
/// A day that cannot be.
pub const BAD_DAY: Text = t(
    "日期应为 2023-06-15 这样的形式，且不晚于核查基准日",
    "A day like 2023-06-15, not after the day of the run",
);
/// Asks which list a file is.
pub const WHICH: Text = t("这是哪类名单", "Which list is this");
/// The choice.
pub const WHICH_LABEL: Text = t("名单", "List");
/// Nothing chosen.
pub const WHICH_NONE: Text = t("选择名单…", "Choose a list…");
/// Nothing chosen, pressed.
pub const WHICH_ERROR: Text = t("先选择一类名单", "Choose a list first");
/// Takes it.
pub const TAKE: Text = t("载入", "Load");
/// Leaves it.
pub const SKIP: Text = t("不载入", "Do not load");
/// Name of the file that is saved.
pub const FILE: Text = t("名单核查表", "Lists");
/// Columns of the file that is saved.
pub const SHEET: [Text; 13] = [
    t("企业名称", "Enterprise"),
    t("统一社会信用代码", "Code"),
    t("核查结论", "Result"),
    t("名单", "List"),
    t("名单数据日期", "Data of"),
    t("名单中的名称", "Name on the list"),
    t("名单中的代码", "Code on the list"),
    t("列入日期", "Since"),
    t("列入机关", "By"),
    t("列入事由", "Why"),
    t("比对方式", "Compared by"),
    t("判定人", "Judged by"),
    t("判定时间", "Judged at"),
];
/// Line of the file: the day of the run.
pub const SHEET_DAY: Text = t("核查基准日", "Day of the run");
/// Line of the file: when.
pub const SHEET_AT: Text = t("核查时间", "Checked at");
/// Line of the file: what was not loaded.
pub const SHEET_MISSING: Text = t("未载入的名单", "Lists not loaded");
/// Line of the file: what is old.
pub const SHEET_OLD: Text = t("数据已逾 5 个月的名单", "Lists older than 5 months");
/// Line of the file: what was not read.
pub const SHEET_UNREAD: Text = t("未核查的行", "Lines not checked");

/// How many enterprises.
pub fn count(lang: Lang, count: usize) -> String {
    say(lang, || format!("{count} 户"), || count.to_string())
}

/// Standings of a check.
pub fn summary(lang: Lang, check: &Check) -> String {
    let [hit, open, clear] = [Standing::Hit, Standing::Open, Standing::Clear].map(|of| check.count(of));
    say(
        lang,
        || format!("命中 {hit} 户，待人工核对 {open} 户，未命中 {clear} 户"),
        || format!("{hit} on a list, {open} to be judged, {clear} without match"),
    )
}

/// On no list that is loaded.
pub fn clear(lang: Lang, loaded: usize) -> String {
    say(
        lang,
        || format!("未列入已载入的 {loaded} 类名单"),
        || format!("on none of the {loaded} lists that are loaded"),
    )
}

/// What a list says of a subject that was found by its code.
pub fn since(lang: Lang, listed: &Listed) -> String {
    let by = if listed.authority.is_empty() { &listed.reason } else { &listed.authority };
    match (listed.since.is_empty(), by.is_empty()) {
        (true, _) => by.clone(),
        (false, true) => say(lang, || format!("列入 {}", listed.since), || format!("since {}", listed.since)),
        (false, false) => {
            say(lang, || format!("列入 {}，{by}", listed.since), || format!("since {}, {by}", listed.since))
        }
    }
}

/// What a list says of a subject that was found by its name.
pub fn named(lang: Lang, listed: &Listed) -> String {
    let (name, code) = (&listed.name, &listed.code);
    if code.is_empty() {
        return say(
            lang,
            || format!("名单中为「{name}」，无代码"),
            || format!("on the list as “{name}”, without code"),
        );
    }
    say(
        lang,
        || format!("名单中为「{name}」，代码 {code}"),
        || format!("on the list as “{name}”, code {code}"),
    )
}

/// Texts in quotation marks, at most three of them.
fn quoted<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    texts.take(3).flat_map(|text| ["「", text, "」"]).collect()
}

/// Names of lists, at most three of them.
fn names(lang: Lang, places: &[usize]) -> String {
    let all = quoted(places.iter().map(|&at| LISTS[at].former));
    match places.len() {
        0..=3 => all,
        count => say(lang, || format!("{all}等 {count} 类"), || format!("{all} and {} more", count - 3)),
    }
}

/// What to mind of the lists; none where all are loaded and new.
pub fn warning(lang: Lang, check: &Check) -> Option<String> {
    let mut parts = Vec::new();
    if !check.missing.is_empty() {
        let names = names(lang, &check.missing);
        parts.push(say(lang, || format!("{names}尚未载入"), || format!("not loaded: {names}")));
    }
    if !check.old.is_empty() {
        let names = names(lang, &check.old);
        parts.push(say(lang, || format!("{names}{}", OLD.zh), || format!("{}: {names}", OLD.en)));
    }
    let (and, end) = match lang {
        Lang::Zh => ("，", "。"),
        Lang::En => ("; ", ". "),
    };
    (!parts.is_empty()).then(|| format!("{}{end}{}", parts.join(and), ONLY_LOADED.get(lang)))
}

/// Lines that are neither names nor codes.
pub fn unread(lang: Lang, lines: &[String]) -> String {
    let some = quoted(lines.iter().map(String::as_str));
    let count = lines.len();
    say(
        lang,
        || format!("{some}共 {count} 行看不出是名称还是代码，没有核查；信用代码为 18 位。"),
        || {
            format!(
                "{count} lines are neither names nor codes and were not checked: {some}. Codes have 18 characters."
            )
        },
    )
}

/// Lists were loaded.
pub fn loaded(lang: Lang, lists: usize, entries: usize) -> String {
    say(
        lang,
        || format!("已载入 {lists} 份名单，共 {entries} 条"),
        || format!("{lists} lists loaded, {entries} entries"),
    )
}

/// A file that was not loaded.
pub fn refused(lang: Lang, file: &str, why: &str) -> String {
    say(lang, || format!("「{file}」没有载入：{why}"), || format!("{file} was not loaded: {why}"))
}

/// Asks which list a file is.
pub fn which(lang: Lang, file: &str, entries: usize) -> String {
    say(
        lang,
        || format!("「{file}」有 {entries} 条，文件名和标题没有写明名单名称。"),
        || format!("{file} has {entries} entries; neither its name nor its title says which list it is."),
    )
}

/// Enterprises were taken from the batch.
pub fn brought(lang: Lang, count: usize) -> String {
    say(lang, || format!("已带入 {count} 户"), || format!("{count} enterprises"))
}

/// Removes a list.
pub fn remove(lang: Lang, list: &str) -> String {
    say(lang, || format!("移除「{list}」的数据"), || format!("Remove the data of {list}"))
}

/// A list was removed.
pub fn removed(lang: Lang, list: &str) -> String {
    say(lang, || format!("已移除「{list}」的数据"), || format!("The data of {list} was removed"))
}

/// Name of the field of a day.
pub fn day_of(lang: Lang, list: &str) -> String {
    say(lang, || format!("「{list}」的数据日期"), || format!("Day of the data of {list}"))
}

/// A judgement with who made it and when.
pub fn by(lang: Lang, by: &str, at: &str) -> String {
    if by.is_empty() {
        return at.to_owned();
    }
    say(lang, || format!("{by}，{at}"), || format!("{by}, {at}"))
}

/// A list with its name of today.
pub fn renamed(list: &DishonestList) -> String {
    format!("{} → {}", list.former, list.present)
}

/// Names of lists for the file that is saved.
pub fn all_names(places: &[usize]) -> String {
    places.iter().map(|&at| LISTS[at].former).collect::<Vec<_>>().join("、")
}
