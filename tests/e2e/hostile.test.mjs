// Names, texts and messages that mean harm, and Trusted Types enforced by the server: nothing runs, nothing is
// written as a formula, names of files are harmless.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, afterEach, test } from 'node:test';
import { PENALTY } from '../fixtures/penalty.mjs';
import { startHost } from './host.mjs';
import { mainJob, today } from './job.mjs';
import { openPage, until } from './page.mjs';
import { root } from './server.mjs';

const SITE = process.env.PRECHECK_SITE ?? join(root, 'dist');
const HEADERS = { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types precheck" };
const scratch = mkdtempSync(join(tmpdir(), 'precheck-hostile-'));
const ATTACK = '"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
const FORMULAS = ['=cmd|\' /C calc\'!A0', '+1+1', '-2+3', '@SUM(A1)', '\t=1+1', '=HYPERLINK("javascript:window.hacked=1","x")'];
const GOOD = { ...PENALTY, serious: false };

/** How many cells of a workbook are formulas, by its own XML. */
const formulas = (path) => Number(execFileSync('python3', ['-c', `
import re, sys, zipfile
book = zipfile.ZipFile(sys.argv[1])
print(sum(len(re.findall(rb"<f[ >/]", book.read(name))) for name in book.namelist() if "worksheets/" in name))
`, path]).toString());

let page;
let host;

afterEach(async () => {
  await page?.close();
  await host?.leave();
  page = undefined;
  host = undefined;
});
after(() => rmSync(scratch, { recursive: true, force: true }));

const noted = () => page.driver.sendDevToolsCommand('Page.addScriptToEvaluateOnNewDocument', {
  source: `
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective + ' ' + event.sample));`,
});

test('with Trusted Types enforced by the server, the main job runs without a violation', async () => {
  host = await startHost('/precheck/', SITE, HEADERS);
  page = await openPage({ host: host.address, address: 'nothing', today });
  await noted();
  await page.goto('');
  await page.see('.drop');
  // The policy holds: a text is no script here.
  const refused = await page.run(() => {
    try {
      document.createElement('script').text = 'window.hacked = 1';
      return false;
    } catch {
      return true;
    }
  });
  assert.ok(refused, 'the engine enforces it');
  const own = await page.run(() => window.violations.length);
  await mainJob(page);
  assert.deepEqual(await page.run((from) => window.violations.slice(from), own), []);
});

test('file names and cells that mean harm are shown as they are, and run nothing', async () => {
  host = await startHost('/precheck/', SITE);
  page = await openPage({ host: host.address, address: 'nothing', today });
  await noted();
  await page.goto('');
  await page.see('.drop');
  const header = ['企业名称', '统一社会信用代码', '处罚决定书文号', '违法行为类型', '处罚决定日期'];
  const cells = [ATTACK, ...FORMULAS, 'javascript:window.hacked=1', 'a\u0000b\u0007c\u202Ed', 'x'.repeat(40_000)];
  const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
  const csv = [header, ...cells.map((cell, at) => [cell, cell, cell, cell, `2023-06-${10 + at}`])]
    .map((row) => row.map(quoted).join(',')).join('\r\n');
  // Names that a disk cannot hold come from a portal or another system: they are dropped by script.
  const names = ['<img src=x onerror=window.hacked=1>.csv', '..\u2215..\u2215etc\u2215passwd.csv', '\u202Evsc.exe.csv', `${'长'.repeat(300)}.csv`];
  await page.run((all, text) => {
    const carried = new DataTransfer();
    for (const name of all) carried.items.add(new File([`\ufeff${text}`], name));
    const element = document.querySelector('.drop');
    for (const type of ['dragenter', 'dragover', 'drop']) {
      element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: carried }));
    }
  }, names, csv);
  await until(() => page.run(() => document.querySelector('[role=grid], .res, .fileres, #map-title, .view h1, .view h2')), 'something to come of it');
  await new Promise((wake) => setTimeout(wake, 2_000));
  assert.equal(await page.run(() => window.hacked), null);
  assert.equal(await page.run(() => document.querySelectorAll('img, iframe, object, a[href^="javascript:"]').length), 0);
  assert.deepEqual(await page.run(() => window.violations), []);
  const complaints = await page.complaints();
  assert.deepEqual(complaints.filter((text) => /panicked|unreachable|Content.Security/i.test(text)), []);
});

test('no export holds a formula, and its file has a plain name', async () => {
  const portal = join(scratch, 'portal');
  mkdirSync(portal);
  cpSync(join(root, 'tests/portal'), portal, { recursive: true });
  cpSync(SITE, join(portal, 'tools/yujian'), { recursive: true });
  host = await startHost('/', portal);
  page = await openPage({ host: host.address, address: 'frame.html?site=tools/yujian/index.html%3Fembed=1', today: '2023-06-16' });
  const heard = (type, key) => until(() => page.run((wanted, kind) => {
    const at = Portal.messages.findIndex((one) => one.type === wanted && (!kind || one.key === kind));
    if (at < 0) return null;
    const [message] = Portal.messages.splice(at, 1);
    for (const file of Array.isArray(message.files) ? message.files : []) file.bytes = Array.from(file.bytes);
    return message;
  }, type, key), type);
  const tell = (message) => page.run((one) => Portal.tell(one), message);
  await heard('ready');
  const records = FORMULAS.map((text) => ({ enterprise_name: text, uscc: text, document_no: text, violation: text, penalty_content: text }));
  // One that leaves, with a text that spreadsheets would take for a formula where nothing forbids it.
  const leaving = { ...GOOD, document_no: '奈(消)行罚决字〔2023〕第0001号', penalty_content: '=1+1 罚款人民币5000元' };
  await tell({ type: 'load', kind: 'penalty', records: [...records, { ...leaving, penalty_content: GOOD.penalty_content }, { ...leaving, document_no: '奈(消)行罚决字〔2023〕第0002号', decision_date: '2023-06-05' }], id: 'in' });
  assert.equal((await heard('loaded')).id, 'in');
  await heard('result');
  let written = 0;
  const said = [];
  for (const template of ['plan', 'gsxt-department', 'gsxt-supervision', 'credit-china', 'interface-json', 'exchange-xml']) {
    await tell({ type: 'export', template, id: template });
    const answer = await until(() => page.run((id) => {
      const at = Portal.messages.findIndex((one) => one.id === id);
      if (at < 0) return null;
      const [message] = Portal.messages.splice(at, 1);
      for (const file of message.files ?? []) file.bytes = Array.from(file.bytes);
      return message;
    }, template), template);
    said.push(answer.message ?? '');
    for (const file of answer.files ?? []) {
      written += 1;
      assert.doesNotMatch(file.name, /[\\/:*?"<>|\u0000-\u001f\u200b-\u200f\u202a-\u202e\u2066-\u2069]|\.\./, file.name);
      assert.ok(new TextEncoder().encode(file.name).length <= 255, file.name);
      if (!/\.xlsx$/.test(file.name)) continue;
      const path = join(scratch, `${template}-${basename(file.name)}`);
      writeFileSync(path, Buffer.from(file.bytes));
      assert.equal(formulas(path), 0, `${template} has no formula`);
    }
  }
  assert.ok(written > 0, `something was written: ${said.join(' ')}`);

  // Messages of the host itself that mean harm: refused by name, or ignored and counted.
  const before = await (async () => {
    await tell({ type: 'request-result', id: 'a' });
    return until(() => page.run(() => Portal.messages.find((one) => one.id === 'a')), 'the counts');
  })();
  await page.run(() => {
    const send = (message) => document.getElementById('precheck').contentWindow.postMessage(message, location.origin);
    send({ precheck: 2, type: 'export' });
    send({ precheck: '1', type: 'export' });
    send({ precheck: 1, type: 'constructor' });
    send([1, [2]]);
    send(null);
    send(JSON.parse('{"precheck":1,"type":"load","kind":"penalty","records":[{"__proto__":"x","uscc":"1"}],"replace":true,"id":"p"}'));
    send(JSON.parse('{"precheck":1,"type":"configure","constructor":{"prototype":{"polluted":1}},"id":"q"}'));
    send({ precheck: 1, type: 'configure', profile: 'x'.repeat(2_000_000), id: 'r' });
    send({ precheck: 1, type: 'configure', profile: '{"organisation":', id: 's' });
    send({ precheck: 1, type: 'load', files: [{ name: 'n'.repeat(300), bytes: new ArrayBuffer(1) }], id: 't' });
  });
  const refused = (id) => until(() => page.run((one) => Portal.messages.find((message) => message.id === one), id), `an answer to ${id}`);
  assert.deepEqual([(await refused('p')).type, (await refused('q')).key, (await refused('r')).key, (await refused('s')).key, (await refused('t')).key],
    ['error', 'schema', 'schema', 'settings', 'schema']);
  await tell({ type: 'request-result', id: 'b' });
  const counted = await until(() => page.run(() => Portal.messages.find((one) => one.id === 'b')), 'the counts again');
  assert.equal(counted.ignored - before.ignored, 5);
  assert.equal(counted.records, before.records, 'what is open is untouched');
  await page.driver.switchTo().frame(0);
  assert.deepEqual(await page.run(() => [window.hacked ?? null, {}.polluted ?? null]), [null, null]);
  await page.driver.switchTo().defaultContent();
});
