//! Values on the shelves.

use js_sys::Uint8Array;
use precheck_session::api::Lang;
use precheck_web::services::store::{self, Changes, Shelf, StoreError, StoreState};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn values_come_back_as_they_were_kept() {
    store::put(Shelf::Ledger, "t/a", &("甲", 1)).await.unwrap();
    store::put(Shelf::Ledger, "t/b", &("乙", 2)).await.unwrap();
    store::put(Shelf::Ledger, "u", &("丙", 3)).await.unwrap();
    assert_eq!(store::state(), StoreState::Available);
    let value: Option<(String, u32)> = store::get(Shelf::Ledger, "t/a").await.unwrap();
    assert_eq!(value, Some(("甲".to_owned(), 1)));
    let some: Vec<(String, (String, u32))> = store::range(Shelf::Ledger, "t/").await.unwrap();
    assert_eq!(some.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>(), ["t/a", "t/b"]);
    assert_eq!(store::keys(Shelf::Ledger, "").await.unwrap(), ["t/a", "t/b", "u"]);
    let amount = store::amounts().await.unwrap().into_iter().find(|a| a.shelf == Shelf::Ledger).unwrap();
    assert_eq!(amount.count, 3);
    assert!(amount.bytes > 0);
    store::delete(Shelf::Ledger, "t/a").await.unwrap();
    assert_eq!(store::get::<(String, u32)>(Shelf::Ledger, "t/a").await.unwrap(), None);
    store::clear(Shelf::Ledger).await.unwrap();
    assert!(store::all::<(String, u32)>(Shelf::Ledger).await.unwrap().is_empty());
}

#[wasm_bindgen_test]
async fn bytes_come_back_as_they_were_kept() {
    let bytes = Uint8Array::from([1_u8, 2, 255].as_slice());
    let changes = Changes::new().put_bytes(Shelf::DraftSources, "d/0", &bytes);
    changes.put(Shelf::Drafts, "d", "一批").unwrap().keep().await.unwrap();
    let back = store::get_bytes(Shelf::DraftSources, "d/0").await.unwrap().unwrap();
    assert_eq!(back.to_vec(), [1, 2, 255]);
    // JSON is no bytes, and bytes are no JSON.
    assert!(matches!(store::get_bytes(Shelf::Drafts, "d").await, Err(StoreError::Broken(_))));
    assert!(matches!(store::get::<String>(Shelf::DraftSources, "d/0").await, Err(StoreError::Broken(_))));
    let changes = Changes::new().delete_all(Shelf::DraftSources, "d/").delete(Shelf::Drafts, "d");
    changes.keep().await.unwrap();
    assert!(store::keys(Shelf::DraftSources, "").await.unwrap().is_empty());
}

#[wasm_bindgen_test]
fn errors_say_what_to_do_in_both_languages() {
    let all = [
        StoreError::Denied,
        StoreError::Full,
        StoreError::Elsewhere,
        StoreError::Newer,
        StoreError::Broken("x".to_owned()),
    ];
    for error in all {
        assert!(error.to_string().starts_with(&error.text(Lang::Zh)[..9]), "{error}");
        assert!(error.text(Lang::En).is_ascii() || error.text(Lang::En).contains('“'), "{error}");
    }
}
