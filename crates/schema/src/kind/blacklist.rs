//! 黑名单, 实施方案 三(一)4.

use super::{KindInfo, Requirement, column, subject};
use crate::field::FieldKey;
use crate::text::Text;

pub(super) static INFO: KindInfo = KindInfo {
    key: "blacklist",
    label: Text::new("黑名单", "Blacklist"),
    event_date: FieldKey::ListedDate,
    event_date_fallback: None,
    fields: &[
        subject::NAME,
        subject::USCC,
        subject::REGISTRATION_NO,
        column(
            FieldKey::ListName,
            "名单名称",
            Requirement::Required,
            100,
            &["名单名称", "黑名单名称", "名单类别", "名单类型"],
            "",
        ),
        column(
            FieldKey::ListedReason,
            "列入原因",
            Requirement::Required,
            4000,
            &["列入原因", "列入事由", "认定事由", "列入经营异常名录原因", "列入严重违法失信企业名单原因"],
            "SERILLREA",
        ),
        column(
            FieldKey::ListedDate,
            "列入日期",
            Requirement::Required,
            10,
            &["列入日期", "认定日期", "列入时间"],
            "ABNTIME",
        ),
        column(
            FieldKey::Authority,
            "列入机关",
            Requirement::Required,
            200,
            &["列入机关", "作出列入决定机关", "认定机关", "作出决定机关(列入)", "列入决定机关"],
            "DECORG",
        ),
        column(
            FieldKey::LegalBasis,
            "列入依据",
            Requirement::Required,
            2048,
            &["列入依据", "法律依据", "认定依据"],
            "",
        ),
        subject::PUBLICITY_PERIOD,
        column(
            FieldKey::RemovedDate,
            "移出日期",
            Requirement::Optional,
            10,
            &["移出日期", "移除日期"],
            "REMDATE",
        ),
        column(
            FieldKey::RemovedReason,
            "移出原因",
            Requirement::Optional,
            4000,
            &["移出原因", "移除原因", "移出经营异常名录原因", "移出严重违法失信企业名单原因"],
            "REMEXCPRES",
        ),
        subject::HANDLER,
        subject::REMARK,
    ],
};
