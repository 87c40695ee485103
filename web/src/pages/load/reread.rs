//! Encoding and separator of a text file, open to change: a wrong guess is mended here.

use precheck_session::api::{Lang, SourceOptions, SourceView};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::components::icon::{Icon, icon};
use crate::text_pages::load as words;

/// What [`Reread`] shows.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct RereadProps {
    pub(super) lang: Lang,
    /// Index of the source; it makes the ids of the fields.
    pub(super) index: usize,
    pub(super) source: SourceView,
    /// Reads the source anew with these options.
    pub(super) on_reread: Callback<SourceOptions>,
}

fn chosen(event: &Event) -> String {
    event.target_unchecked_into::<HtmlSelectElement>().value()
}

/// Two lists and a button.
#[component]
pub(super) fn Reread(props: &RereadProps) -> Html {
    let RereadProps { lang, index, source, on_reread } = props;
    let lang = *lang;
    let encoding = use_state_eq(|| source.encoding.clone());
    let separator = use_state_eq(|| source.separator);
    let on_encoding = {
        let encoding = encoding.clone();
        Callback::from(move |event: Event| encoding.set(chosen(&event)))
    };
    let on_separator = {
        let separator = separator.clone();
        Callback::from(move |event: Event| separator.set(chosen(&event).chars().next()))
    };
    let read = {
        let options = SourceOptions {
            encoding: (*encoding).clone(),
            separator: *separator,
            ..SourceOptions::default()
        };
        on_reread.reform(move |_: MouseEvent| options.clone())
    };
    let (encoding_id, separator_id) = (format!("encoding-{index}"), format!("separator-{index}"));
    html! {
        <div class="reread">
            <label for={encoding_id.clone()}>{ words::ENCODING.get(lang) }</label>
            <select id={encoding_id} class="sel sm" onchange={on_encoding}>
                <option value="" selected={encoding.is_empty()}>{ words::AUTOMATIC.get(lang) }</option>
                { for words::ENCODINGS.iter().map(|(key, name)| html! {
                    <option value={*key} selected={*encoding == *key}>{ name.get(lang) }</option>
                }) }
            </select>
            if source.format.is_empty() || source.format == "text" {
                <label for={separator_id.clone()}>{ words::SEPARATOR.get(lang) }</label>
                <select id={separator_id} class="sel sm" onchange={on_separator}>
                    <option value="" selected={separator.is_none()}>{ words::AUTOMATIC.get(lang) }</option>
                    { for words::SEPARATORS.iter().map(|(key, name)| html! {
                        <option value={key.to_string()} selected={*separator == Some(*key)}>{ name.get(lang) }</option>
                    }) }
                </select>
            }
            <button type="button" class="btn sm" onclick={read}>
                { icon(Icon::Sync, "") }{ words::READ_AGAIN.get(lang) }
            </button>
        </div>
    }
}
