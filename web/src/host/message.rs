//! Messages of the host, checked against their form before anything is done with them.

use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

use precheck_session::api::Lang;

use crate::services::theme::Theme;

/// Most files of one message.
const MOST_FILES: u32 = 50;
/// Most records of one message.
const MOST_RECORDS: u32 = 200_000;
/// Most characters of a name.
const LONGEST_NAME: usize = 200;
/// Most characters of any other text.
const LONGEST_TEXT: usize = 1_000_000;

/// A file of the host.
pub(super) struct HostFile {
    pub(super) name: String,
    pub(super) blob: Blob,
}

/// Settings that the host gives; what it leaves out stays.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct HostSettings {
    pub(super) theme: Option<Theme>,
    pub(super) lang: Option<Lang>,
    pub(super) today: Option<String>,
    pub(super) profile: Option<String>,
    pub(super) template: Option<String>,
}

/// What the host asks.
pub(super) enum Ask {
    Configure(HostSettings),
    Files { files: Vec<HostFile>, replace: bool },
    Records { kind: String, records: Vec<Vec<(String, String)>>, replace: bool },
    Result,
    Export { template: String, kinds: Vec<String> },
}

/// A message of ours: what it asks, or what is wrong with it.
pub(super) struct Heard {
    /// What the host calls it; the answer carries it too.
    pub(super) id: JsValue,
    pub(super) ask: Result<Ask, String>,
}

/// Reads a message; none where it is of another protocol, version or type.
pub(super) fn read(data: &JsValue) -> Option<Heard> {
    if !data.is_object() || get(data, "precheck").as_f64() != Some(super::VERSION) {
        return None;
    }
    let id = get(data, "id");
    let named = id.as_string().is_some_and(|id| id.len() <= LONGEST_NAME) || id.as_f64().is_some();
    let ask = match get(data, "type").as_string()?.as_str() {
        "configure" => configure(data),
        "load" => load(data),
        "request-result" => only(data, &[]).map(|()| Ask::Result),
        "export" => export(data),
        _ => return None,
    };
    Some(Heard { id: if named { id } else { JsValue::UNDEFINED }, ask })
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Refuses properties that nobody reads: a slip of the pen would otherwise pass unseen.
fn only(data: &JsValue, names: &[&str]) -> Result<(), String> {
    let object: &Object = data.unchecked_ref();
    for key in Object::keys(object).iter() {
        let key = key.as_string().unwrap_or_default();
        if !["precheck", "type", "id"].contains(&key.as_str()) && !names.contains(&key.as_str()) {
            return Err(format!("没有属性“{key}” (unknown property)"));
        }
    }
    Ok(())
}

fn text(data: &JsValue, name: &str, longest: usize) -> Result<Option<String>, String> {
    let value = get(data, name);
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    match value.as_string() {
        Some(text) if text.encode_utf16().count() <= longest => Ok(Some(text)),
        Some(_) => Err(format!("“{name}”过长 (too long)")),
        None => Err(format!("“{name}”不是文本 (no text)")),
    }
}

fn flag(data: &JsValue, name: &str) -> Result<bool, String> {
    let value = get(data, name);
    if value.is_undefined() {
        Ok(false)
    } else {
        value.as_bool().ok_or(format!("“{name}”应为 true 或 false"))
    }
}

fn list(data: &JsValue, name: &str, most: u32) -> Result<Array, String> {
    let list: Array = get(data, name).dyn_into().map_err(|_| format!("“{name}”不是数组 (no array)"))?;
    if list.length() > most { Err(format!("“{name}”多于 {most} 项 (too many)")) } else { Ok(list) }
}

fn configure(data: &JsValue) -> Result<Ask, String> {
    only(data, &["today", "profile", "template", "theme", "lang"])?;
    let profile = get(data, "profile");
    let profile = if profile.is_object() {
        js_sys::JSON::stringify(&profile).ok().and_then(|text| text.as_string())
    } else {
        text(data, "profile", LONGEST_TEXT)?
    };
    let theme = text(data, "theme", LONGEST_NAME)?
        .map(|key| Theme::named(&key).ok_or("“theme”应为 light、dark 或 contrast (no theme)"))
        .transpose()?;
    let lang = text(data, "lang", LONGEST_NAME)?
        .map(|key| match key.as_str() {
            "zh" => Ok(Lang::Zh),
            "en" => Ok(Lang::En),
            _ => Err("“lang”应为 zh 或 en (no language)"),
        })
        .transpose()?;
    Ok(Ask::Configure(HostSettings {
        theme,
        lang,
        today: text(data, "today", LONGEST_NAME)?,
        profile,
        template: text(data, "template", LONGEST_NAME)?,
    }))
}

fn load(data: &JsValue) -> Result<Ask, String> {
    only(data, &["files", "kind", "records", "replace"])?;
    let replace = flag(data, "replace")?;
    if get(data, "records").is_undefined() {
        let files = list(data, "files", MOST_FILES)?;
        let files: Vec<HostFile> = files.iter().map(|one| file(&one)).collect::<Result<_, _>>()?;
        return if files.is_empty() {
            Err("没有文件 (no file)".to_owned())
        } else {
            Ok(Ask::Files { files, replace })
        };
    }
    let kind = text(data, "kind", LONGEST_NAME)?.ok_or("缺少“kind” (no kind)")?;
    let records = list(data, "records", MOST_RECORDS)?;
    let records = records.iter().map(|one| record(&one)).collect::<Result<_, _>>()?;
    Ok(Ask::Records { kind, records, replace })
}

fn file(one: &JsValue) -> Result<HostFile, String> {
    if !one.is_object() {
        return Err("文件应为 {name, bytes} (a file is an object)".to_owned());
    }
    let name = text(one, "name", LONGEST_NAME)?.ok_or("文件没有“name” (a file has no name)")?;
    let bytes = get(one, "bytes");
    let blob = if let Some(blob) = bytes.dyn_ref::<Blob>() {
        blob.clone()
    } else if bytes.is_instance_of::<ArrayBuffer>() || bytes.is_instance_of::<Uint8Array>() {
        Blob::new_with_u8_array_sequence(&Array::of1(&bytes)).map_err(|_| "文件放不进内存 (out of memory)")?
    } else {
        return Err(format!("“{}”的 bytes 应为 ArrayBuffer、Uint8Array 或 Blob", bare(&name)));
    };
    Ok(HostFile { name: bare(&name), blob })
}

/// A file's own name: without folders, and without what would turn the line that shows it around.
fn bare(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let seen = |c: &char| {
        !c.is_control()
            && !matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    };
    let name: String = last.chars().filter(seen).collect();
    if name.trim().is_empty() { "门户文件".to_owned() } else { name }
}

fn record(one: &JsValue) -> Result<Vec<(String, String)>, String> {
    if !one.is_object() || Array::is_array(one) {
        return Err("记录应为对象 (a record is an object)".to_owned());
    }
    let mut cells = Vec::new();
    let object: &Object = one.unchecked_ref();
    for key in Object::keys(object).iter() {
        let key = key.as_string().unwrap_or_default();
        let value = get(one, &key);
        let cell = if let Some(number) = value.as_f64() {
            number
                .is_finite()
                .then(|| js_sys::Number::from(number).to_string_with_radix(10).ok().map(String::from))
                .flatten()
        } else if let Some(truth) = value.as_bool() {
            Some(if truth { "是" } else { "否" }.to_owned())
        } else {
            text(one, &key, LONGEST_TEXT)?
        };
        cells.push((key, cell.unwrap_or_default()));
    }
    Ok(cells)
}

fn export(data: &JsValue) -> Result<Ask, String> {
    only(data, &["template", "kinds"])?;
    let mut kinds = Vec::new();
    if !get(data, "kinds").is_undefined() {
        for kind in list(data, "kinds", MOST_FILES)?.iter() {
            kinds.push(kind.as_string().ok_or("“kinds”应为文本的数组 (texts)")?);
        }
    }
    Ok(Ask::Export { template: text(data, "template", LONGEST_NAME)?.unwrap_or_default(), kinds })
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    fn message(json: &str) -> Option<Result<Ask, String>> {
        read(&js_sys::JSON::parse(json).unwrap()).map(|heard| heard.ask)
    }

    #[wasm_bindgen_test]
    fn what_is_not_ours_is_not_read() {
        for other in
            ["null", "1", "\"x\"", "[]", "{}", r#"{"precheck":2,"type":"load"}"#, r#"{"precheck":1}"#]
        {
            assert!(message(other).is_none(), "{other}");
        }
        assert!(message(r#"{"precheck":1,"type":"eval","text":"x"}"#).is_none());
    }

    #[wasm_bindgen_test]
    fn what_is_ours_must_have_its_form() {
        let refused = [
            r#"{"precheck":1,"type":"load"}"#,
            r#"{"precheck":1,"type":"load","files":[]}"#,
            r#"{"precheck":1,"type":"load","files":[{"name":"a","bytes":"text"}]}"#,
            r#"{"precheck":1,"type":"load","records":[{}]}"#,
            r#"{"precheck":1,"type":"load","kind":"penalty","records":[{"uscc":{}}]}"#,
            r#"{"precheck":1,"type":"load","kind":"penalty","records":[7]}"#,
            r#"{"precheck":1,"type":"export","kinds":[1]}"#,
            r#"{"precheck":1,"type":"request-result","extra":1}"#,
            r#"{"precheck":1,"type":"configure","today":5}"#,
            r#"{"precheck":1,"type":"configure","theme":"pink"}"#,
            r#"{"precheck":1,"type":"configure","lang":"zh-CN"}"#,
        ];
        for json in refused {
            assert!(message(json).is_some_and(|ask| ask.is_err()), "{json}");
        }
        let long = format!(r#"{{"precheck":1,"type":"export","template":"{}"}}"#, "x".repeat(300));
        assert!(message(&long).is_some_and(|ask| ask.is_err()));
        let ok = message(
            r#"{"precheck":1,"type":"load","kind":"penalty","records":[{"fine_amount":0.5,"serious":true,"uscc":null}]}"#,
        );
        let Some(Ok(Ask::Records { records, .. })) = ok else { panic!("records") };
        let cell = |key: &str, text: &str| (key.to_owned(), text.to_owned());
        assert_eq!(records, [[cell("fine_amount", "0.5"), cell("serious", "是"), cell("uscc", "")]]);
    }

    #[wasm_bindgen_test]
    fn names_show_what_they_are() {
        assert_eq!(bare("../../etc/passwd"), "passwd");
        assert_eq!(bare("C:\\a\\b.xlsx"), "b.xlsx");
        assert_eq!(bare("a\u{202E}xslx.exe\u{0}"), "axslx.exe");
        assert_eq!(bare("/"), "门户文件");
    }
}
