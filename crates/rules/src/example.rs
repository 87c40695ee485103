//! Examples of rules: records that fire and records that do not. They stand beside the rule, run as tests, and
//! are what the rule book and the page show.

use precheck_schema::grid::{CellKind, CellTag, Grid};
use precheck_schema::normalize::Unit;
use precheck_schema::table::ColumnMeaning;
use precheck_schema::{FieldKey, Kind, Table, Text};

/// Fields with their texts.
pub type Record = &'static [(FieldKey, &'static str)];

/// A matter of the 权力清单 of an example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duty {
    /// What it is called.
    pub name: &'static str,
    /// Its code.
    pub code: &'static str,
    /// Ground of the power.
    pub basis: &'static str,
    /// The band of fines in yuan; zeros: none.
    pub fine: (u32, u32),
}

impl Duty {
    /// A matter of which only the name is known.
    pub const fn named(name: &'static str) -> Self {
        Self { name, code: "", basis: "", fine: (0, 0) }
    }
}

/// A setting that an example needs beside the built-in profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// The organisation's own 统一社会信用代码.
    OwnCode(&'static str),
    /// The deadline counts working days.
    WorkingDays,
    /// The 权力清单.
    DutyList(&'static [Duty]),
    /// Name of a built-in template, as JSON of a template that has what the example needs.
    Template(&'static str),
    /// The ledger holds the record as exported.
    Exported,
}

/// A record, or several, for one rule. The last record is the one that the example is about.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// Kind of the records.
    pub kind: Kind,
    /// What each record has instead of the values of [`base`].
    pub rows: &'static [Record],
    /// Whether the rule fires on the last record (or on the table, for rules about tables).
    pub fires: bool,
    /// Columns that the table lacks.
    pub without: &'static [FieldKey],
    /// Cells that are something else than text.
    pub cells: &'static [(FieldKey, CellKind)],
    /// The day of the run.
    pub today: &'static str,
    /// Settings beside the built-in profile.
    pub settings: &'static [Setting],
    /// What the example shows.
    pub note: Text,
}

impl Example {
    /// The examples of a rule, where the rule book is compiled in. A program that only judges does without them:
    /// nobody can see them there.
    pub const fn kept(examples: &'static [Self]) -> &'static [Self] {
        if cfg!(feature = "book") { examples } else { &[] }
    }

    /// Records on the last of which the rule fires.
    pub const fn fires(kind: Kind, rows: &'static [Record], note: Text) -> Self {
        Self { kind, rows, fires: true, without: &[], cells: &[], today: "2023-06-30", settings: &[], note }
    }

    /// Records on the last of which the rule stays silent.
    pub const fn silent(kind: Kind, rows: &'static [Record], note: Text) -> Self {
        Self { fires: false, ..Self::fires(kind, rows, note) }
    }

    /// The same on another day.
    #[must_use]
    pub const fn today(self, today: &'static str) -> Self {
        Self { today, ..self }
    }

    /// The same in a table that lacks columns.
    #[must_use]
    pub const fn without(self, without: &'static [FieldKey]) -> Self {
        Self { without, ..self }
    }

    /// The same with cells that are something else than text.
    #[must_use]
    pub const fn cells(self, cells: &'static [(FieldKey, CellKind)]) -> Self {
        Self { cells, ..self }
    }

    /// The same with settings beside the built-in profile.
    #[must_use]
    pub const fn settings(self, settings: &'static [Setting]) -> Self {
        Self { settings, ..self }
    }

    /// The table of the example.
    pub fn table(&self) -> Table {
        let fields: Vec<_> =
            self.kind.fields().iter().map(|f| f.key).filter(|f| !self.without.contains(f)).collect();
        let mut grid = Grid::default();
        let mut meanings = Vec::new();
        for (column, &field) in fields.iter().enumerate() {
            let label = self.kind.field_label(field);
            grid.put(0, column, label, CellTag::new(CellKind::Text));
            meanings.push(ColumnMeaning {
                header: label.to_owned(),
                source: Some(column as u16),
                field: Some(field),
                unit: Unit::None,
            });
            for (position, record) in self.rows.iter().enumerate() {
                let own = record.iter().find(|(f, _)| *f == field).map(|(_, text)| *text);
                let base = base(self.kind).iter().find(|(f, _)| *f == field).map(|(_, text)| *text);
                let text = own.or(base).unwrap_or("");
                let kind =
                    self.cells.iter().find(|(f, _)| *f == field).map_or(CellKind::Text, |(_, kind)| *kind);
                if !text.is_empty() {
                    grid.put(position as u32 + 1, column, text, CellTag::new(kind));
                }
            }
        }
        grid.rows = self.rows.len() as u32 + 1;
        Table::from_grid(self.kind, grid, Some(1), meanings, Vec::new())
    }
}

/// A record of a kind that no rule of level error or warning fires on, on 2023-06-30.
pub fn base(kind: Kind) -> Record {
    use FieldKey as F;
    match kind {
        Kind::LicenseGrant => &[
            (F::EnterpriseName, "奈曼旗沙海明珠大酒店有限公司"),
            (F::Uscc, "91150525MA0N8B4T47"),
            (F::DocumentNo, "奈消安检许字〔2023〕第0012号"),
            (F::DocumentName, "公众聚集场所投入使用、营业前消防安全检查意见书"),
            (F::ValidFrom, "2023-06-16"),
            (F::ValidTo, "9999-09-09"),
            (F::Content, "大沁他拉镇王府街 1 号地上一至三层，建筑面积 2600 平方米，准予投入使用、营业"),
            (F::Authority, "奈曼旗消防救援大队"),
            (F::PublicityPeriod, "长期"),
            (F::Status, "有效"),
            (F::DecisionDate, "2023-06-16"),
        ],
        Kind::LicenseChange => &[
            (F::EnterpriseName, "奈曼旗沙海明珠大酒店有限公司"),
            (F::Uscc, "91150525MA0N8B4T47"),
            (F::DocumentNo, "奈消安检许字〔2023〕第0012号"),
            (F::ChangeItem, "场所名称"),
            (F::Before, "奈曼旗沙海大酒店"),
            (F::After, "奈曼旗沙海明珠大酒店"),
            (F::ChangeDate, "2023-06-16"),
            (F::Authority, "奈曼旗消防救援大队"),
            (F::PublicityPeriod, "1年"),
        ],
        Kind::LicenseTermination => &[
            (F::EnterpriseName, "奈曼旗沙海明珠大酒店有限公司"),
            (F::Uscc, "91150525MA0N8B4T47"),
            (F::DocumentNo, "奈消安检许字〔2023〕第0012号"),
            (F::TerminationType, "注销"),
            (F::TerminationDate, "2023-06-16"),
            (F::Reason, "场所停止营业，经营者申请注销"),
            (F::Authority, "奈曼旗消防救援大队"),
            (F::PublicityPeriod, "1年"),
        ],
        Kind::Penalty => &[
            (F::EnterpriseName, "奈曼旗沙海明珠大酒店有限公司"),
            (F::Uscc, "91150525MA0N8B4T47"),
            (F::Authority, "奈曼旗消防救援大队"),
            (F::DocumentNo, "奈(消)行罚决字〔2023〕第0007号"),
            (F::Violation, "消防设施、器材、消防安全标志未保持完好有效"),
            (F::PenaltyContent, "罚款人民币伍仟元整"),
            (F::DecisionDate, "2023-06-16"),
            (F::PublicityPeriod, "1年"),
            (F::PenaltyType, "罚款"),
            (F::FineAmount, "0.5"),
            (F::Procedure, "普通程序"),
            (F::Serious, "否"),
        ],
        Kind::PenaltyChange => &[
            (F::EnterpriseName, "奈曼旗沙海明珠大酒店有限公司"),
            (F::Uscc, "91150525MA0N8B4T47"),
            (F::DocumentNo, "奈(消)行罚决字〔2023〕第0007号"),
            (F::ChangeContent, "罚款由一万元变更为五千元"),
            (F::ChangeDate, "2023-06-16"),
            (F::Authority, "奈曼旗消防救援大队"),
            (F::PublicityPeriod, "1年"),
        ],
        Kind::Inspection => &[
            (F::EnterpriseName, "奈曼旗沙海明珠大酒店有限公司"),
            (F::Uscc, "91150525MA0N8B4T47"),
            (F::TaskNo, "NM2023-06-001"),
            (F::Authority, "奈曼旗消防救援大队"),
            (F::InspectionItem, "对单位履行法定消防安全职责情况的监督检查"),
            (F::CompletedDate, "2023-06-16"),
            (F::Result, "未发现问题"),
        ],
        Kind::Blacklist => &[
            (F::EnterpriseName, "奈曼旗沙海明珠大酒店有限公司"),
            (F::Uscc, "91150525MA0N8B4T47"),
            (F::ListName, "消防安全领域严重失信主体名单"),
            (F::ListedReason, "存在重大火灾隐患，逾期不改正"),
            (F::ListedDate, "2023-06-16"),
            (F::Authority, "奈曼旗消防救援大队"),
            (F::LegalBasis, "消防安全领域信用管理有关规定"),
            (F::PublicityPeriod, "3年"),
        ],
        Kind::Other => &[
            (F::EnterpriseName, "奈曼旗沙海明珠大酒店有限公司"),
            (F::Uscc, "91150525MA0N8B4T47"),
            (F::Category, "消防安全重点单位"),
            (F::Content, "列为 2023 年度消防安全重点单位"),
            (F::ProducedDate, "2023-06-16"),
            (F::LegalBasis, "消防法第十七条"),
            (F::Authority, "奈曼旗消防救援大队"),
            (F::PublicityPeriod, "1年"),
        ],
    }
}
