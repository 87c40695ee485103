// The same findings under Node as natively: the reports of tests/golden, byte for byte.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const tests = fileURLToPath(new URL('../', import.meta.url));
const built = process.env.PRECHECK_WASM_NODE ?? join(tests, '..', 'target', 'wasm-node');
const packaged = process.env.PRECHECK_MODULE ?? join(tests, '..', 'target', 'module');
const precheck = createRequire(import.meta.url)(join(built, 'precheck_wasm.js'));

const expected = JSON.parse(readFileSync(join(tests, 'fixtures', 'expected.json'), 'utf8'));
const profile = JSON.parse(readFileSync(join(tests, '..', 'profiles', 'naiman-fire.json'), 'utf8'));
profile.organisation.uscc = expected.organisation_code;
const settings = { profile: JSON.stringify(profile), today: expected.today };
const files = [...new Set(expected.tables.map((table) => table.file))];

for (const file of files) {
  test(`${file} gives the committed report`, () => {
    const bytes = new Uint8Array(readFileSync(join(tests, 'fixtures', file)));
    const report = precheck.check([{ path: file, bytes }], settings);
    const committed = readFileSync(join(tests, 'golden', `${file}.json`), 'utf8');
    assert.equal(`${JSON.stringify(report, null, 2)}\n`, committed);
  });
}

test('the package gives the same reports', async () => {
  const { createChecker } = await import(pathToFileURL(join(packaged, 'precheck.mjs')).href);
  const checker = await createChecker(settings);
  for (const file of files) {
    const bytes = new Uint8Array(readFileSync(join(tests, 'fixtures', file)));
    const report = await checker.checkFiles([{ path: file, bytes }]);
    const committed = readFileSync(join(tests, 'golden', `${file}.json`), 'utf8');
    assert.equal(`${JSON.stringify(report, null, 2)}\n`, committed, file);
  }
  checker.free();
});

test('there are samples', () => assert.ok(files.length >= 10));
