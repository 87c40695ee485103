//! The dossier on paper.

use std::rc::Rc;

use precheck_ledger::{Dossier, Group, iso};
use precheck_session::api::Lang;
use yew::prelude::*;

use super::drawer::{facts, kind};
use crate::components::icon::{Icon, icon};
use crate::pages::report::{print, signatures};
use crate::text_ledger as words;

/// What [`dossier_sheet`] shows.
pub struct DossierSheetProps {
    /// Language.
    pub lang: Lang,
    /// Everything about the enterprise.
    pub dossier: Rc<Dossier>,
    /// Name of the organisation.
    pub organisation: AttrValue,
    /// The day.
    pub today: AttrValue,
    /// Back to the ledger.
    pub on_back: Callback<()>,
}

/// The sheet.
pub fn dossier_sheet(props: &DossierSheetProps) -> Html {
    let (lang, dossier) = (props.lang, &props.dossier);
    let counts: Vec<String> = Group::ALL
        .into_iter()
        .map(|group| (group, dossier.count(group)))
        .filter(|(_, count)| *count > 0)
        .map(|(group, count)| format!("{} {count}", words::group(group).get(lang)))
        .collect();
    html! {
        <section class="view rep-bg">
            <div class="rep-tools">
                <button type="button" class="btn" onclick={props.on_back.reform(|_: MouseEvent| ())}>{ words::BACK.get(lang) }</button>
                <span class="sp"><button type="button" class="btn pri" onclick={print()}>{ icon(Icon::File, "") }{ words::PRINT.get(lang) }</button></span>
            </div>
            <article class="rep">
                <h1>{ words::DOSSIER.get(lang) }</h1>
                <p class="sub">{ format!("{}　{}", props.organisation, props.today) }</p>
                <h2>{ &dossier.name }</h2>
                <p>{ &dossier.code }{ "　" }{ counts.join("，") }</p>
                if let Some(line) = words::others(lang, &dossier.other_names, &dossier.other_codes) { <p>{ line }</p> }
                <table>
                    <thead><tr>
                        <th>{ words::COLUMNS[3].get(lang) }</th><th>{ words::COLUMNS[1].get(lang) }</th>
                        <th>{ words::COLUMNS[2].get(lang) }</th><th>{ words::RECORDS.get(lang) }</th>
                        <th>{ words::COLUMNS[4].get(lang) }</th><th>{ words::COLUMNS[6].get(lang) }</th>
                    </tr></thead>
                    <tbody>{ for dossier.rows.iter().map(|row| html! {
                        <tr>
                            <td class="nowrap">{ &row.entry.facts.event_date }</td>
                            <td>{ kind(lang, &row.entry.facts.kind) }</td>
                            <td>{ &row.entry.facts.document_no }</td>
                            <td>{ &row.entry.facts.matter }
                                { for facts(lang, row).into_iter().map(|line| html! { <div class="small">{ line }</div> }) }</td>
                            <td class="nowrap">{ row.due.map(iso) }</td>
                            <td class="nowrap">{ row.status.label().get(lang) }</td>
                        </tr>
                    }) }</tbody>
                </table>
                { signatures(lang) }
                <p class="foot2">{ words::SHEET_FOOT.get(lang) }</p>
            </article>
        </section>
    }
}
