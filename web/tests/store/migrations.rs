//! Each step from one version of the database to the next, with what was kept before it.

use idb::{DatabaseEvent, Factory};
use precheck_web::services::store::database::{Write, open, read, read_all, write};
use precheck_web::services::store::{MIGRATIONS, Shelf, VERSION, migrate};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

/// A database as a page of that version left it.
async fn of_version(name: &str, version: u32) -> idb::Database {
    let factory = Factory::new().unwrap();
    factory.delete(name).unwrap().await.unwrap();
    let mut request = factory.open(name, Some(version)).unwrap();
    request.on_upgrade_needed(move |event| {
        let database = event.database().unwrap();
        for step in MIGRATIONS.iter().take(version as usize) {
            step(&database).unwrap();
        }
    });
    request.await.unwrap()
}

#[wasm_bindgen_test]
async fn a_new_database_has_every_shelf() {
    let name = "precheck-test-new";
    Factory::new().unwrap().delete(name).unwrap().await.unwrap();
    let database = open(name, || {}).await.unwrap();
    assert_eq!(database.version().unwrap(), VERSION);
    let mut names: Vec<_> = Shelf::ALL.iter().map(|shelf| shelf.name().to_owned()).collect();
    names.sort();
    assert_eq!(database.store_names(), names);
    database.close();
}

#[wasm_bindgen_test]
async fn version_1_keeps_what_it_held() {
    let name = "precheck-test-1";
    let old = of_version(name, 1).await;
    write(&old, &[Write::Put(Shelf::Ledger, "一".to_owned(), JsValue::from_str("{}"))]).await.unwrap();
    old.close();
    let database = open(name, || {}).await.unwrap();
    assert_eq!(database.version().unwrap(), VERSION);
    assert_eq!(read(&database, Shelf::Ledger, "一").await.unwrap(), Some(JsValue::from_str("{}")));
    for shelf in Shelf::ALL {
        read_all(&database, shelf, "").await.unwrap();
    }
    database.close();
}

#[wasm_bindgen_test]
async fn a_newer_database_is_left_alone() {
    let name = "precheck-test-newer";
    let factory = Factory::new().unwrap();
    factory.delete(name).unwrap().await.unwrap();
    let mut request = factory.open(name, Some(VERSION + 1)).unwrap();
    request.on_upgrade_needed(|event| migrate(&event.database().unwrap(), 0).unwrap());
    request.await.unwrap().close();
    let refused = open(name, || {}).await.unwrap_err();
    assert_eq!(refused, precheck_web::services::store::StoreError::Newer);
}
