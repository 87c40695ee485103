//! 自有模板: the list of them, and the dialog that makes one of a blank platform file.

use std::rc::Rc;

use precheck_session::api::{
    ColumnQuestion, KindView, Lang, OwnTemplateOptions, OwnTemplateView, SheetMapping, SheetQuestion,
};
use web_sys::{File, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::components::dialog::{Dialog, DialogSize};
use crate::components::icon::{Icon, icon};
use crate::components::picker::{chosen, opens};
use crate::text_export as words;
use crate::text_pages::{common, export as old, map};

/// Date forms to choose from, with an example.
const DATES: [(&str, &str); 4] = [
    ("%Y-%m-%d", "2023-06-16"),
    ("%Y/%m/%d", "2023/06/16"),
    ("%Y%m%d", "20230616"),
    ("%Y年%m月%d日", "2023年06月16日"),
];

/// What [`OwnTemplates`] shows.
#[derive(Properties, PartialEq, Clone)]
pub struct OwnProps {
    /// Language.
    pub lang: Lang,
    /// Own templates: name and title.
    pub templates: Rc<Vec<(String, String)>>,
    /// Why a file could not be used.
    pub problem: Option<AttrValue>,
    /// A file was chosen.
    pub on_file: Callback<File>,
    /// A template is to be saved as a file: its name.
    pub on_share: Callback<String>,
    /// A template is to be removed: its name.
    pub on_remove: Callback<String>,
}

/// The card.
#[component]
pub fn OwnTemplates(props: &OwnProps) -> Html {
    let lang = props.lang;
    let input = use_node_ref();
    let choose = opens(&input);
    let on_chosen = {
        let on_file = props.on_file.clone();
        Callback::from(move |event: Event| {
            if let Some(file) = chosen(&event).into_iter().next() {
                on_file.emit(file);
            }
        })
    };
    let line = |(name, title): &(String, String)| {
        let (share, remove) = (name.clone(), name.clone());
        html! {
            <li key={name.clone()}>
                <span class="name">{ title }</span>
                <button type="button" class="btn sm sp" onclick={props.on_share.reform(move |_: MouseEvent| share.clone())}
                    aria-label={format!("{} {title}", words::OWN_SHARE.get(lang))}>{ words::OWN_SHARE.get(lang) }</button>
                <button type="button" class="btn sm" onclick={props.on_remove.reform(move |_: MouseEvent| remove.clone())}
                    aria-label={format!("{} {title}", words::OWN_REMOVE.get(lang))}>{ words::OWN_REMOVE.get(lang) }</button>
            </li>
        }
    };
    html! {
        <div class="card own">
            <header><h2>{ words::OWN.get(lang) }</h2></header>
            <p class="body t13 muted">{ words::OWN_HINT.get(lang) }</p>
            if !props.templates.is_empty() {
                <ul class="list files">{ for props.templates.iter().map(line) }</ul>
            }
            if let Some(problem) = &props.problem {
                <div class="body tight"><div class="note E" role="alert">{ icon(Icon::Error, "") }<div>{ problem }</div></div></div>
            }
            <div class="actbar">
                <input ref={input} type="file" hidden=true class="own-file" accept=".xlsx,.xls,.csv,.json"
                    aria-label={words::OWN_ADD.get(lang)} onchange={on_chosen} />
                <button type="button" class="btn sm" onclick={choose}>{ words::OWN_ADD.get(lang) }</button>
            </div>
        </div>
    }
}

/// What [`OwnDialog`] shows.
#[derive(Properties, PartialEq, Clone)]
pub struct OwnDialogProps {
    /// Language.
    pub lang: Lang,
    /// Every kind with its fields.
    pub kinds: Rc<Vec<KindView>>,
    /// What was settled so far.
    pub options: Rc<OwnTemplateOptions>,
    /// What that gives.
    pub view: Rc<OwnTemplateView>,
    /// Something else is settled.
    pub on_options: Callback<OwnTemplateOptions>,
    /// The template is to be kept.
    pub on_keep: Callback<()>,
    /// The dialog is closed.
    pub on_close: Callback<()>,
}

/// The mapping of a sheet as it stands.
fn mapping(question: &SheetQuestion) -> SheetMapping {
    SheetMapping {
        sheet: question.sheet,
        kind: question.kind.clone(),
        header_row: question.header_row,
        columns: question.columns.iter().map(|column| (column.column, column.field.clone())).collect(),
    }
}

/// The options with a changed mapping of a sheet.
fn with_mapping(options: &OwnTemplateOptions, mapping: SheetMapping) -> OwnTemplateOptions {
    let mut next = options.clone();
    next.mappings.retain(|other| other.sheet != mapping.sheet);
    next.mappings.push(mapping);
    next
}

/// The dialog.
#[component]
pub fn OwnDialog(props: &OwnDialogProps) -> Html {
    let (lang, options, view) = (props.lang, &props.options, &props.view);
    let tried = use_state_eq(|| false);
    let complete = !view.template.is_empty();
    let keep = {
        let (tried, on_keep) = (tried.clone(), props.on_keep.clone());
        Callback::from(move |_: MouseEvent| if complete { on_keep.emit(()) } else { tried.set(true) })
    };
    let named = {
        let options = options.clone();
        props.on_options.reform(move |event: Event| {
            let title = event.target_unchecked_into::<HtmlInputElement>().value();
            OwnTemplateOptions { title, ..(*options).clone() }
        })
    };
    let dated = {
        let options = options.clone();
        props.on_options.reform(move |event: Event| {
            let date = event.target_unchecked_into::<HtmlSelectElement>().value();
            OwnTemplateOptions { date, ..(*options).clone() }
        })
    };
    let footer = html! {
        <span class="sp">
            <button type="button" class="btn" onclick={props.on_close.reform(|_: MouseEvent| ())}>{ common::CANCEL.get(lang) }</button>
            <button type="button" class="btn pri own-keep" onclick={keep}>{ words::OWN_KEEP.get(lang) }</button>
        </span>
    };
    html! {
        <Dialog {lang} id="own-title" title={words::OWN_TITLE.get(lang)} size={DialogSize::Large}
            on_close={props.on_close.clone()} {footer}>
            if *tried && !complete {
                <div class="note E" role="alert">{ icon(Icon::Error, "") }<div>{ words::OWN_OPEN.get(lang) }</div></div>
            }
            <div class="own-head">
                <div class="fld">
                    <label for="own-name">{ words::OWN_NAME.get(lang) }</label>
                    <input id="own-name" class="inp" data-autofocus="" value={view.title.clone()} maxlength="60" onchange={named} />
                </div>
                <div class="fld">
                    <label for="own-date">{ words::OWN_DATE.get(lang) }</label>
                    <select id="own-date" class="sel" onchange={dated}>
                        { for DATES.iter().map(|(form, example)| html! {
                            <option value={*form} selected={options.date == *form}>{ *example }</option>
                        }) }
                    </select>
                </div>
            </div>
            { for view.sheets.iter().map(|question| sheet(props, question)) }
        </Dialog>
    }
}

/// What a list changes of a mapping when another value is chosen.
type Change = dyn Fn(&mut SheetMapping, String);

fn sheet(props: &OwnDialogProps, question: &SheetQuestion) -> Html {
    let (lang, at) = (props.lang, question.sheet);
    let kind = props.kinds.iter().find(|kind| kind.key == question.kind);
    let change = |change: Rc<Change>| {
        let (options, mapping) = (props.options.clone(), mapping(question));
        props.on_options.reform(move |event: Event| {
            let mut next = mapping.clone();
            change(&mut next, event.target_unchecked_into::<HtmlSelectElement>().value());
            with_mapping(&options, next)
        })
    };
    let on_kind = change(Rc::new(|mapping, kind| mapping.kind = kind));
    let on_header = change(Rc::new(|mapping, row| mapping.header_row = row.parse().unwrap_or(0)));
    let line = |column: &ColumnQuestion| {
        let number = column.column;
        let on_field = change(Rc::new(move |mapping: &mut SheetMapping, field: String| {
            for (_, known) in
                mapping.columns.iter_mut().filter(|(at, known)| *at == number || *known == field)
            {
                known.clear();
            }
            if let Some((_, known)) = mapping.columns.iter_mut().find(|(at, _)| *at == number) {
                *known = field;
            }
        }));
        let on_constant = {
            let options = props.options.clone();
            props.on_options.reform(move |event: Event| {
                let text = event.target_unchecked_into::<HtmlInputElement>().value();
                let mut next = (*options).clone();
                next.constants.retain(|(sheet, column, _)| (*sheet, *column) != (at, number));
                if !text.is_empty() {
                    next.constants.push((at, number, text));
                }
                next
            })
        };
        let constant =
            props.options.constants.iter().find(|(sheet, column, _)| (*sheet, *column) == (at, number));
        let header = if column.header.is_empty() { &column.letters } else { &column.header };
        html! {
            <tr key={number}>
                <th scope="row" class="num">{ &column.letters }</th>
                <td>{ &column.header }</td>
                <td><select class="sel sm" onchange={on_field} aria-label={format!("{} {header}", words::OWN_FIELD.get(lang))}
                    data-column={number.to_string()}>
                    <option value="" selected={column.field.is_empty()}>{ words::OWN_BLANK.get(lang) }</option>
                    { for kind.iter().flat_map(|kind| &kind.columns).map(|field| html! {
                        <option value={field.field.clone()} selected={field.field == column.field}>{ &field.label }</option>
                    }) }
                </select></td>
                <td><input class="inp sm" onchange={on_constant} value={constant.map_or(String::new(), |(.., text)| text.clone())}
                    aria-label={format!("{} {header}", words::OWN_CONSTANT.get(lang))} data-constant={number.to_string()} /></td>
            </tr>
        }
    };
    html! {
        <div class="card own-sheet" key={at}>
            <header>
                <h3 class="t13">{ &question.name }</h3>
                <span class="sp">
                    <select class="sel sm" aria-label={words::OWN_KIND.get(lang)} onchange={on_kind}>
                        <option value="" selected={question.kind.is_empty()}>{ common::CHOOSE.get(lang) }</option>
                        { for props.kinds.iter().map(|kind| html! {
                            <option value={kind.key.clone()} selected={kind.key == question.kind}>{ &kind.label }</option>
                        }) }
                    </select>
                    <select class="sel sm" aria-label={words::OWN_HEADER.get(lang)} onchange={on_header}>
                        { for (0..=question.preview.len() as u32).map(|row| html! {
                            <option value={row.to_string()} selected={row == question.header_row}>
                                { if row == 0 { map::NO_HEADER.get(lang).to_owned() } else { map::row(lang, row, "") } }
                            </option>
                        }) }
                    </select>
                </span>
            </header>
            <div class="wide" tabindex="0" role="region" aria-label={old::PREVIEW_SCROLL.get(lang)}>
                <table class="tbl"><thead><tr><th></th><th scope="col">{ words::OWN_COLUMN.get(lang) }</th>
                    <th scope="col">{ words::OWN_FIELD.get(lang) }</th><th scope="col">{ words::OWN_CONSTANT.get(lang) }</th></tr></thead>
                    <tbody>{ for question.columns.iter().map(line) }</tbody></table>
            </div>
        </div>
    }
}
