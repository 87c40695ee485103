//! Words of the frame and of the check screen, Chinese and English side by side. Those of the other screens stand in
//! `text_pages`.

use precheck_session::api::{ChangedView, ColumnView, DetailView, Lang, Overview, TableView, Text};

use crate::components::decimal::fixed;

const fn t(zh: &'static str, en: &'static str) -> Text {
    Text::new(zh, en)
}

/// A count with its noun in English.
fn many(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// One of two sentences.
fn say(lang: Lang, zh: impl FnOnce() -> String, en: impl FnOnce() -> String) -> String {
    match lang {
        Lang::Zh => zh(),
        Lang::En => en(),
    }
}

/// The product.
pub const PRODUCT: Text = t("涉企信息归集预检", "Precheck");
/// Screen.
pub const LOAD: Text = t("载入", "Load");
/// Screen.
pub const CHECK: Text = t("核对", "Check");
/// Screen.
pub const EXPORT: Text = t("导出", "Export");
/// Skip link.
pub const SKIP: Text = t("跳到主要内容", "Skip to the main content");
/// The steps.
pub const STEPS: Text = t("主要步骤", "Main steps");
/// Before the day of the run.
pub const TODAY: Text = t("核查基准日", "Day of the run");
/// What the day of the run decides.
pub const TODAY_HELP: Text =
    t("剩余天数、是否超期均按此日期计算", "Days left and deadlines are counted from this day");
/// Always seen.
pub const LOCAL: Text = t("数据不出本机", "Data stays on this computer");
/// What that means.
pub const LOCAL_HELP: Text =
    t("数据只在本机处理，不向外传", "Records are handled on this computer only and sent nowhere");
/// Opens the list of keys.
pub const HELP: Text = t("帮助与快捷键", "Help and keys");
/// Name of a pasted text.
pub const PASTED: Text = t("粘贴内容", "Pasted text");
/// Name of the sample.
pub const SAMPLE: Text = t("示例数据", "Sample records");
/// Read out after cancelling.
pub const CANCELLED: Text = t("已取消，没有载入数据", "Cancelled; nothing was loaded");
/// A step that needs an open batch.
pub const NOTHING_OPEN: Text = t("先载入表格", "Load a table first");

/// Files were dropped beside the load screen.
pub const DROP_ELSEWHERE: Text = t(
    "要载入其他表格，请先回到「载入」，再把文件放入",
    "To load other tables go back to “Load” first, then drop the files there",
);

/// The day of the run cannot be read.
pub const BAD_DAY: Text = t("「核查基准日」应写作 2023-06-16", "Write the day of the run as 2023-06-16");

/// Batch bar.
pub const COLUMNS_SETTLED: Text = t("列已全部对应", "All columns matched");
/// Batch bar.
pub const LOOK: Text = t("查看", "Look");
/// Batch bar.
pub const UNDO: Text = t("撤销", "Undo");
/// Batch bar.
pub const REDO: Text = t("重做", "Redo");
/// Batch bar.
pub const RECHECK: Text = t("重新校验", "Check again");
/// Its key.
pub const RECHECK_HINT: Text = t("重新校验 F9", "Check again, F9");
/// Batch bar.
pub const NEXT_EXPORT: Text = t("下一步：导出", "Next: export");
/// Leaves things as they are.
pub const CANCEL: Text = t("取消", "Cancel");

/// Summary.
pub const SUMMARY: Text = t("校验结果摘要", "Summary of the check");
/// Summary.
pub const HANDLING: Text = t("处理进度", "Progress");
/// Summary.
pub const FOLD: Text = t("收起摘要", "Fold the summary");
/// Summary.
pub const UNFOLD: Text = t("展开摘要", "Unfold the summary");
/// Summary.
pub const OVERDUE: Text = t("已超期", "Overdue");
/// Summary.
pub const SOON: Text = t("5 日内到期", "Due within 5 days");

/// Tabs.
pub const TABLES: Text = t("记录种类", "Kinds of records");
/// Tabs.
pub const SHOWN_ROWS: Text = t("显示范围", "Rows shown");
/// Tabs.
pub const ALL: Text = t("全部", "All");
/// Tabs.
pub const ONLY_FINDINGS: Text = t("仅有问题", "With findings");
/// Tabs.
pub const ALL_ROWS: Text = t("显示全部行", "Show all rows");
/// Tabs.
pub const SEARCH: Text = t("在表中查找", "Search the table");
/// Tabs.
pub const SEARCH_HINT: Text = t("企业、代码、文号", "Enterprise, code, number");

/// Grid.
pub const RECORDS: Text = t("记录表格", "Table of records");
/// Grid.
pub const ROW: Text = t("行", "Row");
/// Grid.
pub const REQUIRED: Text = t("必填", "Required");
/// Grid.
pub const DAYS_LEFT: Text = t("剩余天数", "Days left");
/// Grid.
pub const DAYS_LEFT_HELP: Text =
    t("距归集时限的剩余天数，按核查基准日计算", "Days left for gathering, counted from the day of the run");
/// A row that was added.
pub const ADDED_ROW: Text = t("新", "new");
/// A blank cell with a finding.
pub const BLANK: Text = t("（空）", "(blank)");
/// No row passes the filter.
pub const NO_ROWS: Text = t("没有符合条件的记录", "No record passes the filter");

/// Panel.
pub const PROBLEMS: Text = t("问题", "Findings");
/// Panel.
pub const SEVERITY: Text = t("级别", "Severity");
/// Panel.
pub const SCOPE: Text = t("范围", "Scope");
/// Panel.
pub const ALL_TABLES: Text = t("全部种类", "All kinds");
/// Panel.
pub const THIS_TABLE: Text = t("本表", "This table");
/// Panel.
pub const DIMENSION: Text = t("维度", "Dimension");
/// Panel.
pub const BY_RULE: Text = t("按规则分组的问题", "Findings by rule");
/// Panel.
pub const NO_FINDINGS: Text = t("没有待处理的问题", "No findings to handle");
/// Panel.
pub const JUDGING: Text = t("正在校验…", "Checking…");
/// Panel.
pub const ONE_RULE: Text = t("只列一条规则的问题", "Findings of one rule only");
/// Panel.
pub const ALL_RULES: Text = t("列出全部规则", "List all rules");
/// Panel.
pub const CONFIRMED: Text = t("已确认", "confirmed");

/// Detail.
pub const DETAIL: Text = t("问题详情", "The finding");
/// Detail.
pub const CHOOSE_A_FINDING: Text =
    t("选择一个问题，这里给出依据和改法。", "Choose a finding: its basis and how to mend it stand here.");
/// Detail.
pub const PREVIOUS: Text = t("上一个问题", "Previous finding");
/// Detail.
pub const PREVIOUS_HINT: Text = t("上一个问题 Shift+F8", "Previous finding, Shift+F8");
/// Detail.
pub const NEXT: Text = t("下一个问题", "Next finding");
/// Detail.
pub const NEXT_HINT: Text = t("下一个问题 F8", "Next finding, F8");
/// Detail.
pub const VALUE: Text = t("现值", "Now");
/// Detail.
pub const PROPOSAL: Text = t("建议", "Proposal");
/// Detail.
pub const BASIS: Text = t("依据", "Basis");
/// Detail.
pub const WHY: Text = t("影响", "Effect");
/// Detail.
pub const HOW: Text = t("改法", "How to mend");
/// Detail.
pub const ADOPT: Text = t("采纳建议", "Adopt");
/// Detail.
pub const IGNORE: Text = t("忽略（需说明理由）", "Ignore (with a reason)");
/// Detail.
pub const UNCONFIRM: Text = t("撤回确认", "Take the confirmation back");
/// There is no proposal to adopt.
pub const NO_PROPOSAL: Text = t(
    "这个问题没有可直接采纳的建议，请按改法更正",
    "This finding has no proposal to adopt; mend it as described",
);
/// The walk is at its end.
pub const NO_MORE_FINDINGS: Text = t("没有符合条件的问题", "No finding passes the filter");

/// Dialog.
pub const IGNORE_TITLE: Text = t("忽略这个问题", "Ignore this finding");
/// Dialog.
pub const REASON: Text = t("理由", "Reason");
/// Dialog.
pub const CHOOSE_REASON: Text = t("请选择…", "Choose…");
/// Reasons to choose from; the last one needs an explanation.
pub const REASONS: [Text; 5] = [
    t("已与原始文书核对无误", "Checked against the original document"),
    t("法律文书送达延迟", "The document was served late"),
    t("平台停机", "The platform was down"),
    t("企业登记信息已变更", "The registration has changed"),
    OTHER_REASON,
];
/// The reason that needs an explanation.
pub const OTHER_REASON: Text = t("其他（请说明）", "Other (explain)");
/// Dialog.
pub const EXPLANATION: Text = t("说明", "Explanation");
/// Dialog.
pub const OPTIONAL: Text = t("选填", "optional");
/// Dialog.
pub const AT_LEAST_FIVE: Text = t("至少 5 个字", "At least 5 characters");
/// Dialog.
pub const NO_REASON: Text = t("「理由」未选择", "No reason is chosen");
/// Dialog.
pub const SHORT_EXPLANATION: Text = t("「说明」不足 5 个字", "The explanation has fewer than 5 characters");
/// Dialog.
pub const IGNORE_FATE: Text = t(
    "理由写入导出回执。警告忽略后，该记录可以导出；值再改动时重新提示。",
    "The reason goes into the receipt of the export. A record with an ignored warning can leave; when its value changes, the warning comes back.",
);
/// Dialog.
pub const IGNORE_AND_NOTE: Text = t("忽略并记录", "Ignore and note");

/// Dialog.
pub const FIXES_LEAD: Text = t(
    "只改写法，不改含义：看不见的字符、全半角、多余空格、日期写法、多项分隔符。应用后可用 ",
    "Only the way of writing changes, not the meaning: invisible characters, full-width forms, surplus blanks, dates, separators. Afterwards ",
);
/// Dialog.
pub const FIXES_LEAD_END: Text = t(" 一次撤销。", " takes all of it back at once.");
/// Dialog.
pub const PROPOSALS_LEAD: Text = t(
    "同一规则中候选唯一的建议，请逐条核对后应用。应用后可用 ",
    "Proposals of this rule that have one candidate only. Check each before you apply them. Afterwards ",
);
/// Dialog.
pub const FIXES: Text = t("修复明细", "The changes");
/// Dialog.
pub const ALL_FIXES: Text = t("全选", "All");
/// Dialog.
pub const PLACE: Text = t("位置", "Place");
/// Dialog.
pub const RULE: Text = t("规则", "Rule");
/// Dialog.
pub const BECOMES: Text = t("改为", "Becomes");
/// Dialog.
pub const FIXES_NOT: Text = t(
    "信用代码、日期先后等需要判断的问题不在此列。",
    "What needs judgement, such as credit codes or the order of dates, is not among them.",
);
/// Dialog.
pub const PROPOSALS_NOT: Text = t(
    "没有建议或有多个候选的问题不在此列。",
    "Findings without a proposal, or with several candidates, are not among them.",
);

/// Dialog.
pub const COLUMNS_TITLE: Text = t("列对应情况", "How columns were matched");
/// Dialog.
pub const COLUMN: Text = t("列", "Column");
/// Dialog.
pub const HEADER: Text = t("表头", "Header");
/// Dialog.
pub const FIELD: Text = t("对应字段", "Field");

/// Dialog.
pub const DISCARD_TITLE: Text = t("放弃本批", "Discard this batch");
/// Dialog.
pub const DISCARD_LEAD: Text = t(
    "已载入的记录和改动将从本页清除，不能撤销。原文件不受影响。",
    "The records and changes are removed from this page; this cannot be undone. Your files stay as they are.",
);
/// Dialog.
pub const DISCARD: Text = t("放弃本批", "Discard this batch");

/// Before the export screen is there.
pub const COUNTING: Text = t("正在统计可以导出的记录…", "Counting the records that can leave…");

/// The clipboard refused.
pub const CLIPBOARD_REFUSED: Text = t(
    "浏览器未允许写入剪贴板。请在地址栏左侧允许剪贴板后再按 Ctrl+C",
    "The browser did not allow writing to the clipboard. Allow it left of the address, then press Ctrl+C again",
);
/// Nothing to undo.
pub const NOTHING_TO_UNDO: Text = t("没有可撤销的操作", "Nothing to undo");
/// Nothing to redo.
pub const NOTHING_TO_REDO: Text = t("没有可重做的操作", "Nothing to redo");

/// Keys, parted by spaces, and what they do.
pub const KEYS: [(&str, Text); 23] = [
    ("F8", t("下一个问题", "Next finding")),
    ("Shift+F8", t("上一个问题", "Previous finding")),
    ("↑ ↓ ← →", t("移动单元格；同时按 Shift 选取区域", "Move; with Shift mark a block")),
    ("Tab Shift+Tab", t("右移、左移一格", "One cell right or left")),
    (
        "Home End",
        t("到本行首、末格；同时按 Ctrl 到表首、表末", "Ends of the row; with Ctrl ends of the table"),
    ),
    ("PgUp PgDn", t("上翻、下翻一屏", "A page up or down")),
    ("F2 Enter", t("编辑单元格；也可直接输入", "Edit the cell; or just type")),
    ("Esc", t("放弃编辑，关闭对话框", "Leave the edit, close a dialog")),
    ("Alt+Enter", t("采纳建议；编辑时换行", "Adopt the proposal; a new line while editing")),
    ("Alt+I", t("忽略（需说明理由）", "Ignore (with a reason)")),
    ("Ctrl+C Ctrl+V", t("复制、粘贴区域", "Copy, paste a block")),
    ("Delete", t("清空所选单元格", "Empty the marked cells")),
    ("Alt+Insert Alt+Delete", t("在下方插入一行、删除所选行", "Insert a row below, delete the marked rows")),
    ("Ctrl+Z", t("撤销", "Undo")),
    ("Ctrl+Y", t("重做", "Redo")),
    ("Ctrl+F", t("在表中查找", "Search the table")),
    ("Ctrl+H", t("查找和替换", "Find and replace")),
    ("Ctrl+D", t("所选各行填成首行的内容", "Fill the marked rows from the first")),
    ("Alt+S", t("按本列排序：升序、降序、原表顺序", "Sort by this column: up, down, as in the sheet")),
    ("F9", t("重新校验", "Check again")),
    ("F6 Shift+F6", t("在顶栏、批次栏、表格、问题面板间切换", "Between bar, batch, table and findings")),
    ("Ctrl+Enter", t("进入下一步", "On to the next step")),
    ("Ctrl+/", t("显示本页", "This page")),
];
/// Keys of the foot: key, what it does, whether it goes first where there is little room.
pub const FOOT_CHECK: [(&str, Text, bool); 7] = [
    ("F8", t("下一个问题", "Next finding"), false),
    ("Shift+F8", t("上一个", "Previous"), false),
    ("F2", t("编辑单元格", "Edit"), false),
    ("Alt+↵", t("采纳建议", "Adopt"), false),
    ("Ctrl+Z", t("撤销", "Undo"), false),
    ("F6", t("切换区域", "Areas"), true),
    ("Ctrl+/", t("全部快捷键", "All keys"), true),
];
/// Keys of the foot elsewhere.
pub const FOOT_LOAD: [(&str, Text, bool); 4] = [
    ("Ctrl+V", t("粘贴表格", "Paste a table"), false),
    ("Alt+N", t("在线录入", "Type in"), false),
    ("F6", t("切换区域", "Areas"), true),
    ("Ctrl+/", t("全部快捷键", "All keys"), true),
];
/// Keys of the foot elsewhere.
pub const FOOT_OTHER: [(&str, Text, bool); 2] =
    [("F6", t("切换区域", "Areas"), true), ("Ctrl+/", t("全部快捷键", "All keys"), true)];
/// The foot.
pub const FOOT: Text = t("常用快捷键", "Common keys");

/// A severity.
pub fn severity(key: &str) -> Text {
    match key {
        "error" => t("错误", "Error"),
        "warning" => t("警告", "Warning"),
        "info" => t("提示", "Note"),
        _ => t("通过", "Passed"),
    }
}

/// What a severity means for the export.
pub fn severity_fate(key: &str) -> Text {
    match key {
        "error" => t("不改正则不导出", "keep the record back"),
        "warning" => t("需逐条确认", "to be confirmed"),
        _ => t("不影响导出", "do not matter for the export"),
    }
}

/// Records of which the gravest open finding has this severity.
pub fn records_with(severity: &str) -> Text {
    match severity {
        "error" => t("有错误", "With errors"),
        "warning" => t("有警告", "With warnings"),
        _ => t("通过", "Passed"),
    }
}

/// Title of the document.
pub fn title(lang: Lang, screen: &str) -> String {
    format!("{screen} - {}", PRODUCT.get(lang))
}

/// The button that changes the look.
pub fn theme(lang: Lang, label: &str) -> String {
    say(lang, || format!("切换外观，现为{label}"), || format!("Change the look, now {label}"))
}

/// Names of the open files.
pub fn files(lang: Lang, names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first, rest @ ..] => say(
            lang,
            || format!("{first} 等 {} 个文件", rest.len() + 1),
            || format!("{first} and {}", many(rest.len(), "more file", "more files")),
        ),
    }
}

/// Tables and records.
pub fn extent(lang: Lang, tables: usize, records: usize, short: bool) -> String {
    let of = crate::text_pages::records(lang, records);
    if short || tables == 1 {
        of
    } else {
        say(
            lang,
            || format!("{tables} 张工作表，{of}"),
            || format!("{}, {of}", many(tables, "sheet", "sheets")),
        )
    }
}

/// Columns without a field.
pub fn columns_aside(lang: Lang, count: usize) -> String {
    say(lang, || format!("{count} 列未导入"), || format!("{} left aside", many(count, "column", "columns")))
}

/// While judging.
pub fn judging(lang: Lang, percent: u64) -> String {
    say(lang, || format!("正在校验，已完成 {percent}%"), || format!("Checking, {percent}% done"))
}

/// When judging ended.
pub fn judged_at(lang: Lang, time: &str, took: f64) -> String {
    let seconds = fixed(took / 1000.0, 1);
    say(
        lang,
        || format!("{time} 校验完成，用时 {seconds} 秒"),
        || format!("Checked at {time} in {seconds} s"),
    )
}

/// Read out when judging ends.
pub fn judged(lang: Lang, overview: &Overview) -> String {
    let totals = overview.totals;
    let (passed, warned, wrong) = (totals.passed, totals.with_warnings, totals.with_errors);
    say(
        lang,
        || {
            let records = totals.records;
            format!("校验完成，{records} 条记录：通过 {passed}，有警告 {warned}，有错误 {wrong}")
        },
        || {
            let records = many(totals.records, "record", "records");
            format!("Checked {records}: {passed} passed, {warned} with warnings, {wrong} with errors")
        },
    )
}

/// The button of the safe fixes.
pub fn safe_fixes(lang: Lang, count: usize) -> String {
    say(lang, || format!("安全修复（{count}）…"), || format!("Safe fixes ({count})…"))
}

/// What undo takes back.
pub fn undo(lang: Lang, what: &str) -> String {
    say(lang, || format!("撤销：{what}"), || format!("Undo: {what}"))
}

/// What redo does again.
pub fn redo(lang: Lang, what: &str) -> String {
    say(lang, || format!("重做：{what}"), || format!("Redo: {what}"))
}

/// After undo.
pub fn undone(lang: Lang, what: &str) -> String {
    say(lang, || format!("已撤销：{what}"), || format!("Undone: {what}"))
}

/// After redo.
pub fn redone(lang: Lang, what: &str) -> String {
    say(lang, || format!("已重做：{what}"), || format!("Redone: {what}"))
}

/// Findings left.
pub fn to_handle(lang: Lang, open: usize) -> String {
    if open == 0 {
        NO_FINDINGS.get(lang).to_owned()
    } else {
        say(
            lang,
            || format!("还有 {open} 个问题待处理"),
            || format!("{} to handle", many(open, "finding", "findings")),
        )
    }
}

/// Findings handled.
pub fn handled(lang: Lang, count: usize) -> String {
    say(lang, || format!("已处理 {count} 个"), || format!("{count} handled"))
}

/// Findings handled, and what is quickly done.
pub fn handling(lang: Lang, count: usize, safe: usize) -> String {
    let done = handled(lang, count);
    if safe == 0 {
        done
    } else {
        say(
            lang,
            || format!("{done}；余下的有 {safe} 处可一键安全修复"),
            || format!("{done}; {} can be applied at once", many(safe, "safe fix", "safe fixes")),
        )
    }
}

/// The filter of days left.
pub fn days_filter(lang: Lang, (from, to): (i32, i32)) -> String {
    match (from, to) {
        (i32::MIN, -1) => OVERDUE.get(lang).to_owned(),
        (i32::MIN, to) => {
            let below = i64::from(to) + 1;
            say(lang, || format!("剩余不足 {below} 天"), || format!("Less than {below} days left"))
        }
        (from, i32::MAX) => {
            say(lang, || format!("剩余 {from} 天以上"), || format!("{from} days left or more"))
        }
        (0, to) => say(lang, || format!("{to} 日内到期"), || format!("Due within {to} days")),
        (from, to) => say(lang, || format!("剩余 {from} 至 {to} 天"), || format!("{from} to {to} days left")),
    }
}

/// Days left of a record.
pub fn days_left(lang: Lang, days: Option<i32>) -> String {
    match days {
        None => "—".to_owned(),
        Some(days) if days < 0 => {
            let late = days.unsigned_abs();
            say(lang, || format!("超 {late} 天"), || format!("{late} d late"))
        }
        Some(days) => say(lang, || format!("{days} 天"), || format!("{days} d")),
    }
}

/// Name of the grid.
pub fn grid_label(lang: Lang, kind: &str) -> String {
    say(lang, || format!("{kind}记录"), || format!("{kind}: records"))
}

/// What a column is.
pub fn column_title(lang: Lang, column: &ColumnView) -> String {
    let required = match (column.required, lang) {
        (false, _) => "",
        (true, Lang::Zh) => "（必填）",
        (true, Lang::En) => " (required)",
    };
    let mut lines = vec![format!("{}{required}", column.label)];
    if !column.help.is_empty() {
        lines.push(column.help.clone());
    }
    if !column.letters.is_empty() {
        let (letters, header) = (&column.letters, column.header.trim());
        lines.push(say(
            lang,
            || format!("取自原表 {letters} 列「{header}」"),
            || format!("From column {letters} “{header}” of the sheet"),
        ));
    }
    lines.join("\n")
}

/// What stood in a cell.
pub fn before(lang: Lang, text: &str) -> String {
    let text = if text.is_empty() { BLANK.get(lang) } else { text };
    say(lang, || format!("原值：{text}"), || format!("Was: {text}"))
}

/// A kind in two to four characters, for narrow lists; an English name stays as it is.
pub fn short_kind(label: &str) -> &str {
    match label {
        "行政许可准予" => "许可",
        "行政许可注销、吊销、撤销" => "许可注销",
        "双随机抽查结果" => "抽查",
        other => other.strip_prefix("行政").unwrap_or(other),
    }
}

/// Where a finding is, in the list.
pub fn place(lang: Lang, kind: &str, number: Option<u32>, row: bool) -> String {
    let short = short_kind(kind);
    match number {
        Some(number) => say(lang, || format!("{short} · {number} 行"), || format!("{short} · row {number}")),
        None if row => say(lang, || format!("{short} · 新行"), || format!("{short} · new row")),
        None => say(lang, || format!("{short} · 全表"), || format!("{short} · table")),
    }
}

/// Dimension and code of a finding.
pub fn dimension_and_rule(lang: Lang, dimension: &str, code: &str) -> String {
    say(lang, || format!("{dimension} · 规则 {code}"), || format!("{dimension} · rule {code}"))
}

/// Where a finding is and what is wrong.
pub fn where_and_what(lang: Lang, detail: &DetailView) -> String {
    let message = &detail.message;
    match detail.number {
        Some(number) => {
            say(lang, || format!("第 {number} 行{message}"), || format!("Row {number}: {message}"))
        }
        None => message.clone(),
    }
}

/// Read out when a finding becomes the explained one.
pub fn cell_finding(lang: Lang, detail: &DetailView) -> String {
    let (severity, title, field) = (&detail.severity_label, &detail.title, &detail.field_label);
    say(
        lang,
        || {
            let place = detail.number.map_or(String::new(), |number| format!("第 {number} 行"));
            let field = if field.is_empty() { String::new() } else { format!("「{field}」") };
            format!("{place}{field}：{severity}，{title}")
        },
        || {
            let place = detail.number.map_or(String::new(), |number| format!("Row {number}, "));
            let field = if field.is_empty() { String::new() } else { format!("“{field}”: ") };
            format!("{place}{field}{severity}, {title}")
        },
    )
}

/// Findings under a filter.
pub fn listed(lang: Lang, count: usize) -> String {
    say(lang, || format!("列出 {count} 个问题"), || format!("{} listed", many(count, "finding", "findings")))
}

/// After a search or a filter, and read out.
pub fn rows_shown(lang: Lang, count: usize) -> String {
    say(lang, || format!("显示 {count} 条"), || format!("{} shown", many(count, "record", "records")))
}

/// The button that adopts every proposal of a rule.
pub fn adopt_all(lang: Lang, count: usize) -> String {
    say(lang, || format!("全部采纳（{count}）…"), || format!("Adopt all ({count})…"))
}

/// After a proposal was adopted.
pub fn adopted(lang: Lang, overview: &Overview) -> String {
    let errors = overview.totals.errors;
    say(
        lang,
        || format!("已采纳，余 {errors} 个错误"),
        || format!("Adopted, {} left", many(errors, "error", "errors")),
    )
}

/// After a change.
pub fn changed(lang: Lang, changed: &ChangedView) -> String {
    let (errors, warnings) = (changed.overview.totals.errors, changed.overview.totals.warnings);
    let done = &changed.done;
    say(
        lang,
        || format!("{done}，余 {errors} 个错误、{warnings} 个警告"),
        || {
            let (errors, warnings) = (many(errors, "error", "errors"), many(warnings, "warning", "warnings"));
            format!("{done}; {errors} and {warnings} left")
        },
    )
}

/// Cells on the clipboard.
pub fn copied(lang: Lang, cells: usize) -> String {
    say(lang, || format!("已复制 {cells} 格"), || format!("{} copied", many(cells, "cell", "cells")))
}

/// What becomes of a finding that is left as it is.
pub fn fate(severity: &str, can_confirm: bool) -> Text {
    match (severity, can_confirm) {
        ("error", _) => t(
            "错误改正前，该记录不导出，可写入问题清单。",
            "Until the error is mended the record stays behind; it can go into the list of problems.",
        ),
        ("warning", true) => t(
            "忽略即视为确认，该记录可以导出，理由写入导出回执。",
            "Ignoring confirms it: the record can leave, the reason goes into the receipt.",
        ),
        _ => t("不影响导出。", "It does not matter for the export."),
    }
}

/// A confirmed finding.
pub fn confirmed_with(lang: Lang, reason: &str) -> String {
    say(lang, || format!("已确认：{reason}"), || format!("Confirmed: {reason}"))
}

/// Why a finding cannot be ignored.
pub fn cannot_ignore(severity: &str) -> Text {
    match severity {
        "error" => t(
            "错误不能忽略：改正前该记录不导出，可写入问题清单退回原填报人",
            "An error cannot be ignored: until it is mended the record stays behind, and can go back to its author in the list of problems",
        ),
        "warning" => t(
            "这个警告涉及整张表，或已确认，无需逐条忽略",
            "This warning concerns the whole table, or is confirmed already",
        ),
        _ => t("提示不影响导出，无需忽略", "A note does not matter for the export"),
    }
}

/// The reason with its explanation.
pub fn reason(lang: Lang, chosen: &str, explanation: &str) -> String {
    if chosen == OTHER_REASON.get(lang) {
        return explanation.to_owned();
    }
    if explanation.is_empty() {
        return chosen.to_owned();
    }
    say(lang, || format!("{chosen}：{explanation}"), || format!("{chosen}: {explanation}"))
}

/// Confirms every warning of a rule.
pub fn confirm_all(lang: Lang, title: &str) -> String {
    say(
        lang,
        || format!("其余「{title}」按同一理由确认"),
        || format!("Confirm all others of “{title}” with the same reason"),
    )
}

/// Heading of the safe fixes.
pub fn fixes_title(lang: Lang, count: usize) -> String {
    say(
        lang,
        || format!("安全修复预览：{count} 处"),
        || format!("Safe fixes: {}", many(count, "place", "places")),
    )
}

/// Heading of the proposals of a rule.
pub fn proposals_title(lang: Lang, count: usize) -> String {
    say(
        lang,
        || format!("全部采纳预览：{count} 处"),
        || format!("Adopt all: {}", many(count, "place", "places")),
    )
}

/// How many are chosen.
pub fn chosen(lang: Lang, count: usize) -> String {
    say(lang, || format!("已选 {count} 处"), || format!("{count} chosen"))
}

/// Applies them.
pub fn apply_fixes(lang: Lang, count: usize) -> String {
    say(lang, || format!("应用 {count} 处修复"), || format!("Apply {}", many(count, "fix", "fixes")))
}

/// Applies them.
pub fn apply_proposals(lang: Lang, count: usize) -> String {
    say(lang, || format!("采纳 {count} 处建议"), || format!("Adopt {}", many(count, "proposal", "proposals")))
}

/// The box beside a proposal.
pub fn take_fix(lang: Lang, kind: &str, number: Option<u32>, field: &str) -> String {
    let place = place(lang, kind, number, true);
    say(lang, || format!("应用此处修复：{place}，「{field}」"), || format!("Apply here: {place}, “{field}”"))
}

/// Heading of a table in the list of columns.
pub fn table_heading(lang: Lang, table: &TableView) -> String {
    let (name, kind) = (&table.name, &table.kind_label);
    match table.header_row {
        Some(row) => say(
            lang,
            || format!("{name}（{kind}，表头在第 {row} 行）"),
            || format!("{name} ({kind}, header in row {row})"),
        ),
        None => say(lang, || format!("{name}（{kind}，没有表头）"), || format!("{name} ({kind}, no header)")),
    }
}

/// A column without a field.
pub fn not_taken(lang: Lang, reason: &str) -> String {
    say(lang, || format!("未导入：{reason}"), || format!("left aside: {reason}"))
}

/// The batch that is open.
pub fn open_job(lang: Lang, files: &str, records: usize) -> String {
    let records = crate::text_pages::records(lang, records);
    say(lang, || format!("{files}，{records}"), || format!("{files}, {records}"))
}

/// Files were made and saved.
pub fn saved(lang: Lang, count: usize) -> String {
    say(
        lang,
        || format!("已生成并保存 {count} 个文件"),
        || format!("{} made and saved", many(count, "file", "files")),
    )
}

/// A file could not be saved.
pub fn not_saved(lang: Lang, name: &str) -> String {
    say(
        lang,
        || format!("“{name}”未能保存，请允许本页下载文件后重试"),
        || format!("“{name}” was not saved; allow this page to download files and try again"),
    )
}

/// A file could not be read from the disk.
pub fn not_read(lang: Lang, name: &str) -> String {
    say(
        lang,
        || format!("“{name}”读不到，可能已被移动或正被其他程序占用。请关闭占用它的程序后再载入"),
        || {
            format!(
                "“{name}” cannot be read; it was moved or another program holds it. Close that and load again"
            )
        },
    )
}

/// A file does not fit into memory.
pub fn too_large(lang: Lang, name: &str) -> String {
    say(
        lang,
        || format!("“{name}”放不进内存，请关闭其他页面后再载入"),
        || format!("“{name}” does not fit into memory; close other pages and load again"),
    )
}

/// The engine broke off while reading a file.
pub const BROKE_OFF: Text = t(
    "读取这份文件时程序中断，文件可能已损坏。请用 WPS 或 Excel 打开后另存为 xlsx 再载入",
    "Reading this file broke the program off; the file may be damaged. Open it in WPS or Excel, save it as xlsx and load that",
);
/// A file without a table.
pub const NO_TABLE: Text = t("没有可识别的表", "no table was recognised");

/// What is wrong with a file.
pub fn of_file(lang: Lang, name: &str, what: &str) -> String {
    say(lang, || format!("“{name}”：{what}"), || format!("“{name}”: {what}"))
}

/// The button that changes the language, in the other language.
pub const OTHER_LANGUAGE: Text = t("Switch to English", "切换为中文");
/// The same on the button.
pub const OTHER_LANGUAGE_SHORT: Text = t("EN", "中");
/// Light.
pub const THEME_LIGHT: Text = t("浅色", "light");
/// Dark.
pub const THEME_DARK: Text = t("深色", "dark");
/// High contrast.
pub const THEME_CONTRAST: Text = t("高对比", "high contrast");

/// Card on the load screen.
pub const OWN_CODE: Text = t("本机构信用代码", "Credit code of this organisation");
/// What it is for.
pub const OWN_CODE_HELP: Text = t(
    "填写后，把本机构误填为行政相对人的记录会报错；存入本机的机构设置，随时可改。",
    "With it, records that name this organisation as the counterpart are reported. It is kept with the settings of this computer.",
);
/// Takes it.
pub const OWN_CODE_TAKE: Text = t("采用", "Take");
/// Taken.
pub const OWN_CODE_TAKEN: Text = t("已采用本机构信用代码", "The credit code was taken");
/// Taken back.
pub const OWN_CODE_NONE: Text = t("已清除本机构信用代码", "The credit code was cleared");

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn days_are_said_in_words() {
        assert_eq!(days_left(Lang::Zh, Some(-3)), "超 3 天");
        assert_eq!(days_left(Lang::Zh, Some(0)), "0 天");
        assert_eq!(days_left(Lang::En, Some(-3)), "3 d late");
        assert_eq!(days_left(Lang::Zh, None), "—");
        assert_eq!(days_filter(Lang::Zh, (i32::MIN, -1)), "已超期");
        assert_eq!(days_filter(Lang::Zh, (0, 5)), "5 日内到期");
        assert_eq!(days_filter(Lang::Zh, (6, i32::MAX)), "剩余 6 天以上");
        assert_eq!(days_filter(Lang::En, (0, 5)), "Due within 5 days");
    }

    #[wasm_bindgen_test]
    fn places_are_short() {
        assert_eq!(place(Lang::Zh, "行政处罚", Some(9), true), "处罚 · 9 行");
        assert_eq!(place(Lang::Zh, "双随机抽查结果", None, false), "抽查 · 全表");
        assert_eq!(place(Lang::En, "Penalty", Some(9), true), "Penalty · row 9");
    }

    #[wasm_bindgen_test]
    fn counts_have_their_plural_in_english() {
        assert_eq!(apply_fixes(Lang::En, 1), "Apply 1 fix");
        assert_eq!(apply_fixes(Lang::En, 2), "Apply 2 fixes");
        assert_eq!(to_handle(Lang::En, 0), "No findings to handle");
        assert_eq!(to_handle(Lang::En, 1), "1 finding to handle");
        assert_eq!(extent(Lang::En, 3, 118, false), "3 sheets, 118 records");
    }

    #[wasm_bindgen_test]
    fn other_reasons_are_their_explanation() {
        assert_eq!(reason(Lang::Zh, OTHER_REASON.zh, "文书送达延迟"), "文书送达延迟");
        assert_eq!(reason(Lang::En, OTHER_REASON.en, "served late"), "served late");
        assert_eq!(reason(Lang::Zh, "平台停机", ""), "平台停机");
        assert_eq!(reason(Lang::Zh, "平台停机", "两天"), "平台停机：两天");
    }
}
