//! The samples that lie beside the checkout, where they do: what each file is, and how many records it holds.
//! The fixtures of this crate's other tests do the real work; this one only adds files made by others.

use std::path::{Path, PathBuf};

use precheck_tabular::{ReadOptions, Recognition, Workbook, build_table, read, read_text, recognise};

fn folder() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(3)?;
    let folder = root.join("shared/samples");
    folder.join("expected.json").is_file().then_some(folder)
}

/// `"name": value` of a flat JSON object, as text without quotes.
fn value<'j>(object: &'j str, name: &str) -> Option<&'j str> {
    let rest = object.split_once(&format!("\"{name}\":"))?.1;
    Some(rest.split([',', '\n', '}']).next()?.trim().trim_matches('"'))
}

fn open(folder: &Path, name: &str) -> Workbook {
    let bytes = std::fs::read(folder.join(name)).expect("a sample that is listed");
    let options = ReadOptions::default();
    let workbook = if name.contains("paste") {
        read_text(&String::from_utf8(bytes).expect("pasted text is UTF-8"), &options)
    } else {
        read(&bytes, &options)
    };
    workbook.unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn every_sample_is_read_and_recognised() {
    let Some(folder) = folder() else { return };
    let expected = std::fs::read_to_string(folder.join("expected.json")).expect("it is there");
    let mut wrong = Vec::new();
    for object in expected.split("\"file\":").skip(1) {
        let name = object.split('"').nth(1).expect("a name");
        let (kind, header, rows) = (
            value(object, "kind").unwrap(),
            value(object, "header_row").unwrap(),
            value(object, "rows").unwrap(),
        );
        let workbook = open(&folder, name);
        let found: Vec<_> = workbook
            .grids
            .into_iter()
            .filter_map(|grid| match recognise(&grid, None) {
                Recognition::Table(recognised) => {
                    let table = build_table(grid, &recognised);
                    let key = recognised.kind.key();
                    println!("{name}: {key}, open {:?}, unmapped {:?}", recognised.open, recognised.unmapped);
                    for left in &recognised.left_out {
                        println!("    {} {}: {}", left.row, left.reason.key(), left.text);
                    }
                    Some(format!("{key} {} {}", recognised.header_row, table.len()))
                }
                _ => None,
            })
            .collect();
        if found != [format!("{kind} {header} {rows}")] {
            wrong.push(format!("{name}: {found:?}, expected {kind} {header} {rows}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
