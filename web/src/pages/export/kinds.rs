//! The kinds with their counts, and the template that they leave with.

use std::rc::Rc;

use precheck_session::api::{DeliverOptions, KindPlan, Lang, PlanView};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::text_export as batch;
use crate::text_pages::{export as words, quoted};

/// What [`kinds`] show.
pub(super) struct KindsProps {
    pub(super) lang: Lang,
    pub(super) plan: Rc<PlanView>,
    /// Keys of kinds that are not to leave.
    pub(super) left_out: Rc<Vec<String>>,
    /// A kind is ticked or not.
    pub(super) on_tick: Callback<(String, bool)>,
    /// Checks and preview of a kind.
    pub(super) on_preview: Callback<AttrValue>,
}

/// The kinds: a tick takes them along, their name shows checks and preview.
pub(super) fn kinds(props: &KindsProps) -> Html {
    let lang = props.lang;
    html! {
        <div class="card">
            <header>
                <h2>{ words::KINDS.get(lang) }</h2><span class="sp muted t13">{ words::KINDS_HINT.get(lang) }</span>
            </header>
            { for props.plan.kinds.iter().map(|kind| pick(props, kind)) }
        </div>
    }
}

fn pick(props: &KindsProps, kind: &KindPlan) -> Html {
    let lang = props.lang;
    let ticked = kind.supported && kind.leaving > 0 && !props.left_out.contains(&kind.kind);
    let tick = {
        let key = kind.kind.clone();
        props.on_tick.reform(move |event: Event| {
            (key.clone(), event.target_unchecked_into::<HtmlInputElement>().checked())
        })
    };
    let show = {
        let key = AttrValue::from(kind.kind.clone());
        props.on_preview.reform(move |_: MouseEvent| key.clone())
    };
    let current = (props.plan.preview_kind == kind.kind).then_some("true");
    let why = words::staying(lang, kind.with_errors, kind.with_warnings, kind.lacking);
    html! {
        <div class="pick" aria-current={current} key={kind.kind.clone()}>
            <input type="checkbox" checked={ticked} disabled={!kind.supported || kind.leaving == 0} onchange={tick}
                aria-label={format!("{}{}", words::TITLE.get(lang), quoted(lang, &kind.label))} />
            <button type="button" onclick={show} title={words::PREVIEW_SHOW.get(lang)}>
                <b>{ &kind.label }</b>
                if kind.supported {
                    <span class="c">{ words::leaving(lang, kind.leaving, kind.records - kind.leaving.min(kind.records)) }</span>
                    if !why.is_empty() { <span class="c">{ why }</span> }
                    if kind.left_out > 0 { <span class="c">{ crate::text_singly::left_out(lang, kind.left_out) }</span> }
                } else {
                    <span class="c">{ words::NOT_SUPPORTED.get(lang) }</span>
                }
            </button>
        </div>
    }
}

/// What [`template_choice`] shows.
pub(super) struct TemplateChoiceProps {
    pub(super) lang: Lang,
    pub(super) templates: Rc<Vec<(String, String, Vec<String>)>>,
    /// Name of the template in use.
    pub(super) chosen: AttrValue,
    pub(super) on_template: Callback<AttrValue>,
    /// The kind that is previewed.
    pub(super) kind: Option<Rc<KindPlan>>,
    pub(super) kind_templates: Rc<Vec<(String, String)>>,
    pub(super) options: Rc<DeliverOptions>,
    pub(super) on_options: Callback<DeliverOptions>,
    pub(super) on_kind_template: Callback<(String, String)>,
}

/// The list of templates.
pub(super) fn template_choice(props: &TemplateChoiceProps) -> Html {
    let lang = props.lang;
    let choose = props
        .on_template
        .reform(|event: Event| AttrValue::from(event.target_unchecked_into::<HtmlSelectElement>().value()));
    let of_kind = props.kind.as_ref().map(|kind| {
        let own =
            props.kind_templates.iter().find(|(key, _)| *key == kind.kind).map(|(_, name)| name.as_str());
        let choose = {
            let key = kind.kind.clone();
            props.on_kind_template.reform(move |event: Event| {
                (key.clone(), event.target_unchecked_into::<HtmlSelectElement>().value())
            })
        };
        let taking =
            props.templates.iter().filter(|(.., kinds)| kinds.is_empty() || kinds.contains(&kind.kind));
        html! {
            <div class="fld">
                <label for="export-kind-template">{ batch::template_of(lang, &kind.label) }</label>
                <select id="export-kind-template" class="sel" onchange={choose} key={kind.kind.clone()}>
                    <option value="" selected={own.is_none()}>{ batch::AS_ALL.get(lang) }</option>
                    { for taking.map(|(name, title, _)| html! {
                        <option value={name.clone()} selected={own == Some(name.as_str())}>{ title }</option>
                    }) }
                </select>
            </div>
        }
    });
    let form = {
        let options = props.options.clone();
        props.on_options.reform(move |event: Event| {
            let form = event.target_unchecked_into::<HtmlSelectElement>().value();
            DeliverOptions { form, ..(*options).clone() }
        })
    };
    let zip = {
        let options = props.options.clone();
        props.on_options.reform(move |event: Event| {
            let zip = event.target_unchecked_into::<HtmlInputElement>().checked();
            DeliverOptions { zip, ..(*options).clone() }
        })
    };
    let forms = [
        ("", batch::FORM_OWN.get(lang)),
        ("xlsx", "xlsx"),
        ("csv", batch::FORM_CSV.get(lang)),
        ("csv-gb18030", batch::FORM_GB.get(lang)),
    ];
    html! {
        <div class="card">
            <header><h2>{ words::FORMAT.get(lang) }</h2></header>
            <div class="body">
                <div class="fld">
                    <label for="export-template">{ words::TEMPLATE.get(lang) }</label>
                    <select id="export-template" class="sel" onchange={choose}>
                        { for props.templates.iter().map(|(name, title, _)| html! {
                            <option value={name.clone()} selected={props.chosen == *name}>{ title }</option>
                        }) }
                    </select>
                </div>
                { for of_kind }
                <div class="fld">
                    <label for="export-form">{ batch::FORM.get(lang) }</label>
                    <select id="export-form" class="sel" onchange={form}>
                        { for forms.iter().map(|(form, text)| html! {
                            <option value={*form} selected={props.options.form == *form}>{ *text }</option>
                        }) }
                    </select>
                </div>
                <label class="tick"><input id="export-zip" type="checkbox" checked={props.options.zip} onchange={zip} />
                    { batch::ZIP.get(lang) }</label>
            </div>
        </div>
    }
}
