//! The platform's answer is entered; its words are explained while they are pasted.

use precheck_session::api::{Lang, PlatformMessageView, PlatformView};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::actions::Actions;
use crate::components::dialog::{Dialog, DialogSize};
use crate::components::focus;
use crate::components::icon::{Icon, icon};
use crate::text_ledger as words;

/// What was entered: whether the records were taken in, and the platform's words.
pub type Entered = (bool, String);

/// What [`AnswerDialog`] needs.
#[derive(Properties, PartialEq, Clone)]
pub struct AnswerDialogProps {
    /// Language.
    pub lang: Lang,
    /// Explains the words.
    pub actions: Actions,
    /// For how many records.
    pub count: usize,
    /// It was entered.
    pub on_enter: Callback<Entered>,
    /// It was given up.
    pub on_close: Callback<()>,
}

/// What a message means and what to do.
pub(super) fn remedy(lang: Lang, message: &PlatformMessageView) -> Html {
    html! {
        <div class="note remedy" key={message.key.clone()}>
            { icon(Icon::Info, "") }
            <div>
                <b>{ &message.meaning }</b><br/>{ &message.remedy }<br/>
                <span class="t12 muted">{ words::RULES.get(lang) }{ " " }{ for message.rules.iter().map(|(code, title)| html! {
                    <span class="rulename">{ format!("{code} {title}") }</span>
                }) }</span>
            </div>
        </div>
    }
}

/// The dialog.
#[component]
pub fn AnswerDialog(props: &AnswerDialogProps) -> Html {
    let lang = props.lang;
    let accepted = use_state_eq(|| true);
    let said = use_state_eq(String::new);
    let view = use_state_eq(PlatformView::default);
    let missing = use_state_eq(|| false);
    let field = use_node_ref();
    {
        let (actions, view) = (props.actions.clone(), view.clone());
        use_effect_with((*said).clone(), move |said| {
            let said = said.clone();
            spawn_local(async move { view.set(actions.translate(said).await) });
        });
    }
    let oninput = {
        let (said, accepted, missing) = (said.clone(), accepted.clone(), missing.clone());
        Callback::from(move |event: InputEvent| {
            let field = event.target().and_then(|t| t.dyn_into::<HtmlTextAreaElement>().ok());
            if let Some(field) = field {
                // A message of the platform is seldom good news.
                if said.is_empty() && !field.value().is_empty() {
                    accepted.set(false);
                }
                missing.set(false);
                said.set(field.value());
            }
        })
    };
    let choose = |value: bool| {
        let accepted = accepted.clone();
        Callback::from(move |_: Event| accepted.set(value))
    };
    let enter = {
        let (accepted, said, missing, on_enter) =
            (accepted.clone(), said.clone(), missing.clone(), props.on_enter.clone());
        let field = field.clone();
        Callback::from(move |_: MouseEvent| {
            let text = said.trim().to_owned();
            if !*accepted && text.is_empty() {
                missing.set(true);
                focus::focus_node(&field);
            } else {
                on_enter.emit((*accepted, text));
            }
        })
    };
    let close = props.on_close.reform(|_: MouseEvent| ());
    let footer = html! {<span class="sp">
        <button type="button" class="btn" onclick={close}>{ words::CANCEL.get(lang) }</button>
        <button type="button" class="btn pri" onclick={enter}>{ words::ENTER_NOW.get(lang) }</button>
    </span>};
    let radio = |value: bool, label: &'static str| {
        html! { <label class="ck"><input type="radio" name="outcome" checked={*accepted == value} onchange={choose(value)} />
        <span>{ label }</span></label> }
    };
    let unknown = view.messages.is_empty() && !said.trim().is_empty() && !*accepted;
    html! {
        <Dialog {lang} title={words::ANSWER_TITLE.get(lang)} id="answer-title" size={DialogSize::Small}
            on_close={props.on_close.clone()} {footer}>
            <p class="t13 muted">{ words::answer_for(lang, props.count) }</p>
            <fieldset class="outcome">
                <legend>{ words::OUTCOME.get(lang) }</legend>
                { radio(true, words::ACCEPTED.get(lang)) }
                { radio(false, words::REJECTED.get(lang)) }
            </fieldset>
            <div class={classes!("fld", (*missing).then_some("err"))}>
                <label for="answer-words">{ words::WORDS.get(lang) }</label>
                <p class="hint" id="answer-words-h">{ words::WORDS_HELP.get(lang) }</p>
                if *missing {
                    <p class="emsg" id="answer-words-fault" role="alert">{ icon(Icon::Error, "ic-14") }{ words::WORDS_MISSING.get(lang) }</p>
                }
                <textarea ref={field} id="answer-words" class="inp" rows="4"
                    aria-describedby={if *missing { "answer-words-fault answer-words-h" } else { "answer-words-h" }}
                    aria-invalid={(*missing).then_some("true")} value={(*said).clone()} {oninput} />
            </div>
            <div class="remedies" aria-live="polite">
                { for view.messages.iter().map(|message| remedy(lang, message)) }
                if unknown { <p class="t13 muted">{ words::WORDS_UNKNOWN.get(lang) }</p> }
            </div>
        </Dialog>
    }
}
