// A batch leaves: two kinds in one zip with manifest and problem workbook, verified again; own templates from blank
// files; what stays by handler; forms, names and templates per kind.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openPage, until } from './page.mjs';
import { withOpenpyxl } from './readers.mjs';
import { root } from './server.mjs';

const fixtures = join(root, 'tests', 'fixtures');
const expected = JSON.parse(readFileSync(join(fixtures, 'expected.json'), 'utf8'));

/** SM3 (GB/T 32905) by hand: nothing of ours in it. */
const SM3 = `
import sys
def sm3(data):
    M = 0xffffffff
    rot = lambda x, n: ((x << (n % 32)) | (x >> (32 - n % 32))) & M if n % 32 else x
    v = [0x7380166f,0x4914b2b9,0x172442d7,0xda8a0600,0xa96f30bc,0x163138aa,0xe38dee4d,0xb0fb0e4e]
    m = data + b'\\x80' + b'\\0' * ((55 - len(data)) % 64) + (len(data) * 8).to_bytes(8, 'big')
    for i in range(0, len(m), 64):
        w = [int.from_bytes(m[i+4*j:i+4*j+4], 'big') for j in range(16)]
        for j in range(16, 68):
            x = w[j-16] ^ w[j-9] ^ rot(w[j-3], 15)
            w.append((x ^ rot(x, 15) ^ rot(x, 23)) ^ rot(w[j-13], 7) ^ w[j-6])
        a,b,c,d,e,f,g,h = v
        for j in range(64):
            t = 0x79cc4519 if j < 16 else 0x7a879d8a
            s1 = rot((rot(a,12) + e + rot(t, j)) & M, 7)
            s2 = s1 ^ rot(a,12)
            ff = a^b^c if j < 16 else (a&b)|(a&c)|(b&c)
            gg = e^f^g if j < 16 else (e&f)|(~e&M&g)
            t1 = (ff + d + s2 + (w[j]^w[j+4])) & M
            t2 = (gg + h + s1 + w[j]) & M
            d, c, b, a = c, rot(b,9), a, t1
            h, g, f, e = g, rot(f,19), e, t2 ^ rot(t2,9) ^ rot(t2,17)
        v = [x ^ y for x, y in zip(v, [a,b,c,d,e,f,g,h])]
    return ''.join('%08x' % x for x in v)
assert sm3(b'abc') == '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'
for path in sys.argv[1:]:
    print(sm3(open(path, 'rb').read()))
`;
const digests = (paths) => execFileSync('python3', ['-c', SM3, ...paths]).toString().trim().split('\n');

let page;
let folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'precheck-export-'));
  page = await openPage({ today: expected.today });
  await page.dropFiles('.drop', join(fixtures, 'penalty.xlsx'), join(fixtures, 'inspection-html.xls'));
  await page.see('[role=grid]');
  await page.gone('.batch [role=progressbar], [data-judging]');
  await page.click('.btn.next');
  await page.see('#export-title');
  await page.see('.receipt');
});

after(async () => {
  await page?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** Sets a field and tells the page so. */
async function set(selector, value) {
  await page.see(selector);
  await page.run((where, text) => {
    const field = document.querySelector(where);
    field.value = text;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }, selector, value);
}

const names = () => page.run(() => [...document.querySelectorAll('.receipt .names li')].map((li) => li.textContent));

test('the receipt shows names before anything is made', async () => {
  assert.ok((await names()).some((name) => name.startsWith('行政处罚_')));
  await set('#export-pattern', '{kind}_{batch}_{count}条');
  await until(async () => (await names()).some((name) => /^行政处罚_20230630-01_\d+条\.xlsx$/.test(name)), 'the pattern');
  await set('#export-pattern', '{day}');
  await until(async () => (await page.run(() => document.body.innerText)).includes('{day}'), 'the refusal');
  await set('#export-pattern', '');
});

test('warnings are confirmed one by one with a reason, taken back, and looked at in the table', async () => {
  const singles = () => page.run(() => [...document.querySelectorAll('.list.one li')].map((li) => li.dataset.confirmed));
  const leaving = async () => (await page.text('.pick[aria-current=true] .c')).match(/导出 (\d+) 条/)[1];
  const before = await leaving();
  // The rule with the most: one of them is not all of them.
  await page.run(() => {
    const lines = [...document.querySelectorAll('.list.warnings > li')];
    const count = (li) => Number(li.querySelector('.sp b').textContent);
    lines.sort((a, b) => count(b) - count(a))[0].querySelector('.one-by-one').click();
  });
  await until(async () => (await singles()).includes('false'), 'the single warnings');
  const total = (await singles()).length;
  await page.click('.list.one li[data-confirmed=false] .btn');
  await page.click('.dlg footer .pri');
  assert.match(await page.text('.dlg .emsg'), /理由/);
  await set('#confirm-reason', '1');
  await page.click('.dlg footer .pri');
  await page.gone('[role=dialog]');
  await until(async () => (await singles()).filter((one) => one === 'true').length === 1, 'one confirmed');
  assert.equal((await singles()).length, total);
  assert.match(await page.text('.list.one li[data-confirmed=true]'), /法律文书送达延迟/);
  await page.click('.list.one li[data-confirmed=true] .btn');
  await until(async () => !(await singles()).includes('true'), 'none confirmed');
  await until(async () => (await leaving()) === before, 'as many leave as before');
  await page.click('.list.one li .link');
  await page.see('.det[data-rule]');
  await page.click('.btn.next');
  await page.see('.receipt');
  await page.click('.one-by-one');
  await page.click('.list.one li[data-confirmed=false] .btn');
  await set('#confirm-reason', '1');
  await page.click('.dlg footer .pri');
  await until(async () => (await singles()).includes('true'), 'one confirmed');
});

test('two kinds leave in one zip with manifest and problem workbook, and are verified', async () => {
  await set('#export-handler', '包志强');
  await page.click('#export-zip');
  await until(async () => (await names())[0]?.endsWith('.zip'), 'the name of the zip');
  await page.click('.page-h .btn.pri');
  const zip = await page.download(/\.zip$/);
  execFileSync('python3', ['-c', 'import sys,zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])', zip, folder]);
  const files = readdirSync(folder);
  const name = files.find((one) => one.startsWith('回执_'));
  const manifest = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  assert.deepEqual(manifest.files.map((file) => file.role), ['import', 'import', 'problems', 'changes']);
  assert.deepEqual(manifest.confirmations.map((one) => [one.count, one.reason]), [[1, '法律文书送达延迟']]);
  assert.ok(manifest.change_log.entries >= 3, 'confirmed, taken back, confirmed again');
  assert.deepEqual([...manifest.files.map((file) => file.name), name].sort(), files.sort());
  assert.equal(manifest.handler, '包志强');
  assert.equal(manifest.batch, '20230630-01');
  assert.match(manifest.made_at, /^2023-06-30T12:\d\d:\d\d[+-]\d\d:\d\d$/);
  assert.deepEqual(digests(manifest.files.map((file) => join(folder, file.name))), manifest.files.map((file) => file.sm3));
  assert.deepEqual(
    digests([join(fixtures, 'penalty.xlsx'), join(fixtures, 'inspection-html.xls')]),
    manifest.sources.map((source) => source.sm3),
  );
  const shown = await page.run(() => [...document.querySelectorAll('.receipt .digest')].map((d) => d.textContent.replace(/ /g, '')));
  assert.deepEqual(shown, [...manifest.files.map((file) => file.sm3), digests([join(folder, name)])[0]]);
  for (const file of manifest.files.filter((one) => one.role === 'import')) {
    const [sheet] = withOpenpyxl(join(folder, file.name));
    assert.equal(sheet.rows.length - 1, file.records);
  }
  await until(async () => (await page.run(() => document.querySelector('#export-batch').value)) === '20230630-02', 'the next batch');

  await page.chooseFiles('.verify-files', ...files.map((one) => join(folder, one)));
  await until(async () => (await page.all('.verified li[data-state=same]')).length === 4, 'all the same');
  const first = join(folder, manifest.files[0].name);
  writeFileSync(first, Buffer.concat([readFileSync(first), Buffer.from([0])]));
  await page.chooseFiles('.verify-files', ...files.map((one) => join(folder, one)));
  await until(async () => (await page.all('.verified li[data-state=changed]')).length === 1, 'the changed file');
});

test('what left is compared with the ledger, and only new and changed records leave again', async () => {
  const compared = async () => (await page.text('.chkl')).match(/新增 (\d+) 条，导出后有变更 (\d+) 条，与上次导出相同 (\d+) 条/);
  const leaving = async () => Number((await page.text('.pick[aria-current=true] .c')).match(/导出 (\d+) 条/)[1]);
  await page.see('#export-news');
  const [, fresh, changed, same] = (await until(compared, 'the comparison')).map(Number);
  assert.equal(changed, 0);
  // A duplicate that stays is the same as what left, too.
  const all = await leaving();
  assert.ok(same >= all && all > 0, `${same} ${all}`);
  assert.ok(fresh > 0);
  await page.click('#export-news');
  await until(async () => (await leaving()) === 0, 'nothing new leaves');
  assert.match(await page.text('.pick[aria-current=true]'), new RegExp(`${same} 条与上次导出相同`));
  await page.click('#export-news');
  await until(async () => (await leaving()) === all, 'all of them again');
});

test('what stays goes back to each handler', async () => {
  const counts = await page.run(() => [...document.querySelectorAll('.handlers li b')].map((b) => b.textContent));
  await page.click('.by-handler');
  const sheets = withOpenpyxl(await page.download(/按承办人.*\.xlsx$/));
  assert.deepEqual(sheets.map((sheet) => sheet.name), counts);
  assert.ok(sheets[0].rows[0].includes('改法'));
});

test('a kind leaves with a template and a form of its own, file by file', async () => {
  await page.click('#export-zip');
  await set('#export-kind-template', 'gsxt-supervision');
  await set('#export-form', 'csv-gb18030');
  await until(async () => (await names()).some((name) => /^行政处罚_监管端_.*\.csv$/.test(name)), 'the other name');
  await page.click('.page-h .btn.pri');
  const text = new TextDecoder('gb18030').decode(readFileSync(await page.download(/监管端.*\.csv$/)));
  assert.match(text.split('\r\n')[1], /^注册号,企业名称,处罚决定书文号/);
  await page.download(/^回执_.*-02\.json$/);
  await set('#export-kind-template', '');
  await set('#export-form', '');
});

test('a blank platform file becomes a template and leaves its header again', async () => {
  const blank = join(folder, '旗平台.xlsx');
  execFileSync('python3', ['-c', `
import sys, openpyxl
book = openpyxl.Workbook()
sheet = book.active
sheet.title = '处罚导入'
sheet.append(['行政处罚信息导入表'])
sheet.append(['*单位名称', '统一社会信用代码/注册号', '处罚决定书文号*', '违法行为类型', '行政处罚内容', '处罚决定日期', '填报渠道 '])
book.save(sys.argv[1])`, blank]);
  await page.chooseFiles('.own-file', blank);
  await page.see('.own-sheet');
  await set('input[data-constant="6"]', '预检导出');
  await set('#own-date', '%Y/%m/%d');
  await until(async () => (await page.run(() => document.querySelector('input[data-constant="6"]')?.value)) === '预检导出', 'the text');
  await page.click('.own-keep');
  await page.gone('.own-sheet');
  await until(async () => (await page.run(() => document.querySelector('#export-template').value)) === 'own-旗平台', 'the template in use');
  await until(async () => (await names()).some((name) => name.startsWith('旗平台_行政处罚_')), 'its name');
  await page.click('.page-h .btn.pri');
  const [sheet] = withOpenpyxl(await page.download(/^旗平台_行政处罚_.*\.xlsx$/));
  const [theirs] = withOpenpyxl(blank);
  assert.equal(sheet.name, '处罚导入');
  assert.equal(sheet.rows[0][0], theirs.rows[0][0]);
  assert.deepEqual(sheet.rows[1], theirs.rows[1]);
  assert.match(sheet.rows[2][5], /^\d{4}\/\d\d\/\d\d$/);
  assert.equal(sheet.rows[2][6], '预检导出');
});

test('the page complained of nothing', async () => {
  assert.deepEqual(await page.complaints(), []);
});
