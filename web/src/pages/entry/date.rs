//! A date: typed in any form that records may have, or chosen from a month that knows working days.

use precheck_session::api::{DayView, Lang, MonthView, Request, Response};
use precheck_session::entry::shifted;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::field::Editor;
use crate::actions::Actions;
use crate::components::focus;
use crate::components::icon::{Icon, icon};
use crate::text_entry as words;

/// The value without an end.
const LONG_TERM: &str = "9999-09-09";

/// What [`DateField`] shows.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct DateProps {
    pub(super) editor: Editor,
    /// Whether it may have no end.
    pub(super) long_term: bool,
}

/// The field with its month.
#[component]
pub(super) fn DateField(props: &DateProps) -> Html {
    let editor = &props.editor;
    let open = use_state_eq(|| false);
    let button = use_node_ref();
    let oninput = editor.on_type.reform(|event: InputEvent| {
        let input: Option<HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
        input.map(|input| input.value()).unwrap_or_default()
    });
    let onkeydown = {
        let open = open.clone();
        Callback::from(move |event: KeyboardEvent| {
            if !event.is_composing() && event.alt_key() && event.key() == "ArrowDown" {
                event.prevent_default();
                open.set(true);
            }
        })
    };
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let close = {
        let (open, button) = (open.clone(), button.clone());
        Callback::from(move |back: bool| {
            open.set(false);
            if let Some(button) = button.cast::<HtmlElement>().filter(|_| back) {
                focus::focus(&button);
            }
        })
    };
    let choose = {
        let (close, on_type, on_leave) = (close.clone(), editor.on_type.clone(), editor.on_leave.clone());
        Callback::from(move |day: String| {
            on_type.emit(day);
            on_leave.emit(());
            close.emit(true);
        })
    };
    let no_end = {
        let (on_type, on_leave) = (editor.on_type.clone(), editor.on_leave.clone());
        Callback::from(move |_: MouseEvent| {
            on_type.emit(LONG_TERM.to_owned());
            on_leave.emit(());
        })
    };
    let pick = format!("{} {}", words::PICK.get(editor.lang), editor.label);
    html! {
        <div class="datef">
            <input type="text" class="inp" id={&editor.id} value={&editor.value} autocomplete="off" spellcheck="false"
                aria-invalid={editor.invalid.then_some("true")} aria-required={editor.required.then_some("true")}
                aria-describedby={editor.described.clone()} {oninput} {onkeydown} onblur={editor.on_leave.reform(|_| ())} />
            <button ref={button} type="button" class="ibtn cal" aria-label={pick.clone()} title={pick} aria-haspopup="dialog"
                aria-expanded={if *open { "true" } else { "false" }} onclick={toggle}>{ icon(Icon::Calendar, "") }</button>
            if props.long_term {
                <button type="button" class="link" onclick={no_end}>{ words::LONG_TERM.get(editor.lang) }</button>
            }
            if *open {
                <Month lang={editor.lang} label={editor.label.clone()} value={editor.value.clone()} on_choose={choose} on_close={close} />
            }
        </div>
    }
}

/// What [`Month`] shows.
#[derive(Properties, PartialEq, Clone)]
struct MonthProps {
    lang: Lang,
    label: AttrValue,
    value: AttrValue,
    /// A day was chosen, `yyyy-MM-dd`.
    on_choose: Callback<String>,
    /// It is closed; whether the focus goes back to the button.
    on_close: Callback<bool>,
}

/// The day to which a key leads.
fn led(key: &str, shift: bool, day: &str, weekday: usize) -> Option<String> {
    match key {
        "ArrowLeft" => shifted(day, -1, 0),
        "ArrowRight" => shifted(day, 1, 0),
        "ArrowUp" => shifted(day, -7, 0),
        "ArrowDown" => shifted(day, 7, 0),
        "Home" => shifted(day, -(weekday as i64), 0),
        "End" => shifted(day, 6 - weekday as i64, 0),
        "PageUp" => shifted(day, 0, if shift { -12 } else { -1 }),
        "PageDown" => shifted(day, 0, if shift { 12 } else { 1 }),
        _ => None,
    }
}

/// A month.
#[component]
fn Month(props: &MonthProps) -> Html {
    let lang = props.lang;
    let actions = use_context::<Actions>();
    let at = use_state_eq(|| props.value.to_string());
    let month = use_state_eq(|| None::<MonthView>);
    // Whether the focus goes to the day, as keys ask, or stays at a button.
    let to_day = use_state_eq(|| true);
    let node = use_node_ref();
    {
        let (month, at) = (month.clone(), at.clone());
        use_effect_with((*at).clone(), move |at| {
            let at = at.clone();
            wasm_bindgen_futures::spawn_local(async move {
                if let Some(actions) = actions
                    && let Some(Response::Month(view)) = actions.window(Request::Month { at }).await
                {
                    month.set(Some(view));
                }
            });
        });
    }
    {
        let (node, to_day) = (node.clone(), *to_day);
        use_effect_with((*month).clone(), move |month| {
            if let Some(dialog) = node.cast::<HtmlElement>().filter(|_| month.is_some() && to_day) {
                focus::focus_first(&dialog, "td button[tabindex='0']");
            }
        });
    }
    let Some(view) = (*month).clone() else { return Html::default() };
    let weekday = view.days.iter().position(|day| day.date == view.selected).unwrap_or(0) % 7;
    let onkeydown = {
        let (at, to_day, node) = (at.clone(), to_day.clone(), node.clone());
        let (on_close, selected) = (props.on_close.clone(), view.selected.clone());
        Callback::from(move |event: KeyboardEvent| {
            // The form must not act on keys of its date picker.
            event.stop_propagation();
            let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
            let in_grid = target.is_some_and(|target| target.closest("td").ok().flatten().is_some());
            match event.key().as_str() {
                "Escape" => on_close.emit(true),
                "Tab" => {
                    let Some(dialog) = node.cast::<HtmlElement>() else { return };
                    let stops: Vec<HtmlElement> = focus::reachable(&dialog);
                    let (Some(first), Some(last)) = (stops.first(), stops.last()) else { return };
                    let active = focus::active(&dialog);
                    let (from, to) = if event.shift_key() { (first, last) } else { (last, first) };
                    if active.as_ref() != Some(from) {
                        return;
                    }
                    focus::focus(to);
                }
                key if in_grid => {
                    let Some(day) = led(key, event.shift_key(), &selected, weekday) else { return };
                    to_day.set(true);
                    at.set(day);
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    let step = |months: i32, label: precheck_session::api::Text, icons: &'static [Icon]| {
        let (at, to_day, selected) = (at.clone(), to_day.clone(), view.selected.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            to_day.set(false);
            if let Some(day) = shifted(&selected, 0, months) {
                at.set(day);
            }
        });
        html! {
            <button type="button" class="ibtn sm" aria-label={label.get(lang)} title={label.get(lang)} {onclick}>
                { for icons.iter().map(|one| icon(*one, "ic-12")) }
            </button>
        }
    };
    let title = words::month(lang, view.year, view.month);
    // The focus that leaves the month altogether closes it.
    let onfocusout = {
        let (node, on_close) = (node.clone(), props.on_close.clone());
        Callback::from(move |event: FocusEvent| {
            let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
            let inside = node.cast::<HtmlElement>().is_some_and(|dialog| dialog.contains(to.as_ref()));
            if to.is_some() && !inside {
                on_close.emit(false);
            }
        })
    };
    html! {
        <div ref={node} class="month" role="dialog" aria-modal="true" aria-label={format!("{} {}", words::PICK.get(lang), props.label)}
            {onkeydown} {onfocusout}>
            <div class="month-h">
                { step(-12, words::PREVIOUS_YEAR, &[Icon::Left, Icon::Left]) }
                { step(-1, words::PREVIOUS_MONTH, &[Icon::Left]) }
                <b aria-live="polite">{ title.clone() }</b>
                { step(1, words::NEXT_MONTH, &[Icon::Right]) }
                { step(12, words::NEXT_YEAR, &[Icon::Right, Icon::Right]) }
            </div>
            <table role="grid" aria-label={title}>
                <thead><tr>{ for words::WEEK.iter().map(|day| html! { <th scope="col">{ day.get(lang) }</th> }) }</tr></thead>
                <tbody>
                    { for view.days.chunks(7).map(|week| html! {
                        <tr>{ for week.iter().map(|day| self::day(props, &view, day)) }</tr>
                    }) }
                </tbody>
            </table>
            if !view.known { <p class="hint">{ words::UNKNOWN_YEAR.get(lang) }</p> }
            <p class="hint">{ words::PICK_KEYS.get(lang) }</p>
        </div>
    }
}

fn day(props: &MonthProps, view: &MonthView, day: &DayView) -> Html {
    let lang = props.lang;
    let (selected, today) = (day.date == view.selected, day.date == view.today);
    let (badge, said) = match day.mark.as_str() {
        "holiday" => (words::HOLIDAY.get(lang), words::HOLIDAY_SAID.get(lang)),
        "work" => (words::WORK.get(lang), words::WORK_SAID.get(lang)),
        "weekend" => ("", words::WEEKEND_SAID.get(lang)),
        _ => ("", ""),
    };
    let said: Vec<&str> = [day.date.as_str(), said, if today { words::TODAY_SAID.get(lang) } else { "" }]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let label = said.join(" ");
    let chosen = day.date.clone();
    let class = classes!(
        (!day.inside).then_some("out"),
        today.then_some("today"),
        (!day.mark.is_empty()).then(|| day.mark.clone())
    );
    html! {
        <td {class} aria-selected={if selected { "true" } else { "false" }}>
            <button type="button" tabindex={if selected { "0" } else { "-1" }} aria-label={label.clone()} title={label}
                aria-current={today.then_some("date")} data-date={day.date.clone()}
                onclick={props.on_choose.reform(move |_| chosen.clone())}>
                { day.day }
                if !badge.is_empty() { <i aria-hidden="true">{ badge }</i> }
            </button>
        </td>
    }
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::led;

    #[wasm_bindgen_test]
    fn keys_lead_from_day_to_day() {
        // 2023-06-16 was a Friday.
        let to = |key: &str, shift: bool| led(key, shift, "2023-06-16", 4);
        for (key, shift, day) in [
            ("ArrowLeft", false, "2023-06-15"),
            ("ArrowDown", false, "2023-06-23"),
            ("Home", false, "2023-06-12"),
            ("End", false, "2023-06-18"),
            ("PageUp", false, "2023-05-16"),
            ("PageDown", true, "2024-06-16"),
        ] {
            assert_eq!(to(key, shift).as_deref(), Some(day), "{key}");
        }
        assert_eq!(to("x", false), None);
    }
}
