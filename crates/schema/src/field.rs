//! The one dictionary of fields: every key that a record of any kind can have.
//!
//! Keys are those of the gathering field list; a record kind refers to fields from here and may give them
//! a label, synonyms and a length of its own (see [`crate::kind`]).

use crate::codes::CodeListId;
use crate::text::Text;

/// What a field holds, and so how it is normalised, judged, edited and written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldType {
    /// One line of text.
    Text,
    /// Text that may run over several lines.
    LongText,
    /// Name of a public body.
    Authority,
    /// 统一社会信用代码, GB 32100-2015.
    Uscc,
    /// 工商注册号, GS 15-2006, and its forms before 2007.
    RegistrationNo,
    /// 文号 of a decision.
    DocumentNo,
    /// A calendar date.
    Date,
    /// A calendar date or the long-term value.
    DateOrLongTerm,
    /// A duration, a range or an end date.
    PublicityPeriod,
    /// One entry of a code list.
    Code(CodeListId),
    /// Entries of a code list, joined by a separator.
    Codes(CodeListId),
    /// An amount of money in 万元 (10,000 yuan).
    Amount,
}

impl FieldType {
    /// `text`, `long-text` and `authority`: what the rule catalogue calls `@text`.
    pub const fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::LongText | Self::Authority)
    }

    /// Dates with and without a long-term value: `@date`.
    pub const fn is_date(self) -> bool {
        matches!(self, Self::Date | Self::DateOrLongTerm)
    }

    /// The code list that decides, for `@code` fields.
    pub const fn code_list(self) -> Option<CodeListId> {
        match self {
            Self::Code(list) | Self::Codes(list) => Some(list),
            _ => None,
        }
    }

    /// Fields without inner white space: codes, dates, numbers and identifiers.
    pub const fn is_compact(self) -> bool {
        matches!(
            self,
            Self::Uscc
                | Self::RegistrationNo
                | Self::DocumentNo
                | Self::Date
                | Self::DateOrLongTerm
                | Self::Code(_)
                | Self::Codes(_)
                | Self::Amount
        )
    }
}

/// An entry of the dictionary.
#[derive(Debug)]
pub struct Field {
    /// Stable name, snake case; what files, JSON and the page call the field.
    pub key: &'static str,
    /// What it holds.
    pub ty: FieldType,
    /// Name where a kind gives none of its own.
    pub label: Text,
    /// One line of help: tooltip, comment in templates, documentation.
    pub help: Text,
    /// Width of its grid column in CSS pixels.
    pub width: u16,
}

/// Key of a field. The order is that of first appearance in the field list; it is never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[allow(missing_docs, reason = "each is documented by its entry in the dictionary")]
pub enum FieldKey {
    EnterpriseName,
    Uscc,
    RegistrationNo,
    DocumentNo,
    DocumentName,
    ValidFrom,
    ValidTo,
    Content,
    Authority,
    PublicityPeriod,
    Status,
    DecisionDate,
    Handler,
    Remark,
    ChangeItem,
    Before,
    After,
    ChangeDate,
    TerminationType,
    TerminationDate,
    Reason,
    Violation,
    PenaltyContent,
    PenaltyType,
    FineAmount,
    ConfiscatedAmount,
    Procedure,
    Serious,
    Facts,
    LegalBasis,
    ChangeContent,
    TaskNo,
    InspectionItem,
    CompletedDate,
    Result,
    ListName,
    ListedReason,
    ListedDate,
    RemovedDate,
    RemovedReason,
    Category,
    ProducedDate,
}

impl FieldKey {
    /// How many fields there are.
    pub const COUNT: usize = ALL.len();

    /// The dictionary entry.
    pub const fn field(self) -> &'static Field {
        &DICTIONARY[self as usize]
    }

    /// Stable name, as in files and JSON.
    pub const fn key(self) -> &'static str {
        self.field().key
    }

    /// What the field holds.
    pub const fn ty(self) -> FieldType {
        self.field().ty
    }

    /// The field with this stable name.
    pub fn from_key(key: &str) -> Option<Self> {
        ALL.iter().copied().find(|f| f.key() == key)
    }

    /// Every field, in dictionary order.
    pub const fn all() -> &'static [Self] {
        &ALL
    }
}

impl std::fmt::Display for FieldKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.key())
    }
}

const ALL: [FieldKey; 42] = [
    FieldKey::EnterpriseName,
    FieldKey::Uscc,
    FieldKey::RegistrationNo,
    FieldKey::DocumentNo,
    FieldKey::DocumentName,
    FieldKey::ValidFrom,
    FieldKey::ValidTo,
    FieldKey::Content,
    FieldKey::Authority,
    FieldKey::PublicityPeriod,
    FieldKey::Status,
    FieldKey::DecisionDate,
    FieldKey::Handler,
    FieldKey::Remark,
    FieldKey::ChangeItem,
    FieldKey::Before,
    FieldKey::After,
    FieldKey::ChangeDate,
    FieldKey::TerminationType,
    FieldKey::TerminationDate,
    FieldKey::Reason,
    FieldKey::Violation,
    FieldKey::PenaltyContent,
    FieldKey::PenaltyType,
    FieldKey::FineAmount,
    FieldKey::ConfiscatedAmount,
    FieldKey::Procedure,
    FieldKey::Serious,
    FieldKey::Facts,
    FieldKey::LegalBasis,
    FieldKey::ChangeContent,
    FieldKey::TaskNo,
    FieldKey::InspectionItem,
    FieldKey::CompletedDate,
    FieldKey::Result,
    FieldKey::ListName,
    FieldKey::ListedReason,
    FieldKey::ListedDate,
    FieldKey::RemovedDate,
    FieldKey::RemovedReason,
    FieldKey::Category,
    FieldKey::ProducedDate,
];

const fn entry(key: &'static str, ty: FieldType, label: Text, width: u16, help: Text) -> Field {
    Field { key, ty, label, help, width }
}

use FieldType as T;

/// In the order of [`FieldKey`]; a test holds the two together.
static DICTIONARY: [Field; 42] = [
    entry(
        "enterprise_name",
        T::Text,
        Text::new("企业名称", "Enterprise name"),
        216,
        Text::new(
            "登记机关核准的全称，与营业执照一致",
            "The full registered name, as on the business licence",
        ),
    ),
    entry(
        "uscc",
        T::Uscc,
        Text::new("统一社会信用代码", "Unified social credit code"),
        170,
        Text::new("营业执照上的 18 位代码", "The 18-character code on the business licence"),
    ),
    entry(
        "registration_no",
        T::RegistrationNo,
        Text::new("注册号", "Registration number"),
        140,
        Text::new(
            "没有统一社会信用代码时填写的 15 位工商注册号",
            "15 digits; only where the enterprise has no unified code",
        ),
    ),
    entry(
        "document_no",
        T::DocumentNo,
        Text::new("文书编号", "Document number"),
        234,
        Text::new("与文书原件一致的文号，年份用〔〕", "As on the paper document, the year in 〔〕"),
    ),
    entry(
        "document_name",
        T::Text,
        Text::new("文书名称", "Document name"),
        140,
        Text::new("许可文书的名称", "Name of the licence document"),
    ),
    entry(
        "valid_from",
        T::Date,
        Text::new("有效期起", "Valid from"),
        104,
        Text::new("写作 2023-06-16", "Write 2023-06-16"),
    ),
    entry(
        "valid_to",
        T::DateOrLongTerm,
        Text::new("有效期止", "Valid to"),
        104,
        Text::new("写作 2023-06-16；长期有效的写 9999-09-09", "Write 2023-06-16; 9999-09-09 for no end"),
    ),
    entry(
        "content",
        T::LongText,
        Text::new("内容", "Content"),
        240,
        Text::new("向社会公示的内容，不含个人信息", "What is published; no personal data"),
    ),
    entry(
        "authority",
        T::Authority,
        Text::new("机关", "Authority"),
        170,
        Text::new("作出决定的机关全称", "Full name of the deciding authority"),
    ),
    entry(
        "publicity_period",
        T::PublicityPeriod,
        Text::new("公示期限", "Publicity period"),
        140,
        Text::new("如 1年、3年，或截止日期 2024-06-16", "Such as 1年, 3年, or the end date 2024-06-16"),
    ),
    entry(
        "status",
        T::Code(CodeListId::LicenseStatus),
        Text::new("文书状态", "Document status"),
        130,
        Text::new("从文书状态代码表中选择", "Choose from the list of document states"),
    ),
    entry(
        "decision_date",
        T::Date,
        Text::new("许可决定日期", "Decision date"),
        104,
        Text::new("作出决定的日期，写作 2023-06-16", "Date of the decision, as 2023-06-16"),
    ),
    entry(
        "handler",
        T::Text,
        Text::new("承办人", "Handler"),
        140,
        Text::new("提供本条信息的人", "Who supplies this record"),
    ),
    entry(
        "remark",
        T::Text,
        Text::new("备注", "Remark"),
        140,
        Text::new("不导出到平台的说明", "A note that the platform does not get"),
    ),
    entry("change_item", T::Text, Text::new("变更事项", "Item changed"), 140, Text::new("", "")),
    entry("before", T::LongText, Text::new("变更前内容", "Before the change"), 240, Text::new("", "")),
    entry("after", T::LongText, Text::new("变更后内容", "After the change"), 240, Text::new("", "")),
    entry(
        "change_date",
        T::Date,
        Text::new("变更日期", "Date of change"),
        104,
        Text::new("写作 2023-06-16", "Write 2023-06-16"),
    ),
    entry(
        "termination_type",
        T::Code(CodeListId::TerminationType),
        Text::new("终止方式", "Way of termination"),
        130,
        Text::new("注销、吊销或撤销", "注销, 吊销 or 撤销"),
    ),
    entry(
        "termination_date",
        T::Date,
        Text::new("注销、吊销、撤销日期", "Termination date"),
        104,
        Text::new("写作 2023-06-16", "Write 2023-06-16"),
    ),
    entry("reason", T::LongText, Text::new("注销、吊销、撤销原因", "Reason"), 240, Text::new("", "")),
    entry("violation", T::Text, Text::new("违法行为类型", "Violation"), 230, Text::new("", "")),
    entry(
        "penalty_content",
        T::LongText,
        Text::new("行政处罚内容", "Penalty content"),
        260,
        Text::new("", ""),
    ),
    entry(
        "penalty_type",
        T::Codes(CodeListId::PenaltyType),
        Text::new("处罚种类", "Penalty types"),
        130,
        Text::new(
            "从处罚种类代码表中选择，多项用英文逗号分隔",
            "From the list of penalty types; several joined by an ASCII comma",
        ),
    ),
    entry(
        "fine_amount",
        T::Amount,
        Text::new("罚款金额(万元)", "Fine (10,000 yuan)"),
        110,
        Text::new("以万元计，如 0.5", "In units of 10,000 yuan, such as 0.5"),
    ),
    entry(
        "confiscated_amount",
        T::Amount,
        Text::new("没收金额(万元)", "Confiscated (10,000 yuan)"),
        110,
        Text::new("以万元计，如 0.5", "In units of 10,000 yuan, such as 0.5"),
    ),
    entry(
        "procedure",
        T::Code(CodeListId::Procedure),
        Text::new("适用程序", "Procedure"),
        130,
        Text::new("普通程序；简易程序不归集", "Ordinary procedure; simplified ones are not gathered"),
    ),
    entry(
        "serious",
        T::Code(CodeListId::YesNo),
        Text::new("是否严重违法失信", "Serious breach of trust"),
        130,
        Text::new(
            "是否属于严重违法失信，空白按“否”",
            "Whether a serious breach of trust; blank counts as no",
        ),
    ),
    entry("facts", T::LongText, Text::new("违法事实", "Facts of the violation"), 240, Text::new("", "")),
    entry("legal_basis", T::LongText, Text::new("依据", "Legal basis"), 240, Text::new("", "")),
    entry(
        "change_content",
        T::LongText,
        Text::new("行政处罚变更内容", "Change of the penalty"),
        240,
        Text::new("", ""),
    ),
    entry("task_no", T::Text, Text::new("抽查任务编号", "Task number"), 140, Text::new("", "")),
    entry("inspection_item", T::Text, Text::new("抽查事项", "Inspection item"), 140, Text::new("", "")),
    entry(
        "completed_date",
        T::Date,
        Text::new("检查完成日期", "Inspection completed on"),
        104,
        Text::new("写作 2023-06-16", "Write 2023-06-16"),
    ),
    entry(
        "result",
        T::Code(CodeListId::InspectionResult),
        Text::new("抽查检查结果", "Inspection result"),
        130,
        Text::new("从抽查检查结果代码表中选择", "From the list of inspection results"),
    ),
    entry("list_name", T::Text, Text::new("名单名称", "List name"), 140, Text::new("", "")),
    entry("listed_reason", T::LongText, Text::new("列入原因", "Reason of listing"), 240, Text::new("", "")),
    entry(
        "listed_date",
        T::Date,
        Text::new("列入日期", "Listed on"),
        104,
        Text::new("写作 2023-06-16", "Write 2023-06-16"),
    ),
    entry(
        "removed_date",
        T::Date,
        Text::new("移出日期", "Removed on"),
        104,
        Text::new("写作 2023-06-16", "Write 2023-06-16"),
    ),
    entry("removed_reason", T::LongText, Text::new("移出原因", "Reason of removal"), 240, Text::new("", "")),
    entry("category", T::Text, Text::new("信息类别", "Category"), 140, Text::new("", "")),
    entry(
        "produced_date",
        T::Date,
        Text::new("产生日期", "Produced on"),
        104,
        Text::new("写作 2023-06-16", "Write 2023-06-16"),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_dictionary_agree() {
        for (position, key) in FieldKey::all().iter().enumerate() {
            assert_eq!(*key as usize, position);
            assert_eq!(FieldKey::from_key(key.key()), Some(*key));
            assert!(!key.field().label.zh.is_empty() && !key.field().label.en.is_empty(), "{key}");
        }
    }
}
