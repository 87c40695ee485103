//! Families of fields: what a form puts together under one heading, whatever the kind.

use crate::field::FieldKey;
use crate::text::Text;

/// A family of fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    /// Whom the record is about.
    Subject,
    /// The document or act: who made it, its number, its days.
    Act,
    /// What was decided, found or changed, and why.
    Matter,
    /// How it is published.
    Publicity,
    /// Who supplied the record, and notes.
    Office,
}

impl Family {
    /// Every family, in the order of a form.
    pub const ALL: [Self; 5] = [Self::Subject, Self::Act, Self::Matter, Self::Publicity, Self::Office];

    /// The family of a field.
    pub const fn of(field: FieldKey) -> Self {
        use FieldKey as F;
        match field {
            F::EnterpriseName | F::Uscc | F::RegistrationNo => Self::Subject,
            F::Authority
            | F::DocumentNo
            | F::DocumentName
            | F::DecisionDate
            | F::ValidFrom
            | F::ValidTo
            | F::ChangeDate
            | F::TerminationType
            | F::TerminationDate
            | F::TaskNo
            | F::CompletedDate
            | F::ListName
            | F::ListedDate
            | F::RemovedDate
            | F::Category
            | F::ProducedDate
            | F::Procedure => Self::Act,
            F::Content
            | F::ChangeItem
            | F::Before
            | F::After
            | F::Reason
            | F::Violation
            | F::PenaltyContent
            | F::PenaltyType
            | F::FineAmount
            | F::ConfiscatedAmount
            | F::Facts
            | F::LegalBasis
            | F::ChangeContent
            | F::InspectionItem
            | F::Result
            | F::ListedReason
            | F::RemovedReason => Self::Matter,
            F::PublicityPeriod | F::Serious | F::Status => Self::Publicity,
            F::Handler | F::Remark => Self::Office,
        }
    }

    /// Stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Act => "act",
            Self::Matter => "matter",
            Self::Publicity => "publicity",
            Self::Office => "office",
        }
    }

    /// Heading.
    pub const fn label(self) -> Text {
        match self {
            Self::Subject => Text::new("企业", "Enterprise"),
            Self::Act => Text::new("文书与日期", "Document and dates"),
            Self::Matter => Text::new("内容", "Content"),
            Self::Publicity => Text::new("公示", "Publicity"),
            Self::Office => Text::new("经办", "Office"),
        }
    }
}
