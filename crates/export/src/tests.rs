//! Files as platforms get them: cells by template and kind, bytes read back by the readers.

use precheck_schema::profile::Profile;
use precheck_schema::table::ColumnMeaning;
use precheck_schema::template::{FileType, Template};
use precheck_schema::{FieldKey, Kind, Table};
use precheck_tabular::write::OutStyle;
use precheck_tabular::{ReadOptions, Recognition, Workbook, build_table, read, recognise};

use crate::problems::{ProblemRow, ProblemSheet, workbook};
use crate::sample::{full, records, table};
use crate::{ExportError, Templates, lacking, rows, write};

fn profile() -> Profile {
    let mut profile = Profile::built_in();
    profile.organisation.uscc = "11150525MB1A234574".to_owned();
    profile
}

fn template(name: &str) -> Template {
    Templates::built_in().find(name).expect("a built-in template").clone()
}

/// Rows of the first sheet as read, row 1 first.
fn grid_rows(workbook: &Workbook) -> Vec<Vec<String>> {
    let grid = &workbook.grids[0];
    (0..grid.rows)
        .map(|row| (0..grid.columns.len()).map(|column| grid.text(row, column).to_owned()).collect())
        .collect()
}

fn padded(mut rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    for row in &mut rows {
        row.resize(width, String::new());
    }
    rows
}

#[test]
fn cells_of_every_template_and_kind() {
    let mut out = String::new();
    for template in Templates::built_in().iter() {
        for kind in Kind::ALL {
            let table = full(kind);
            let rows = rows(template, kind, &records(&table), &profile());
            assert_eq!(rows.is_empty(), template.layout(kind).is_none());
            if !rows.is_empty() {
                out.extend(["# ", &template.name, " ", kind.key(), "\n"]);
            }
            for row in rows {
                out.push_str(&row.join("|"));
                out.push('\n');
            }
        }
    }
    assert_eq!(out, include_str!("snapshot.txt"));
}

#[test]
fn what_is_written_is_read_back() {
    for template in Templates::built_in().iter().filter(|t| t.file == FileType::Xlsx) {
        for kind in Kind::ALL.into_iter().filter(|k| template.layout(*k).is_some()) {
            let table = full(kind);
            let records = records(&table);
            let bytes = write(template, kind, &records, &profile()).unwrap();
            assert_eq!(
                bytes,
                write(template, kind, &records, &profile()).unwrap(),
                "equal input, equal bytes"
            );
            let workbook = read(&bytes, &ReadOptions::default()).unwrap();
            assert_eq!(workbook.grids.len(), 1);
            assert!(workbook.grids[0].merges.is_empty());
            assert_eq!(grid_rows(&workbook), padded(rows(template, kind, &records, &profile())));
            let sheet = template.layout(kind).map(|l| l.sheet.as_str()).filter(|s| !s.is_empty());
            assert_eq!(workbook.grids[0].name, sheet.unwrap_or(kind.label().zh));
        }
    }
}

#[test]
fn the_plan_is_recognised_and_leaves_the_same_again() {
    let template = template("plan");
    for kind in Kind::ALL {
        let table = full(kind);
        let bytes = write(&template, kind, &records(&table), &profile()).unwrap();
        let mut workbook = read(&bytes, &ReadOptions::default()).unwrap();
        let grid = workbook.grids.remove(0);
        let Recognition::Table(recognised) = recognise(&grid, None) else { panic!("{kind} has a header") };
        assert_eq!((recognised.kind, recognised.header_row), (kind, 1));
        assert!(recognised.unmapped.is_empty() && recognised.open.is_empty(), "{kind}");
        let again = build_table(grid, &recognised);
        assert_eq!(write(&template, kind, &records(&again), &profile()).unwrap(), bytes, "{kind}");
    }
}

#[test]
fn optional_columns_leave_only_where_a_record_fills_them() {
    let fields = [FieldKey::EnterpriseName, FieldKey::FineAmount, FieldKey::Remark];
    let two = table(Kind::Penalty, &fields, &[&["甲公司", "", "—"], &["乙公司", "0.3", "无"]]);
    let all = rows(&template("plan"), Kind::Penalty, &records(&two), &profile());
    let headers = "企业名称 统一社会信用代码 注册号 处罚机关 处罚决定书文号 违法行为类型 行政处罚内容 处罚决定日期 \
                   公示期限 罚款金额(万元)";
    assert_eq!(all[0].join(" "), headers);
    assert_eq!(all[2][9], "0.3");
    let first = rows(&template("plan"), Kind::Penalty, &records(&two)[..1], &profile());
    assert_eq!(first[0].join(" "), headers.trim_end_matches(" 罚款金额(万元)"));
}

#[test]
fn codes_leave_in_the_words_of_the_template() {
    let codes = |name: &str, value: &str, header: &str| {
        let table = table(Kind::Penalty, &[FieldKey::PenaltyType], &[&[value]]);
        let rows = rows(&template(name), Kind::Penalty, &records(&table), &profile());
        let header_row = rows.len() - 2;
        let column = rows[header_row].iter().position(|h| h == header).expect("the column");
        rows[header_row + 1][column].clone()
    };
    assert_eq!(codes("gsxt-department", "停产停业 罚款；", "处罚种类"), "责令停产停业,罚款");
    assert_eq!(
        codes("gsxt-supervision", "没收违法所得、没收非法财物，2", "处罚类型"),
        "没收违法所得和非法财物,罚款"
    );
    let china = |value: &str| codes("credit-china", value, "处罚类别");
    assert_eq!(china("警告,没收非法财物"), "警告;没收违法所得;没收非法财物");
    assert_eq!(china("5,7,吊销执照"), "暂扣或者吊销许可证;暂扣或者吊销执照");
    assert_eq!(china("4，9"), "责令停产停业;其他");
    assert_eq!(china("训诫"), "训诫", "what the list does not know is not changed");
}

#[test]
fn what_a_template_requires() {
    let fields = [FieldKey::EnterpriseName, FieldKey::PenaltyType, FieldKey::FineAmount];
    let missing = |name: &str, row: &[&str], profile: &Profile| {
        let table = table(Kind::Penalty, &fields, &[row]);
        lacking(&template(name), records(&table)[0], profile)
    };
    assert_eq!(missing("gsxt-department", &["甲公司", "无", ""], &profile()), ["处罚种类"]);
    assert!(missing("gsxt-department", &["甲公司", "罚款", ""], &profile()).is_empty());
    let fine = "罚款金额(万元)".to_owned();
    assert!(missing("credit-china", &["甲公司", "罚款", ""], &profile()).contains(&fine));
    assert!(!missing("credit-china", &["甲公司", "罚款", "0.5"], &profile()).contains(&fine));
    assert!(!missing("credit-china", &["甲公司", "警告", ""], &profile()).contains(&fine));
    assert!(lacking(&template("gsxt-department"), records(&full(Kind::Other))[0], &profile()).is_empty());

    let plan = missing("plan", &["无", "罚款", "0.5"], &profile());
    assert_eq!(
        plan.join(" "),
        "企业名称 处罚机关 处罚决定书文号 违法行为类型 行政处罚内容 处罚决定日期 公示期限"
    );

    let complete = full(Kind::Penalty);
    let complete = records(&complete)[0];
    assert!(lacking(&template("credit-china"), complete, &profile()).is_empty());
    // Without a code of its own the organisation cannot report: it is named, not invented.
    assert_eq!(
        lacking(&template("credit-china"), complete, &Profile::built_in()),
        ["处罚机关统一社会信用代码", "数据来源单位统一社会信用代码"]
    );
}

#[test]
fn derived_columns() {
    use FieldKey as F;
    let fields = [F::Uscc, F::RegistrationNo, F::Authority, F::DecisionDate, F::Serious, F::PublicityPeriod];
    let derived = |row: [&str; 6]| {
        let table = table(Kind::Penalty, &fields, &[&row]);
        let rows = rows(&template("credit-china"), Kind::Penalty, &records(&table), &profile());
        [1, 2, 23, 24, 26].map(|column| rows[1][column].clone())
    };
    let authority = "奈曼旗消防救援局";
    assert_eq!(
        derived(["92150525MA0Q1R2D92", "", authority, "2023-06-01", "是", "2024/6/1"]),
        ["个体工商户", "92150525MA0Q1R2D92", "2026/06/01", "2024/06/01", "11150525MB1A234574"]
    );
    assert_eq!(
        derived(["", "150525600012341", "开鲁县消防救援大队", "2024-02-29", "", "十二个月"]),
        ["个体工商户", "00000000000000000X", "2025/02/28", "2025/02/28", ""]
    );
    assert_eq!(
        derived(["", "150525000012341", authority, "", "", "自决定之日起一年"]),
        ["法人及非法人组织", "", "", "", "11150525MB1A234574"]
    );
}

#[test]
fn an_amount_is_never_cut() {
    let amounts = table(Kind::Penalty, &[FieldKey::FineAmount], &[&["0.12340"], &["1.23456"]]);
    let records = records(&amounts);
    let supervision = template("gsxt-supervision");
    assert!(write(&supervision, Kind::Penalty, &records[..1], &profile()).is_ok());
    let error = write(&supervision, Kind::Penalty, &records, &profile()).unwrap_err();
    assert!(
        matches!(&error, ExportError::Decimals { value, decimals: 4, .. } if value == "1.23456"),
        "{error}"
    );
    let error = write(&supervision, Kind::Other, &[], &profile()).unwrap_err();
    assert!(matches!(error, ExportError::NoLayout { .. }) && error.to_string().contains("监管端"), "{error}");
}

#[test]
fn documents_for_machines() {
    let table = full(Kind::LicenseTermination);
    let bytes = |name: &str| {
        let bytes = write(&template(name), Kind::LicenseTermination, &records(&table), &profile()).unwrap();
        String::from_utf8(bytes).unwrap()
    };
    let json: serde_json::Value = serde_json::from_str(&bytes("interface-json")).unwrap();
    assert_eq!(
        (&json["kind"], &json["name"]),
        (&"license-termination".into(), &"行政许可注销吊销撤销".into())
    );
    let record = json["records"][0].as_object().unwrap();
    assert_eq!((&record["INVALIDDATE"], &record["INVALIDREA"]), (&"2023-06-01".into(), &"场所关闭".into()));
    assert!(!record.keys().any(|name| name.contains('/') || name.starts_with("CAN")));
    let xml = bytes("exchange-xml");
    assert!(
        xml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<records kind=\"license-termination\"")
    );
    assert!(xml.contains("<INVALIDDATE>2023-06-01</INVALIDDATE>") && xml.ends_with("</records>\n"));
}

#[test]
fn documents_are_as_the_examples_beside_the_templates_say() {
    for (name, kind, example) in [
        ("interface-json", Kind::Penalty, include_str!("../../../templates/examples/interface-json.json")),
        (
            "exchange-xml",
            Kind::LicenseTermination,
            include_str!("../../../templates/examples/exchange-xml.xml"),
        ),
    ] {
        let table = full(kind);
        let bytes = write(&template(name), kind, &records(&table), &profile()).unwrap();
        assert_eq!(String::from_utf8(bytes).unwrap(), example, "{name}");
    }
}

#[test]
fn csv_templates_carry_a_mark_and_quote() {
    let json = r#"{"name":"own","title":"自有模板","file":"csv","layouts":[{"kinds":["other"],"above":[["说明"]],
        "first_column":1,"columns":[{"header":"名称","field":"enterprise_name"},
        {"header":"类别","default":"无类别"},{"header":"内容","field":"content"}]}]}"#;
    let mut templates = Templates::built_in();
    templates.add(Template::from_json(json).unwrap());
    templates.add(Template::from_json(json).unwrap());
    assert_eq!(templates.iter().filter(|t| t.name == "own").count(), 1);
    let fields = [FieldKey::EnterpriseName, FieldKey::Content];
    let table = table(Kind::Other, &fields, &[&["甲\"公司", "一,二"]]);
    let bytes = write(templates.find("own").unwrap(), Kind::Other, &records(&table), &profile()).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(text, "\u{FEFF}说明\r\n,名称,类别,内容\r\n,\"甲\"\"公司\",无类别,\"一,二\"\r\n");
}

#[test]
fn formulas_stay_texts() {
    let table = table(Kind::Other, &[FieldKey::EnterpriseName], &[&["=1+1"], &["＝HYPERLINK(\"x\")"]]);
    let bytes = write(&template("plan"), Kind::Other, &records(&table), &profile()).unwrap();
    let workbook = read(&bytes, &ReadOptions::default()).unwrap();
    for row in 1..=2 {
        let tag = workbook.grids[0].tag(row, 0);
        assert_eq!(tag.kind(), precheck_schema::grid::CellKind::Text);
        assert!(!tag.is_formula());
    }
}

fn problem(table: &Table, row: usize, marks: &[(FieldKey, OutStyle)]) -> ProblemRow {
    ProblemRow {
        row: table.rows()[row],
        problems: vec!["「企业名称」含有换行".to_owned(), "第二个问题".to_owned()],
        basis: vec!["实施方案 五(二)".to_owned()],
        suggestions: vec!["改为一行".to_owned()],
        marks: marks.to_vec(),
    }
}

#[test]
fn problems_go_back_in_the_columns_of_the_file() {
    let mut grid = precheck_schema::grid::Grid::default();
    let text = precheck_schema::grid::CellTag::new(precheck_schema::grid::CellKind::Text);
    let cells = [
        ["序号", "信用代码/注册号", "", "单位名称\n(全称)", "电话"],
        ["1", "150525000001237", "", "甲公司", "13800000000"],
        ["2", "91150525MA0Q1R2D92", "", "乙公司", ""],
    ];
    for (row, cells) in cells.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            grid.put(row as u32, column, cell, text);
        }
    }
    let meaning = |header: &str, source, field| ColumnMeaning {
        header: header.to_owned(),
        source: Some(source),
        field,
        ..ColumnMeaning::default()
    };
    let meanings = vec![
        meaning("单位名称\n(全称)", 3, Some(FieldKey::EnterpriseName)),
        meaning("信用代码/注册号", 1, Some(FieldKey::Uscc)),
        meaning("信用代码/注册号", 1, Some(FieldKey::RegistrationNo)),
        meaning("序号", 0, None),
        meaning("电话", 4, None),
    ];
    let mut table = Table::from_grid(Kind::Other, grid, Some(1), meanings, Vec::new());
    table.split_identifiers(|text| text.len() == 15);
    let added = table.insert_row(0);
    table.set_text(added, FieldKey::EnterpriseName, "丙公司");
    table.set_text(added, FieldKey::Remark, "补录");
    let rows = vec![
        problem(&table, 0, &[(FieldKey::Category, OutStyle::Warning)]),
        problem(&table, 1, &[(FieldKey::RegistrationNo, OutStyle::Info), (FieldKey::Uscc, OutStyle::Error)]),
        problem(&table, 2, &[]),
    ];
    let sheet = ProblemSheet { table: &table, name: "其他".to_owned(), rows };
    let mask = |field: Option<FieldKey>, text: &str| match field {
        None if text.len() == 11 => "138****0000".to_owned(),
        _ => text.to_owned(),
    };
    let bytes = workbook(&[sheet], &["备注：改动了规则".to_owned()], &mask).unwrap();
    let written = read(&bytes, &ReadOptions::default()).unwrap();
    let tail = ["「企业名称」含有换行\n第二个问题", "实施方案 五(二)", "改为一行"];
    let row = |cells: [&'static str; 7]| [cells.as_slice(), &tail].concat();
    let header = [
        "序号",
        "信用代码/注册号",
        "",
        "单位名称\n(全称)",
        "电话",
        "信息类别",
        "备注",
        "问题",
        "依据",
        "建议",
    ];
    let expected = [
        header.to_vec(),
        row(["1", "150525000001237", "", "甲公司", "138****0000", "", ""]),
        row(["2", "91150525MA0Q1R2D92", "", "乙公司", "", "", ""]),
        row(["", "", "", "丙公司", "", "", "补录"]),
        ["备注：改动了规则"].iter().chain([""; 9].iter()).copied().collect(),
    ];
    assert_eq!(
        grid_rows(&written),
        expected.map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>())
    );
}
