//! 其他依法应当公示的信息, 实施方案 三(一)5.

use super::{KindInfo, Requirement, column, subject};
use crate::field::FieldKey;
use crate::text::Text;

pub(super) static INFO: KindInfo = KindInfo {
    key: "other",
    label: Text::new("其他应公示信息", "Other information"),
    event_date: FieldKey::ProducedDate,
    event_date_fallback: None,
    fields: &[
        subject::NAME,
        subject::USCC,
        subject::REGISTRATION_NO,
        column(
            FieldKey::Category,
            "信息类别",
            Requirement::Required,
            100,
            &["信息类别", "信息名称", "类别"],
            "",
        ),
        column(
            FieldKey::Content,
            "信息内容",
            Requirement::Required,
            4000,
            &["信息内容", "内容", "公示内容"],
            "",
        ),
        column(
            FieldKey::ProducedDate,
            "产生日期",
            Requirement::Required,
            10,
            &["产生日期", "信息产生日期", "形成日期"],
            "",
        ),
        column(
            FieldKey::LegalBasis,
            "公示依据",
            Requirement::Required,
            2048,
            &["公示依据", "法律依据", "依据"],
            "",
        ),
        column(
            FieldKey::Authority,
            "信息产生机关",
            Requirement::Required,
            200,
            &["信息产生机关", "提供机关", "提供单位", "机关"],
            "",
        ),
        subject::PUBLICITY_PERIOD,
        subject::HANDLER,
        subject::REMARK,
    ],
};
