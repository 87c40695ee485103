// The same findings under Node as natively: the reports of tests/golden, byte for byte.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const tests = fileURLToPath(new URL('../', import.meta.url));
const built = process.env.PRECHECK_WASM_NODE ?? join(tests, '..', 'target', 'wasm-node');
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

test('there are samples', () => assert.ok(files.length >= 10));
