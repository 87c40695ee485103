//! What the user chose so far, and what is still wrong with it.

use precheck_session::api::{KindView, Lang, SheetMapping, SheetQuestion};

use crate::text_pages::map as words;

/// The choices of the screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Choice {
    /// Key of the kind; empty: none yet.
    pub(super) kind: String,
    /// Header row, from 1; 0: none.
    pub(super) header_row: u32,
    /// Column by column: key of the field, empty where it is left out, none where that is open.
    pub(super) fields: Vec<Option<String>>,
    /// Columns of which the user said something.
    pub(super) touched: Vec<bool>,
}

/// Something to mend, with the id of the field that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) field: String,
    what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum What {
    Kind,
    Nothing,
    Open { letters: String, header: String },
    Twice { label: String, first: String, second: String },
}

impl Fault {
    /// The fault in words.
    pub(super) fn text(&self, lang: Lang) -> String {
        match &self.what {
            What::Kind => words::NEED_KIND.get(lang).to_owned(),
            What::Nothing => words::NEED_COLUMN.get(lang).to_owned(),
            What::Open { letters, header } => words::still_open(lang, letters, header),
            What::Twice { label, first, second } => words::twice(lang, label, first, second),
        }
    }
}

/// Id of the list of the column at a place.
pub(super) fn field_id(at: usize) -> String {
    format!("map-column-{at}")
}

impl Choice {
    /// What the program found: certain columns are taken, columns with candidates are open, others left out.
    pub(super) fn start(question: &SheetQuestion) -> Self {
        let field = |column: &precheck_session::api::ColumnQuestion| match (&column.field, &column.candidates)
        {
            (field, candidates) if field.is_empty() && !candidates.is_empty() => None,
            (field, _) => Some(field.clone()),
        };
        Self {
            kind: question.kind.clone(),
            header_row: question.header_row,
            fields: question.columns.iter().map(field).collect(),
            touched: vec![false; question.columns.len()],
        }
    }

    /// Another kind: fields that it does not have are left out.
    pub(super) fn with_kind(&self, kind: Option<&KindView>) -> Self {
        let has = |field: &String| kind.is_some_and(|kind| kind.columns.iter().any(|c| &c.field == field));
        let fields = self
            .fields
            .iter()
            .map(|field| match field {
                Some(field) if !has(field) => Some(String::new()),
                other => other.clone(),
            })
            .collect();
        Self { kind: kind.map_or(String::new(), |kind| kind.key.clone()), fields, ..self.clone() }
    }

    /// Another field for a column; none: open again.
    pub(super) fn with_field(&self, at: usize, field: Option<String>) -> Self {
        let mut next = self.clone();
        if let (Some(old), Some(touched)) = (next.fields.get_mut(at), next.touched.get_mut(at)) {
            *old = field;
            *touched = true;
        }
        next
    }

    /// How many columns are open.
    pub(super) fn open(&self) -> usize {
        self.fields.iter().filter(|field| field.is_none()).count()
    }

    /// How many columns hold a field.
    pub(super) fn taken(&self) -> usize {
        self.fields.iter().flatten().filter(|field| !field.is_empty()).count()
    }

    /// Labels of required fields that no column holds.
    pub(super) fn lacking(&self, kind: &KindView) -> Vec<String> {
        kind.columns
            .iter()
            .filter(|column| column.required && !self.fields.iter().flatten().any(|f| *f == column.field))
            .map(|column| column.label.clone())
            .collect()
    }

    /// What must be settled before the sheet can be read.
    pub(super) fn faults(&self, question: &SheetQuestion, kind: Option<&KindView>) -> Vec<Fault> {
        let mut faults = Vec::new();
        let Some(kind) = kind else {
            return vec![Fault { field: "map-kind".to_owned(), what: What::Kind }];
        };
        for (at, (column, field)) in question.columns.iter().zip(&self.fields).enumerate() {
            let id = field_id(at);
            match field {
                None => faults.push(Fault {
                    field: id,
                    what: What::Open { letters: column.letters.clone(), header: column.header.clone() },
                }),
                Some(field) if !field.is_empty() => {
                    let earlier = self.fields[..at].iter().position(|other| other.as_ref() == Some(field));
                    if let Some(first) = earlier {
                        let label =
                            kind.columns.iter().find(|c| &c.field == field).map_or(field, |c| &c.label);
                        let first = question.columns[first].letters.clone();
                        let what =
                            What::Twice { label: label.clone(), first, second: column.letters.clone() };
                        faults.push(Fault { field: id, what });
                    }
                }
                Some(_) => {}
            }
        }
        if faults.is_empty() && self.taken() == 0 {
            faults.push(Fault { field: field_id(0), what: What::Nothing });
        }
        faults
    }

    /// The choices as the engine takes them.
    pub(super) fn mapping(&self, question: &SheetQuestion) -> SheetMapping {
        let columns = question.columns.iter().zip(&self.fields);
        SheetMapping {
            sheet: question.sheet,
            kind: self.kind.clone(),
            header_row: self.header_row,
            columns: columns
                .map(|(column, field)| (column.column, field.clone().unwrap_or_default()))
                .collect(),
        }
    }
}
