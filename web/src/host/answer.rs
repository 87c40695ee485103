//! What the host asks is done, and answered.

use js_sys::{Array, Object, Reflect, Uint8Array};
use precheck_session::api::{KindView, Overview, Request, Source, SourceOptions};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

use super::Host;
use super::message::{Ask, Heard, HostSettings};
use crate::actions::Actions;
use crate::services::log::Loaded;
use crate::state::Action;

/// Name of the table that the host's records become.
const RECORDS: &str = "门户记录.csv";

/// Counts of an overview.
pub(super) fn counts(overview: &Overview) -> Vec<(&'static str, JsValue)> {
    let totals = overview.totals;
    let count = |number: usize| JsValue::from(number as u32);
    vec![
        ("judged", overview.judged.into()),
        ("records", count(totals.records)),
        ("passed", count(totals.passed)),
        ("withWarnings", count(totals.with_warnings)),
        ("withErrors", count(totals.with_errors)),
        ("errors", count(totals.errors)),
        ("warnings", count(totals.warnings)),
        ("infos", count(totals.infos)),
    ]
}

impl Host {
    /// Says that something was not done.
    pub(super) fn refuse(&self, id: &JsValue, key: &str, message: &str) {
        self.tell(
            "error",
            &[("id", id.clone()), ("key", key.into()), ("message", message.into())],
            &Array::new(),
        );
    }

    /// Tells the counts.
    pub(super) fn tell_result(&self, overview: &Overview, id: &JsValue) {
        let mut entries = counts(overview);
        entries.push(("ignored", self.ignored.get().into()));
        entries.push(("id", id.clone()));
        self.tell("result", &entries, &Array::new());
    }
}

/// Does what a message asks.
pub(super) fn answer(host: &std::rc::Rc<Host>, actions: &Actions, heard: &Heard) {
    let id = heard.id.clone();
    let ask = match &heard.ask {
        Ok(ask) => ask,
        Err(why) => return host.refuse(&id, "schema", why),
    };
    let state = actions.state();
    // What the clerk did to the open batch is not thrown away behind the clerk's back.
    let unsaved = state.is_open() && state.overview.undo.is_some();
    match ask {
        Ask::Result => host.tell_result(&state.overview, &id),
        Ask::Configure(settings) => configure(host, actions, id, settings),
        Ask::Files { replace: false, .. } | Ask::Records { replace: false, .. } if unsaved => {
            host.refuse(&id, "unsaved", "已打开的一批有改动，尚未导出；确需替换的，请带 replace: true");
        }
        Ask::Files { files, .. } => {
            host.loading.replace(id);
            let loaded = files
                .iter()
                .map(|file| loaded(file.name.clone(), SourceOptions::default(), file.blob.clone()));
            actions.open_loaded(loaded.collect());
        }
        Ask::Records { kind, records, .. } => {
            let Some(view) = state.choices.kinds.iter().find(|view| view.key == *kind) else {
                return host.refuse(&id, "no-kind", &format!("没有信息种类“{kind}”"));
            };
            match table(view, records) {
                Ok(text) => {
                    let options = SourceOptions {
                        encoding: "utf-8".to_owned(),
                        separator: Some(','),
                        kind: kind.clone(),
                        ..SourceOptions::default()
                    };
                    match Blob::new_with_str_sequence(&Array::of1(&JsValue::from_str(&text))) {
                        Ok(blob) => {
                            host.loading.replace(id);
                            actions.open_loaded(vec![loaded(RECORDS.to_owned(), options, blob)]);
                        }
                        Err(_) => host.refuse(&id, "memory", "记录放不进内存"),
                    }
                }
                Err(field) => host.refuse(&id, "no-field", &format!("{}没有字段“{field}”", view.label)),
            }
        }
        Ask::Export { template, kinds } => export(host, actions, id, template, kinds.clone()),
    }
}

fn loaded(name: String, options: SourceOptions, blob: Blob) -> Loaded {
    let source = Source { name, origin: precheck_session::api::Origin::File, options };
    Loaded { source, blob: Some(blob) }
}

/// Records as a comma separated table with every column of the kind; else the key that is no field.
fn table(kind: &KindView, records: &[Vec<(String, String)>]) -> Result<String, String> {
    let mut out = String::new();
    let mut line = |cells: &mut dyn Iterator<Item = &str>| {
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                out.push(',');
            }
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        }
        out.push_str("\r\n");
    };
    line(&mut kind.columns.iter().map(|column| column.label.as_str()));
    for record in records {
        let known = |key: &String| kind.columns.iter().any(|column| column.field == *key);
        if let Some((key, _)) = record.iter().find(|(key, _)| !known(key)) {
            return Err(key.clone());
        }
        let text =
            |field: &str| record.iter().find(|(key, _)| key == field).map_or("", |(_, text)| text.as_str());
        line(&mut kind.columns.iter().map(|column| text(&column.field)));
    }
    Ok(out)
}

fn configure(host: &std::rc::Rc<Host>, actions: &Actions, id: JsValue, given: &HostSettings) {
    if let Some(theme) = given.theme {
        actions.show(Action::Theme(theme));
    }
    let before = actions.state().settings;
    let mut settings = (*before).clone();
    if let Some(today) = &given.today {
        settings.today.clone_from(today);
    }
    if let Some(profile) = &given.profile {
        settings.profile.clone_from(profile);
    }
    if let Some(template) = &given.template {
        settings.template.clone_from(template);
    }
    if let Some(lang) = given.lang {
        settings.lang = lang;
    }
    // Nothing is judged anew for another look.
    if settings == *before {
        return host.tell("configured", &[("id", id)], &Array::new());
    }
    let (host, actions) = (host.clone(), actions.clone());
    spawn_local(async move {
        match actions.configure_now(settings).await {
            Ok(()) => host.tell("configured", &[("id", id)], &Array::new()),
            Err(fault) => host.refuse(&id, "settings", &fault.to_string()),
        }
    });
}

fn export(host: &std::rc::Rc<Host>, actions: &Actions, id: JsValue, template: &str, kinds: Vec<String>) {
    let state = actions.state();
    let template = match (template, state.settings.template.as_str()) {
        ("", "") => state.choices.templates.first().map_or(String::new(), |(name, ..)| name.clone()),
        ("", chosen) => chosen.to_owned(),
        (asked, _) => asked.to_owned(),
    };
    let kinds =
        if kinds.is_empty() { state.choices.kinds.iter().map(|k| k.key.clone()).collect() } else { kinds };
    let (host, actions) = (host.clone(), actions.clone());
    spawn_local(async move {
        match actions.files(Request::Export { template, kinds }).await {
            Ok((views, bytes)) => {
                let files = Array::new();
                for (view, bytes) in views.iter().zip(&bytes) {
                    let file = Object::new();
                    let entries: [(&str, JsValue); 5] = [
                        ("name", view.name.as_str().into()),
                        ("mediaType", view.media_type.as_str().into()),
                        ("kind", view.kind.as_str().into()),
                        ("records", (view.records as u32).into()),
                        ("bytes", Uint8Array::new(bytes).into()),
                    ];
                    for (name, value) in entries {
                        let _ = Reflect::set(&file, &name.into(), &value);
                    }
                    files.push(&file);
                }
                let transfer: Array = bytes.iter().collect();
                host.tell("exported", &[("id", id), ("files", files.into())], &transfer);
            }
            Err(fault) => host.refuse(&id, "export", &fault.to_string()),
        }
    });
}
