// Precheck inside an old portal: its own form under our rules, and the page in a frame.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { By, Key } from 'selenium-webdriver';
import { openPage, until } from './page.mjs';
import { root, startServer } from './server.mjs';

const MODULE = process.env.PRECHECK_MODULE ?? join(root, 'target/module');
const SITE = process.env.PRECHECK_SITE ?? join(root, 'dist');

const GOOD = {
  mc: '奈曼旗诺恩吉雅宾馆有限责任公司',
  dm: '91150525MA0N8E4T2N',
  jg: '奈曼旗消防救援大队',
  wsh: '奈(消)行罚决字〔2023〕第0001号',
  xw: '消防设施、器材、消防安全标志未保持完好有效',
  nr: '罚款人民币5000元',
  rq: '2023-06-02',
  qx: '1年',
  je: '0.5',
};

let portal;
let page;

before(() => {
  // A portal with Precheck in subfolders, as a webmaster would put it there.
  portal = mkdtempSync(join(tmpdir(), 'precheck-portal-'));
  cpSync(join(root, 'tests/portal'), portal, { recursive: true });
  cpSync(MODULE, join(portal, 'precheck'), { recursive: true });
  cpSync(SITE, join(portal, 'tools/yujian'), { recursive: true });
  cpSync(join(root, 'tests/fixtures/penalty.xlsx'), join(portal, 'penalty.xlsx'));
});

after(() => rmSync(portal, { recursive: true, force: true }));

afterEach(async () => {
  await page?.close();
  page = undefined;
});

async function openForm() {
  page = await openPage({ dir: portal, address: 'form.html' });
  await page.see('body[data-ready]');
}

/** Types into fields of the form, leaving each. */
async function fill(values) {
  for (const [id, value] of Object.entries(values)) {
    const control = await page.driver.findElement(By.id(id));
    await control.clear();
    await control.sendKeys(value, Key.TAB);
  }
}

const value = (id) => page.run((one) => document.getElementById(one).value, id);
const messageOf = (id) =>
  page.run((one) => {
    const ids = (document.getElementById(one).getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
    return ids.map((each) => document.getElementById(each).textContent).join(' ');
  }, id);

test('a field is checked when it is left, and a proposal is adopted', async () => {
  await openForm();
  await page.click('#mc');
  await page.press(Key.TAB);
  assert.equal((await page.all('.precheck-message')).length, 0, 'walking through blank fields is no mistake');
  await fill({ rq: '2023.6.2' });
  await page.see('.precheck-adopt');
  assert.match(await messageOf('rq'), /警告.*「处罚决定日期」/);
  assert.equal((await page.all('[role="alert"]')).length, 0, 'no summary before the form is submitted');
  await page.click('.precheck-adopt');
  assert.equal(await value('rq'), '2023-06-02');
  await page.gone('.precheck-adopt');
  assert.match(await page.run(() => document.querySelector('.precheck-status').textContent), /已采用建议/);
  assert.equal(await page.run(() => document.activeElement.id), 'rq');
});

test('an adopt button holds still while another field is being left', async () => {
  await openForm();
  await fill({ rq: '2023.6.2' });
  await page.see('.precheck-adopt');
  // The focus is in a field above with a fault of its own: its message would push the button away.
  const code = await page.driver.findElement(By.id('dm'));
  await code.sendKeys('91150525MA0N8E4T6A');
  await page.click('.precheck-adopt');
  assert.equal(await value('rq'), '2023-06-02');
  assert.match(await messageOf('dm'), /错误.*「统一社会信用代码」/);
});

test('faults keep the form, and the summary leads to each of them', async () => {
  await openForm();
  await fill({ mc: ' ', dm: '91150525MA0N8E4T6A' });
  await page.click('#save');
  const summary = await page.see('.precheck-summary[role="alert"]');
  assert.equal(await page.run(() => Portal.sent), 0);
  assert.equal(await page.run(() => document.activeElement.className), 'precheck-summary');
  assert.match(await page.driver.getTitle(), /^错误：/);
  const lines = await page.run(() => [...document.querySelectorAll('.precheck-summary-list a')].map((a) => a.textContent));
  assert.ok(lines.length >= 8, lines.join('\n'));
  assert.match(await summary.getText(), new RegExp(`^有 ${lines.length} 处需要更正`));
  // Each line says the same as beside the field.
  const beside = await page.run(() => [...document.querySelectorAll('.precheck-message.precheck-error .precheck-text')].map((e) => e.textContent));
  assert.deepEqual([...lines].sort(), beside.sort());
  await page.click('.precheck-summary-list li:nth-child(2) a');
  assert.equal(await page.run(() => document.activeElement.tagName), 'INPUT');
  assert.doesNotMatch(await page.driver.getCurrentUrl(), /#/, 'the address of the portal stays');
  // form.submit() raises no event and is kept all the same.
  await page.click('#fastSave');
  await page.see('.precheck-summary');
  assert.match(await page.driver.getCurrentUrl(), /form\.html$/);
  // Mended, the summary goes and the form is sent; nothing that was typed was lost on the way.
  await fill(GOOD);
  await page.click('#zl option[value="2"]');
  await page.gone('.precheck-summary:not([hidden])');
  assert.doesNotMatch(await page.driver.getTitle(), /错误/);
  await page.click('#save');
  assert.equal(await page.run(() => Portal.sent), 1);
  assert.equal(await page.run(() => Portal.last), GOOD.mc);
  assert.equal(await page.run(() => Portal.attached.record().penalty_type), '罚款', 'codes are read as words');
  await page.click('#fastSave');
  await page.see('#sent');
  assert.match(await page.driver.getCurrentUrl(), /sent\.html\?CF\.XDR/);
});

test('warnings let the form go with a reason', async () => {
  await openForm();
  await fill({ ...GOOD, rq: '2023-04-03' });
  await page.click('#save');
  const summary = await page.see('.precheck-summary');
  assert.match(await summary.getText(), /^有 \d+ 处需要核对/);
  await page.click('.precheck-confirm');
  assert.match(await page.text('.precheck-reason-missing'), /理由/);
  assert.equal(await page.run(() => Portal.sent), 0);
  await page.run(() => {
    document.addEventListener('precheck-passed', (event) => {
      window.passed = event.detail;
    });
  });
  await (await page.see('.precheck-reason-input')).sendKeys('文书送达延迟', Key.ENTER);
  await until(() => page.run(() => Portal.sent === 1), 'the form to be sent');
  assert.deepEqual(await page.run(() => window.passed), { reason: '文书送达延迟' });
});

test('hostile texts stay texts, and the form comes off again as it was', async () => {
  await openForm();
  const before = await page.run(() => document.forms[0].innerHTML.length);
  const attack = '"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
  await fill({ mc: attack, xw: attack });
  await page.run(() => {
    document.getElementById('nr').value = 'x'.repeat(1_000_000);
    document.getElementById('nr').dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.click('#save');
  await page.see('.precheck-summary');
  assert.equal(await page.run(() => document.querySelectorAll('#main img, #main script').length), 0);
  assert.equal(await page.run(() => window.hacked), null);
  assert.equal(await value('mc'), attack);
  await page.run(() => Portal.attached.detach());
  for (const left of ['[class*="precheck"]', '[aria-invalid]', '[aria-describedby]']) {
    assert.equal((await page.all(`#main ${left}`)).length, 0, left);
  }
  assert.ok(Math.abs((await page.run(() => document.forms[0].innerHTML.length)) - before) < 1_000);
  await page.click('#save');
  assert.equal(await page.run(() => Portal.sent), 1, 'detached, the portal is alone again');
  const complaints = await page.complaints();
  assert.deepEqual(complaints.filter((text) => /Content.Security.Policy|precheck/i.test(text)), []);
});

test('a worker judges much, tells how far it is, and is cancelled at once', async () => {
  await openForm();
  const outcome = await page.driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    (async () => {
      const checker = await precheck.createWorkerChecker({ today: '2023-06-16' });
      const record = Portal.attached.record();
      const few = Array.from({ length: 1200 }, (_, n) => ({ ...record, document_no: String(n) }));
      const seen = [];
      const found = await checker.check('penalty', few, { onProgress: (p) => seen.push(p.done) });
      const many = Array.from({ length: 20000 }, (_, n) => ({ ...record, document_no: String(n) }));
      const cancel = new AbortController();
      const begun = performance.now();
      const cancelled = checker.check('penalty', many, { signal: cancel.signal }).catch((error) => error);
      const other = checker.schema('penalty');
      setTimeout(() => cancel.abort(), 100);
      const error = await cancelled;
      const took = performance.now() - begun;
      const again = await checker.check('penalty', few.slice(0, 1));
      const label = (await other).label;
      const refused = await checker.check('nix', []).catch((e) => e);
      const read = [];
      const bytes = new TextEncoder().encode('行政处罚决定书文号,行政相对人名称\\n' + '第1号,甲公司\\n'.repeat(1200));
      const report = await checker.checkFiles([{ path: 'a.csv', bytes }], {
        source: { kind: 'penalty' }, onProgress: (p) => read.push([p.stage, p.done, p.total]),
      });
      const rows = report.files[0].tables[0].rows;
      checker.free();
      return { read, rows, seen, found: found.length, error: error.key, took, again: again.length, label,
        refused: [refused instanceof precheck.PrecheckError, refused.key] };
    })().then(done, (error) => done({ failed: String(error) }));
  `);
  assert.equal(outcome.failed, undefined);
  assert.deepEqual(outcome.seen, [500, 1000, 1200]);
  assert.equal(outcome.rows, 1200);
  assert.deepEqual(outcome.read, [['reading', 1, 1], ['judging', 500, 1200], ['judging', 1000, 1200]]);
  assert.ok(outcome.found > 1200);
  assert.equal(outcome.error, 'cancelled');
  assert.ok(outcome.took < 1_000, `cancelled after ${outcome.took} ms`);
  assert.ok(outcome.again > 0 && outcome.label);
  assert.deepEqual(outcome.refused, [true, 'no-kind']);
});

/** The portal's page with Precheck in a frame. */
async function openFrame(site, more = '') {
  page = await openPage({ dir: portal, address: `frame.html?site=${encodeURIComponent(site)}${more}`, today: '2023-06-16' });
}

/** Waits for the first message of a type, and takes it out. */
const heard = (type, patience) =>
  until(
    () =>
      page.run((wanted) => {
        const at = Portal.messages.findIndex((message) => message.type === wanted);
        if (at < 0) return null;
        const [message] = Portal.messages.splice(at, 1);
        for (const file of Array.isArray(message.files) ? message.files : []) {
          file.size = file.bytes.length;
          file.head = [...file.bytes.slice(0, 2)];
          delete file.bytes;
        }
        return message;
      }, type),
    `the message ${type}`,
    patience,
  );

const loadFixture = () =>
  page.driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    fetch('penalty.xlsx').then((reply) => reply.arrayBuffer()).then((bytes) => {
      Portal.tell({ type: 'load', files: [{ name: '../六月/处罚.xlsx', bytes }] }, [bytes]);
      done();
    });`);

test('the page in a frame of another origin: load, counts, export', async () => {
  const other = await startServer(portal);
  const stranger = await startServer(portal);
  try {
    page = await openPage({ dir: portal, address: 'sent.html' });
    const host = new URL(page.server.address).origin;
    const site = new URL(`tools/yujian/index.html?embed=1&host=${encodeURIComponent(host)}`, other.address).href;
    const evil = new URL('evil.html', stranger.address).href;
    await page.pretendToday('2023-06-16');
    await page.goto(`frame.html?site=${encodeURIComponent(site)}&evil=${encodeURIComponent(evil)}`);
    const ready = await heard('ready');
    assert.ok(ready.version && ready.rules);
    assert.ok((await heard('resize')).height > 200);

    // No bar of its own, but the strip: 40 pixels, and a second line of 35 in a frame as narrow as this one.
    await page.driver.switchTo().frame(await page.driver.findElement(By.id('precheck')));
    assert.equal((await page.all('.brand')).length, 0);
    const bar = await page.run(() => document.querySelector('.bar').getBoundingClientRect().height);
    assert.equal(bar, 75);
    await page.driver.switchTo().defaultContent();

    await page.run(() => Portal.tell({ type: 'configure', today: '2023-06-16', id: 'c1' }));
    assert.equal((await heard('configured')).id, 'c1');
    await loadFixture();
    const loaded = await heard('loaded');
    assert.deepEqual([loaded.files, loaded.tables], [1, 1]);
    const result = await heard('result');
    assert.ok(result.judged && result.records > 3 && result.errors > 0);
    assert.equal(result.records, result.passed + result.withWarnings + result.withErrors);
    const { type, ...counts } = result;
    assert.ok(Object.values(counts).every((one) => typeof one !== 'string'), `counts, and nothing of the records: ${type}`);
    assert.equal(result.ignored, 0);

    await page.run(() => Portal.tell({ type: 'request-result', id: 7 }));
    assert.equal((await heard('result')).id, 7);
    await page.run(() => Portal.tell({ type: 'export', id: 8 }));
    const exported = await heard('exported');
    assert.equal(exported.id, 8);
    assert.ok(exported.files.every((file) => file.name && file.records > 0 && file.size > 100));

    // What a stranger asks is ignored and counted; what has no form is refused and named.
    await page.driver.switchTo().frame(await page.driver.findElement(By.id('evil')));
    await page.run(() => {
      window.ask();
      window.ask(window.more);
    });
    await page.driver.switchTo().defaultContent();
    await page.run(() => Portal.tell({ type: 'nonsense' }));
    await page.run(() => Portal.tell({ type: 'load', files: [{ name: 'a', bytes: 'text' }], id: 9 }));
    const refused = await heard('error');
    assert.deepEqual([refused.key, refused.id], ['schema', 9]);
    await page.run(() => Portal.tell({ type: 'export', template: 'x'.repeat(100_000) }));
    assert.equal((await heard('error')).key, 'schema');
    await page.run(() => Portal.tell({ type: 'request-result', id: 10 }));
    const counted = await heard('result');
    assert.deepEqual([counted.id, counted.ignored, counted.records], [10, 13, result.records]);
    await page.driver.switchTo().frame(await page.driver.findElement(By.id('evil')));
    assert.deepEqual(await page.run(() => window.heard), [], 'the stranger hears nothing');
    await page.driver.switchTo().defaultContent();

    // Records instead of a file; hostile texts are shown as texts.
    const record = { enterprise_name: '<img src=x onerror=alert(1)>"=1+1', uscc: '=cmd|x', decision_date: '2023-06-02' };
    await page.run((one) => Portal.tell({ type: 'load', kind: 'penalty', records: [one, one] }), record);
    assert.equal((await heard('loaded')).records, 2);
    assert.ok((await heard('result')).errors > 0);
    await page.run(() => Portal.tell({ type: 'load', kind: 'penalty', records: [{ nix: 'x' }] }));
    assert.equal((await heard('error')).key, 'no-field');
    await page.driver.switchTo().frame(await page.driver.findElement(By.id('precheck')));
    assert.equal((await page.all('#root img')).length, 0);
    await page.driver.switchTo().defaultContent();
    const complaints = await page.complaints();
    assert.deepEqual(complaints.filter((text) => /Content.Security.Policy|precheck|panicked/i.test(text)), []);
  } finally {
    await other.stop();
    await stranger.stop();
  }
});

test('a host that is not named is told nothing', async () => {
  const other = await startServer(portal);
  try {
    await openFrame(new URL('tools/yujian/index.html?embed=1&host=*', other.address).href);
    await page.driver.switchTo().frame(await page.driver.findElement(By.id('precheck')));
    await page.see('.nav');
    await page.driver.switchTo().defaultContent();
    await page.run(() => Portal.tell({ type: 'request-result' }));
    await new Promise((wake) => setTimeout(wake, 2_000));
    assert.deepEqual(await page.run(() => Portal.messages), []);
  } finally {
    await other.stop();
  }
});

test('a host of the same origin needs no name', async () => {
  await openFrame('tools/yujian/index.html?embed=1');
  await heard('ready');
  await loadFixture();
  assert.equal((await heard('loaded')).tables, 1);
});
