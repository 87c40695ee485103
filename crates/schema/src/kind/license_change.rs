//! 行政许可变更, 实施方案 三(一)1(2).

use super::{KindInfo, Requirement, column, subject};
use crate::field::FieldKey;
use crate::text::Text;

pub(super) static INFO: KindInfo = KindInfo {
    key: "license-change",
    label: Text::new("行政许可变更", "Licence changed"),
    event_date: FieldKey::ChangeDate,
    event_date_fallback: None,
    fields: &[
        subject::NAME,
        subject::USCC,
        subject::REGISTRATION_NO,
        column(
            FieldKey::DocumentNo,
            "许可文书编号",
            Requirement::Recommended,
            64,
            &["许可文书编号", "许可文件编号", "行政许可决定文书号", "文书编号", "许可证编号", "证照号"],
            "LICNO",
        ),
        column(
            FieldKey::ChangeItem,
            "变更事项",
            Requirement::Required,
            200,
            &["变更事项", "许可变更事项", "变更项目"],
            "ALTITEM",
        ),
        column(
            FieldKey::Before,
            "变更前内容",
            Requirement::Required,
            4000,
            &["变更前内容", "变更前"],
            "ALTBE",
        ),
        column(
            FieldKey::After,
            "变更后内容",
            Requirement::Required,
            4000,
            &["变更后内容", "变更后"],
            "ALTAF",
        ),
        column(
            FieldKey::ChangeDate,
            "变更时间",
            Requirement::Required,
            10,
            &["变更时间", "变更日期", "许可变更时间"],
            "ALTDATE",
        ),
        column(
            FieldKey::Authority,
            "变更许可机关",
            Requirement::Required,
            200,
            &["变更许可机关", "变更许可的机关", "变更许可(审批)的机关", "许可机关"],
            "LICANTH",
        ),
        subject::PUBLICITY_PERIOD,
        subject::HANDLER,
        subject::REMARK,
    ],
};
