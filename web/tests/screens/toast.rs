//! The toast goes by itself, but not from under the pointer or the focus.

use precheck_session::api::Lang;
use precheck_web::components::toast::{ToastText, ToastsProps, toasts};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Heard, point, settle, show, wait};

const MILLIS: u32 = 150;
const LONGER: i32 = 400;

fn props(undo: &Heard<()>, gone: &Heard<u64>) -> ToastsProps {
    ToastsProps {
        lang: Lang::Zh,
        toast: Some(ToastText { id: 7, text: "已修复 16 处".into(), undo: true }),
        on_undo: undo.callback(),
        on_gone: gone.callback(),
        millis: MILLIS,
    }
}

#[wasm_bindgen_test]
async fn it_goes_by_itself() {
    let (undo, gone) = (Heard::new(), Heard::new());
    let stage = show(toasts(&props(&undo, &gone))).await;
    assert_eq!(stage.find("[role=status]").text_content().as_deref(), Some("已修复 16 处撤销"));
    wait(LONGER).await;
    assert_eq!((gone.take(), undo.take().len()), (vec![7], 0));
}

#[wasm_bindgen_test]
async fn pointer_and_focus_hold_it() {
    let (undo, gone) = (Heard::new(), Heard::new());
    let stage = show(toasts(&props(&undo, &gone))).await;
    let toast = stage.find(".toast");
    point(&toast, "mouseenter");
    settle().await;
    stage.button("撤销").focus().unwrap();
    wait(LONGER).await;
    assert!(gone.take().is_empty(), "held by both");
    point(&toast, "mouseleave");
    wait(LONGER).await;
    assert!(gone.take().is_empty(), "held by the focus");
    stage.button("撤销").blur().unwrap();
    wait(LONGER).await;
    assert_eq!(gone.take(), [7]);
}

#[wasm_bindgen_test]
async fn undo_is_used_once() {
    let (undo, gone) = (Heard::new(), Heard::new());
    let stage = show(toasts(&props(&undo, &gone))).await;
    stage.press("撤销").await;
    assert_eq!((undo.take().len(), gone.take()), (1, vec![7]));
}
