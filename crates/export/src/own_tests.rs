//! Own templates from blank files.

use precheck_schema::Kind;
use precheck_schema::profile::Profile;
use precheck_schema::template::{FileType, Template, TextEncoding, ValueForms};
use precheck_tabular::write::{OutCell, OutSheet, csv, xlsx};
use precheck_tabular::{Encoding, ReadOptions, Recognition, Workbook, read, recognise};

use crate::sample::{full, records};
use crate::{own, rows, write};

const HEADER: [&str; 8] = [
    "*单位名称",
    "统一社会信用代码/注册号",
    "处罚决定书文号*",
    "违法行为类型",
    "行政处罚内容",
    "罚款金额（元）",
    "信息来源 ",
    "处罚决定日期",
];

fn blank() -> Vec<u8> {
    let line = |texts: &[&str]| texts.iter().map(|t| OutCell::plain(*t)).collect::<Vec<_>>();
    let header: Vec<&str> = [""].iter().chain(&HEADER).copied().collect();
    let sheet = OutSheet {
        name: "处罚导入".to_owned(),
        rows: vec![
            line(&["", "行政处罚信息导入表"]),
            line(&[]),
            line(&header),
            line(&["", "某某公司", "", "示例"]),
        ],
        ..OutSheet::default()
    };
    xlsx(&[sheet]).unwrap()
}

fn own_template(bytes: &[u8]) -> (Workbook, Template) {
    let workbook = read(bytes, &ReadOptions::default()).unwrap();
    let grid = &workbook.grids[0];
    let Recognition::Table(recognised) = recognise(grid, None) else { panic!("a header") };
    let source = grid.columns.len().min(if grid.text(2, 0).is_empty() { 7 } else { 6 });
    let layout = own::layout(grid, &recognised, &[(source, "奈曼旗".to_owned())]).unwrap();
    let template = own::template(&workbook, " 旗平台 处罚", ValueForms::default(), vec![layout]);
    (workbook, template)
}

#[test]
fn a_blank_file_gives_a_template_that_repeats_it() {
    let (blank, template) = own_template(&blank());
    assert_eq!((template.name.as_str(), template.title.as_str()), ("own-旗平台-处罚", "旗平台 处罚"));
    // As a file and back.
    let template = Template::from_json(&template.to_json()).unwrap();
    let table = full(Kind::Penalty);
    let bytes = write(&template, Kind::Penalty, &records(&table), &Profile::built_in()).unwrap();
    let written = read(&bytes, &ReadOptions::default()).unwrap();
    let (blank, written) = (&blank.grids[0], &written.grids[0]);
    assert_eq!(written.name, blank.name);
    for row in 0..3 {
        for column in 0..blank.columns.len() {
            assert_eq!(written.text(row, column), blank.text(row, column), "{row} {column}");
        }
    }
    let record: Vec<&str> = (0..9).map(|column| written.text(3, column)).collect();
    assert_eq!(
        record,
        [
            "",
            "奈曼旗沙海酒店（普通合伙）",
            "91150525MA0Q1R2D92",
            "奈(消)行罚决字〔2023〕第0007号",
            "消防设施未保持完好有效",
            "罚款0.5万元；责令停产停业",
            "5000",
            "奈曼旗",
            "2023-06-01"
        ]
    );
    assert!(template.column(Kind::Penalty, precheck_schema::FieldKey::EnterpriseName).unwrap().required);
}

#[test]
fn either_identifier_is_the_one_there_is() {
    let (_, template) = own_template(&blank());
    let fields = [precheck_schema::FieldKey::RegistrationNo];
    let table = crate::sample::table(Kind::Penalty, &fields, &[&["150525000001237"]]);
    let rows = rows(&template, Kind::Penalty, &records(&table), &Profile::built_in());
    assert_eq!(rows[3][2], "150525000001237");
}

#[test]
fn a_blank_csv_keeps_its_encoding() {
    for (encoding, expected) in
        [(Encoding::Gb18030, TextEncoding::Gb18030), (Encoding::Utf8, TextEncoding::Utf8)]
    {
        let bytes = csv([HEADER], false, encoding);
        let (_, template) = own_template(&bytes);
        assert_eq!((template.file, template.encoding), (FileType::Csv, expected));
        let table = full(Kind::Penalty);
        let written = write(&template, Kind::Penalty, &records(&table), &Profile::built_in()).unwrap();
        let again = read(&written, &ReadOptions::default()).unwrap();
        assert_eq!(again.encoding, Some(encoding));
        let header: Vec<&str> = (0..8).map(|column| again.grids[0].text(0, column)).collect();
        assert_eq!(header, HEADER);
    }
}

#[test]
fn without_a_header_there_is_no_template() {
    let workbook = read(&blank(), &ReadOptions::default()).unwrap();
    let grid = &workbook.grids[0];
    let mapped = precheck_tabular::map_columns(grid, Kind::Penalty, 0, &[(1, None)]);
    assert_eq!(own::layout(grid, &mapped, &[]), None);
}
