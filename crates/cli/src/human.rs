//! Findings for people: file, sheet, place, rule, what is wrong, how to mend it; counts at the end.

use std::fmt::Write;

use precheck_session::Kind;
use precheck_session::api::{FileReport, FindingReport, LeftOutReport, Report, TableReport};

use crate::Status;
use crate::output::{Ink, Paint, tame};

/// How often something was found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) records: usize,
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) notes: usize,
    /// Files that could not be read.
    pub(crate) unread: usize,
}

impl Counts {
    pub(crate) fn of(files: &[FileReport]) -> Self {
        let mut counts = Self::default();
        for file in files {
            counts.unread += usize::from(file.problem.is_some());
            for table in &file.tables {
                counts.records += table.rows;
                for finding in &table.findings {
                    match finding.severity.as_str() {
                        "error" => counts.errors += 1,
                        "warning" => counts.warnings += 1,
                        _ => counts.notes += 1,
                    }
                }
            }
        }
        counts
    }

    /// The exit status that belongs to them.
    pub(crate) fn status(self) -> Status {
        match self {
            Self { unread: 1.., .. } => Status::Failed,
            Self { errors: 1.., .. } => Status::Errors,
            _ => Status::Clean,
        }
    }
}

/// A report for people.
pub(crate) fn report(report: &Report, paint: Paint) -> String {
    let mut out = String::new();
    for file in &report.files {
        self::file(file, paint, &mut out);
    }
    summary(report, paint, &mut out);
    out
}

/// One file of a report.
pub(crate) fn file(file: &FileReport, paint: Paint, out: &mut String) {
    _ = writeln!(out, "{}", paint.paint(Ink::Bold, &tame(&file.path)));
    if let Some(problem) = &file.problem {
        _ = writeln!(out, "  {}  {}", paint.paint(Ink::Red, "无法读取"), tame(&problem.message));
    }
    for table in &file.tables {
        self::table(table, paint, out);
    }
    for (sheet, reason) in &file.left_out_sheets {
        _ = writeln!(
            out,
            "  {}",
            paint.paint(Ink::Dim, &format!("工作表“{}”未载入：{}", tame(sheet), tame(reason)))
        );
    }
    out.push('\n');
}

fn table(table: &TableReport, paint: Paint, out: &mut String) {
    let kind = Kind::from_key(&table.kind).map_or("", |kind| kind.label().zh);
    let sheet = if table.sheet.is_empty() {
        String::new()
    } else {
        format!("工作表“{}”，", tame(&table.sheet))
    };
    let header = table.header_row.map_or("没有表头".to_owned(), |row| format!("表头在第 {row} 行"));
    _ = writeln!(out, "  {sheet}{kind}，{header}，{} 条", table.rows);
    for finding in &table.findings {
        self::finding(finding, paint, out);
    }
    if table.findings.is_empty() {
        _ = writeln!(out, "    {}", paint.paint(Ink::Green, "没有发现问题"));
    }
    for column in &table.unmapped {
        let text = format!("{} 列“{}”未采用：{}", column.column, tame(&column.header), tame(&column.reason));
        _ = writeln!(out, "    {}", paint.paint(Ink::Dim, &text));
    }
    if let Some(text) = left_out(&table.left_out) {
        _ = writeln!(out, "    {}", paint.paint(Ink::Dim, &text));
    }
}

fn finding(finding: &FindingReport, paint: Paint, out: &mut String) {
    let (ink, severity) = match finding.severity.as_str() {
        "error" => (Ink::Red, "错误"),
        "warning" => (Ink::Yellow, "警告"),
        _ => (Ink::Blue, "提示"),
    };
    let place = match (finding.row, &finding.column) {
        (Some(row), Some(column)) => format!("第 {row} 行 {column} 列"),
        (Some(row), None) => format!("第 {row} 行"),
        (None, Some(column)) => format!("{column} 列"),
        (None, None) => "整表".to_owned(),
    };
    _ = writeln!(
        out,
        "    {place}  {}  {}  {}",
        paint.paint(ink, severity),
        finding.rule,
        tame(&finding.message)
    );
    if !finding.suggestion.is_empty() {
        _ = writeln!(out, "      建议：{}", tame(&finding.suggestion));
    }
    if let Some(fix) = &finding.fix {
        let how = if fix.kind == "safe" { "安全修复" } else { "需核对" };
        let value = if fix.value.is_empty() { "空白".to_owned() } else { tame(&fix.value) };
        _ = writeln!(out, "      可改为：{value}（{how}）");
    }
}

/// The rows that are no records: blank ones counted, the others named.
fn left_out(rows: &[LeftOutReport]) -> Option<String> {
    let mut parts = Vec::new();
    let blank = rows.iter().filter(|row| row.reason == "blank").count();
    if blank > 0 {
        parts.push(format!("空行 {blank} 行"));
    }
    for row in rows.iter().filter(|row| row.reason != "blank") {
        let reason = match row.reason.as_str() {
            "title" => "标题",
            "tail" => "表尾",
            "hidden" => "隐藏行",
            "example" => "模板的示例行",
            other => other,
        };
        let text: String = tame(&row.text).chars().take(30).collect();
        parts.push(format!("第 {} 行（{reason}）{text}", row.row));
    }
    (!parts.is_empty()).then(|| format!("不计入记录：{}", parts.join("；")))
}

fn summary(report: &Report, paint: Paint, out: &mut String) {
    let counts = Counts::of(&report.files);
    _ = writeln!(
        out,
        "共 {} 个文件，{} 条记录：{}，{}，{}",
        report.files.len(),
        counts.records,
        paint.paint(Ink::Red, &format!("错误 {} 处", counts.errors)),
        paint.paint(Ink::Yellow, &format!("警告 {} 处", counts.warnings)),
        paint.paint(Ink::Blue, &format!("提示 {} 处", counts.notes)),
    );
    if counts.unread > 0 {
        _ = writeln!(out, "{}", paint.paint(Ink::Red, &format!("{} 个文件无法读取", counts.unread)));
    }
    _ = writeln!(out, "核查基准日 {}，规则版本 {}", report.today, report.rules_version);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding_of(severity: &str) -> FindingReport {
        FindingReport {
            row: Some(5),
            column: Some("E".to_owned()),
            field: Some("uscc".to_owned()),
            rule: "A004".to_owned(),
            name: "uscc-check-character".to_owned(),
            severity: severity.to_owned(),
            value: "x".to_owned(),
            message: "「统一社会信用代码」校验位不符\u{1B}[31m".to_owned(),
            suggestion: "与营业执照核对".to_owned(),
            fix: None,
        }
    }

    fn file_of(findings: Vec<FindingReport>) -> FileReport {
        let table = TableReport {
            sheet: "处罚".to_owned(),
            kind: "penalty".to_owned(),
            header_row: Some(3),
            rows: 2,
            left_out: vec![
                LeftOutReport { row: 7, reason: "blank".to_owned(), text: String::new() },
                LeftOutReport { row: 8, reason: "tail".to_owned(), text: "填表人：包志强".to_owned() },
            ],
            unmapped: Vec::new(),
            findings,
        };
        FileReport { path: "a.xlsx".to_owned(), tables: vec![table], ..FileReport::default() }
    }

    #[test]
    fn lines_say_place_rule_and_remedy_and_cannot_steer_the_terminal() {
        let mut out = String::new();
        file(&file_of(vec![finding_of("error")]), Paint(false), &mut out);
        assert_eq!(
            out,
            "a.xlsx\n  工作表“处罚”，行政处罚，表头在第 3 行，2 条\n    第 5 行 E 列  错误  A004  \
             「统一社会信用代码」校验位不符\u{FFFD}[31m\n      建议：与营业执照核对\n    \
             不计入记录：空行 1 行；第 8 行（表尾）填表人：包志强\n\n"
        );
        let mut coloured = String::new();
        file(&file_of(vec![finding_of("error")]), Paint(true), &mut coloured);
        assert!(coloured.contains("\u{1B}[31m错误\u{1B}[0m"));
    }

    #[test]
    fn the_gravest_decides_the_status() {
        let unread = FileReport {
            path: "b".to_owned(),
            problem: Some(precheck_session::api::ProblemView {
                key: "empty".to_owned(),
                message: "空".to_owned(),
            }),
            ..FileReport::default()
        };
        let status = |files: &[FileReport]| Counts::of(files).status();
        assert_eq!(status(&[file_of(vec![finding_of("warning")])]), Status::Clean);
        assert_eq!(status(&[file_of(vec![finding_of("info"), finding_of("error")])]), Status::Errors);
        assert_eq!(status(&[file_of(vec![finding_of("error")]), unread]), Status::Failed);
    }
}
