//! 核验回执: files are compared with their manifest.

use std::rc::Rc;

use precheck_session::api::{Lang, VerifiedFile, VerifiedView};
use web_sys::File;
use yew::prelude::*;

use crate::components::icon::{Icon, icon};
use crate::components::picker::{chosen, files_of, opens};
use crate::text_export as words;

/// What [`VerifyCard`] shows.
#[derive(Properties, PartialEq, Clone)]
pub struct VerifyProps {
    /// Language.
    pub lang: Lang,
    /// What the last comparison found.
    pub verified: Option<Rc<VerifiedView>>,
    /// Why nothing could be compared.
    pub problem: Option<AttrValue>,
    /// Files were chosen or dropped.
    pub on_files: Callback<Vec<File>>,
}

/// The card: choose or drop, then file by file.
#[component]
pub fn VerifyCard(props: &VerifyProps) -> Html {
    let lang = props.lang;
    let input = use_node_ref();
    let choose = opens(&input);
    let on_chosen = props.on_files.reform(|event: Event| chosen(&event));
    let over = Callback::from(|event: DragEvent| event.prevent_default());
    let drop = props.on_files.reform(|event: DragEvent| {
        event.prevent_default();
        event.stop_propagation();
        files_of(event.data_transfer().and_then(|data| data.files()))
    });
    let line = |file: &VerifiedFile| {
        let (sign, class) = if file.state == "same" { (Icon::Ok, "s-P") } else { (Icon::Error, "s-E") };
        html! {
            <li key={file.name.clone()} data-state={file.state.clone()}>
                <span class={classes!("st", class)}>{ icon(sign, "ic-14") }{ words::state(lang, &file.state) }</span>
                <span class="name">{ &file.name }</span>
            </li>
        }
    };
    html! {
        <div class="card verify" ondragover={over} ondrop={drop}>
            <header><h2>{ words::VERIFY.get(lang) }</h2></header>
            <p class="body t13 muted">{ words::VERIFY_HINT.get(lang) }</p>
            <div role="status">
                if let Some(verified) = &props.verified {
                    <p class="body tight b">{ words::verified(lang, verified.count("same"), verified.files.len()) }</p>
                    <ul class="list verified">{ for verified.files.iter().map(line) }</ul>
                }
                if let Some(problem) = &props.problem {
                    <div class="body tight"><div class="note E">{ icon(Icon::Error, "") }<div>{ problem }</div></div></div>
                }
            </div>
            <div class="actbar">
                <input ref={input} type="file" multiple=true hidden=true class="verify-files" onchange={on_chosen}
                    aria-label={words::VERIFY_CHOOSE.get(lang)} />
                <button type="button" class="btn sm" onclick={choose}>{ words::VERIFY_CHOOSE.get(lang) }</button>
            </div>
        </div>
    }
}
