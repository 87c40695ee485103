//! Recognition from sheet to table, over sheets as people make them.

use precheck_schema::field::FieldKey;
use precheck_schema::grid::{Grid, Merge};
use precheck_schema::kind::Kind;
use precheck_schema::normalize::Unit;
use precheck_schema::table::LeftOutReason::{self, Blank, Tail, Title};
use precheck_schema::table::Table;

use super::{QuestionReason, Recognised, Recognition, UnmappedReason, build_table, map_columns, recognise};
use crate::{ReadOptions, read_text};

/// A sheet from lines; `|` parts the cells.
fn grid(lines: &[&str]) -> Grid {
    let options = ReadOptions { separator: Some('|'), ..ReadOptions::default() };
    read_text(&lines.join("\n"), &options).unwrap().grids.remove(0)
}

#[track_caller]
fn table_of(grid: &Grid) -> Recognised {
    match recognise(grid, None) {
        Recognition::Table(recognised) => recognised,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn recognised(lines: &[&str]) -> Recognised {
    table_of(&grid(lines))
}

#[track_caller]
fn built(lines: &[&str]) -> (Recognised, Table) {
    let grid = grid(lines);
    let recognised = table_of(&grid);
    let table = build_table(grid, &recognised);
    (recognised, table)
}

/// Column of a field.
fn column(recognised: &Recognised, field: FieldKey) -> Option<u16> {
    recognised.columns.iter().find(|c| c.field == Some(field)).and_then(|c| c.source)
}

fn labels(kind: Kind) -> Vec<&'static str> {
    kind.fields().iter().map(|f| f.label).collect()
}

#[test]
fn the_official_names_of_every_kind() {
    for kind in Kind::ALL {
        let found = recognised(&[&labels(kind).join("|"), "x"]);
        assert_eq!((found.kind, found.header_row), (kind, 1));
        let fields: Vec<_> = found.columns.iter().filter_map(|c| c.field).collect();
        assert_eq!(fields, kind.fields().iter().map(|f| f.key).collect::<Vec<_>>(), "{kind}");
        assert!(found.unmapped.is_empty() && found.open.is_empty(), "{kind}");
    }
}

#[test]
fn the_fields_that_must_be_there_are_enough() {
    use precheck_schema::kind::Requirement::{OneOfId, Required};
    for kind in Kind::ALL {
        let must = kind.fields().iter().filter(|f| matches!(f.requirement, Required | OneOfId));
        let header = must.map(|f| f.label).collect::<Vec<_>>().join("|");
        assert_eq!(recognised(&[&header, "x"]).kind, kind, "{header}");
    }
}

#[test]
fn every_synonym_of_every_field() {
    for kind in Kind::ALL {
        for (at, field) in kind.fields().iter().enumerate() {
            for synonym in field.synonyms {
                let mut header = labels(kind);
                header[at] = synonym;
                let found = recognised(&[&header.join("|"), "x"]);
                assert_eq!(found.kind, kind, "{synonym}");
                let expected = Some(at as u16);
                assert_eq!(column(&found, field.key), expected, "{kind} {} {synonym}", field.key);
            }
        }
    }
}

#[test]
fn bracket_width_spaces_line_breaks_colons_stars_and_marks() {
    let lines = [
        "*企业名称：|\"统一社会\n信用代码（必填）\"|处罚决定书文号 *|违法 行为 类型:|【必填】处罚决定日期|罚款金额（元）|公示期限（年）",
        "甲|x|y|z|w|5000|1",
    ];
    let (found, table) = built(&lines);
    let fields: Vec<_> = found.columns.iter().filter_map(|c| c.field).collect();
    assert_eq!(
        fields,
        [
            FieldKey::EnterpriseName,
            FieldKey::Uscc,
            FieldKey::DocumentNo,
            FieldKey::Violation,
            FieldKey::DecisionDate,
            FieldKey::FineAmount,
            FieldKey::PublicityPeriod
        ]
    );
    assert_eq!((found.columns[5].unit, found.columns[6].unit), (Unit::Yuan, Unit::Years));
    assert_eq!(table.value(table.rows()[0], FieldKey::FineAmount), "0.5");
    assert_eq!(table.value(table.rows()[0], FieldKey::PublicityPeriod), "1年");
    assert_eq!(table.source_row(table.rows()[0]), Some(2), "a line break in a cell is no row");
}

#[test]
fn codes_of_authorities_are_not_the_subjects() {
    let found = recognised(&[
        "企业名称|处罚机关统一社会信用代码|数据来源单位统一社会信用代码|统一社会信用代码|处罚决定书文号|处罚种类|处罚机关",
        "x",
    ]);
    assert_eq!(column(&found, FieldKey::Uscc), Some(3));
    let unmapped: Vec<_> = found.unmapped.iter().map(|u| (u.column, u.reason.clone())).collect();
    assert_eq!(unmapped, [(1, UnmappedReason::Unknown), (2, UnmappedReason::Unknown)]);
    let found =
        recognised(&["企业名称|许可机关统一社会信用代码|许可文书编号|许可内容|许可机关|有效期起", "x"]);
    assert_eq!(column(&found, FieldKey::Uscc), None);
}

#[test]
fn of_two_columns_the_better_name_wins_wherever_it_stands() {
    for (header, taken, lost) in [
        ("单位名称|统一社会信用代码|企业名称|处罚决定书文号|处罚种类", 2, 0),
        ("企业名称|统一社会信用代码|单位名称|处罚决定书文号|处罚种类", 0, 2),
        ("当事人名称|统一社会信用代码|单位名称|处罚决定书文号|处罚种类", 2, 0),
    ] {
        let found = recognised(&[header, "x"]);
        assert_eq!(column(&found, FieldKey::EnterpriseName), Some(taken), "{header}");
        assert_eq!(found.unmapped.len(), 1);
        assert_eq!(found.unmapped[0].column, lost);
        assert_eq!(found.unmapped[0].reason, UnmappedReason::Duplicate { taken: usize::from(taken) });
    }
}

#[test]
fn equal_names_of_one_field_take_the_first_column() {
    let found = recognised(&["企业名称|企业名称|统一社会信用代码|处罚决定书文号|处罚种类", "x"]);
    assert_eq!(column(&found, FieldKey::EnterpriseName), Some(0));
    assert_eq!(found.unmapped[0].reason, UnmappedReason::Duplicate { taken: 0 });
}

#[test]
fn what_is_open_is_asked() {
    let found =
        recognised(&["企业名称|统一社会信用代码|处罚决定书文号|作出处罚的机关名称和日期|处罚种类", "x"]);
    assert_eq!(found.open.len(), 1);
    let question = &found.open[0];
    assert_eq!((question.column, question.reason), (3, QuestionReason::TwoFields));
    assert_eq!(question.fields, [FieldKey::Authority, FieldKey::DecisionDate]);
    assert_eq!(column(&found, FieldKey::Authority), None);
    assert_eq!(column(&found, FieldKey::DecisionDate), None);
    let found = recognised(&["企业名称|统一社会信用代码|变更事项|变更前|变更后|变更A内容|变更许可机关", "x"]);
    assert_eq!(found.kind, Kind::LicenseChange);
    assert_eq!(found.open.len(), 1);
    assert_eq!(found.open[0].reason, QuestionReason::Ambiguous);
    assert_eq!(found.open[0].fields, [FieldKey::Before, FieldKey::After]);
}

#[test]
fn one_column_of_both_identifiers_is_split_by_shape() {
    let (found, table) = built(&[
        "企业名称|统一社会信用代码/注册号|处罚决定书文号|处罚种类",
        "甲|91150525MA0YKFMG9K|x|罚款",
        "乙|150525000012345|x|罚款",
        "丙|企独浙绍总字第002662号|x|罚款",
        "丁|３３０１０６２０１５２９２|x|罚款",
        "戊|9115052|x|罚款",
    ]);
    assert_eq!(column(&found, FieldKey::Uscc), Some(1));
    assert_eq!(column(&found, FieldKey::RegistrationNo), Some(1));
    let pairs: Vec<_> = table
        .rows()
        .iter()
        .map(|&row| (table.cell(row, FieldKey::Uscc).text, table.cell(row, FieldKey::RegistrationNo).text))
        .collect();
    assert_eq!(
        pairs,
        [
            ("91150525MA0YKFMG9K", ""),
            ("", "150525000012345"),
            ("", "企独浙绍总字第002662号"),
            ("", "３３０１０６２０１５２９２"),
            ("9115052", "")
        ]
    );
}

#[test]
fn beside_a_column_of_its_own_nothing_is_split() {
    let (found, table) = built(&[
        "企业名称|统一社会信用代码/注册号|注册号|处罚决定书文号|处罚种类",
        "乙|150525000012345|330106201529|x|罚款",
    ]);
    assert_eq!(column(&found, FieldKey::RegistrationNo), Some(2));
    let row = table.rows()[0];
    assert_eq!(table.cell(row, FieldKey::Uscc).text, "150525000012345");
    assert_eq!(table.cell(row, FieldKey::RegistrationNo).text, "330106201529");
}

#[test]
fn tails_are_left_out_and_said() {
    let (found, table) = built(&[
        "行政处罚信息表",
        "",
        "序号|企业名称|统一社会信用代码|处罚决定书文号|罚款金额(元)",
        "1|甲|91150525MA0YKFMG9K|奈消行罚决字〔2023〕第0001号|5000",
        "小计||||5000",
        "2|无|无|无|无",
        "|—|||",
        "3||||",
        "",
        "序号|企业名称|统一社会信用代码|处罚决定书文号|罚款金额(元)",
        "4|合计数码店|91150525MA0YKFMG9K|奈消行罚决字〔2023〕第0002号|5000",
        "合　计||||10000",
        "审核人签字：|||填表人：",
        "制表：张某",
        "备注：1.本表一式两份",
        "2.逾期不报视为无",
        "填报日期：2023年6月30日",
    ]);
    assert_eq!(found.header_row, 3);
    let rows: Vec<_> = table.rows().iter().map(|&row| table.source_row(row).unwrap()).collect();
    assert_eq!(rows, [4, 6, 7, 11]);
    let left: Vec<_> = found.left_out.iter().map(|l| (l.row, l.reason)).collect();
    assert_eq!(
        left,
        [
            (1, Title),
            (5, Tail),
            (8, Blank),
            (9, Blank),
            (10, Title),
            (12, Tail),
            (13, Tail),
            (14, Tail),
            (15, Tail),
            (16, Tail),
            (17, Tail)
        ]
    );
    assert_eq!(found.left_out[5].text, "合　计 10000");
}

#[test]
fn a_header_of_two_lines_with_merged_cells() {
    let mut grid = grid(&[
        "行政处罚信息表",
        "序号|行政相对人||处罚机关||处罚决定书文号|处罚决定日期",
        "|名称|统一社会信用代码|名称|统一社会信用代码||",
        "1|甲|91150525MA0YKFMG9K|奈曼旗消防救援大队|11150525MB1A234574|x|2023-06-01",
    ]);
    let merge = |first_row, first_column, last_row, last_column| Merge {
        first_row,
        first_column,
        last_row,
        last_column,
    };
    grid.merges = vec![
        merge(0, 0, 0, 6),
        merge(1, 0, 2, 0),
        merge(1, 1, 1, 2),
        merge(1, 3, 1, 4),
        merge(1, 5, 2, 5),
        merge(1, 6, 2, 6),
    ];
    for merges in [grid.merges.clone(), Vec::new()] {
        let mut grid = grid.clone();
        grid.merges = merges;
        let found = table_of(&grid);
        assert_eq!((found.kind, found.header_row), (Kind::Penalty, 3));
        assert_eq!(column(&found, FieldKey::EnterpriseName), Some(1));
        assert_eq!(column(&found, FieldKey::Uscc), Some(2));
        assert_eq!(column(&found, FieldKey::Authority), Some(3));
        assert_eq!(column(&found, FieldKey::DocumentNo), Some(5));
        assert_eq!(column(&found, FieldKey::DecisionDate), Some(6));
        assert_eq!(build_table(grid, &found).len(), 1);
    }
}

#[test]
fn blank_columns_and_columns_without_header() {
    let found = recognised(&[
        "|企业名称||统一社会信用代码|处罚决定书文号|处罚种类||内部编号",
        "|甲||91150525MA0YKFMG9K|x|罚款|无名|7",
    ]);
    assert_eq!(column(&found, FieldKey::EnterpriseName), Some(1));
    let unmapped: Vec<_> = found.unmapped.iter().map(|u| (u.column, u.header.as_str())).collect();
    assert_eq!(unmapped, [(6, ""), (7, "内部编号")]);
}

#[test]
fn a_sheet_without_header_offers_rows() {
    let candidates = |lines: &[&str]| match recognise(&grid(lines), None) {
        Recognition::NoHeader(candidates) => candidates,
        other => panic!("{other:?}"),
    };
    let found = candidates(&["甲|91150525MA0YKFMG9K|罚款", "乙|91150525MA0YKFMG9K|警告"]);
    assert_eq!(found[0].row, 1);
    assert_eq!(found[0].texts, ["甲", "91150525MA0YKFMG9K", "罚款"]);
    // Names that every kind knows do not tell which kind it is.
    let found = candidates(&["企业名称|统一社会信用代码|注册号|备注", "甲|x|y|"]);
    assert!(found[0].matched == 4 && found[0].kinds.len() == Kind::ALL.len());
    assert!(matches!(recognise(&Grid::default(), None), Recognition::Empty));
    assert!(matches!(recognise(&grid(&["　", " | "]), None), Recognition::Empty));
}

#[test]
fn the_kind_that_the_user_says_is_taken() {
    let grid = grid(&["企业名称|统一社会信用代码|备注", "甲|x|"]);
    let Recognition::Table(found) = recognise(&grid, Some(Kind::Inspection)) else { panic!("no table") };
    assert_eq!((found.kind, found.columns.len()), (Kind::Inspection, 3));
}

#[test]
fn the_mapping_that_the_user_says_is_taken() {
    let lines = ["填报表", "单位|代码|金额（元）|另一|序号", "甲|91150525MA0YKFMG9K|5000|z|1", "合计||5000"];
    let grid = grid(&lines);
    let columns = [
        (0, Some(FieldKey::EnterpriseName)),
        (1, Some(FieldKey::Uscc)),
        (1, Some(FieldKey::RegistrationNo)),
        (2, Some(FieldKey::FineAmount)),
        (3, Some(FieldKey::EnterpriseName)),
        (4, None),
        (99, Some(FieldKey::Remark)),
    ];
    let found = map_columns(&grid, Kind::Penalty, 2, &columns);
    assert_eq!((found.header_row, found.columns.len()), (2, 4));
    let reasons: Vec<_> = found.unmapped.iter().map(|u| (u.column, u.reason.key())).collect();
    assert_eq!(reasons, [(3, "duplicate"), (4, "serial")]);
    let left: Vec<_> = found.left_out.iter().map(|l| (l.row, l.reason)).collect();
    assert_eq!(left, [(1, LeftOutReason::Title), (4, LeftOutReason::Tail)]);
    let table = build_table(grid.clone(), &found);
    assert_eq!(table.value(table.rows()[0], FieldKey::FineAmount), "0.5");
    // Without a header every row is a record.
    let found = map_columns(&grid, Kind::Penalty, 0, &columns[..2]);
    assert_eq!(build_table(grid, &found).len(), 3);
}

#[test]
fn hidden_rows_are_records_unless_the_user_says_otherwise() {
    let mut grid = grid(&["企业名称|统一社会信用代码|处罚决定书文号|处罚种类", "甲|x|y|z", "乙|x|y|z"]);
    grid.hidden_rows = vec![1];
    assert_eq!(build_table(grid.clone(), &table_of(&grid)).len(), 2);
    grid.leave_out_hidden = true;
    let found = table_of(&grid);
    assert_eq!(found.left_out[0].reason, LeftOutReason::Hidden);
    assert_eq!(build_table(grid, &found).len(), 1);
}

#[test]
fn the_example_of_a_blank_table_is_left_out() {
    let rows = |first: &str| {
        let header = "企业名称,统一社会信用代码,处罚决定书文号,违法行为类型";
        let text = format!("{header}\n\"{first}\",91150525MA0Q1R2D92,奈(消)行罚决字〔2023〕第0007号,占用\n");
        let workbook = crate::read(text.as_bytes(), &crate::ReadOptions::default()).expect("a table");
        let crate::Recognition::Table(found) = crate::recognise(&workbook.grids[0], None) else {
            panic!("no table")
        };
        found.left_out.iter().map(|left| left.reason).collect::<Vec<_>>()
    };
    for marked in
        ["示例：沙海酒店有限公司", " 示例:甲", "（示例）甲有限公司", "【示例，勿删】甲", "(示例：甲)"]
    {
        assert_eq!(rows(marked), [LeftOutReason::Example], "{marked}");
    }
    for enterprise in
        ["示例酒店有限公司", "(示例酒店)有限公司", "沙海示例：有限公司", "（一）甲有限公司", "示"]
    {
        assert!(rows(enterprise).is_empty(), "{enterprise}");
    }
}
