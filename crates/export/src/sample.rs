//! Tables for tests.

use precheck_schema::grid::{CellKind, CellTag, Grid};
use precheck_schema::table::ColumnMeaning;
use precheck_schema::{FieldKey, Kind, Table};

use crate::Record;

/// A table of text cells under the labels of its kind, header in row 1.
pub(crate) fn table(kind: Kind, fields: &[FieldKey], rows: &[&[&str]]) -> Table {
    let mut grid = Grid { name: "表".to_owned(), ..Grid::default() };
    let labels: Vec<&str> = fields.iter().map(|&f| kind.field_label(f)).collect();
    for (row, cells) in std::iter::once(labels.as_slice()).chain(rows.iter().copied()).enumerate() {
        for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            grid.put(row as u32, column, text, CellTag::new(CellKind::Text));
        }
    }
    let meanings = fields.iter().enumerate().map(|(column, &field)| ColumnMeaning {
        header: kind.field_label(field).to_owned(),
        source: Some(column as u16),
        field: Some(field),
        ..ColumnMeaning::default()
    });
    Table::from_grid(kind, grid, Some(1), meanings.collect(), Vec::new())
}

/// One record of a kind that holds every field, written as clerks write: every form that leaves differently.
pub(crate) fn full(kind: Kind) -> Table {
    let fields: Vec<FieldKey> = kind.fields().iter().map(|f| f.key).collect();
    let cells: Vec<&str> = fields.iter().map(|&f| typed(f)).collect();
    table(kind, &fields, &[&cells])
}

/// The records of a table.
pub(crate) fn records(table: &Table) -> Vec<Record<'_>> {
    table.rows().iter().map(|&row| Record { table, row }).collect()
}

fn typed(field: FieldKey) -> &'static str {
    use FieldKey as F;
    match field {
        F::EnterpriseName => "　奈曼旗 沙海酒店（普通合伙） ",
        F::Uscc => "９１１５０５２５ｍａ0Q1R2D92",
        F::RegistrationNo => "150525000001237",
        F::DocumentNo => "奈(消)行罚决字[2023] 第0007号",
        F::DocumentName => "公众聚集场所投入使用、营业前消防安全检查意见书",
        F::ValidFrom => "2023/6/1",
        F::ValidTo => "长期",
        F::Content => "经营场所：一层\n使用面积 320 平方米",
        F::Authority => "奈曼消防救援大队",
        F::PublicityPeriod => "１年",
        F::Status => "正常",
        F::DecisionDate => "2023年6月1日",
        F::Handler => "包志强",
        F::Remark => "—",
        F::ChangeItem => "场所名称",
        F::Before => "沙海酒店",
        F::After => "沙海大酒店",
        F::ChangeDate => "20230601",
        F::TerminationType => "撤销(失效)",
        F::TerminationDate => "2023.6.1",
        F::Reason => "场所关闭",
        F::Violation => "消防设施未保持完好有效",
        F::PenaltyContent => "罚款0.5万元\r\n责令停产停业",
        F::PenaltyType => "罚款、停产停业",
        F::FineAmount => "0.50",
        F::ConfiscatedAmount => "无",
        F::Procedure => "一般程序",
        F::Serious => "N",
        F::Facts => "疏散指示标志损坏",
        F::LegalBasis => "消防法第六十条第一款第一项",
        F::ChangeContent => "罚款改为 0.3 万元",
        F::TaskNo => "2023-06",
        F::InspectionItem => "消防安全职责履行情况",
        F::CompletedDate => "45078",
        F::Result => "无问题",
        F::ListName => "消防安全领域严重失信主体名单",
        F::ListedReason => "擅自投入使用",
        F::ListedDate => "2023-6-1",
        F::RemovedDate => "N/A",
        F::RemovedReason => "",
        F::Category => "消防安全承诺",
        F::ProducedDate => "2023-06-01 00:00:00",
    }
}
