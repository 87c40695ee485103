//! What is written fits the schemas that are handed out with it, by independent validators; what is spoilt does not.

use std::io::Write;
use std::process::{Command, Stdio};

use precheck_session::run::{Input, RunOptions, export};
use precheck_session::{Settings, api};
use precheck_tests::Samples;

/// Validates each file with its schema, then once more with each required text made blank.
const PROGRAM: &str = r"
import io, json, sys
import jsonschema, openpyxl
from lxml import etree

told = json.load(sys.stdin)
counted = {}
for one in told:
    with open(one['file'], 'rb') as file:
        data = file.read()
    template = one['template']
    if template == 'exchange-xml':
        schema = etree.XMLSchema(etree.fromstring(one['schema'].encode()))
        document = etree.fromstring(data)
        schema.assertValid(document)
        records = document.findall('record')
        records[0][0].text = ''
        assert not schema.validate(document), 'a blank name passes'
        records[0][0].text = '甲'
        etree.SubElement(records[0], 'UNKNOWN')
        assert not schema.validate(document), 'an unknown element passes'
        document = etree.fromstring(data)
        document.set('kind', 'other-kind')
        assert not schema.validate(document), 'another kind passes'
        count = len(records)
    else:
        schema = json.loads(one['schema'])
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        if one['file'].endswith('.json'):
            document, rows = json.loads(data), 'records'
        else:
            sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
            lines = [['' if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
            header = next(at for at, line in enumerate(lines) if len([cell for cell in line if cell]) > 3)
            document = {'sheet': sheet.title, 'columns': lines[header],
                        'rows': [dict(zip(lines[header], line)) for line in lines[header + 1:]]}
            rows = 'rows'
        validator.validate(document)
        first = document[rows][0]
        name = 'ENTNAME' if 'ENTNAME' in first else lines[header][0]
        first[name], kept = '', first[name]
        assert not validator.is_valid(document), 'a blank name passes'
        first[name] = kept
        first['unknown'] = ''
        assert not validator.is_valid(document), 'an unknown column passes'
        count = len(document[rows])
    counted[template] = counted.get(template, 0) + count
json.dump(counted, sys.stdout)
";

#[test]
fn files_fit_their_schemas_and_spoilt_ones_do_not() {
    let folder = std::env::temp_dir().join(format!("precheck-schemas-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let samples = Samples::own();
    let inputs: Vec<(&str, Vec<u8>)> =
        samples.files().into_iter().map(|file| (file, samples.bytes(file))).collect();
    let inputs: Vec<Input<'_>> = inputs.iter().map(|(path, bytes)| Input { path, bytes }).collect();
    let (mut told, mut kinds) = (Vec::new(), std::collections::BTreeSet::new());
    for template in ["interface-json", "exchange-xml", "credit-china"] {
        let schemas = precheck_session::schemas(template).expect("a template");
        let settings = api::Settings {
            profile: samples.profile(),
            today: samples.expected.today.clone(),
            ..api::Settings::default()
        };
        let settings = Settings::read(&settings).expect("the settings can be read");
        let made = export(&inputs, settings, &RunOptions::default(), template, Some("已与文书核对"))
            .unwrap_or_else(|problem| panic!("{template}: {}", problem.message));
        for (view, bytes) in made.files {
            let path = folder.join(format!("{template}-{}", view.name));
            std::fs::write(&path, bytes).expect("it can be written");
            let schema = schemas.iter().find(|schema| schema.kind.is_none_or(|kind| kind.key() == view.kind));
            kinds.insert((template, view.kind.clone()));
            told.push(serde_json::json!({
                "template": template, "file": path, "schema": schema.expect("a schema of the kind").text,
            }));
        }
    }
    let mut child = Command::new("python3")
        .args(["-c", PROGRAM])
        .env("PYTHONIOENCODING", "utf-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 runs; `cargo xtask test` installs its modules");
    let text = serde_json::to_string(&told).expect("JSON");
    child.stdin.take().expect("its input").write_all(text.as_bytes()).expect("all was written");
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success(), "a file does not fit its schema");
    let counted: serde_json::Value = serde_json::from_slice(&output.stdout).expect("counts");
    for template in ["interface-json", "exchange-xml", "credit-china"] {
        assert!(counted[template].as_u64().is_some_and(|count| count > 0), "{counted}");
    }
    assert!(kinds.len() >= 12, "{kinds:?}");
    std::fs::remove_dir_all(folder).expect("it can be removed");
}
