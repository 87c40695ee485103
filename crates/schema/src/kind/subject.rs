//! What every record starts with (whom it is about) and ends with (who supplied it).

use super::{KindField, Requirement, column};
use crate::field::FieldKey;

/// 企业名称: the first column that names the subject.
pub(super) const NAME: KindField = column(
    FieldKey::EnterpriseName,
    "企业名称",
    Requirement::Required,
    200,
    &[
        "企业名称",
        "市场主体名称",
        "单位名称",
        "当事人名称",
        "行政相对人名称",
        "被处罚单位",
        "被许可人",
        "名称",
        "主体名称",
        "行政相对人",
        "纳税人名称",
        "被处罚当事人",
        "被处罚对象",
        "被处罚人名称",
        "被处罚单位(人)名称",
        "违规主体名称",
        "企业全称",
        "企业全称(中文)",
        "被处罚企业或其他组织名称",
    ],
    "ENTNAME",
);
/// 统一社会信用代码. Headers that hold both identifiers are among its synonyms; their values are split by shape.
pub(super) const USCC: KindField = column(
    FieldKey::Uscc,
    "统一社会信用代码",
    Requirement::OneOfId,
    18,
    &[
        "统一社会信用代码",
        "社会信用代码",
        "信用代码",
        "统一代码",
        "行政相对人代码_1(统一社会信用代码)",
        "统一社会信用代码/注册号",
        "统一社会信用代码(注册号)",
        "注册号/统一社会信用代码",
        "工商注册号/统一社会信用代码",
        "统一信用代码/注册号",
        "统一信用代码",
        "行政相对人统一社会信用代码",
        "行政相对人代码(统一社会信用代码)",
        "社会信用代码(纳税人识别号)",
        "纳税人识别号(统一社会信用代码)",
        "统一社会代码",
        "统一社会信用代码(身份证号码)",
    ],
    "UNISCID",
);
/// 工商注册号.
pub(super) const REGISTRATION_NO: KindField = column(
    FieldKey::RegistrationNo,
    "注册号",
    Requirement::OneOfId,
    15,
    &["注册号", "工商注册号", "营业执照注册号", "行政相对人代码_2(工商注册号)"],
    "REGNO",
);
/// 公示期限.
pub(super) const PUBLICITY_PERIOD: KindField = column(
    FieldKey::PublicityPeriod,
    "公示期限",
    Requirement::Required,
    50,
    &["公示期限", "公示期", "公示截止期", "公示截止日期", "公示期限(年)", "公开截止期"],
    "PUBDEADLINE",
);
/// 承办人: who supplied the record, 实施方案 五(二).
pub(super) const HANDLER: KindField =
    column(FieldKey::Handler, "承办人", Requirement::Optional, 50, &["承办人", "经办人", "填报人"], "");
/// 备注: stays with the bureau.
pub(super) const REMARK: KindField =
    column(FieldKey::Remark, "备注", Requirement::Optional, 512, &["备注", "说明"], "BZ");
