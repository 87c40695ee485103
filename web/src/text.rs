//! Words of the frame and of the check screen. Those of the other screens stand in `text_pages`.

use precheck_session::api::{ChangedView, ColumnView, DetailView, Overview, TableView};

/// The product.
pub const PRODUCT: &str = "涉企信息归集预检";
/// Screen.
pub const LOAD: &str = "载入";
/// Screen.
pub const CHECK: &str = "核对";
/// Screen.
pub const EXPORT: &str = "导出";
/// Skip link.
pub const SKIP: &str = "跳到主要内容";
/// The steps.
pub const STEPS: &str = "主要步骤";
/// Before the day of the run.
pub const TODAY: &str = "核查基准日";
/// What the day of the run decides.
pub const TODAY_HELP: &str = "剩余天数、是否超期均按此日期计算";
/// Always seen.
pub const LOCAL: &str = "数据不出本机";
/// What that means.
pub const LOCAL_HELP: &str = "数据只在本机处理，不向外传";
/// Opens the list of keys.
pub const HELP: &str = "帮助与快捷键";
/// Name of a pasted text.
pub const PASTED: &str = "粘贴内容";
/// Name of the sample.
pub const SAMPLE: &str = "示例数据";
/// Read out after cancelling.
pub const CANCELLED: &str = "已取消，没有载入数据";
/// A step that needs an open batch.
pub const NOTHING_OPEN: &str = "先载入表格";

/// Files were dropped beside the load screen.
pub const DROP_ELSEWHERE: &str = "要载入其他表格，请先回到「载入」，再把文件放入";

/// The day of the run cannot be read.
pub const BAD_DAY: &str = "「核查基准日」应写作 2023-06-16";

/// Batch bar.
pub const COLUMNS_SETTLED: &str = "列已全部对应";
/// Batch bar.
pub const LOOK: &str = "查看";
/// Batch bar.
pub const UNDO: &str = "撤销";
/// Batch bar.
pub const REDO: &str = "重做";
/// Batch bar.
pub const RECHECK: &str = "重新校验";
/// Its key.
pub const RECHECK_HINT: &str = "重新校验 F9";
/// Batch bar.
pub const NEXT_EXPORT: &str = "下一步：导出";
/// Leaves things as they are.
pub const CANCEL: &str = "取消";

/// Summary.
pub const SUMMARY: &str = "校验结果摘要";
/// Summary.
pub const HANDLING: &str = "处理进度";
/// Summary.
pub const FOLD: &str = "收起摘要";
/// Summary.
pub const UNFOLD: &str = "展开摘要";
/// Summary.
pub const OVERDUE: &str = "已超期";
/// Summary.
pub const SOON: &str = "5 日内到期";

/// Tabs.
pub const TABLES: &str = "记录种类";
/// Tabs.
pub const SHOWN_ROWS: &str = "显示范围";
/// Tabs.
pub const ALL: &str = "全部";
/// Tabs.
pub const ONLY_FINDINGS: &str = "仅有问题";
/// Tabs.
pub const ALL_ROWS: &str = "显示全部行";
/// Tabs.
pub const SEARCH: &str = "在表中查找";
/// Tabs.
pub const SEARCH_HINT: &str = "企业、代码、文号";

/// Grid.
pub const RECORDS: &str = "记录表格";
/// Grid.
pub const ROW: &str = "行";
/// Grid.
pub const REQUIRED: &str = "必填";
/// Grid.
pub const DAYS_LEFT: &str = "剩余天数";
/// Grid.
pub const DAYS_LEFT_HELP: &str = "距归集时限的剩余天数，按核查基准日计算";
/// A row that was added.
pub const ADDED_ROW: &str = "新";
/// A blank cell with a finding.
pub const BLANK: &str = "（空）";
/// No row passes the filter.
pub const NO_ROWS: &str = "没有符合条件的记录";

/// Panel.
pub const PROBLEMS: &str = "问题";
/// Panel.
pub const SEVERITY: &str = "级别";
/// Panel.
pub const SCOPE: &str = "范围";
/// Panel.
pub const ALL_TABLES: &str = "全部种类";
/// Panel.
pub const THIS_TABLE: &str = "本表";
/// Panel.
pub const DIMENSION: &str = "维度";
/// Panel.
pub const BY_RULE: &str = "按规则分组的问题";
/// Panel.
pub const NO_FINDINGS: &str = "没有待处理的问题";
/// Panel.
pub const JUDGING: &str = "正在校验…";
/// Panel.
pub const ONE_RULE: &str = "只列一条规则的问题";
/// Panel.
pub const ALL_RULES: &str = "列出全部规则";
/// Panel.
pub const CONFIRMED: &str = "已确认";

/// Detail.
pub const DETAIL: &str = "问题详情";
/// Detail.
pub const CHOOSE_A_FINDING: &str = "选择一个问题，这里给出依据和改法。";
/// Detail.
pub const PREVIOUS: &str = "上一个问题";
/// Detail.
pub const PREVIOUS_HINT: &str = "上一个问题 Shift+F8";
/// Detail.
pub const NEXT: &str = "下一个问题";
/// Detail.
pub const NEXT_HINT: &str = "下一个问题 F8";
/// Detail.
pub const VALUE: &str = "现值";
/// Detail.
pub const PROPOSAL: &str = "建议";
/// Detail.
pub const BASIS: &str = "依据";
/// Detail.
pub const WHY: &str = "影响";
/// Detail.
pub const HOW: &str = "改法";
/// Detail.
pub const ADOPT: &str = "采纳建议";
/// Detail.
pub const IGNORE: &str = "忽略（需说明理由）";
/// Detail.
pub const UNCONFIRM: &str = "撤回确认";
/// There is no proposal to adopt.
pub const NO_PROPOSAL: &str = "这个问题没有可直接采纳的建议，请按改法更正";
/// The walk is at its end.
pub const NO_MORE_FINDINGS: &str = "没有符合条件的问题";

/// Dialog.
pub const IGNORE_TITLE: &str = "忽略这个问题";
/// Dialog.
pub const REASON: &str = "理由";
/// Dialog.
pub const CHOOSE_REASON: &str = "请选择…";
/// Reasons to choose from; the last one needs an explanation.
pub const REASONS: [&str; 5] =
    ["已与原始文书核对无误", "法律文书送达延迟", "平台停机", "企业登记信息已变更", OTHER_REASON];
/// The reason that needs an explanation.
pub const OTHER_REASON: &str = "其他（请说明）";
/// Dialog.
pub const EXPLANATION: &str = "说明";
/// Dialog.
pub const OPTIONAL: &str = "选填";
/// Dialog.
pub const AT_LEAST_FIVE: &str = "至少 5 个字";
/// Dialog.
pub const NO_REASON: &str = "「理由」未选择";
/// Dialog.
pub const SHORT_EXPLANATION: &str = "「说明」不足 5 个字";
/// Dialog.
pub const IGNORE_FATE: &str = "理由写入导出回执。警告忽略后，该记录可以导出；值再改动时重新提示。";
/// Dialog.
pub const IGNORE_AND_NOTE: &str = "忽略并记录";

/// Dialog.
pub const FIXES_LEAD: &str =
    "只改写法，不改含义：看不见的字符、全半角、多余空格、日期写法、多项分隔符。应用后可用 ";
/// Dialog.
pub const FIXES_LEAD_END: &str = " 一次撤销。";
/// Dialog.
pub const PROPOSALS_LEAD: &str = "同一规则中候选唯一的建议，请逐条核对后应用。应用后可用 ";
/// Dialog.
pub const FIXES: &str = "修复明细";
/// Dialog.
pub const ALL_FIXES: &str = "全选";
/// Dialog.
pub const PLACE: &str = "位置";
/// Dialog.
pub const RULE: &str = "规则";
/// Dialog.
pub const BECOMES: &str = "改为";
/// Dialog.
pub const FIXES_NOT: &str = "信用代码、日期先后等需要判断的问题不在此列。";
/// Dialog.
pub const PROPOSALS_NOT: &str = "没有建议或有多个候选的问题不在此列。";

/// Dialog.
pub const COLUMNS_TITLE: &str = "列对应情况";
/// Dialog.
pub const COLUMN: &str = "列";
/// Dialog.
pub const HEADER: &str = "表头";
/// Dialog.
pub const FIELD: &str = "对应字段";

/// Dialog.
pub const DISCARD_TITLE: &str = "放弃本批";
/// Dialog.
pub const DISCARD_LEAD: &str = "已载入的记录和改动将从本页清除，不能撤销。原文件不受影响。";
/// Dialog.
pub const DISCARD: &str = "放弃本批";

/// Before the export screen is there.
pub const COUNTING: &str = "正在统计可以导出的记录…";

/// The clipboard refused.
pub const CLIPBOARD_REFUSED: &str = "浏览器未允许写入剪贴板。请在地址栏左侧允许剪贴板后再按 Ctrl+C";
/// Nothing to undo.
pub const NOTHING_TO_UNDO: &str = "没有可撤销的操作";
/// Nothing to redo.
pub const NOTHING_TO_REDO: &str = "没有可重做的操作";

/// Help.
pub const HELP_TITLE: &str = "帮助与快捷键";
/// Help.
pub const HELP_PRIVACY: &str =
    "读取、校验、导出都在本机浏览器内完成，数据不外传；关闭页面即清除。通过预检不等于平台已入库。";
/// Keys, parted by spaces, and what they do.
pub const KEYS: [(&str, &str); 20] = [
    ("F8", "下一个问题"),
    ("Shift+F8", "上一个问题"),
    ("↑ ↓ ← →", "移动单元格；同时按 Shift 选取区域"),
    ("Tab Shift+Tab", "右移、左移一格"),
    ("Home End", "到本行首、末格；同时按 Ctrl 到表首、表末"),
    ("PgUp PgDn", "上翻、下翻一屏"),
    ("F2 Enter", "编辑单元格；也可直接输入"),
    ("Esc", "放弃编辑，关闭对话框"),
    ("Alt+Enter", "采纳建议；编辑时换行"),
    ("Alt+I", "忽略（需说明理由）"),
    ("Ctrl+C Ctrl+V", "复制、粘贴区域"),
    ("Delete", "清空所选单元格"),
    ("Alt+Insert Alt+Delete", "在下方插入一行、删除所选行"),
    ("Ctrl+Z", "撤销"),
    ("Ctrl+Y", "重做"),
    ("Ctrl+F", "在表中查找"),
    ("F9", "重新校验"),
    ("F6 Shift+F6", "在顶栏、批次栏、表格、问题面板间切换"),
    ("Ctrl+Enter", "进入下一步"),
    ("Ctrl+/", "显示本页"),
];
/// Keys of the foot: key, what it does, whether it goes first where there is little room.
pub const FOOT_CHECK: [(&str, &str, bool); 7] = [
    ("F8", "下一个问题", false),
    ("Shift+F8", "上一个", false),
    ("F2", "编辑单元格", false),
    ("Alt+↵", "采纳建议", false),
    ("Ctrl+Z", "撤销", false),
    ("F6", "切换区域", true),
    ("Ctrl+/", "全部快捷键", true),
];
/// Keys of the foot elsewhere.
pub const FOOT_LOAD: [(&str, &str, bool); 4] = [
    ("Ctrl+V", "粘贴表格", false),
    ("Alt+N", "在线录入", false),
    ("F6", "切换区域", true),
    ("Ctrl+/", "全部快捷键", true),
];
/// Keys of the foot elsewhere.
pub const FOOT_OTHER: [(&str, &str, bool); 2] = [("F6", "切换区域", true), ("Ctrl+/", "全部快捷键", true)];
/// The foot.
pub const FOOT: &str = "常用快捷键";

/// A severity.
pub fn severity(key: &str) -> &'static str {
    match key {
        "error" => "错误",
        "warning" => "警告",
        "info" => "提示",
        _ => "通过",
    }
}

/// What a severity means for the export.
pub fn severity_fate(key: &str) -> &'static str {
    match key {
        "error" => "不改正则不导出",
        "warning" => "需逐条确认",
        _ => "不影响导出",
    }
}

/// Records of which the gravest open finding has this severity.
pub fn records_with(severity: &str) -> &'static str {
    match severity {
        "error" => "有错误",
        "warning" => "有警告",
        _ => "通过",
    }
}

/// Title of the document.
pub fn title(screen: &str) -> String {
    format!("{screen} - {PRODUCT}")
}

/// The button that changes the look.
pub fn theme(label: &str) -> String {
    format!("切换外观，现为{label}")
}

/// Names of the open files.
pub fn files(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first, rest @ ..] => format!("{first} 等 {} 个文件", rest.len() + 1),
    }
}

/// Tables and records.
pub fn extent(tables: usize, records: usize, short: bool) -> String {
    if short || tables == 1 {
        format!("{records} 条")
    } else {
        format!("{tables} 张工作表，{records} 条")
    }
}

/// Columns without a field.
pub fn columns_aside(count: usize) -> String {
    format!("{count} 列未导入")
}

/// While judging.
pub fn judging(percent: u64) -> String {
    format!("正在校验，已完成 {percent}%")
}

/// When judging ended.
pub fn judged_at(time: &str, took: f64) -> String {
    format!("{time} 校验完成，用时 {:.1} 秒", took / 1000.0)
}

/// Read out when judging ends.
pub fn judged(overview: &Overview) -> String {
    let totals = overview.totals;
    format!(
        "校验完成，{} 条记录：通过 {}，有警告 {}，有错误 {}",
        totals.records, totals.passed, totals.with_warnings, totals.with_errors
    )
}

/// The button of the safe fixes.
pub fn safe_fixes(count: usize) -> String {
    format!("安全修复（{count}）…")
}

/// What undo takes back.
pub fn undo(what: &str) -> String {
    format!("撤销：{what}")
}

/// What redo does again.
pub fn redo(what: &str) -> String {
    format!("重做：{what}")
}

/// After undo.
pub fn undone(what: &str) -> String {
    format!("已撤销：{what}")
}

/// After redo.
pub fn redone(what: &str) -> String {
    format!("已重做：{what}")
}

/// Findings left.
pub fn to_handle(open: usize) -> String {
    if open == 0 {
        "没有待处理的问题".to_owned()
    } else {
        format!("还有 {open} 个问题待处理")
    }
}

/// Findings handled.
pub fn handled(count: usize) -> String {
    format!("已处理 {count} 个")
}

/// Findings handled, and what is quickly done.
pub fn handling(handled: usize, safe: usize) -> String {
    if safe == 0 {
        format!("已处理 {handled} 个")
    } else {
        format!("已处理 {handled} 个；余下的有 {safe} 处可一键安全修复")
    }
}

/// The filter of days left.
pub fn days_filter((from, to): (i32, i32)) -> String {
    match (from, to) {
        (i32::MIN, -1) => OVERDUE.to_owned(),
        (i32::MIN, to) => format!("剩余不足 {} 天", i64::from(to) + 1),
        (from, i32::MAX) => format!("剩余 {from} 天以上"),
        (0, to) => format!("{to} 日内到期"),
        (from, to) => format!("剩余 {from} 至 {to} 天"),
    }
}

/// Days left of a record.
pub fn days_left(days: Option<i32>) -> String {
    match days {
        None => "—".to_owned(),
        Some(days) if days < 0 => format!("超 {} 天", days.unsigned_abs()),
        Some(days) => format!("{days} 天"),
    }
}

/// Name of the grid.
pub fn grid_label(kind: &str) -> String {
    format!("{kind}记录")
}

/// What a column is.
pub fn column_title(column: &ColumnView) -> String {
    let required = if column.required { "（必填）" } else { "" };
    let mut lines = vec![format!("{}{required}", column.label)];
    if !column.help.is_empty() {
        lines.push(column.help.clone());
    }
    if !column.letters.is_empty() {
        lines.push(format!("取自原表 {} 列「{}」", column.letters, column.header.trim()));
    }
    lines.join("\n")
}

/// What stood in a cell.
pub fn before(text: &str) -> String {
    format!("原值：{}", if text.is_empty() { BLANK } else { text })
}

/// A kind in two to four characters, for narrow lists.
pub fn short_kind(label: &str) -> &str {
    match label {
        "行政许可准予" => "许可",
        "行政许可注销、吊销、撤销" => "许可注销",
        "双随机抽查结果" => "抽查",
        other => other.strip_prefix("行政").unwrap_or(other),
    }
}

/// Where a finding is, in the list.
pub fn place(kind: &str, number: Option<u32>, row: bool) -> String {
    let short = short_kind(kind);
    match number {
        Some(number) => format!("{short} · {number} 行"),
        None if row => format!("{short} · 新行"),
        None => format!("{short} · 全表"),
    }
}

/// Dimension and code of a finding.
pub fn dimension_and_rule(dimension: &str, code: &str) -> String {
    format!("{dimension} · 规则 {code}")
}

/// Where a finding is and what is wrong.
pub fn where_and_what(detail: &DetailView) -> String {
    match detail.number {
        Some(number) => format!("第 {number} 行{}", detail.message),
        None => detail.message.clone(),
    }
}

/// Read out when a finding becomes the explained one.
pub fn cell_finding(detail: &DetailView) -> String {
    let place = detail.number.map_or(String::new(), |number| format!("第 {number} 行"));
    let field =
        if detail.field_label.is_empty() { String::new() } else { format!("「{}」", detail.field_label) };
    format!("{place}{field}：{}，{}", detail.severity_label, detail.title)
}

/// Findings under a filter.
pub fn listed(count: usize) -> String {
    format!("列出 {count} 个问题")
}

/// The button that adopts every proposal of a rule.
pub fn adopt_all(count: usize) -> String {
    format!("全部采纳（{count}）…")
}

/// After a proposal was adopted.
pub fn adopted(overview: &Overview) -> String {
    format!("已采纳，余 {} 个错误", overview.totals.errors)
}

/// After a change.
pub fn changed(changed: &ChangedView) -> String {
    let totals = changed.overview.totals;
    format!("{}，余 {} 个错误、{} 个警告", changed.done, totals.errors, totals.warnings)
}

/// Cells on the clipboard.
pub fn copied(cells: usize) -> String {
    format!("已复制 {cells} 格")
}

/// What becomes of a finding that is left as it is.
pub fn fate(severity: &str, can_confirm: bool) -> &'static str {
    match (severity, can_confirm) {
        ("error", _) => "错误改正前，该记录不导出，可写入问题清单。",
        ("warning", true) => "忽略即视为确认，该记录可以导出，理由写入导出回执。",
        _ => "不影响导出。",
    }
}

/// A confirmed finding.
pub fn confirmed_with(reason: &str) -> String {
    format!("已确认：{reason}")
}

/// Why a finding cannot be ignored.
pub fn cannot_ignore(severity: &str) -> &'static str {
    match severity {
        "error" => "错误不能忽略：改正前该记录不导出，可写入问题清单退回原填报人",
        "warning" => "这个警告涉及整张表，或已确认，无需逐条忽略",
        _ => "提示不影响导出，无需忽略",
    }
}

/// The reason with its explanation.
pub fn reason(chosen: &str, explanation: &str) -> String {
    match (chosen, explanation) {
        (OTHER_REASON, explanation) => explanation.to_owned(),
        (chosen, "") => chosen.to_owned(),
        (chosen, explanation) => format!("{chosen}：{explanation}"),
    }
}

/// Confirms every warning of a rule.
pub fn confirm_all(title: &str) -> String {
    format!("其余「{title}」按同一理由确认")
}

/// Heading of the safe fixes.
pub fn fixes_title(count: usize) -> String {
    format!("安全修复预览：{count} 处")
}

/// Heading of the proposals of a rule.
pub fn proposals_title(count: usize) -> String {
    format!("全部采纳预览：{count} 处")
}

/// How many are chosen.
pub fn chosen(count: usize) -> String {
    format!("已选 {count} 处")
}

/// Applies them.
pub fn apply_fixes(count: usize) -> String {
    format!("应用 {count} 处修复")
}

/// Applies them.
pub fn apply_proposals(count: usize) -> String {
    format!("采纳 {count} 处建议")
}

/// The box beside a proposal.
pub fn take_fix(kind: &str, number: Option<u32>, field: &str) -> String {
    format!("应用此处修复：{}，「{field}」", place(kind, number, true))
}

/// Heading of a table in the list of columns.
pub fn table_heading(table: &TableView) -> String {
    match table.header_row {
        Some(row) => format!("{}（{}，表头在第 {row} 行）", table.name, table.kind_label),
        None => format!("{}（{}，没有表头）", table.name, table.kind_label),
    }
}

/// A column without a field.
pub fn not_taken(reason: &str) -> String {
    format!("未导入：{reason}")
}

/// The batch that is open.
pub fn open_job(files: &str, records: usize) -> String {
    format!("{files}，{records} 条")
}

/// Files were made and saved.
pub fn saved(count: usize) -> String {
    format!("已生成并保存 {count} 个文件")
}

/// Version of the program and of the rules.
pub fn versions(program: &str, rules: &str) -> String {
    format!("程序 {program}，规则 {rules}")
}

/// Card on the load screen.
pub const OWN_CODE: &str = "本机构信用代码";
/// What it is for.
pub const OWN_CODE_HELP: &str =
    "填写后，把本机构误填为行政相对人的记录会报错；本页关闭后不保存，可在规则目录里把机构设置存为文件。";
/// Takes it.
pub const OWN_CODE_TAKE: &str = "采用";
/// Taken.
pub const OWN_CODE_TAKEN: &str = "已采用本机构信用代码";
/// Taken back.
pub const OWN_CODE_NONE: &str = "已清除本机构信用代码";

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn days_are_said_in_words() {
        assert_eq!(days_left(Some(-3)), "超 3 天");
        assert_eq!(days_left(Some(0)), "0 天");
        assert_eq!(days_left(None), "—");
        assert_eq!(days_filter((i32::MIN, -1)), "已超期");
        assert_eq!(days_filter((0, 5)), "5 日内到期");
        assert_eq!(days_filter((6, i32::MAX)), "剩余 6 天以上");
    }

    #[wasm_bindgen_test]
    fn places_are_short() {
        assert_eq!(place("行政处罚", Some(9), true), "处罚 · 9 行");
        assert_eq!(place("双随机抽查结果", None, false), "抽查 · 全表");
    }

    #[wasm_bindgen_test]
    fn other_reasons_are_their_explanation() {
        assert_eq!(reason(OTHER_REASON, "文书送达延迟"), "文书送达延迟");
        assert_eq!(reason("平台停机", ""), "平台停机");
        assert_eq!(reason("平台停机", "两天"), "平台停机：两天");
    }
}
