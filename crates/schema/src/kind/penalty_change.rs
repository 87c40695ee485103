//! 行政处罚变更, 实施方案 三(一)2.

use super::{KindInfo, Requirement, column, subject};
use crate::field::FieldKey;
use crate::text::Text;

pub(super) static INFO: KindInfo = KindInfo {
    key: "penalty-change",
    label: Text::new("行政处罚变更", "Penalty changed"),
    event_date: FieldKey::ChangeDate,
    event_date_fallback: None,
    fields: &[
        subject::NAME,
        subject::USCC,
        subject::REGISTRATION_NO,
        column(
            FieldKey::DocumentNo,
            "处罚决定书文号",
            Requirement::Recommended,
            128,
            &[
                "处罚决定书文号",
                "行政处罚决定书文号",
                "处罚文号",
                "原处罚决定书文号",
                "行政处罚决定文书号",
                "行政处罚文号",
                "行政处罚决定书号",
                "行政处罚决定文号",
                "行政处罚文书号",
                "行政处理决定书文号",
                "处罚决定文书号",
                "决定文书号",
                "决定书号",
                "文号",
            ],
            "PENDECNO",
        ),
        column(
            FieldKey::ChangeContent,
            "行政处罚变更内容",
            Requirement::Required,
            4000,
            &["行政处罚变更内容", "变更内容", "处罚变更内容"],
            "PENCONTENTAF",
        ),
        column(
            FieldKey::ChangeDate,
            "变更日期",
            Requirement::Required,
            10,
            &["变更日期", "处罚变更日期", "变更时间"],
            "ALTDATE",
        ),
        column(
            FieldKey::Authority,
            "变更处罚机关",
            Requirement::Required,
            200,
            &["变更处罚机关", "变更行政处罚的机关", "变更机关", "处罚机关"],
            "PENAUTH",
        ),
        subject::PUBLICITY_PERIOD,
        subject::HANDLER,
        subject::REMARK,
    ],
};
