//! What is kept on this computer: how much of what, a copy of it, and clearing it.

use std::rc::Rc;

use precheck_session::api::Lang;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::decimal::fixed;
use crate::components::dialog::{Dialog, DialogSize};
use crate::components::focus;
use crate::components::icon::{Icon, icon};
use crate::services::store::Amount;
use crate::{text_settings as words, text_store};

/// What [`Local`] shows.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct LocalProps {
    pub(super) lang: Lang,
    pub(super) amounts: Rc<Vec<Amount>>,
    pub(super) on_backup: Callback<()>,
    pub(super) on_restore: Callback<Event>,
    pub(super) on_clear: Callback<()>,
}

/// A number of bytes as people say it.
fn size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..1_048_576 => fixed(bytes as f64 / 1024.0, 1) + " KB",
        _ => fixed(bytes as f64 / 1_048_576.0, 1) + " MB",
    }
}

fn amounts(lang: Lang, amounts: &[Amount]) -> Html {
    html! {
        <table class="tbl amounts">
            <thead><tr><th scope="col">{ words::KIND.get(lang) }</th><th scope="col" class="num">{ words::AMOUNT.get(lang) }</th>
                <th scope="col" class="num">{ words::SIZE.get(lang) }</th></tr></thead>
            <tbody>{ for amounts.iter().map(|amount| html! {
                <tr data-shelf={amount.shelf.name()}><td>{ words::shelf(amount.shelf).get(lang) }</td><td class="num">{ amount.count }</td>
                    <td class="num">{ size(amount.bytes) }</td></tr>
            }) }</tbody>
        </table>
    }
}

/// The card.
#[component]
pub(super) fn Local(props: &LocalProps) -> Html {
    let lang = props.lang;
    let asked = use_state_eq(|| false);
    let missing = use_state_eq(|| false);
    let field = use_node_ref();
    let ask = {
        let (asked, missing) = (asked.clone(), missing.clone());
        Callback::from(move |_: MouseEvent| {
            missing.set(false);
            asked.set(true);
        })
    };
    let close = {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(false))
    };
    let clear = {
        let (asked, missing, field, on_clear) =
            (asked.clone(), missing.clone(), field.clone(), props.on_clear.clone());
        Callback::from(move |_: MouseEvent| {
            let written = field.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            if written.trim() == words::CLEAR_WORD {
                asked.set(false);
                on_clear.emit(());
            } else {
                missing.set(true);
                focus::focus_node(&field);
            }
        })
    };
    let backup = props.on_backup.reform(|_: MouseEvent| ());
    let footer = html! {
        <span class="sp">
            <button type="button" class="btn backup" onclick={backup.clone()}>{ words::BACKUP.get(lang) }</button>
            <button type="button" class="btn" data-autofocus="" onclick={close.reform(|_: MouseEvent| ())}>{ words::CANCEL.get(lang) }</button>
            <button type="button" class="btn pri clear-now" onclick={clear}>{ words::CLEAR_NOW.get(lang) }</button>
        </span>
    };
    html! {
        <section class="card" aria-labelledby="sets-local">
            <header><h2 id="sets-local" tabindex="-1">{ words::LOCAL.get(lang) }</h2></header>
            if props.amounts.is_empty() {
                <p class="pnone">{ text_store::DENIED.get(lang) }</p>
            } else {
                { amounts(lang, &props.amounts) }
                <div class="body">
                    <p class="hint">{ words::BACKUP_HELP.get(lang) }</p>
                    <div class="btns">
                        <button type="button" class="btn backup-all" onclick={backup}>{ words::BACKUP.get(lang) }</button>
                        <label class="btn file-btn">{ words::RESTORE_BACKUP.get(lang) }
                            <input type="file" class="visually" accept=".json" id="restore-backup" onchange={props.on_restore.clone()} />
                        </label>
                        <button type="button" class="btn clear-all" onclick={ask}>{ words::CLEAR.get(lang) }</button>
                    </div>
                </div>
            }
            if *asked {
                <Dialog {lang} title={words::CLEAR_TITLE.get(lang)} id="clear-title" on_close={close} size={DialogSize::Small} {footer}>
                    { amounts(lang, &props.amounts) }
                    <p class="t13">{ words::CLEAR_LEAD.get(lang) }</p>
                    <div class={classes!("fld", (*missing).then_some("err"))}>
                        <label for="clear-word">{ words::CLEAR_FIELD.get(lang) }</label>
                        if *missing {
                            <p class="emsg" id="clear-word-fault" role="alert">{ icon(Icon::Error, "") }{ words::CLEAR_WANTED.get(lang) }</p>
                        }
                        <input ref={field} id="clear-word" class="inp" autocomplete="off" aria-invalid={(*missing).then_some("true")}
                            aria-describedby={(*missing).then_some("clear-word-fault")} />
                    </div>
                </Dialog>
            }
        </section>
    }
}
