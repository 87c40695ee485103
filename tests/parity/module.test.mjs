// The npm package as a program uses it: records in, findings out, files out; typed errors; memory that comes back.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { PENALTY } from '../fixtures/penalty.mjs';

const tests = fileURLToPath(new URL('../', import.meta.url));
const built = process.env.PRECHECK_MODULE ?? join(tests, '..', 'target', 'module');
const today = '2023-06-16';

/** A penalty without fault. */
const GOOD = { ...PENALTY, fine_amount: '0.5' };

let module;
let checker;

/** The rows as a file would hold them, with the labels of the fields as headers. */
function asCsv(kind, records) {
  const { fields } = checker.schema(kind);
  const quoted = (text) => `"${String(text ?? '').replaceAll('"', '""')}"`;
  const lines = [fields.map((field) => quoted(field.label)), ...records.map((r) => fields.map((f) => quoted(r[f.field])))];
  return new TextEncoder().encode(lines.map((line) => line.join(',')).join('\r\n'));
}

const named = (findings, above) => findings.map((f) => [f.row - above, f.rule, f.field, f.severity, f.fix?.value]);

before(async () => {
  module = await import(pathToFileURL(join(built, 'precheck.mjs')).href);
  checker = await module.createChecker({ today });
});

test('records are judged as those of a file', async () => {
  // The sample of the program has a fault of nearly every rule.
  const records = [
    { ...GOOD, uscc: '91150525MA0N8E4T6B' },
    { ...GOOD, decision_date: '2023.6.2', document_no: '' },
    { ...GOOD, enterprise_name: ' ＡＢＣ公司 ', publicity_period: '' },
    GOOD,
    GOOD,
  ];
  const findings = checker.check('penalty', records);
  const report = await checker.checkFiles([{ path: 'a.csv', bytes: asCsv('penalty', records) }], { source: { kind: 'penalty' } });
  const [file] = report.files;
  assert.equal(file.tables[0].rows, records.length);
  assert.ok(findings.length > 8);
  assert.deepEqual(named(findings, 0), named(file.tables[0].findings, 2));
  assert.ok(findings.every((finding) => finding.column === null));
});

test('one field is judged with what stands beside it', () => {
  const blank = checker.checkField('penalty', 'enterprise_name', '', GOOD);
  assert.equal(blank[0].severity, 'error');
  assert.match(blank[0].message, /^「.+」/);
  const later = checker.checkField('penalty', 'decision_date', '2023-06-20', GOOD);
  assert.ok(later.some((finding) => finding.severity === 'error'), 'a day after the day of the run');
  assert.ok(later.every((finding) => finding.field === 'decision_date'));
  // Numbers are texts as JavaScript writes them.
  assert.deepEqual(
    checker.checkField('penalty', 'fine_amount', 0.5, GOOD),
    checker.checkField('penalty', 'fine_amount', '0.5', GOOD),
  );
});

test('safe fixes are applied, suggestions only listed', () => {
  const dirty = { ...GOOD, decision_date: '2023.6.2', enterprise_name: ` ${GOOD.enterprise_name} ` };
  const mended = checker.fix('penalty', dirty);
  assert.equal(mended.record.decision_date, '2023-06-02');
  assert.equal(mended.record.enterprise_name, GOOD.enterprise_name);
  assert.deepEqual(mended.changed.map((change) => change.field).sort(), ['decision_date', 'enterprise_name']);
  assert.equal(mended.changed.find((change) => change.field === 'decision_date').from, '2023.6.2');
  assert.ok(mended.suggestions.every((one) => one.kind === 'suggested' && one.changes.length > 0));
  assert.equal(dirty.decision_date, '2023.6.2', 'what was handed over stays as it was');
});

test('records without errors leave, the others are named', async () => {
  const template = checker.settings().templates.find(([, , kinds]) => kinds.includes('penalty'))[0];
  const records = [GOOD, { ...GOOD, enterprise_name: '' }];
  const file = await checker.exportFile(template, 'penalty', records, { acceptWarnings: '已核对' });
  assert.equal(file.records, 1);
  assert.deepEqual(file.stayed.map((one) => [one.row, one.reason]), [[1, 'error']]);
  assert.ok(file.bytes instanceof Uint8Array && file.bytes.length > 0);
  assert.match(file.name, /\.(xlsx|csv|xls|txt|json|xml)$/);
  assert.match(file.mediaType, /\//);
  await assert.rejects(checker.exportFile(template, 'penalty', [records[1]]), { key: 'nothing-leaves' });
});

test('rules and kinds describe themselves', async () => {
  const book = await checker.rules();
  assert.ok(book.rules.length > 80);
  assert.ok(book.rules.every((rule) => rule.title.zh && rule.basis.length > 0 && rule.examples.length > 0));
  const schema = checker.schema('penalty');
  const field = (key) => schema.fields.find((one) => one.field === key);
  assert.equal(field('uscc').form, 'identifier');
  assert.equal(field('enterprise_name').required, true);
  assert.ok(field('enterprise_name').max_length > 0 && field('enterprise_name').help);
  assert.ok(field('penalty_type').words.includes('罚款'));
});

test('what is wrong with a call is a typed error', async () => {
  const cases = [
    [() => checker.check('nix', []), 'no-kind'],
    [() => checker.check('penalty', [{ nix: '1' }]), 'no-field'],
    [() => checker.check('penalty', 'x'), 'misuse'],
    [() => checker.check('penalty', ['x']), 'misuse'],
    [() => checker.check('penalty', [null]), 'misuse'],
    [() => checker.check('penalty', [['x']]), 'misuse'],
    [() => checker.check('penalty', [{ uscc: {} }]), 'misuse'],
    [() => checker.check('penalty', [{ fine_amount: Number.NaN }]), 'misuse'],
    [() => checker.check('penalty', new Array(200_001).fill({})), 'too-many-records'],
    [() => checker.check(undefined, []), 'misuse'],
  ];
  for (const [call, key] of cases) {
    assert.throws(call, (error) => error instanceof module.PrecheckError && error.key === key, `${call} gives ${key}`);
  }
  await assert.rejects(checker.exportFile('nix', 'penalty', []), { key: 'template' });
  await assert.rejects(checker.checkFiles([{ path: 'a', bytes: 'text' }]), (error) => error instanceof module.PrecheckError && error.key === 'misuse');
  await assert.rejects(checker.checkFiles([], { source: 7 }), { key: 'misuse' });
  const refused = [
    [{ today: '2023-13-01' }, 'today'],
    [{ profile: '{' }, 'profile'],
    [{ nix: 1 }, 'misuse'],
    [7, 'misuse'],
  ];
  for (const [settings, key] of refused) {
    await assert.rejects(module.createChecker(settings), (e) => e instanceof module.PrecheckError && e.key === key);
  }
  // None of it harmed the checker.
  assert.equal(checker.check('penalty', [GOOD]).filter((f) => f.severity === 'error').length, 0);
});

test('hostile texts are judged and never run', async () => {
  const texts = [
    '<img src=x onerror=alert(1)>',
    '=HYPERLINK("http://evil.example","x")',
    '\u0000\u0001\u202E\uFEFF',
    '\uD800',
    '__proto__',
    '💥'.repeat(1000),
    'x'.repeat(2_000_000),
    '\n'.repeat(10_000),
  ];
  for (const text of texts) {
    const findings = checker.check('penalty', [{ ...GOOD, enterprise_name: text, penalty_content: text }]);
    assert.ok(Array.isArray(findings));
  }
  const polluted = JSON.parse('{"__proto__": "x", "uscc": "y"}');
  assert.throws(() => checker.check('penalty', [polluted]), { key: 'no-field' });
  assert.equal({}.x, undefined);
  const file = await checker.exportFile('plan', 'penalty', [{ ...GOOD, remark: '=1+1' }], { acceptWarnings: '已核对' });
  assert.ok(!Buffer.from(file.bytes).includes('<f>'), 'no formula is written');
});

test('a profile can be handed over as it is', async () => {
  const profile = JSON.parse(readFileSync(join(tests, '..', 'profiles', 'naiman-fire.json'), 'utf8'));
  for (const given of [profile, JSON.stringify(profile), { profile, today }]) {
    const own = await module.createChecker(given);
    assert.equal(JSON.parse(own.settings().profile).organisation.name, profile.organisation.name);
    own.free();
  }
});

test('long checks tell how far they are and can be cancelled', async () => {
  const records = Array.from({ length: 2_000 }, (_, n) => ({ ...GOOD, document_no: `奈(消)行罚决字〔2023〕第${n}号` }));
  const seen = [];
  const findings = await checker.checkInSteps('penalty', records, { onProgress: (p) => seen.push(p.done), step: 500 });
  assert.deepEqual(seen, [500, 1000, 1500, 2000]);
  assert.deepEqual(findings, checker.check('penalty', records));
  const cancel = new AbortController();
  const cancelled = checker.checkInSteps('penalty', records, { signal: cancel.signal, onProgress: () => cancel.abort(), step: 100 });
  await assert.rejects(cancelled, { key: 'cancelled' });
  await assert.rejects(checker.checkInSteps('nix', records), { key: 'no-kind' });
});

test('long checks of files tell how far they are and can be cancelled', async () => {
  const records = Array.from({ length: 1_200 }, (_, n) => ({ ...GOOD, document_no: `奈(消)行罚决字〔2023〕第${n}号` }));
  const files = [{ path: 'a.csv', bytes: asCsv('penalty', records) }, { path: 'b.csv', bytes: asCsv('penalty', [GOOD]) }];
  const seen = [];
  const source = { kind: 'penalty' };
  const report = await checker.checkFiles(files, { source, onProgress: (p) => seen.push([p.stage, p.name, p.done, p.total]), step: 500 });
  assert.deepEqual(seen, [
    ['reading', 'a.csv', 1, 2], ['judging', '', 500, 1200], ['judging', '', 1000, 1200], ['reading', 'b.csv', 2, 2],
  ]);
  assert.deepEqual(report.files.map((file) => file.tables[0].rows), [1200, 1]);
  const cancel = new AbortController();
  const cancelled = checker.checkFiles(files, { signal: cancel.signal, onProgress: () => cancel.abort() });
  await assert.rejects(cancelled, { key: 'cancelled' });
});

const csv = new TextEncoder().encode('"行政相对人名称","行政处罚决定书文号"\r\n"甲公司","奈(消)行罚决字〔2023〕第0001号"\r\n');
const ROUNDS = {
  records(own) {
    assert.ok(own.check('penalty', [GOOD, { ...GOOD, uscc: 'x' }]).length > 0);
    own.fix('penalty', { ...GOOD, decision_date: '2023.6.2' });
  },
  async 'files, exports and rules'(own) {
    const report = await own.checkFiles([{ path: 'a.csv', bytes: csv }], { source: { kind: 'penalty' } });
    assert.equal(report.files[0].tables[0].rows, 1);
    const file = await own.exportFile('plan', 'penalty', [GOOD], { acceptWarnings: '已核对' });
    assert.equal(file.records, 1);
    await own.rules();
  },
};
for (const [name, work] of Object.entries(ROUNDS)) {
  test(`memory returns to its level after 1,000 rounds of ${name}`, async () => {
    const round = async () => {
      const own = await module.createChecker({ today });
      await work(own);
      own.free();
    };
    for (let n = 0; n < 100; n += 1) await round();
    const level = module.memorySize();
    assert.ok(level > 0);
    for (let n = 0; n < 1_000; n += 1) await round();
    assert.equal(module.memorySize(), level);
  });
}

test('the full engine is loaded by what needs it, and by nothing else', async () => {
  const fresh = await import(`${pathToFileURL(join(built, 'precheck.mjs')).href}?fresh`);
  const own = await fresh.createChecker({ today });
  own.check('penalty', [GOOD]);
  own.schema('penalty');
  const before = fresh.memorySize();
  await own.rules();
  assert.ok(fresh.memorySize() > before);
  own.free();
  await assert.rejects(own.rules(), { key: 'freed' });
});

test('a freed checker says so', async () => {
  const own = await module.createChecker({ today });
  own.free();
  own.free();
  assert.throws(() => own.check('penalty', []), { key: 'freed' });
});

test('the classic script is one global and no module', async () => {
  const script = readFileSync(join(built, 'precheck.js'), 'utf8');
  const page = vm.createContext({
    document: { currentScript: { src: 'http://portal.example/js/precheck.js' } },
    location: { href: 'http://portal.example/' },
    URL, TextDecoder, TextEncoder, WebAssembly, console, setTimeout, FinalizationRegistry, Uint8Array, Promise,
  });
  const before = new Set(Object.keys(page));
  vm.runInContext(script, page, { filename: 'precheck.js' });
  assert.deepEqual(Object.keys(page).filter((name) => !before.has(name)), ['precheck']);
  const classic = page.precheck;
  await classic.load(...['wasm', 'full'].map((name) => readFileSync(join(built, `precheck_${name}_bg.wasm`))));
  const own = await classic.createChecker({ today });
  page.record = JSON.stringify(GOOD);
  page.own = own;
  const found = vm.runInContext("JSON.stringify(own.check('penalty', [JSON.parse(record)]))", page);
  assert.equal(found, JSON.stringify(checker.check('penalty', [GOOD])));
  assert.ok((await own.rules()).rules.length > 80);
});

test('the package names what it holds', () => {
  const about = JSON.parse(readFileSync(join(built, 'package.json'), 'utf8'));
  assert.equal(about.name, '@precheck/precheck');
  const paths = Object.values(about.exports).flatMap((e) => (typeof e === 'string' ? [e] : Object.values(e)));
  for (const path of paths) assert.ok(readFileSync(join(built, path)).length > 0, path);
  const types = readFileSync(join(built, 'precheck.d.ts'), 'utf8');
  for (const name of Object.keys(module)) assert.match(types, new RegExp(`export (class|function) ${name}\\b`), name);
});
