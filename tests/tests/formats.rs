//! Every file that is written, opened with openpyxl and with LibreOffice, cell by cell.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use precheck_session::run::{Input, RunOptions, export};
use precheck_session::{Settings, api};
use precheck_tabular::{ReadOptions, read, write};
use precheck_tests::Samples;

/// Sheets by name, each as rows of texts.
type Sheets = BTreeMap<String, Vec<Vec<String>>>;

const OPENPYXL: &str = r#"
import json, sys, openpyxl
out = []
for path in sys.argv[1:]:
    book = openpyxl.load_workbook(path)
    sheets = {}
    for sheet in book.worksheets:
        assert not sheet.merged_cells.ranges, path
        rows = []
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.value is None or cell.data_type == "s", (path, cell.coordinate, cell.data_type)
            rows.append(["" if cell.value is None else cell.value for cell in row])
        sheets[sheet.title] = rows
    out.append(sheets)
json.dump(out, sys.stdout)
"#;

/// Rows without blank cells at their ends and without blank rows at the end: how far a reader counts is its own.
fn trimmed(mut rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    for row in &mut rows {
        while row.last().is_some_and(String::is_empty) {
            row.pop();
        }
    }
    while rows.last().is_some_and(Vec::is_empty) {
        rows.pop();
    }
    rows
}

fn with_openpyxl(files: &[PathBuf]) -> Vec<Sheets> {
    let output = Command::new("python3").args(["-c", OPENPYXL]).args(files).output().expect("python3 runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let read: Vec<Sheets> = serde_json::from_slice(&output.stdout).expect("JSON");
    read.into_iter()
        .map(|sheets| sheets.into_iter().map(|(name, rows)| (name, trimmed(rows))).collect())
        .collect()
}

fn with_office(files: &[PathBuf], folder: &Path) -> Vec<Sheets> {
    let out = folder.join("office");
    let output = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
        // comma, double quotes, UTF-8, from line 1, quote every text, as shown, every sheet into its own file
        .args([
            "--headless",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1",
        ])
        .arg("--outdir")
        .arg(&out)
        .args(files)
        .output()
        .expect("soffice runs; `cargo xtask test` installs it");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    files
        .iter()
        .map(|file| {
            let stem = file.file_stem().expect("a name").to_string_lossy().into_owned() + "-";
            let mut sheets = Sheets::new();
            for entry in std::fs::read_dir(&out).expect("it wrote something").flatten() {
                let name = entry.file_name().to_string_lossy().into_owned();
                if let Some(sheet) = name.strip_prefix(&stem).and_then(|rest| rest.strip_suffix(".csv")) {
                    let bytes = std::fs::read(entry.path()).expect("it can be read");
                    sheets.insert(sheet.to_owned(), from_csv(&String::from_utf8(bytes).expect("UTF-8")));
                }
            }
            sheets
        })
        .collect()
}

fn from_csv(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let row = rows.last_mut().expect("a row");
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => {
                signs.next();
                row.last_mut().expect("a cell").push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\n' if !quoted => rows.push(vec![String::new()]),
            sign => row.last_mut().expect("a cell").push(sign),
        }
    }
    trimmed(rows)
}

fn with_ours(bytes: &[u8]) -> Sheets {
    let book = read(bytes, &ReadOptions::default()).expect("we read what we write");
    let rows = |grid: &precheck_schema::grid::Grid| {
        let row = |row| (0..grid.columns.len()).map(|column| grid.text(row, column).to_owned()).collect();
        trimmed((0..grid.rows).map(row).collect())
    };
    book.grids.iter().map(|grid| (grid.name.clone(), rows(grid))).collect()
}

/// What each template makes of every sample, and what stays behind.
fn written() -> Vec<(String, Vec<u8>)> {
    let samples = Samples::own();
    let mut out = Vec::new();
    for template in precheck_session::built_in_templates() {
        let inputs: Vec<(&str, Vec<u8>)> =
            samples.files().into_iter().map(|file| (file, samples.bytes(file))).collect();
        let inputs: Vec<Input<'_>> = inputs.iter().map(|(path, bytes)| Input { path, bytes }).collect();
        let settings = api::Settings {
            profile: samples.profile(),
            today: samples.expected.today.clone(),
            ..api::Settings::default()
        };
        let settings = Settings::read(&settings).expect("the settings can be read");
        let made = export(&inputs, settings, &RunOptions::default(), &template.name, Some("已与文书核对"))
            .unwrap_or_else(|problem| panic!("{}: {}", template.name, problem.message));
        assert!(!made.files.is_empty(), "{} writes nothing", template.name);
        let files = made.files.into_iter().chain(made.problems);
        for (view, bytes) in
            files.filter(|(view, _)| Path::new(&view.name).extension().is_some_and(|end| end == "xlsx"))
        {
            assert!(view.records > 0, "{}: {}", template.name, view.name);
            out.push((format!("{}-{}", template.name, out.len()), bytes));
        }
    }
    out
}

#[test]
fn openpyxl_and_libreoffice_read_what_was_written() {
    let folder = std::env::temp_dir().join(format!("precheck-formats-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let mut files = written();
    // A blank template has notes and lists too.
    let blank = write::OutSheet {
        name: "空白表".to_owned(),
        rows: vec![vec![
            write::OutCell::styled("处罚种类", write::OutStyle::Header).with_comment("从列表选择"),
        ]],
        freeze_rows: 1,
        validations: vec![(0, vec!["警告".to_owned(), "罚款".to_owned()])],
        ..write::OutSheet::default()
    };
    files.push(("blank".to_owned(), write::xlsx(&[blank]).expect("a workbook")));
    assert!(files.len() > 15, "{} files", files.len());
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| folder.join(format!("{name}.xlsx"))).collect();
    for (path, (_, bytes)) in paths.iter().zip(&files) {
        std::fs::write(path, bytes).expect("it can be written");
    }
    let openpyxl = with_openpyxl(&paths);
    let office = with_office(&paths, &folder);
    let mut cells = 0;
    for (((name, bytes), openpyxl), office) in files.iter().zip(openpyxl).zip(office) {
        let ours = with_ours(bytes);
        // Lists of choices stand in a hidden sheet of their own.
        for (sheet, rows) in &ours {
            assert_eq!(openpyxl.get(sheet), Some(rows), "{name}, sheet {sheet}: openpyxl");
            if let Some(theirs) = office.get(sheet) {
                assert_eq!(theirs, rows, "{name}, sheet {sheet}: LibreOffice");
                cells += rows.iter().map(Vec::len).sum::<usize>();
            }
        }
        assert!(
            ours.keys().any(|sheet| office.contains_key(sheet)),
            "{name}: LibreOffice gave {:?}",
            office.keys()
        );
    }
    assert!(cells > 3_000, "{cells} cells compared");
    std::fs::remove_dir_all(folder).expect("it can be removed");
}
