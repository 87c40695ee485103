//! The columns of a file and its cells.

use std::borrow::Cow;

use precheck_schema::grid::column_letters;
use precheck_schema::profile::Profile;
use precheck_schema::template::{Columns, KindColumns, Layout, Template, TemplateColumn};
use precheck_schema::{FieldKey, Kind, KindField, Requirement};

use crate::{Record, derive, form};

/// A column that is written.
pub(crate) struct Column<'t> {
    pub(crate) spec: Cow<'t, TemplateColumn>,
    field: Option<FieldKey>,
}

impl Column<'_> {
    /// The cell of a record.
    pub(crate) fn text(&self, record: Record<'_>, template: &Template, profile: &Profile) -> String {
        let forms = &template.values;
        let text = match (self.spec.derive, self.field) {
            (Some(derivation), _) => derive::text(derivation, record, forms, profile),
            (None, Some(field)) => form::text(record, field, &self.spec, forms, profile),
            (None, None) => String::new(),
        };
        if text.is_empty() { self.spec.default.clone() } else { text }
    }

    fn is_required(&self, record: Record<'_>) -> bool {
        self.spec.required
            || self.spec.required_when.as_ref().is_some_and(|when| {
                let Some(field) = FieldKey::from_key(&when.field) else { return false };
                let Some(list) = field.ty().code_list() else { return false };
                let value = form::value(record, field);
                let mut parts = list.list().split(&value).into_iter().filter_map(|p| list.list().find(p));
                parts.any(|code| when.has.iter().any(|label| label == code.label))
            })
    }
}

/// The layout of a kind with its columns.
pub(crate) struct Plan<'t> {
    pub(crate) layout: &'t Layout,
    pub(crate) columns: Vec<Column<'t>>,
}

impl<'t> Plan<'t> {
    /// The columns that these records need; none where the template does not take the kind.
    pub(crate) fn new(template: &'t Template, kind: Kind, records: &[Record<'_>]) -> Option<Self> {
        let layout = template.layout(kind)?;
        let columns = match &layout.columns {
            Columns::List(columns) => columns
                .iter()
                .map(|spec| Column { spec: Cow::Borrowed(spec), field: spec.field_key() })
                .collect(),
            Columns::Kind(names) => kind
                .fields()
                .iter()
                .filter(|f| {
                    f.requirement != Requirement::Optional
                        || records.iter().any(|&record| !form::value(record, f.key).is_empty())
                })
                .map(|field| kind_column(field, *names))
                .collect(),
        };
        Some(Self { layout, columns })
    }

    /// Name of the sheet.
    pub(crate) fn sheet(&self, kind: Kind) -> &'t str {
        if self.layout.sheet.is_empty() { kind.label().zh } else { &self.layout.sheet }
    }
}

pub(crate) fn kind_column(field: &'static KindField, names: KindColumns) -> Column<'static> {
    let (header, key) = (kind_header(field, names), field.key.key().to_owned());
    let spec = TemplateColumn { header, field: key, ..TemplateColumn::default() };
    Column { spec: Cow::Owned(spec), field: Some(field.key) }
}

fn kind_header(field: &KindField, names: KindColumns) -> String {
    match names {
        KindColumns::Kind => field.label.to_owned(),
        KindColumns::National if field.national.is_empty() => field.key.key().to_ascii_uppercase(),
        KindColumns::National => field.national.to_owned(),
    }
}

/// Headers of the columns that the template requires and the record lacks; a column without a header is named
/// by its letters. Empty where the template does not take the kind of the record.
pub fn lacking(template: &Template, record: Record<'_>, profile: &Profile) -> Vec<String> {
    let Some(layout) = template.layout(record.table.kind) else { return Vec::new() };
    let mut headers = Vec::new();
    match &layout.columns {
        // This is asked for every record: nothing is made for the columns that need nothing.
        Columns::Kind(names) => {
            for field in record.table.kind.fields().iter().filter(|f| f.is_required()) {
                if form::value(record, field.key).is_empty() {
                    headers.push(kind_header(field, *names));
                }
            }
        }
        Columns::List(columns) => {
            for (at, spec) in
                columns.iter().enumerate().filter(|(_, c)| c.required || c.required_when.is_some())
            {
                let column = Column { spec: Cow::Borrowed(spec), field: spec.field_key() };
                if column.is_required(record) && column.text(record, template, profile).is_empty() {
                    headers.push(match spec.header.as_str() {
                        "" => column_letters(at + usize::from(layout.first_column)),
                        header => header.to_owned(),
                    });
                }
            }
        }
    }
    headers
}

/// The cells of the file, the lines above the header and the header included. Rows may be shorter than others.
/// Empty where the template does not take the kind.
pub fn rows(template: &Template, kind: Kind, records: &[Record<'_>], profile: &Profile) -> Vec<Vec<String>> {
    Plan::new(template, kind, records).map_or(Vec::new(), |plan| cells(&plan, template, records, profile))
}

pub(crate) fn cells(
    plan: &Plan<'_>,
    template: &Template,
    records: &[Record<'_>],
    profile: &Profile,
) -> Vec<Vec<String>> {
    let indent = || std::iter::repeat_n(String::new(), usize::from(plan.layout.first_column));
    let header = indent().chain(plan.columns.iter().map(|c| c.spec.header.clone())).collect();
    let record = |&record: &Record<'_>| {
        indent().chain(plan.columns.iter().map(|c| c.text(record, template, profile))).collect()
    };
    let above = plan.layout.above.iter().cloned();
    above.chain([header]).chain(records.iter().map(record)).collect()
}
