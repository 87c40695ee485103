//! Mounts a component, plays a person, and keeps what callbacks said.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// A component in the document of the test; it leaves with its stage.
pub(crate) struct Stage<C: BaseComponent> {
    pub(crate) root: Element,
    handle: Option<yew::AppHandle<C>>,
}

impl<C: BaseComponent> Drop for Stage<C> {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
        self.root.remove();
    }
}

/// What stands in a document without a component of its own.
#[derive(Properties, PartialEq)]
pub(crate) struct StillProps {
    html: Html,
}

/// Shows what a function has drawn.
#[component]
pub(crate) fn Still(props: &StillProps) -> Html {
    props.html.clone()
}

/// Shows what a function has drawn, and waits until it stands.
pub(crate) async fn show(html: Html) -> Stage<Still> {
    mount::<Still>(StillProps { html }).await
}

/// Mounts a component and waits until it stands.
pub(crate) async fn mount<C: BaseComponent>(props: C::Properties) -> Stage<C>
where
    C::Properties: 'static,
{
    let document = gloo::utils::document();
    let root = document.create_element("div").unwrap();
    root.set_class_name("app");
    document.body().unwrap().append_child(&root).unwrap();
    let handle = yew::Renderer::<C>::with_root_and_props(root.clone(), props).render();
    settle().await;
    Stage { root, handle: Some(handle) }
}

impl<C: BaseComponent> Stage<C> {
    /// The first element that matches.
    pub(crate) fn find(&self, selector: &str) -> HtmlElement {
        self.all(selector).into_iter().next().unwrap_or_else(|| panic!("nothing matches {selector}"))
    }

    /// Every element that matches.
    pub(crate) fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).map(|at| found.item(at).unwrap().unchecked_into()).collect()
    }

    /// The button with this text or name.
    pub(crate) fn button(&self, text: &str) -> HtmlElement {
        let named = |button: &HtmlElement| {
            button.text_content().unwrap_or_default().trim() == text
                || button.get_attribute("aria-label").as_deref() == Some(text)
        };
        self.all("button").into_iter().find(named).unwrap_or_else(|| panic!("no button {text}"))
    }

    /// Clicks the button with this text or name.
    pub(crate) async fn press(&self, text: &str) {
        self.button(text).click();
        settle().await;
    }

    /// Chooses an entry of a list.
    pub(crate) async fn choose(&self, selector: &str, value: &str) {
        let list: HtmlSelectElement = self.find(selector).unchecked_into();
        list.set_value(value);
        assert_eq!(list.value(), value, "{selector} has no entry {value}");
        fire(&list, "change");
        settle().await;
    }

    /// Ticks a box, or takes the tick away.
    pub(crate) async fn tick(&self, selector: &str) {
        let field: HtmlInputElement = self.find(selector).unchecked_into();
        field.click();
        settle().await;
    }

    /// Writes into a field.
    pub(crate) fn write(&self, selector: &str, text: &str) {
        self.find(selector).unchecked_into::<HtmlTextAreaElement>().set_value(text);
    }

    /// Everything that stands there.
    pub(crate) fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }
}

/// The focused element.
pub(crate) fn active() -> HtmlElement {
    gloo::utils::document().active_element().unwrap().unchecked_into()
}

/// Lets the page draw and run its effects.
pub(crate) async fn settle() {
    wait(20).await;
}

/// Waits some milliseconds.
pub(crate) async fn wait(millis: i32) {
    let timer = Function::new_with_args("done, millis", "setTimeout(done, millis)");
    let promise = Promise::new(&mut |done, _| {
        timer.call2(&JsValue::NULL, &done, &JsValue::from(millis)).unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

/// An event that bubbles.
pub(crate) fn fire(target: &Element, kind: &str) {
    let script = "target.dispatchEvent(new Event(kind, { bubbles: true, cancelable: true, composed: true }))";
    Function::new_with_args("target, kind", script).call2(&JsValue::NULL, target, &kind.into()).unwrap();
}

/// An event of the pointer that does not bubble, as `mouseenter` and `mouseleave` are.
pub(crate) fn point(target: &Element, kind: &str) {
    let script = "target.dispatchEvent(new MouseEvent(kind, { bubbles: false, composed: false }))";
    Function::new_with_args("target, kind", script).call2(&JsValue::NULL, target, &kind.into()).unwrap();
}

/// A key goes down where the focus is; says whether the page took it for itself.
pub(crate) fn key(name: &str, shift: bool) -> bool {
    let script = "return !target.dispatchEvent(new KeyboardEvent('keydown', \
                  { key, shiftKey, bubbles: true, cancelable: true, composed: true }))";
    Function::new_with_args("target, key, shiftKey", script)
        .call3(&JsValue::NULL, &active(), &name.into(), &shift.into())
        .unwrap()
        .as_bool()
        .unwrap()
}

/// Text is pasted where the focus is.
pub(crate) fn paste(text: &str) {
    let script = "const data = new DataTransfer(); data.setData('text/plain', text); \
                  target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true }))";
    Function::new_with_args("target, text", script).call2(&JsValue::NULL, &active(), &text.into()).unwrap();
}

/// Keeps what a callback said.
pub(crate) struct Heard<T>(Rc<RefCell<Vec<T>>>);

impl<T: 'static> Heard<T> {
    /// Nothing yet.
    pub(crate) fn new() -> Self {
        Self(Rc::default())
    }

    /// The callback.
    pub(crate) fn callback(&self) -> Callback<T> {
        let heard = self.0.clone();
        Callback::from(move |said| heard.borrow_mut().push(said))
    }

    /// What was said since the last question.
    pub(crate) fn take(&self) -> Vec<T> {
        self.0.take()
    }
}
