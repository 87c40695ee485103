//! The same findings in the browser as natively and under Node: the reports of `tests/golden`.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, JSON, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const PROFILE: &str = include_str!("../../../profiles/naiman-fire.json");
const EXPECTED: &str = include_str!("../../../tests/fixtures/expected.json");

macro_rules! samples {
    ($($file:literal),+ $(,)?) => {
        [$((
            $file,
            &include_bytes!(concat!("../../../tests/fixtures/", $file))[..],
            include_str!(concat!("../../../tests/golden/", $file, ".json")),
        )),+]
    };
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).expect("an object")
}

fn settings() -> JsValue {
    let expected = JSON::parse(EXPECTED).expect("JSON");
    let profile = JSON::parse(PROFILE).expect("JSON");
    let organisation = get(&profile, "organisation");
    Reflect::set(&organisation, &"uscc".into(), &get(&expected, "organisation_code")).expect("an object");
    let settings = Object::new();
    let profile = JSON::stringify(&profile).expect("JSON");
    Reflect::set(&settings, &"profile".into(), &profile).expect("an object");
    Reflect::set(&settings, &"today".into(), &get(&expected, "today")).expect("an object");
    settings.into()
}

#[wasm_bindgen_test]
fn reports_are_the_committed_ones() {
    let samples = samples![
        "penalty.xlsx",
        "penalty-gb18030.csv",
        "penalty-paste.tsv",
        "license-grant.xls",
        "license-grant.ods",
        "inspection-html.xls",
        "license-change-2003.xlsx",
        "license-termination-utf16.txt",
        "penalty-change-bom.csv",
        "blacklist-pipe.csv",
        "other-semicolon.csv",
        "several.xlsx",
    ];
    for (path, bytes, committed) in samples {
        let file = Object::new();
        Reflect::set(&file, &"path".into(), &path.into()).expect("an object");
        Reflect::set(&file, &"bytes".into(), &Uint8Array::from(bytes)).expect("an object");
        let report =
            precheck_wasm::check(Array::of1(&file), settings(), JsValue::UNDEFINED).expect("a report");
        let text = JSON::stringify_with_replacer_and_space(&report, &JsValue::NULL, &2.into()).expect("JSON");
        assert!(String::from(text) + "\n" == committed, "{path} gives another report");
    }
}

#[wasm_bindgen_test]
fn misuse_is_thrown_as_an_error_with_a_key() {
    let thrown = precheck_wasm::check(Array::of1(&JsValue::NULL), settings(), JsValue::UNDEFINED);
    let error: js_sys::Error = thrown.expect_err("null is no file").dyn_into().expect("an Error");
    assert_eq!(String::from(error.name()), "PrecheckError");
    let settings: JsValue = Object::new().into();
    let thrown =
        precheck_wasm::check(Array::new(), settings, JsValue::UNDEFINED).expect_err("no day is given");
    assert!(get(&thrown, "key").as_string().is_some_and(|key| !key.is_empty()));
    assert!(thrown.is_instance_of::<js_sys::Error>());
}
