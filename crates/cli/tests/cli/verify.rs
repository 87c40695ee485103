//! `precheck verify`, and own templates from blank files.

use crate::support::{CLEAN, Folder, TODAY, csv};

fn exported(extra: &[&str]) -> Folder {
    let folder = Folder::new();
    folder.put("a.csv", csv(&[CLEAN]));
    let arguments =
        ["export", "a.csv", "--template", "plan", "--out", "out", "--accept-warnings", "已与文书核对"];
    let more = ["--handler", "包志强", "--batch", "7"];
    let ran = folder.run(&[&arguments[..], &more, extra, &TODAY].concat());
    assert_eq!(ran.status, 0, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("SM3") || extra.contains(&"--zip"), "{}", ran.out);
    folder
}

const MANIFEST: &str = "out/回执_奈曼旗消防救援大队_7.json";

#[test]
fn files_beside_a_manifest_are_checked() {
    let folder = exported(&[]);
    let file = folder.names("out").into_iter().find(|name| name.contains(".xlsx")).expect("a workbook");
    let ran = folder.run(&["verify", MANIFEST]);
    assert_eq!(ran.status, 0, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("一致 1") && ran.out.contains("包志强"), "{}", ran.out);

    folder.put("out/多.txt", "x");
    let ran = folder.run(&["verify", MANIFEST]);
    assert_eq!(ran.status, 1);
    assert!(ran.out.contains("多出") && ran.out.contains("多.txt"), "{}", ran.out);
    std::fs::remove_file(folder.path("out/多.txt")).expect("it goes");

    std::fs::write(folder.path(&format!("out/{file}")), b"PK").expect("written");
    let ran = folder.run(&["verify", MANIFEST, "--format", "json"]);
    assert_eq!(ran.status, 1);
    assert!(ran.out.contains("\"changed\""), "{}", ran.out);

    std::fs::remove_file(folder.path(&format!("out/{file}"))).expect("it goes");
    let ran = folder.run(&["verify", MANIFEST]);
    assert!(ran.status == 1 && ran.out.contains("缺少"), "{}", ran.out);

    assert_eq!(folder.run(&["verify", "a.csv"]).status, 2);
    assert_eq!(folder.run(&["verify", "none.json"]).status, 2);
}

#[test]
fn a_zip_is_checked_as_a_whole() {
    let folder = exported(&["--zip"]);
    assert_eq!(folder.names("out"), ["导出_奈曼旗消防救援大队_7.zip"]);
    let ran = folder.run(&["verify", "out/导出_奈曼旗消防救援大队_7.zip"]);
    assert_eq!(ran.status, 0, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("一致 1"), "{}", ran.out);
}

#[test]
fn a_blank_file_becomes_a_template_and_leaves_the_same_header() {
    let folder = Folder::new();
    folder.put("a.csv", csv(&[CLEAN]));
    let header = "单位名称,信用代码,处罚决定书文号,违法行为类型,行政处罚内容,处罚决定日期,渠道";
    folder.put("旗平台.csv", format!("{header}\n"));
    let ran = folder.run(&["templates", "--from", "旗平台.csv", "--out", "t.json"]);
    assert_eq!(ran.status, 0, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("渠道"), "{}", ran.out);
    let arguments =
        ["export", "a.csv", "--template", "t.json", "--out", "out", "--accept-warnings", "已核对"];
    let ran = folder.run(&[&arguments[..], &TODAY].concat());
    assert_eq!(ran.status, 0, "{}{}", ran.out, ran.err);
    let name = folder.names("out").into_iter().find(|name| name.contains(".csv")).expect("a table");
    assert_eq!(folder.rows(&format!("out/{name}"))[0].join(","), header);

    folder.put("broken.json", "{}");
    let broken = ["export", "a.csv", "--template", "broken.json", "--out", "out"];
    let ran = folder.run(&[&broken[..], &TODAY].concat());
    assert!(ran.status == 2 && ran.err.contains("broken.json"), "{}", ran.err);
    folder.put("words.csv", "甲,乙\n");
    assert_eq!(folder.run(&["templates", "--from", "words.csv"]).status, 2);
}
