//! A dialog holds the focus and gives it back.

use precheck_session::api::Lang;
use precheck_web::components::dialog::Dialog;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;

use crate::stage::{active, key, mount, settle};

#[component]
fn Host() -> Html {
    let open = use_state_eq(|| false);
    let set = |value: bool| {
        let open = open.clone();
        move || open.set(value)
    };
    let (show, hide) = (set(true), set(false));
    html! {<>
        <button type="button" onclick={move |_| show()}>{ "open" }</button>
        if *open {
            <Dialog lang={Lang::Zh} id="title" title="忽略这个问题" on_close={move |()| hide()}
                footer={html! { <button type="button">{ "last" }</button> }}>
                <input id="first" />
                <input id="wanted" data-autofocus="" />
            </Dialog>
        }
    </>}
}

#[wasm_bindgen_test]
async fn focus_goes_in_stays_in_and_comes_back() {
    let stage = mount::<Host>(()).await;
    let opener = stage.button("open");
    opener.focus().unwrap();
    opener.click();
    settle().await;

    let dialog = stage.find("[role=dialog]");
    assert_eq!(dialog.get_attribute("aria-modal").as_deref(), Some("true"));
    let title = dialog.get_attribute("aria-labelledby").unwrap();
    assert_eq!(stage.find(&format!("#{title}")).text_content().as_deref(), Some("忽略这个问题"));
    assert_eq!(active().id(), "wanted", "the marked element takes the focus");

    let last = stage.button("last");
    last.focus().unwrap();
    assert!(key("Tab", false), "Tab on the last element is taken");
    assert_eq!(active(), stage.button("关闭"), "it leads to the first");
    assert!(key("Tab", true));
    assert_eq!(active(), last, "and back");
    stage.find("#first").focus().unwrap();
    assert!(!key("Tab", false), "between them the browser moves the focus");

    assert!(key("Escape", false));
    settle().await;
    assert!(stage.all("[role=dialog]").is_empty(), "Esc closes");
    assert_eq!(active(), opener, "the focus comes back");
}

#[wasm_bindgen_test]
async fn a_click_beside_it_closes() {
    let stage = mount::<Host>(()).await;
    stage.press("open").await;
    stage.find(".scrim").click();
    settle().await;
    assert!(stage.all("[role=dialog]").is_empty());
}
