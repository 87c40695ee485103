//! Findings in words: the sentence of a finding, its place, its proposal.

use precheck_rules::{Context, Finding, Fix, Hit, RowCx, Rule, catalogue};
use precheck_schema::grid::column_letters;
use precheck_schema::{FieldKey, Lang, RowId, Table};

use crate::api::FindingReport;
use crate::masking::{mask_field, mask_sentence, masked};

/// A finding at its place.
pub(crate) struct Said<'a> {
    pub(crate) rule: &'static Rule,
    finding: &'a Finding,
    row: RowCx<'a>,
    tables: &'a [Table],
    lang: Lang,
}

impl<'a> Said<'a> {
    pub(crate) fn new(
        cx: &'a Context<'a>,
        tables: &'a [Table],
        table: usize,
        finding: &'a Finding,
        lang: Lang,
    ) -> Self {
        // A finding about the table has no record; a row that does not exist is blank throughout.
        let row = finding.row.unwrap_or(RowId(u32::MAX));
        let row = RowCx::new(cx, &tables[table], row);
        Self { rule: catalogue().rule(finding.rule), finding, row, tables, lang }
    }

    fn hit(&self) -> Hit<'_, 'a> {
        Hit { finding: self.finding, row: &self.row, tables: self.tables }
    }

    /// What the kind calls the field, in the language of the settings; empty without one.
    pub(crate) fn field_label(&self) -> &'static str {
        self.finding.field.map_or("", |field| field_label(self.row.table, field, self.lang))
    }

    /// 「字段」 and what is wrong, without a full stop; personal numbers masked.
    pub(crate) fn message(&self) -> String {
        let sentence = (self.rule.say)(&self.hit(), self.lang);
        let sentence = match (self.lang, self.field_label()) {
            (_, "") => sentence,
            (Lang::Zh, label) => format!("「{label}」{sentence}"),
            (Lang::En, label) => format!("“{label}”: {sentence}"),
        };
        let value = self.finding.field.map_or("", |field| self.row.raw(field).text);
        mask_sentence(self.finding.field, value, sentence)
    }

    /// How to mend it: the proposal where there is one, then the advice of the rule.
    pub(crate) fn suggestion(&self) -> String {
        let how = self.rule.how.get(self.lang);
        let proposal = self.fix().and_then(|fix| {
            let (field, text) =
                fix.changes.into_iter().find(|(field, _)| Some(*field) == self.finding.field)?;
            Some(mask_field(field, &text))
        });
        match (self.lang, proposal) {
            (_, None) => how.to_owned(),
            (Lang::Zh, Some(text)) if text.is_empty() => format!("清空该格；{how}"),
            (Lang::Zh, Some(text)) => format!("改为“{text}”；{how}"),
            (Lang::En, Some(text)) => format!("Change to “{text}”. {how}"),
        }
    }

    /// The proposal, where there is one that changes something.
    pub(crate) fn fix(&self) -> Option<Fix> {
        let fix = (self.rule.suggest?)(&self.hit())?;
        let row = self.row.row;
        let changes = |(field, text): &(FieldKey, String)| self.row.table.cell(row, *field).text != text;
        fix.changes.iter().any(changes).then_some(fix)
    }

    /// The cell as typed, personal numbers masked.
    pub(crate) fn value(&self) -> String {
        self.finding.field.map_or(String::new(), |field| masked(self.row.table, self.row.row, field))
    }

    /// The finding as it is reported: its place in the spreadsheet and its proposal are added by who
    /// reports it.
    pub(crate) fn report(&self) -> FindingReport {
        FindingReport {
            row: None,
            column: None,
            field: self.finding.field.map(|field| field.key().to_owned()),
            rule: self.rule.code.to_owned(),
            name: self.rule.slug.to_owned(),
            severity: self.finding.severity.key().to_owned(),
            value: self.value(),
            message: self.message(),
            suggestion: self.suggestion(),
            fix: None,
        }
    }

    /// The citations of the basis in one line.
    pub(crate) fn cited(&self) -> String {
        let basis: Vec<String> = self.basis().into_iter().map(|(citation, _)| citation).collect();
        basis.join("；")
    }

    /// The citations of the basis, each with a short paraphrase: of laws that changed the version of the record's
    /// date.
    pub(crate) fn basis(&self) -> Vec<(String, String)> {
        let day = self.row.event_date().map(|(_, date)| date);
        let laws = precheck_rules::laws::in_force_on(self.rule.basis, day).into_iter();
        laws.map(|law| (law.citation(), law.paraphrase.get(self.lang).to_owned())).collect()
    }
}

/// What a kind calls a field, in a language.
pub(crate) fn field_label(table: &Table, field: FieldKey, lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => table.kind.field_label(field),
        Lang::En => field.field().label.en,
    }
}

/// Letters of the column that holds a field in the file; none where no column of the file does.
pub(crate) fn letters(table: &Table, field: FieldKey) -> Option<String> {
    let column = table.columns().get(table.column_of(field)?)?;
    column.meaning.source.map(|source| column_letters(source as usize))
}
