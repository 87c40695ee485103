//! Words of the load, mapping and export screens, of charts, dialogs and toasts: Chinese and English side by side.

use precheck_session::api::{Lang, Text};

use crate::components::decimal::fixed;

const fn t(zh: &'static str, en: &'static str) -> Text {
    Text::new(zh, en)
}

/// `one` or `many` by a count, for English.
fn plural(count: usize, one: &'static str, many: &'static str) -> &'static str {
    if count == 1 { one } else { many }
}

/// A number of records: 118 条, 118 records.
#[must_use]
pub fn records(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("{count} 条"),
        Lang::En => format!("{count} {}", plural(count, "record", "records")),
    }
}

/// A number of bytes, rounded: 184 KB.
#[must_use]
pub fn bytes(count: u64) -> String {
    match count {
        0..1024 => format!("{count} B"),
        1024..1_048_576 => format!("{} KB", count.div_ceil(1024)),
        _ => fixed(count as f64 / 1_048_576.0, 1) + " MB",
    }
}

/// A name in quotation marks of the language: 「处罚」, “处罚”.
#[must_use]
pub fn quoted(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("「{name}」"),
        Lang::En => format!("“{name}”"),
    }
}

/// Parts of a sentence joined by 、or a comma.
#[must_use]
pub fn listed(lang: Lang, parts: &[String]) -> String {
    parts.join(if lang == Lang::Zh { "、" } else { ", " })
}

/// Words of more than one screen.
pub mod common {
    use super::{Text, t};

    /// Closes a dialog.
    pub const CLOSE: Text = t("关闭", "Close");
    /// Leaves things as they are.
    pub const CANCEL: Text = t("取消", "Cancel");
    /// Takes the last change back.
    pub const UNDO: Text = t("撤销", "Undo");
    /// Severity.
    pub const ERROR: Text = t("错误", "Error");
    /// Severity.
    pub const WARNING: Text = t("警告", "Warning");
    /// Severity.
    pub const INFO: Text = t("提示", "Note");
    /// No finding.
    pub const PASSED: Text = t("通过", "Passed");
    /// First entry of a list without a choice.
    pub const CHOOSE: Text = t("请选择…", "Choose…");
    /// The row of an error summary, before the list.
    pub const TO_MEND: Text = t("有 {} 处需要更正", "{} to mend");
}

/// Words of the load screen.
pub mod load {
    use super::{Lang, Text, plural, quoted, records, t};

    /// Heading.
    pub const TITLE: Text = t("载入待核对的涉企信息", "Load the records to check");
    /// Line below the heading.
    pub const LEAD: Text = t(
        "载入后自动校验。报送协同监管平台之前，先在本机把问题改好。",
        "They are checked at once. Mend them here before they go to the platform.",
    );
    /// In the drop area.
    pub const DROP: Text = t("把表格拖到这里", "Drop your tables here");
    /// While files hang over the area.
    pub const DROP_NOW: Text = t("松开即载入", "Let go to load");
    /// While something hangs over the area that is no table.
    pub const DROP_NOT: Text = t(
        "只支持 xlsx、xls、ods、csv、文本和网页表格",
        "Only xlsx, xls, ods, csv, text and HTML tables are read",
    );
    /// What the area takes, up to the key.
    pub const TAKES: Text = t(
        "支持 xlsx、xls、ods、csv、tsv、txt 和网页表格，可一次放入多个文件；也可直接按",
        "xlsx, xls, ods, csv, tsv, txt and HTML tables, several at once; or press",
    );
    /// What the area takes, after the key.
    pub const TAKES_PASTE: Text =
        t("粘贴从 WPS 表格或 Excel 复制的区域", "to paste a range copied from WPS or Excel");
    /// Bounds.
    pub const BOUNDS: Text = t(
        "每行 30 列时，csv 可达 100 万行，xlsx 可达 30 万行。只读取，不修改原文件。",
        "With 30 columns up to 1,000,000 rows of csv or 300,000 of xlsx. Your files are only read, never changed.",
    );
    /// Opens the file picker.
    pub const CHOOSE: Text = t("选择文件", "Choose files");
    /// Opens the paste dialog.
    pub const PASTE: Text = t("粘贴表格…", "Paste a table…");
    /// Loads the built-in records.
    pub const SAMPLE: Text = t("载入示例数据", "Load sample records");
    /// What the sample is.
    pub const SAMPLE_HINT: Text = t(
        "虚构的企业与文书，含各类典型问题，可放心试改",
        "Invented enterprises and documents with typical faults, safe to play with",
    );
    /// Heading of the table of blank templates.
    pub const BLANKS: Text = t("空白模板", "Blank templates");
    /// Beside that heading.
    pub const BLANKS_HINT: Text = t(
        "字段名称与协同监管平台一致，表内带填写说明",
        "Fields named as on the platform, with notes on how to fill them in",
    );
    /// Column of that table.
    pub const KIND: Text = t("信息种类", "Kind of record");
    /// Column of that table.
    pub const REQUIRED: Text = t("必填字段", "Required");
    /// Column of that table.
    pub const MAIN_FIELDS: Text = t("主要字段", "Main fields");
    /// Column of that table.
    pub const DOWNLOAD: Text = t("下载", "Download");
    /// Heading of the card on where data goes.
    pub const PRIVACY: Text = t("数据去向", "Where the data goes");
    /// Its lines.
    pub const PRIVACY_LINES: [Text; 2] = [
        t("读取、校验、导出都在本机浏览器内完成", "Reading, checking and exporting happen in this browser"),
        t("不连接网络，断网可用", "Nothing is sent anywhere; works without a network"),
    ];
    /// The last line, where the browser keeps nothing.
    pub const PRIVACY_NOTHING_KEPT: Text = t(
        "本机不留副本，关闭页面即清除",
        "No copy is kept on this computer; closing the page clears everything",
    );
    /// Between two clauses.
    pub const COMMA: Text = t("，", "; ");
    /// The second line, where a service worker looks for new versions.
    pub const PRIVACY_VERSIONS: Text = t(
        "数据不离开本机；联网时只向本页所在网站查有无新版本和单位配置（profile.json），断网可用",
        "No data leaves; when online, the page's own site is asked for a new version and the unit's settings (profile.json); works without a network",
    );
    /// Heading of the card on formats.
    pub const FORMATS: Text = t("能读取的表格", "What can be read");
    /// Its lines.
    pub const FORMAT_LINES: [Text; 4] = [
        t(
            "WPS、Excel 工作簿：xlsx、xls、ods，各工作表分别识别",
            "Workbooks: xlsx, xls, ods, each sheet on its own",
        ),
        t(
            "文本：csv、tsv、txt，编码和分隔符自动识别，可改",
            "Text: csv, tsv, txt; encoding and separator found, and open to change",
        ),
        t("系统导出的网页表格，扩展名为 xls 的也可", "HTML tables that systems export, named .xls or not"),
        t(
            "标题行、合并单元格、序号列、合计行会自动辨认",
            "Title lines, merged cells, serial numbers and totals are recognised",
        ),
    ];
    /// Heading while reading.
    pub const READING: Text = t("正在读取并校验", "Reading and checking");
    /// What the progress bar measures.
    pub const PROGRESS: Text = t("载入进度", "Loading");
    /// While judging.
    pub const LEAVE: Text = t("可以先切换到其他页面，校验不会中断。", "You may leave this page meanwhile.");
    /// Step.
    pub const STEP_READ: Text = t("读取文件", "Reading the files");
    /// Step.
    pub const STEP_JUDGE: Text =
        t("逐条校验，跨表核对重复与名称", "Checking each record, then duplicates and names across tables");
    /// Column of the result table.
    pub const SHEET: Text = t("工作表", "Sheet");
    /// Column of the result table.
    pub const RECOGNISED: Text = t("识别为", "Recognised as");
    /// Column of the result table.
    pub const COUNT: Text = t("条数", "Records");
    /// Column of the result table.
    pub const RESULT: Text = t("结果", "Result");
    /// Column of the result table: what can be done.
    pub const ACTION: Text = t("操作", "Actions");
    /// State of a sheet.
    pub const LOADED: Text = t("已载入", "Loaded");
    /// State of a source.
    pub const NOT_READ: Text = t("未读取", "Not read");
    /// State of a sheet.
    pub const LEFT_OUT: Text = t("未导入", "Left out");
    /// State of a sheet without a recognisable header.
    pub const NO_HEADER: Text = t("认不出表头", "No header recognised");
    /// Opens the file picker again.
    pub const CHOOSE_AGAIN: Text = t("重新选择文件", "Choose another file");
    /// Opens the mapping of a sheet.
    pub const MAP: Text = t("对应列…", "Match columns…");
    /// Throws the batch away.
    pub const DISCARD: Text = t("全部放弃", "Discard all");
    /// Encoding of a text file.
    pub const ENCODING: Text = t("编码", "Encoding");
    /// Separator of a text file.
    pub const SEPARATOR: Text = t("分隔符", "Separator");
    /// The program decides.
    pub const AUTOMATIC: Text = t("自动识别", "Automatic");
    /// Reads a text file anew.
    pub const READ_AGAIN: Text = t("重新读取", "Read again");
    /// Heading of the paste dialog.
    pub const PASTE_TITLE: Text = t("粘贴表格", "Paste a table");
    /// Its label.
    pub const PASTE_LABEL: Text = t("表格内容", "Table");
    /// Its hint.
    pub const PASTE_HINT: Text = t(
        "在 WPS 表格或 Excel 中选中含表头的区域，复制后粘贴到下面",
        "Select a range with its header in WPS or Excel, copy it and paste it below",
    );
    /// Reads the pasted text.
    pub const PASTE_READ: Text = t("读取粘贴的内容", "Read the pasted text");
    /// When nothing was pasted.
    pub const PASTE_EMPTY: Text =
        t("「表格内容」为空，先粘贴再读取", "“Table” is blank: paste something first");
    /// Name of a pasted text.
    pub const PASTED: Text = t("粘贴内容", "Pasted text");
    /// A batch is open already.
    pub const OPEN_JOB: Text = t("本页已有一批在核对", "A batch is open");
    /// What loading does to it.
    pub const REPLACES: Text = t("载入新的表格会替换这一批。", "Loading another table replaces it.");
    /// Heading of its sources.
    pub const SOURCES: Text = t("这一批的来源", "Where the batch came from");
    /// Back to the open batch.
    pub const CONTINUE: Text = t("继续核对", "Go on checking");

    /// Encodings: key and name.
    pub const ENCODINGS: [(&str, Text); 4] = [
        ("utf-8", t("UTF-8", "UTF-8")),
        ("gb18030", t("GB 18030（GBK）", "GB 18030 (GBK)")),
        ("utf-16le", t("UTF-16 LE", "UTF-16 LE")),
        ("utf-16be", t("UTF-16 BE", "UTF-16 BE")),
    ];
    /// Separators: character and name.
    pub const SEPARATORS: [(char, Text); 5] = [
        (',', t("逗号 ,", "comma ,")),
        ('\t', t("制表符", "tab")),
        (';', t("分号 ;", "semicolon ;")),
        ('；', t("全角分号 ；", "wide semicolon “；”")),
        ('|', t("竖线 |", "bar |")),
    ];

    /// Name of the link that saves a blank template.
    #[must_use]
    pub fn blank_link(lang: Lang, kind: &str, form: &str) -> String {
        match lang {
            Lang::Zh => format!("下载「{kind}」空白模板（{form}）"),
            Lang::En => format!("Download the blank template of “{kind}” ({form})"),
        }
    }

    /// How far reading or judging is.
    #[must_use]
    pub fn progress(lang: Lang, judging: bool, done: u64, total: u64, seconds: Option<u64>) -> String {
        let rest = match (lang, seconds) {
            (_, None) => String::new(),
            (Lang::Zh, Some(seconds)) => format!("，预计还需 {seconds} 秒"),
            (Lang::En, Some(seconds)) => format!(", about {seconds} s left"),
        };
        match (lang, judging) {
            (Lang::Zh, true) => format!("正在校验第 {done} 条，共 {total} 条{rest}。"),
            (Lang::Zh, false) => format!("已读取 {}，共 {}{rest}。", super::bytes(done), super::bytes(total)),
            (Lang::En, true) => format!("Checking record {done} of {total}{rest}."),
            (Lang::En, false) => format!("{} of {} read{rest}.", super::bytes(done), super::bytes(total)),
        }
    }

    /// What is read out at every quarter.
    #[must_use]
    pub fn quarter(lang: Lang, percent: u64) -> String {
        match lang {
            Lang::Zh => format!("已完成 {percent}%"),
            Lang::En => format!("{percent}% done"),
        }
    }

    /// Which of several files is read.
    #[must_use]
    pub fn file_of(lang: Lang, number: usize, total: usize) -> String {
        match lang {
            Lang::Zh => format!("第 {number} 个，共 {total} 个文件"),
            Lang::En => format!("file {number} of {total}"),
        }
    }

    /// What was recognised: sheets with kinds and counts.
    #[must_use]
    pub fn step_recognised(lang: Lang, sheets: &[(String, usize)]) -> String {
        let parts: Vec<_> =
            sheets.iter().map(|(label, count)| format!("{label} {}", records(lang, *count))).collect();
        match lang {
            Lang::Zh => format!("识别工作表：{}", super::listed(lang, &parts)),
            Lang::En => format!("Sheets: {}", super::listed(lang, &parts)),
        }
    }

    /// The sentence above the results: sheets in all, of them not read, needing an answer; records loaded.
    #[must_use]
    pub fn summary(lang: Lang, loaded: usize, failed: usize, open: usize, rows: usize) -> String {
        let all = loaded + failed + open;
        match lang {
            Lang::Zh => {
                let head = match (failed, open) {
                    (0, 0) => format!("{all} 张表已全部载入"),
                    (0, _) => format!("{all} 张表中有 {open} 张要先确认对应关系"),
                    (_, 0) => format!("{all} 张表中有 {failed} 张未能读取"),
                    _ => format!("{all} 张表中有 {failed} 张未能读取，{open} 张要先确认对应关系"),
                };
                let rest = match (failed + open, loaded) {
                    (0, _) => format!("（{}）", records(lang, rows)),
                    (_, 0) => "，没有载入任何记录".to_owned(),
                    _ => format!("，其余 {loaded} 张已载入（{}）", records(lang, rows)),
                };
                head + &rest
            }
            Lang::En => {
                let mut parts = Vec::new();
                if failed > 0 {
                    parts.push(format!("{failed} not read"));
                }
                if open > 0 {
                    parts.push(format!("{open} to be matched first"));
                }
                parts.push(if loaded == 0 {
                    "nothing loaded".to_owned()
                } else {
                    format!("{loaded} loaded ({})", records(lang, rows))
                });
                format!("{all} {}: {}", plural(all, "table", "tables"), parts.join(", "))
            }
        }
    }

    /// The button that leads on.
    #[must_use]
    pub fn check(lang: Lang, rows: usize) -> String {
        match lang {
            Lang::Zh => format!("核对已载入的 {}", records(lang, rows)),
            Lang::En => format!("Check {}", records(lang, rows)),
        }
    }

    /// State of a sheet of which columns are open.
    #[must_use]
    pub fn columns_open(lang: Lang, count: usize) -> String {
        match lang {
            Lang::Zh => format!("有 {count} 列需要确认"),
            Lang::En => format!("{count} {} to confirm", plural(count, "column", "columns")),
        }
    }

    /// What a table left aside: columns without a field, rows that are no records.
    #[must_use]
    pub fn aside(lang: Lang, columns: usize, rows: usize) -> String {
        match lang {
            Lang::Zh => match (columns, rows) {
                (_, 0) => format!("{columns} 列未导入"),
                (0, _) => format!("{rows} 行未导入"),
                _ => format!("{columns} 列、{rows} 行未导入"),
            },
            Lang::En => match (columns, rows) {
                (_, 0) => format!("{columns} {} left out", plural(columns, "column", "columns")),
                (0, _) => format!("{rows} {} left out", plural(rows, "row", "rows")),
                _ => format!(
                    "{columns} {} and {rows} {} left out",
                    plural(columns, "column", "columns"),
                    plural(rows, "row", "rows")
                ),
            },
        }
    }

    /// A column that was left out.
    #[must_use]
    pub fn aside_column(lang: Lang, letters: &str, header: &str, reason: &str) -> String {
        match lang {
            Lang::Zh => format!("{letters} 列{}：{reason}", quoted(lang, header)),
            Lang::En => format!("column {letters} {}: {reason}", quoted(lang, header)),
        }
    }

    /// A row that was left out, with its key of the reason.
    #[must_use]
    pub fn aside_row(lang: Lang, row: u32, reason: &str, text: &str) -> String {
        let reason = match reason {
            "blank" => t("空行", "blank"),
            "title" => t("标题行", "title line"),
            "tail" => t("表尾", "tail"),
            "hidden" => t("隐藏行", "hidden"),
            "example" => t("模板的示例行", "the template's example"),
            _ => t("不是记录", "no record"),
        };
        let text = if text.is_empty() { String::new() } else { format!(" {text}") };
        match lang {
            Lang::Zh => format!("第 {row} 行，{}{text}", reason.zh),
            Lang::En => format!("row {row}, {}{text}", reason.en),
        }
    }
}

/// Words of the mapping screen.
pub mod map {
    use super::{Lang, Text, plural, quoted, t};

    /// Column.
    pub const COLUMN: Text = t("列", "Column");
    /// Column.
    pub const HEADER: Text = t("表头", "Header");
    /// Column.
    pub const SAMPLE: Text = t("内容举例", "Some values");
    /// Column.
    pub const FIELD: Text = t("对应字段", "Field");
    /// Column.
    pub const REASON: Text = t("判断依据", "Why");
    /// The column holds no field.
    pub const NOT_TAKEN: Text = t("不导入", "Leave out");
    /// Kind of the records.
    pub const KIND: Text = t("信息种类", "Kind of record");
    /// Row of the header.
    pub const HEADER_ROW: Text = t("表头在第几行", "Header row");
    /// A sheet without a header.
    pub const NO_HEADER: Text = t("没有表头", "No header");
    /// Confirms.
    pub const CONFIRM: Text = t("确认并开始校验", "Confirm and check");
    /// Leaves.
    pub const BACK: Text = t("返回载入", "Back to loading");
    /// Leaves the sheet out.
    pub const LEAVE_OUT: Text = t("不导入这张表", "Leave this sheet out");
    /// Heading of the preview.
    pub const PREVIEW: Text = t("原表前几行", "The sheet's first rows");
    /// Why a column is settled.
    pub const BY_HEADER: Text = t("表头与字段名称相符", "The header names the field");
    /// Why a column is settled.
    pub const BY_USER: Text = t("由人工选定", "Chosen by you");
    /// Why a column is not taken.
    pub const EMPTY: Text = t("整列为空", "The column is empty");
    /// A column without a header or values.
    pub const NO_NAME: Text = t("（无表头）", "(no header)");
    /// When no kind is chosen.
    pub const NEED_KIND: Text = t("「信息种类」尚未选定", "“Kind of record” is not chosen");
    /// When no column is taken.
    pub const NEED_COLUMN: Text =
        t("没有任何一列对应到字段，至少选定一列", "No column holds a field: choose one at least");

    /// Heading.
    #[must_use]
    pub fn title(lang: Lang, open: usize, sheet: &str) -> String {
        match (lang, open) {
            (Lang::Zh, 0) => format!("核对{}的列对应关系", quoted(lang, sheet)),
            (Lang::Zh, _) => format!("有 {open} 列需要确认对应关系"),
            (Lang::En, 0) => format!("Columns of {}", quoted(lang, sheet)),
            (Lang::En, _) => format!("{open} {} to confirm", plural(open, "column", "columns")),
        }
    }

    /// Heading where no header was found.
    #[must_use]
    pub fn title_unknown(lang: Lang, sheet: &str) -> String {
        match lang {
            Lang::Zh => format!("{}认不出表头，需选定种类和各列", quoted(lang, sheet)),
            Lang::En => format!("No header recognised in {}: choose kind and columns", quoted(lang, sheet)),
        }
    }

    /// Line below the heading.
    #[must_use]
    pub fn lead(lang: Lang, source: &str, sheet: &str, kind: &str, settled: usize) -> String {
        let place = if sheet.is_empty() || sheet == source {
            quoted(lang, source)
        } else {
            match lang {
                Lang::Zh => format!("{}的工作表{}", quoted(lang, source), quoted(lang, sheet)),
                Lang::En => format!("Sheet {} of {}", quoted(lang, sheet), quoted(lang, source)),
            }
        };
        match (lang, kind.is_empty()) {
            (Lang::Zh, true) => format!("{place}尚未识别种类。选定后，各列可逐一对应。"),
            (Lang::Zh, false) => format!("{place}识别为{kind}。{settled} 列已自动对应，也可更改。"),
            (Lang::En, true) => {
                format!("{place} is of no known kind yet. Choose one, then match the columns.")
            }
            (Lang::En, false) => {
                format!(
                    "{place} holds {kind}. {settled} {} matched already.",
                    plural(settled, "column is", "columns are")
                )
            }
        }
    }

    /// Name of a column's choice.
    #[must_use]
    pub fn choice(lang: Lang, letters: &str, header: &str) -> String {
        match lang {
            Lang::Zh => format!("{letters} 列{}对应的字段", quoted(lang, header)),
            Lang::En => format!("Field of column {letters} {}", quoted(lang, header)),
        }
    }

    /// A column that is still open.
    #[must_use]
    pub fn still_open(lang: Lang, letters: &str, header: &str) -> String {
        match lang {
            Lang::Zh => format!("{letters} 列{}尚未选定，可选「不导入」", quoted(lang, header)),
            Lang::En => format!("Column {letters} {} is open; “Leave out” is a choice", quoted(lang, header)),
        }
    }

    /// Two columns for one field.
    #[must_use]
    pub fn twice(lang: Lang, field: &str, first: &str, second: &str) -> String {
        match lang {
            Lang::Zh => format!("{}同时选了 {first} 列和 {second} 列，只留一列", quoted(lang, field)),
            Lang::En => {
                format!("{} is taken from columns {first} and {second}: keep one", quoted(lang, field))
            }
        }
    }

    /// A field that the column may hold.
    #[must_use]
    pub fn may_be(lang: Lang, fields: &[String]) -> String {
        let fields: Vec<_> = fields.iter().map(|field| quoted(lang, field)).collect();
        match lang {
            Lang::Zh => format!("可能是{}", fields.join("或")),
            Lang::En => format!("may be {}", fields.join(" or ")),
        }
    }

    /// Required fields that no column holds.
    #[must_use]
    pub fn lacking(lang: Lang, fields: &[String]) -> String {
        let fields: Vec<_> = fields.iter().map(|field| quoted(lang, field)).collect();
        match lang {
            Lang::Zh => format!("必填字段{}没有对应的列，载入后可在表格中补填", fields.join("、")),
            Lang::En => {
                format!("No column holds the required {}; fill them in later in the grid", fields.join(", "))
            }
        }
    }

    /// A row of the header list.
    #[must_use]
    pub fn row(lang: Lang, row: u32, text: &str) -> String {
        match lang {
            Lang::Zh => format!("第 {row} 行　{text}"),
            Lang::En => format!("Row {row}  {text}"),
        }
    }
}

/// Words of the export screen.
pub mod export {
    use super::{Lang, Text, plural, quoted, records, t};

    /// Heading.
    pub const TITLE: Text = t("导出", "Export");
    /// Line below the heading.
    pub const LEAD: Text = t(
        "只导出没有错误、且警告已确认的记录。被排除的记录保留在本批中，改好后可再次导出。",
        "Only records without errors and with confirmed warnings leave. The others stay and can leave once mended.",
    );
    /// Makes the problem workbook.
    pub const PROBLEMS: Text = t("导出问题清单", "Export the problem workbook");
    /// While files are made.
    pub const WORKING: Text = t("正在生成…", "Making the files…");
    /// Heading of the kinds.
    pub const KINDS: Text = t("记录种类", "Kinds of record");
    /// Beside that heading.
    pub const KINDS_HINT: Text = t("每种一个文件", "one file each");
    /// Heading of the template's card.
    pub const FORMAT: Text = t("导入文件格式", "File format");
    /// Label of the templates.
    pub const TEMPLATE: Text = t("平台模板", "Template");
    /// The template does not take the kind.
    pub const NOT_SUPPORTED: Text = t("所选模板不含这一种类", "The template does not take this kind");
    /// The kind can leave.
    pub const CAN_LEAVE: Text = t("可以导出", "Ready");
    /// Nothing of the kind can leave.
    pub const CANNOT_LEAVE: Text = t("暂无可导出的记录", "Nothing to export yet");
    /// Shows the findings.
    pub const SHOW: Text = t("查看", "Show");
    /// Leads to findings of level error.
    pub const GO_MEND: Text = t("去修改", "Mend");
    /// Leads to findings of level warning.
    pub const GO_CONFIRM: Text = t("去确认", "Confirm");
    /// Heading of the preview.
    pub const PREVIEW: Text = t("文件预览", "Preview of the file");
    /// Name of the scrolling part.
    pub const PREVIEW_SCROLL: Text = t("文件预览，可左右滚动", "Preview of the file, scrolls sideways");
    /// When there is no record to preview.
    pub const PREVIEW_NONE: Text =
        t("没有可导出的记录，文件不会生成。", "No record leaves, so no file is made.");
    /// Previews a kind.
    pub const PREVIEW_SHOW: Text = t("查看检查与预览", "Show checks and preview");
    /// Heading of the warnings.
    pub const WARNINGS: Text = t("待确认的警告", "Warnings to confirm");
    /// When every warning is confirmed.
    pub const WARNINGS_NONE: Text = t("没有待确认的警告。", "No warning is left to confirm.");
    /// Opens the dialog that confirms a rule's warnings.
    pub const CONFIRM: Text = t("确认…", "Confirm…");
    /// Confirms.
    pub const CONFIRM_DO: Text = t("确认并记录", "Confirm and record");
    /// Reason.
    pub const REASON: Text = t("理由", "Reason");
    /// Reason in one's own words.
    pub const REASON_TEXT: Text = t("说明", "Explanation");
    /// Hint at that.
    pub const REASON_HINT: Text = t("至少 5 个字", "At least 5 characters");
    /// What the reason does.
    pub const REASON_FATE: Text = t(
        "理由随这些记录保存。警告确认后，记录可以导出；值再改动时须重新确认。",
        "The reason stays with the records. They may leave then; a changed value must be confirmed anew.",
    );
    /// When no reason is chosen.
    pub const REASON_NONE: Text = t("「理由」尚未选择", "“Reason” is not chosen");
    /// When the explanation is too short.
    pub const REASON_SHORT: Text =
        t("「说明」不足 5 个字，写明为什么可以导出", "“Explanation” is too short: say why they may leave");
    /// Heading of the dialog that says why nothing leaves.
    pub const WHY_TITLE: Text = t("现在没有可导出的记录", "Nothing can leave yet");
    /// Back to checking.
    pub const TO_CHECK: Text = t("返回核对", "Back to checking");
    /// No kind is chosen.
    pub const WHY_NO_KIND: Text = t(
        "没有选中任何记录种类，在左侧勾选要导出的种类。",
        "No kind is chosen: tick those that shall leave.",
    );
    /// There are no records at all.
    pub const EMPTY: Text = t("本批没有记录", "The batch has no records");
    /// What to do then.
    pub const EMPTY_HINT: Text =
        t("先载入表格，核对后再导出。", "Load a table first, check it, then export.");
    /// Heading of the results.
    pub const FILES: Text = t("已生成的文件", "Files made");
    /// Where files went.
    pub const FILES_HINT: Text = t("已保存到浏览器的下载文件夹", "Saved to the browser's download folder");
    /// A file could not be made.
    pub const AGAIN: Text = t("重试", "Try again");
    /// Saves a file once more.
    pub const SAVE_AGAIN: Text = t("再次保存", "Save again");
    /// A problem workbook among the results.
    pub const PROBLEM_FILE: Text = t("问题清单", "Problem workbook");
    /// Heading of the problem workbook's card.
    pub const PROBLEM_TITLE: Text = t("退回问题清单", "Problem workbook");
    /// What it is.
    pub const PROBLEM_HINT: Text = t(
        "被排除的记录按原表列出，附问题、依据、建议三列并标出单元格，可退回提供信息的人。身份证号、手机号、银行卡号已遮蔽。",
        "The records that stay, in their own columns, with problem, basis and advice beside marked cells, to send back. Personal numbers are masked.",
    );
    /// While the plan is made.
    pub const PLANNING: Text = t("正在检查可导出的记录…", "Looking through what may leave…");

    /// The main button.
    #[must_use]
    pub fn export(lang: Lang, files: usize) -> String {
        match (lang, files) {
            (Lang::Zh, 0) => "导出".to_owned(),
            (Lang::Zh, _) => format!("导出 {files} 个文件"),
            (Lang::En, 0) => "Export".to_owned(),
            (Lang::En, _) => format!("Export {files} {}", plural(files, "file", "files")),
        }
    }

    /// What of a kind leaves and what stays.
    #[must_use]
    pub fn leaving(lang: Lang, leaving: usize, staying: usize) -> String {
        match (lang, staying) {
            (Lang::Zh, 0) => format!("导出 {}", records(lang, leaving)),
            (Lang::Zh, _) => format!("导出 {}，排除 {}", records(lang, leaving), records(lang, staying)),
            (Lang::En, 0) => format!("{} leave", records(lang, leaving)),
            (Lang::En, _) => format!("{} leave, {staying} stay", records(lang, leaving)),
        }
    }

    /// Why records of a kind stay; empty where none does.
    #[must_use]
    pub fn staying(lang: Lang, errors: usize, warnings: usize, lacking: usize) -> String {
        let parts: [(usize, Text); 3] = [
            (errors, t(" 条有错误", " with errors")),
            (warnings, t(" 条警告未确认", " with open warnings")),
            (lacking, t(" 条缺模板必填项", " without a value the template requires")),
        ];
        let parts: Vec<_> = parts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, text)| format!("{count}{}", text.get(lang)))
            .collect();
        parts.join(if lang == Lang::Zh { "，" } else { ", " })
    }

    /// Heading of the preflight list.
    #[must_use]
    pub fn checks(lang: Lang, kind: &str) -> String {
        match lang {
            Lang::Zh => format!("导出前检查 · {kind}"),
            Lang::En => format!("Before export · {kind}"),
        }
    }

    /// How much of the file the preview shows.
    #[must_use]
    pub fn preview_rows(lang: Lang, rows: usize, records: usize) -> String {
        match lang {
            Lang::Zh => format!("前 {rows} 行，文件共 {records} 条记录"),
            Lang::En => format!(
                "first {rows} {} of {records} {}",
                plural(rows, "row", "rows"),
                plural(records, "record", "records")
            ),
        }
    }

    /// Heading of the dialog that confirms a rule's warnings.
    #[must_use]
    pub fn confirm_title(lang: Lang, count: usize) -> String {
        match lang {
            Lang::Zh => format!("确认 {count} 个警告"),
            Lang::En => format!("Confirm {count} {}", plural(count, "warning", "warnings")),
        }
    }

    /// A sentence on a kind of which nothing leaves.
    #[must_use]
    pub fn why(lang: Lang, kind: &str, why: &str) -> String {
        match lang {
            Lang::Zh => format!("{}：{why}", quoted(lang, kind)),
            Lang::En => format!("{}: {why}", quoted(lang, kind)),
        }
    }

    /// A file in the results.
    #[must_use]
    pub fn made(lang: Lang, count: usize) -> String {
        records(lang, count)
    }
}

/// Words of the charts.
pub mod charts {
    use super::{Lang, Text, records, t};

    /// Below the number in the donut.
    pub const RECORDS: Text = t("条记录", "records");
    /// Part of the donut.
    pub const WARNINGS: Text = t("有警告", "Warnings");
    /// Part of the donut.
    pub const ERRORS: Text = t("有错误", "Errors");
    /// What becomes of records that passed.
    pub const LEAVE: Text = t("可导出", "ready");
    /// What becomes of records with warnings.
    pub const CONFIRM: Text = t("待确认", "to confirm");
    /// What becomes of records with errors.
    pub const STAY: Text = t("不导出", "stay");
    /// Heading of the bars.
    pub const DIMENSIONS: Text =
        t("四个质量维度 · 有错误或警告的记录数", "Quality · records with errors or warnings");
    /// Heading, where more than the four of quality are shown.
    pub const ALL_DIMENSIONS: Text =
        t("各维度 · 有错误或警告的记录数", "By dimension · records with errors or warnings");

    /// The donut in words.
    #[must_use]
    pub fn donut(lang: Lang, all: usize, passed: usize, warnings: usize, errors: usize) -> String {
        match lang {
            Lang::Zh => format!("共 {all} 条：通过 {passed}，有警告 {warnings}，有错误 {errors}"),
            Lang::En => format!(
                "{}: {passed} passed, {warnings} with warnings, {errors} with errors",
                records(lang, all)
            ),
        }
    }

    /// A bar in words.
    #[must_use]
    pub fn bar(lang: Lang, label: &str, errors: usize, warnings: usize) -> String {
        match lang {
            Lang::Zh => format!("{label}：错误 {errors} 条，警告 {warnings} 条"),
            Lang::En => format!("{label}: {errors} with errors, {warnings} with warnings"),
        }
    }

    /// Records of a bar.
    #[must_use]
    pub fn count(lang: Lang, count: usize) -> String {
        match lang {
            Lang::Zh => format!("{count} 条"),
            Lang::En => count.to_string(),
        }
    }

    /// Share of records without findings of a dimension.
    #[must_use]
    pub fn rate(lang: Lang, permille: usize) -> String {
        let (whole, tenth) = (permille / 10, permille % 10);
        match lang {
            Lang::Zh => format!("合格 {whole}.{tenth}%"),
            Lang::En => format!("{whole}.{tenth}% fine"),
        }
    }

    /// Heading of the histogram.
    #[must_use]
    pub fn days_title(lang: Lang, days: u32, working: bool, unknown: usize) -> String {
        match lang {
            Lang::Zh => {
                let count = if working { "工作日" } else { "自然日" };
                let rest =
                    if unknown == 0 { String::new() } else { format!("，{unknown} 条日期有误未计") };
                format!("距 {days} 天归集时限的剩余天数（{count}{rest}）")
            }
            Lang::En => {
                let count = if working { "working days" } else { "days" };
                let rest = if unknown == 0 { String::new() } else { format!(", {unknown} without a date") };
                format!("Days left of {days} ({count}{rest})")
            }
        }
    }

    /// The histogram in words.
    #[must_use]
    pub fn days(lang: Lang, overdue: usize, most: i32, soon: usize, later: usize) -> String {
        match lang {
            Lang::Zh => {
                let most =
                    if overdue == 0 { String::new() } else { format!("（最长超期 {most} 天）") };
                format!(
                    "距归集时限剩余天数分布：已超期 {overdue} 条{most}，5 日内到期 {soon} 条，其余 {later} 条"
                )
            }
            Lang::En => {
                let most = if overdue == 0 { String::new() } else { format!(" (by up to {most} days)") };
                format!(
                    "Days left for gathering: {overdue} overdue{most}, {soon} due within 5 days, {later} later"
                )
            }
        }
    }

    /// Unit at the end of the axis.
    pub const DAY: Text = t("天", "d");
    /// Part of the histogram.
    pub const OVERDUE: Text = t("超期", "overdue");
    /// Part of the histogram.
    pub const SOON: Text = t("5 日内", "within 5 days");
    /// Part of the histogram.
    pub const LATER: Text = t("其余", "later");
}

/// The head of an error summary.
#[must_use]
pub fn to_mend(lang: Lang, count: usize) -> String {
    common::TO_MEND.get(lang).replace("{}", &count.to_string())
}
