//! The table of blank templates.

use std::rc::Rc;

use precheck_session::api::{KindView, Lang};
use yew::prelude::*;

use crate::text_pages::load as words;

/// The form of a blank template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlankForm {
    /// A workbook.
    Xlsx,
    /// Separated text.
    Csv,
}

impl BlankForm {
    const ALL: [Self; 2] = [Self::Xlsx, Self::Csv];

    /// Its name, which is also the extension of the file.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }
}

/// Every kind begins with the fields of the enterprise: name and two identifiers. They tell kinds not apart.
const SUBJECT_FIELDS: usize = 3;
/// How many fields are named.
const NAMED: usize = 4;

/// What [`blanks`] show.
pub(super) struct BlanksProps {
    pub(super) lang: Lang,
    pub(super) kinds: Rc<Vec<KindView>>,
    pub(super) on_blank: Callback<(AttrValue, BlankForm)>,
}

/// A line for each kind, with links that save its blank template.
pub(super) fn blanks(props: &BlanksProps) -> Html {
    let lang = props.lang;
    html! {
        <div class="card">
            <header>
                <h2>{ words::BLANKS.get(lang) }</h2><span class="aside">{ words::BLANKS_HINT.get(lang) }</span>
            </header>
            <table class="tbl blanks">
                <thead><tr>
                    <th scope="col">{ words::KIND.get(lang) }</th>
                    <th scope="col" class="num">{ words::REQUIRED.get(lang) }</th>
                    <th scope="col" class="main">{ words::MAIN_FIELDS.get(lang) }</th>
                    <th scope="col">{ words::DOWNLOAD.get(lang) }</th>
                </tr></thead>
                <tbody>{ for props.kinds.iter().map(|kind| line(props, kind)) }</tbody>
            </table>
        </div>
    }
}

fn line(props: &BlanksProps, kind: &KindView) -> Html {
    let lang = props.lang;
    let required = kind.columns.iter().filter(|column| column.required).count();
    let main: Vec<_> = kind
        .columns
        .iter()
        .skip(SUBJECT_FIELDS)
        .filter(|column| column.required)
        .map(|column| column.label.clone())
        .take(NAMED)
        .collect();
    let link = |form: BlankForm| {
        let key = AttrValue::from(kind.key.clone());
        html! {<>
            if form != BlankForm::ALL[0] { <span class="muted">{ " · " }</span> }
            <button type="button" class="link" aria-label={words::blank_link(lang, &kind.label, form.key())}
                onclick={props.on_blank.reform(move |_| (key.clone(), form))}>{ form.key() }</button>
        </>}
    };
    html! {
        <tr key={kind.key.clone()}>
            <td>{ &kind.label }</td>
            <td class="num">{ required }</td>
            <td class="muted main">{ crate::text_pages::listed(lang, &main) }{ "…" }</td>
            <td class="nowrap">{ for BlankForm::ALL.into_iter().map(link) }</td>
        </tr>
    }
}
