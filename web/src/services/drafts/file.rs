//! A draft as a file: for computers that keep nothing, and to go on elsewhere.
//!
//! A line that names the format and the length of what follows, a JSON text, then the bytes of the sources one
//! after the other: nothing is copied when it is written, nor when it is read.

use js_sys::Array;
use precheck_session::api::{Settings, Source};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::services::change::Change;
use crate::services::log::{Loaded, Log};

/// How the names of such files end.
pub const ENDING: &str = ".precheck-draft";
/// How such files begin.
const MARK: &str = "precheck-draft 1 ";
/// Longest first line.
const LINE: f64 = 64.0;

#[derive(Serialize, Deserialize)]
struct Head {
    settings: Settings,
    sources: Vec<(Source, Option<u64>)>,
    changes: Vec<Change>,
}

/// Whether a file is a draft, by its name.
pub fn is_draft(name: &str) -> bool {
    name.ends_with(ENDING)
}

/// The job as a file.
pub fn write(log: &Log) -> Result<Blob, JsValue> {
    let size = |loaded: &Loaded| loaded.blob.as_ref().map(|blob| blob.size() as u64);
    let head = Head {
        settings: log.settings.clone(),
        sources: log.sources.iter().map(|loaded| (loaded.source.clone(), size(loaded))).collect(),
        changes: log.changes.clone(),
    };
    let head = serde_json::to_string(&head).map_err(|error| JsValue::from_str(&error.to_string()))?;
    let parts = Array::of2(&format!("{MARK}{}\n", head.len()).into(), &head.into());
    for loaded in &log.sources {
        if let Some(blob) = &loaded.blob {
            parts.push(blob);
        }
    }
    Blob::new_with_blob_sequence(&parts)
}

/// The job of a file; none where it is no such file, or not whole.
pub async fn read(file: &Blob) -> Option<Log> {
    let line = text(file, 0.0, LINE.min(file.size())).await?;
    let line = line.split_once('\n')?.0;
    let length = line.strip_prefix(MARK)?.parse::<u32>().ok()?;
    let mut at = line.len() as f64 + 1.0;
    let head: Head = serde_json::from_str(&text(file, at, at + f64::from(length)).await?).ok()?;
    at += f64::from(length);
    let mut sources = Vec::with_capacity(head.sources.len());
    for (source, size) in head.sources {
        let blob = match size {
            Some(size) => {
                let end = at + size as f64;
                if end > file.size() {
                    return None;
                }
                let part = file.slice_with_f64_and_f64(at, end).ok()?;
                at = end;
                Some(part)
            }
            None => None,
        };
        sources.push(Loaded { source, blob });
    }
    Some(Log { settings: head.settings, sources, changes: head.changes, ..Log::default() })
}

async fn text(file: &Blob, from: f64, to: f64) -> Option<String> {
    let part = file.slice_with_f64_and_f64(from, to).ok()?;
    JsFuture::from(part.text()).await.ok()?.as_string()
}

#[cfg(test)]
mod tests {
    use super::{is_draft, read, write};
    use crate::services::change::Change;
    use crate::services::files;
    use crate::services::log::Log;
    use precheck_session::api::{CellEdit, Request};
    use wasm_bindgen_test::wasm_bindgen_test;
    use web_sys::Blob;

    #[wasm_bindgen_test]
    async fn a_job_comes_back_from_its_file() {
        let edits = vec![CellEdit { row: 1, field: "name".to_owned(), text: "甲公司".to_owned() }];
        let log = Log {
            sources: vec![files::sample("示例"), files::pasted("一\t二", "粘贴").unwrap()],
            changes: [Request::Edit { table: 0, edits }, Request::Undo]
                .iter()
                .map(|r| Change::of(r).unwrap())
                .collect(),
            ..Log::default()
        };
        let file = write(&log).unwrap();
        let back = read(&file).await.unwrap();
        assert_eq!(back.changes, log.changes);
        assert!(back.sources[0].blob.is_none());
        let pasted = super::text(back.sources[1].blob.as_ref().unwrap(), 0.0, 100.0).await.unwrap();
        assert_eq!(pasted, "一\t二");
        // Cut short, it is none.
        let short = file.slice_with_f64_and_f64(0.0, file.size() - 1.0).unwrap();
        assert!(read(&short).await.is_none());
        assert!(read(&Blob::new().unwrap()).await.is_none());
        assert!(is_draft("a.precheck-draft") && !is_draft("a.xlsx"));
    }
}
