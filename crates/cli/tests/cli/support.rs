//! Runs the program in a folder of its own, over files that the tests make.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use precheck_tabular::{ReadOptions, Workbook, read};

/// The day on which the records of these tests are new.
pub(crate) const TODAY: [&str; 2] = ["--today", "2023-06-30"];

/// Header of a penalty table.
pub(crate) const HEADER: &str = "企业名称,统一社会信用代码,处罚机关,处罚决定书文号,违法行为类型,行政处罚内容,\
    处罚决定日期,公示期限,处罚种类,罚款金额(万元),适用程序";

/// A record without fault.
pub(crate) const CLEAN: &str = "奈曼旗沙海明珠大酒店有限公司,91150525MA0N8B4T47,奈曼旗消防救援大队,奈(消)行罚决字〔2023〕第0007号,\
    消防设施、器材、消防安全标志未保持完好有效,罚款人民币伍仟元整,2023-06-16,1年,罚款,0.5,普通程序";

/// The same with a credit code whose check character is wrong: A004, an error.
pub(crate) fn with_error() -> String {
    let other = CLEAN.replace("沙海明珠大酒店", "宏远加油站").replace("第0007号", "第0008号");
    other.replace("91150525MA0N8B4T47", "91150525MA0N8B4T48")
}

/// The same with spaces at the ends of the name: A022, a warning with a safe fix.
pub(crate) fn with_warning() -> String {
    format!(" {}", CLEAN.replace("第0007号", "第0009号").replace("有限公司,", "有限公司 ,"))
}

/// A table of records under [`HEADER`].
pub(crate) fn csv(records: &[&str]) -> String {
    format!("{HEADER}\n{}\n", records.join("\n"))
}

/// What a run gave.
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// Standard output as JSON.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }

    /// Codes of the findings of the first table of a file.
    pub(crate) fn rules(&self, file: usize) -> Vec<String> {
        let findings = self.json()["files"][file]["tables"][0]["findings"].clone();
        let findings = findings.as_array().expect("findings").iter();
        findings.map(|f| f["rule"].as_str().expect("a code").to_owned()).collect()
    }
}

/// A folder that is gone with the test.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("precheck-cli-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Writes a file.
    pub(crate) fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), bytes).expect("a file");
    }

    /// Runs the program in this folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        let output = Command::new(env!("CARGO_BIN_EXE_precheck"))
            .args(arguments)
            .current_dir(&self.0)
            .output()
            .expect("the program starts");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Ran {
            status: output.status.code().expect("an exit status"),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }

    /// Runs `check` over files on [`TODAY`] with JSON output.
    pub(crate) fn check(&self, files: &[&str]) -> Ran {
        self.run(&[&["check"], files, &TODAY, &["--format", "json"]].concat())
    }

    /// Rows of the first sheet of a file.
    pub(crate) fn rows(&self, name: &str) -> Vec<Vec<String>> {
        rows(&self.path(name))
    }

    /// Name of the first sheet of a file.
    pub(crate) fn sheet(&self, name: &str) -> String {
        workbook(&self.path(name)).grids[0].name.clone()
    }

    /// The same without the manifest that lies beside every export.
    pub(crate) fn tables(&self, folder: &str) -> Vec<String> {
        let mut names = self.names(folder);
        let all = names.len();
        names.retain(|name| !name.starts_with("回执_"));
        assert_eq!(names.len() + 1, all, "one manifest: {names:?}");
        names
    }

    /// Names of the files of a folder in this one.
    pub(crate) fn names(&self, folder: &str) -> Vec<String> {
        let files = std::fs::read_dir(self.path(folder)).expect("a folder").flatten();
        let mut names: Vec<String> = files.map(|f| f.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        _ = std::fs::remove_dir_all(&self.0);
    }
}

fn workbook(path: &Path) -> Workbook {
    let bytes = std::fs::read(path).expect("a file");
    read(&bytes, &ReadOptions::default()).expect("a workbook")
}

fn rows(path: &Path) -> Vec<Vec<String>> {
    let workbook = workbook(path);
    let grid = &workbook.grids[0];
    let row = |row| (0..grid.columns.len()).map(|column| grid.text(row, column).to_owned()).collect();
    (0..grid.rows).map(row).collect()
}
