//! The page tells the host what became of it.

use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, MessageEvent};
use yew::prelude::*;

use super::message::Heard;
use super::{Way, answer};
use crate::actions::Actions;
use crate::state::{AppState, Busy};

/// Listens to the page around this one, and tells it: ready, loaded, counts, wanted height.
#[hook]
pub fn use_host(actions: &Actions, state: &UseReducerHandle<AppState>, root: &NodeRef) {
    let host = actions.host();
    {
        let (host, actions) = (host.clone(), actions.clone());
        use_effect_with((), move |()| {
            let doer = host.clone();
            if let Some(host) = &doer {
                let (answering, actions) = (Rc::downgrade(host), actions.clone());
                *host.doer.borrow_mut() = Some(Callback::from(move |heard: Rc<Heard>| {
                    if let Some(host) = answering.upgrade() {
                        answer::answer(&host, &actions, &heard);
                    }
                }));
            }
            let listener = host.filter(|host| matches!(host.way, Way::Frame { .. })).map(|host| {
                EventListener::new(&gloo::utils::window(), "message", move |event| {
                    if let Some(heard) = event.dyn_ref::<MessageEvent>().and_then(|event| host.hear(event)) {
                        answer::answer(&host, &actions, &heard);
                    }
                })
            });
            move || {
                drop(listener);
                if let Some(host) = doer {
                    host.doer.borrow_mut().take();
                }
            }
        });
    }
    let versions = (state.choices.version.clone(), state.choices.rules_version.clone());
    let told_versions = host.clone();
    use_effect_with(versions, move |(version, rules)| {
        if let Some(host) = told_versions.filter(|_| !version.is_empty()) {
            host.tell("ready", &[("version", version.into()), ("rules", rules.into())], &Array::new());
        }
    });
    let before = use_mut_ref(|| (Busy::Idle, 0));
    let now = (state.busy, state.overview.clone(), state.problem.clone());
    let tell = host.clone();
    use_effect_with(now, move |(busy, overview, problem)| {
        let Some(host) = tell else { return };
        let (was, told) = *before.borrow();
        before.borrow_mut().0 = *busy;
        let open = !overview.tables.is_empty();
        if was == Busy::Opening && *busy != Busy::Opening {
            let id = host.loading.replace(JsValue::UNDEFINED);
            if problem.is_some() || !open {
                // Which file and why stands in the page: the host is told counts only.
                host.refuse(&id, "not-opened", "文件没有载入，原因见页面");
            } else {
                let count = |number: usize| JsValue::from(number as u32);
                let asks = overview.sources.iter().filter(|source| !source.questions.is_empty()).count();
                let entries = [
                    ("files", count(overview.sources.len())),
                    ("tables", count(overview.tables.len())),
                    ("records", count(overview.totals.records)),
                    ("questions", count(asks)),
                    ("id", id),
                ];
                host.tell("loaded", &entries, &Array::new());
            }
        }
        if open && *busy == Busy::Idle && overview.judged && overview.revision != told {
            before.borrow_mut().1 = overview.revision;
            host.tell_result(overview, &JsValue::UNDEFINED);
        }
    });
    let told = use_mut_ref(|| 0);
    let root = root.clone();
    use_effect_with((state.screen, state.layout, state.overview.revision), move |_| {
        let (Some(host), Some(root)) = (host, root.cast::<HtmlElement>()) else { return };
        let main = root.query_selector("main").ok().flatten();
        let Some(main) = main.and_then(|main| main.dyn_into::<HtmlElement>().ok()) else { return };
        let content = main.first_element_child().map_or(0, |view| view.scroll_height());
        let height = root.offset_height() - main.offset_height() + content;
        if std::mem::replace(&mut *told.borrow_mut(), height) != height {
            host.tell("resize", &[("height", height.into())], &Array::new());
        }
    });
}
