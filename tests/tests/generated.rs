//! Files that are written by the program and committed are what the program writes now.

use precheck_tests::root;

/// Compares a committed file with its text; `PRECHECK_BLESS=1` writes it.
fn committed(path: &str, text: &str) {
    let file = root().join(path);
    if std::env::var_os("PRECHECK_BLESS").is_some() {
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("it can be made");
        std::fs::write(&file, text).expect("it can be written");
    }
    let now = std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(now == text, "{path} is stale: `cargo xtask generate` writes it anew");
}

#[test]
fn typescript_types() {
    committed("crates/wasm/src/types.d.ts", &precheck_session::declarations());
}

#[test]
fn rule_book() {
    use precheck_session::rulebook;
    committed("docs/rules.md", &rulebook::markdown(&rulebook::rule_book()));
}

#[test]
fn schemas() {
    for template in ["interface-json", "exchange-xml", "credit-china"] {
        for schema in precheck_session::schemas(template).expect("a template") {
            committed(&format!("docs/schemas/{}", schema.file_name), &schema.text);
        }
    }
}

#[test]
fn licences_of_what_the_page_ships() {
    committed("web/licences.txt", &precheck_tests::licences::list());
}
