//! 行政许可注销、吊销、撤销, 实施方案 三(一)1(3).

use super::{KindInfo, Requirement, column, subject};
use crate::field::FieldKey;
use crate::text::Text;

pub(super) static INFO: KindInfo = KindInfo {
    key: "license-termination",
    label: Text::new("行政许可注销吊销撤销", "Licence terminated"),
    event_date: FieldKey::TerminationDate,
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
            FieldKey::TerminationType,
            "终止方式",
            Requirement::Required,
            10,
            &["终止方式", "类别", "方式", "注销吊销撤销类别", "处理方式"],
            "LICTYPE",
        ),
        column(
            FieldKey::TerminationDate,
            "注销、吊销、撤销日期",
            Requirement::Required,
            10,
            &["注销、吊销、撤销日期", "注销吊销撤销日期", "终止日期", "注销日期", "吊销日期", "撤销日期"],
            "CANDATE/REVDATE/INVALIDDATE",
        ),
        column(
            FieldKey::Reason,
            "注销、吊销、撤销原因",
            Requirement::Required,
            4000,
            &["注销、吊销、撤销原因", "注销吊销撤销原因", "原因", "注销原因", "吊销原因", "撤销原因"],
            "CANREA/REVREA/INVALIDREA",
        ),
        column(
            FieldKey::Authority,
            "许可机关",
            Requirement::Required,
            200,
            &["许可机关", "许可(审批)机关", "审批机关", "决定机关"],
            "LICANTH",
        ),
        subject::PUBLICITY_PERIOD,
        subject::HANDLER,
        subject::REMARK,
    ],
};
