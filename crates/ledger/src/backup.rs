//! The ledger as a file. A file of a former version is brought up step by step; one of a newer version is refused.

use serde::Serialize;
use serde_json::Value;

use crate::book::Book;
use crate::entry::Entry;

/// What such a file calls itself.
pub const FORMAT: &str = "precheck-ledger";

/// The version that is written.
pub const VERSION: u64 = 1;

/// Brings a file from one version to the next; the first one from version 1 to 2.
type Migration = fn(&mut Value);

/// One for each version but the present one.
const MIGRATIONS: &[Migration] = &[];

/// Why a file is no ledger.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// No JSON.
    #[error(
        "文件不是完整的 JSON（{0}），可能没有下载完；请选择从本页备份的台账文件 (no complete JSON; choose a backup made here)"
    )]
    Json(#[from] serde_json::Error),
    /// Another JSON file.
    #[error("文件不是台账备份；请选择文件名以“台账”开头的 .json 文件 (no backup of a ledger)")]
    Other,
    /// Made by a newer program.
    #[error(
        "文件由更新的版本（格式 {0}）备份，本页只认得到格式 {VERSION}；请先更新本页再打开 (made by a newer version; update first)"
    )]
    Newer(u64),
    /// An entry that cannot be read.
    #[error(
        "第 {number} 条记录不完整：{why}；请改用另一份备份 (entry {number} is incomplete; use another backup)"
    )]
    Entry {
        /// Counted from 1.
        number: usize,
        /// What is wrong.
        why: String,
    },
}

#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    version: u64,
    organisation: &'a str,
    made: &'a str,
    entries: Vec<&'a Entry>,
}

/// The ledger as a file, made for an organisation at a moment.
pub fn to_json(book: &Book, organisation: &str, made: &str) -> String {
    let file = File { format: FORMAT, version: VERSION, organisation, made, entries: book.all().collect() };
    serde_json::to_string_pretty(&file).expect("entries are texts and numbers")
}

/// Reads what [`to_json`] wrote, in this version or a former one.
pub fn from_json(text: &str) -> Result<Book, BackupError> {
    read(text, VERSION, MIGRATIONS)
}

fn read(text: &str, present: u64, migrations: &[Migration]) -> Result<Book, BackupError> {
    let mut file: Value = serde_json::from_str(text.trim_start_matches('\u{FEFF}'))?;
    if file.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(BackupError::Other);
    }
    let version = file.get("version").and_then(Value::as_u64).filter(|&v| v > 0).ok_or(BackupError::Other)?;
    if version > present {
        return Err(BackupError::Newer(version));
    }
    for migration in &migrations[version as usize - 1..] {
        migration(&mut file);
    }
    let Some(Value::Array(entries)) = file.get_mut("entries").map(Value::take) else {
        return Err(BackupError::Other);
    };
    let mut read = Vec::with_capacity(entries.len());
    for (at, value) in entries.into_iter().enumerate() {
        let wrong = |why: String| BackupError::Entry { number: at + 1, why };
        // As the store reads them one by one: a second reader, of values, would be as much program again.
        let entry: Entry =
            serde_json::from_str(&value.to_string()).map_err(|error| wrong(error.to_string()))?;
        if entry.facts.id.is_empty() {
            return Err(wrong("没有编号".to_owned()));
        }
        read.push(entry);
    }
    Ok(Book::new(read))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Facts;

    fn book() -> Book {
        let mut book = Book::default();
        let facts = Facts { id: "1".to_owned(), name: "甲".to_owned(), ..Facts::default() };
        book.note_batch("b", vec![facts], "2023-06-16 09:00:00.000");
        book
    }

    #[test]
    fn a_backup_reads_back() {
        let text = to_json(&book(), "大队", "2023-06-16 10:00:00.000");
        assert_eq!(from_json(&text).unwrap(), book());
        assert_eq!(from_json(&format!("\u{FEFF}{text}")).unwrap(), book(), "a byte order mark does no harm");
    }

    #[test]
    fn what_is_no_backup_is_refused_with_a_way_out() {
        let says = |text: &str| from_json(text).unwrap_err().to_string();
        assert!(says("").contains("JSON"));
        assert!(says("{}").contains("不是台账备份"));
        assert!(says(r#"{"format":"precheck-ledger","version":0,"entries":[]}"#).contains("不是台账备份"));
        assert!(says(r#"{"format":"precheck-ledger","version":99,"entries":[]}"#).contains("99"));
        assert!(
            says(r#"{"format":"precheck-ledger","version":1,"entries":[{"facts":5}]}"#).contains("第 1 条")
        );
        assert!(says(r#"{"format":"precheck-ledger","version":1,"entries":[{}]}"#).contains("没有编号"));
        let cut = to_json(&book(), "", "").split_at(80).0.to_owned();
        assert!(says(&cut).contains("没有下载完"));
    }

    #[test]
    fn every_former_version_has_its_migration() {
        assert_eq!(MIGRATIONS.len() as u64, VERSION - 1);
    }

    #[test]
    fn former_versions_are_brought_up_in_order() {
        // Two steps of which the second needs the first.
        let rename: Migration = |file| {
            for entry in file["entries"].as_array_mut().unwrap() {
                let name = entry["facts"]["enterprise"].take();
                entry["facts"]["title"] = name;
            }
        };
        let again: Migration = |file| {
            for entry in file["entries"].as_array_mut().unwrap() {
                let name = entry["facts"]["title"].take();
                entry["facts"]["name"] = name;
                entry["facts"].as_object_mut().unwrap().remove("title");
            }
        };
        let old = r#"{"format":"precheck-ledger","version":1,
            "entries":[{"facts":{"id":"1","enterprise":"甲"},"noted":"t"}]}"#;
        let book = read(old, 3, &[rename, again]).unwrap();
        assert_eq!(book.get("1").unwrap().facts.name, "甲");
    }
}
