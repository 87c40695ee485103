//! Says which sheets were read as remembered, and leads to what can be changed about that.

use precheck_session::api::{Lang, Overview, SettledSheet};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::actions::Actions;
use crate::state::Action;
use crate::text_layouts as words;

/// A line for each sheet that was read as remembered, and for each example row that was left out.
pub fn layout_notice(lang: Lang, actions: &Actions, overview: &Overview) -> Html {
    let line = |at: usize, source: &str, settled: &SettledSheet| {
        let question = &settled.question;
        let taken = question.columns.iter().filter(|column| !column.field.is_empty()).count();
        let name = if question.name.is_empty() { source } else { &question.name };
        let (sheet, layout) = (question.sheet, settled.known.as_ref().map(|known| known.layout.clone()));
        let change = {
            let actions = actions.clone();
            Callback::from(move |_: MouseEvent| actions.look_at(at, sheet))
        };
        let forget = layout.map(|layout| {
            let actions = actions.clone();
            Callback::from(move |_: MouseEvent| {
                let (actions, layout) = (actions.clone(), layout.clone());
                spawn_local(async move {
                    match actions.forget_layout(layout).await {
                        Ok(()) => actions.show(Action::LayoutsSeen),
                        Err(why) => actions.show(Action::Toast(why.to_string(), false)),
                    }
                });
            })
        });
        html! {
            <p>
                { words::read_so(lang, name, taken) }{ " " }
                <button type="button" class="link t13 change-layout" onclick={change}>{ words::CHANGE.get(lang) }</button>
                if let Some(forget) = forget {
                    { " " }
                    <button type="button" class="link t13 forget-layout" onclick={forget}>{ words::FORGET.get(lang) }</button>
                }
            </p>
        }
    };
    let sources = overview.sources.iter().enumerate();
    let lines: Vec<Html> = sources
        .flat_map(|(at, source)| {
            let settled = source.settled.iter().filter(|settled| settled.remembered);
            settled.map(move |settled| (at, source, settled))
        })
        .map(|(at, source, settled)| line(at, &source.name, settled))
        .collect();
    let examples = overview.tables.iter().flat_map(|table| {
        let rows = table.left_out.iter().filter(|(_, reason, _)| reason == "example");
        rows.map(move |(row, _, _)| html! { <p class="example-row">{ words::example(lang, &table.name, *row) }</p> })
    });
    let lines: Vec<Html> = lines.into_iter().chain(examples).collect();
    if lines.is_empty() {
        return Html::default();
    }
    let close = {
        let actions = actions.clone();
        Callback::from(move |_: MouseEvent| actions.show(Action::LayoutsSeen))
    };
    html! {
        <div class="note I layout-note" role="status">
            { icon(Icon::Info, "") }<div>{ for lines }</div>
            <button type="button" class="btn sm" onclick={close}>{ words::CLOSE.get(lang) }</button>
        </div>
    }
}
