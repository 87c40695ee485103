//! 双随机、一公开 抽查结果, 实施方案 三(一)3.

use super::{KindInfo, Requirement, column, subject};
use crate::field::FieldKey;
use crate::text::Text;

pub(super) static INFO: KindInfo = KindInfo {
    key: "inspection",
    label: Text::new("双随机抽查结果", "Spot-check result"),
    event_date: FieldKey::CompletedDate,
    event_date_fallback: None,
    fields: &[
        subject::NAME,
        subject::USCC,
        subject::REGISTRATION_NO,
        column(
            FieldKey::TaskNo,
            "抽查任务编号",
            Requirement::Optional,
            64,
            &["抽查任务编号", "任务编号", "抽查计划编号"],
            "TASKCODE",
        ),
        column(
            FieldKey::Authority,
            "抽查实施机关",
            Requirement::Required,
            200,
            &["抽查实施机关", "检查实施机关", "抽查机关", "检查机关", "实施机关"],
            "INSAUTH",
        ),
        column(
            FieldKey::InspectionItem,
            "抽查事项",
            Requirement::Required,
            200,
            &["抽查事项", "检查事项", "抽查检查类型", "抽查检查事项"],
            "INSTYPE",
        ),
        column(
            FieldKey::CompletedDate,
            "检查完成日期",
            Requirement::Required,
            10,
            &["检查完成日期", "抽查检查日期", "检查日期", "完成日期", "抽查日期"],
            "INSDATE",
        ),
        column(
            FieldKey::Result,
            "抽查检查结果",
            Requirement::Required,
            200,
            &["抽查检查结果", "检查结果", "抽查结果"],
            "INSRES",
        ),
        subject::HANDLER,
        subject::REMARK,
    ],
};
