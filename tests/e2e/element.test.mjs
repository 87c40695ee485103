// Precheck as a custom element in an old portal with hostile styles and a strict policy: two of them on one page,
// each with its own job and worker, nothing in and nothing out but what is documented.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { By, Key } from 'selenium-webdriver';
import { PENALTY } from '../fixtures/penalty.mjs';
import { startHost } from './host.mjs';
import { openPage, until } from './page.mjs';
import { withOpenpyxl } from './readers.mjs';
import { dist, root } from './server.mjs';

const POLICY = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "connect-src 'self'",
  "img-src 'self' data:", "worker-src 'self'", "base-uri 'none'", "form-action 'none'",
  "require-trusted-types-for 'script'", 'trusted-types portal precheck-workbench',
].join('; ');
const MENDED = '奈曼旗大沁他拉明仁商贸有限公司';
const RECORD = { ...PENALTY, serious: false };

const expected = JSON.parse(readFileSync(join(root, 'tests/fixtures/expected.json'), 'utf8'));
const penalty = expected.tables.find((table) => table.file === 'penalty.xlsx');
const portal = mkdtempSync(join(tmpdir(), 'precheck-element-'));
const scratch = mkdtempSync(join(tmpdir(), 'precheck-element-out-'));
let host;
let page;

before(async () => {
  cpSync(join(root, 'tests/portal'), portal, { recursive: true });
  cpSync(join(dist, 'element'), join(portal, 'precheck-element'), { recursive: true });
  cpSync(join(root, 'tests/fixtures/penalty.xlsx'), join(portal, 'penalty.xlsx'));
  host = await startHost('/portal/', portal, { 'content-security-policy': POLICY });
  page = await openPage({ host: host.address, address: 'sent.html', width: 1366, height: 900 });
  // Counts what an element leaves behind: workers that live, and listeners beside the elements.
  await page.driver.sendDevToolsCommand('Page.addScriptToEvaluateOnNewDocument', {
    source: `
      window.workers = 0;
      const Real = Worker;
      window.Worker = class Worker extends Real {
        constructor(...given) { super(...given); window.workers += 1; this.lives = true; }
        terminate() { if (this.lives) window.workers -= 1; this.lives = false; super.terminate(); }
      };
      window.listeners = [];
      const held = new Map();
      const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
      const outside = (target) => target === window || target === document || target === document.documentElement || target === document.body;
      EventTarget.prototype.addEventListener = function (type, listener, ...rest) {
        if (window.counting && outside(this ?? window)) window.listeners.push(type);
        return add.call(this ?? window, type, listener, ...rest);
      };
      EventTarget.prototype.removeEventListener = function (type, listener, ...rest) {
        const at = outside(this ?? window) ? window.listeners.indexOf(type) : -1;
        if (at >= 0) window.listeners.splice(at, 1);
        return remove.call(this ?? window, type, listener, ...rest);
      };`,
  });
  await page.goto('element.html#place');
});

after(async () => {
  await page?.close();
  await host?.leave();
  rmSync(portal, { recursive: true, force: true });
  rmSync(scratch, { recursive: true, force: true });
});

/** Runs a function with the shadow root of an element. */
const inside = (id, script, ...args) =>
  page.driver.executeScript(`return (${script}).apply(null, [document.getElementById(arguments[0]).shadowRoot, ...[].slice.call(arguments, 1)])`, id, ...args);

/** What a selector finds inside an element. */
async function all(id, selector) {
  const shadow = await (await page.driver.findElement(By.id(id))).getShadowRoot();
  return shadow.findElements(By.css(selector));
}

const see = (id, selector) =>
  until(async () => {
    for (const element of await all(id, selector)) if (await element.isDisplayed()) return element;
    return null;
  }, `${selector} in ${id}`);

const click = (id, selector) =>
  until(async () => {
    const [element] = await all(id, selector);
    await element?.click();
    return Boolean(element);
  }, `${selector} in ${id} to be clicked`);

/** Takes the first message of a type from an element. */
const heard = (from, type) =>
  until(() => page.run((id, wanted) => {
    const at = Portal.messages.findIndex((message) => message.from === id && message.type === wanted);
    if (at < 0) return null;
    const { detail } = Portal.messages.splice(at, 1)[0];
    for (const file of Array.isArray(detail.files) ? detail.files : []) file.bytes = Array.from(file.bytes);
    return detail;
  }, from, type), `${type} of ${from}`);

/** Calls a method of an element and gives what its promise gives. */
const call = (id, method, ...args) =>
  page.driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    const element = document.getElementById(arguments[0]);
    element[arguments[1]](...arguments[2]).then((value) => done({ value }), (error) => done({ key: error.key, message: error.message }));
  `, id, method, args);

/** What could show that styles got out: all computed styles of the portal's own elements, and where it stands. */
const surroundings = async () => {
  const { styles, ...rest } = await page.run(() => ({
  styles: [...document.querySelectorAll('html, body, #head, #main, #main *')].map((element) => {
    const style = getComputedStyle(element);
    return [...style].filter((name) => !/^(height|block-size|perspective-origin|transform-origin)$/.test(name))
      .map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
  }),
  attributes: [...document.documentElement.attributes, ...document.body.attributes].map((one) => one.name),
  title: document.title,
  address: location.href,
  scroll: [scrollX, scrollY],
  focus: document.activeElement.id,
  globals: Object.keys(window).filter((name) => /precheck|wasm/i.test(name)),
  }));
  return { ...rest, styles: styles.map((one) => createHash('sha256').update(one).digest('hex').slice(0, 8)).join(' ') };
};

/** Computed styles inside an element. */
const looks = (id) => inside(id, (shadow) => [...shadow.querySelectorAll('.app, .app *')].slice(0, 400).map((element) => {
  const style = getComputedStyle(element);
  return [...style].map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
}));

const current = (id) => inside(id, (shadow) => {
  const at = shadow.querySelector('[role=grid] td.foc');
  return at && `${at.dataset.row} ${at.dataset.field}`;
});

test('two elements start, and the portal stays what it was', async () => {
  await page.click('#own');
  const was = await surroundings();
  await page.run(() => {
    window.counting = true;
    Portal.start();
  });
  const ready = await heard('left', 'ready');
  assert.ok(ready.version && ready.rules);
  await heard('right', 'ready');
  assert.deepEqual(await surroundings(), was);
  assert.equal(await page.run(() => window.workers), 2, 'each has a worker of its own');
  assert.equal(await inside('left', (shadow) => shadow.querySelector('.bar').getBoundingClientRect().height), 40);
});

test('each takes its own records, wherever the focus is and however far it is scrolled', async () => {
  const was = await surroundings();
  const loaded = await page.driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    fetch('penalty.xlsx').then((reply) => reply.arrayBuffer())
      .then((bytes) => document.getElementById('left').load(new File([bytes], '../六月/处罚.xlsx')))
      .then(done, (error) => done(String(error)));`);
  assert.deepEqual([loaded.files, loaded.tables], [1, 1]);
  assert.equal((await heard('left', 'loaded')).records, loaded.records);
  const left = await heard('left', 'result');
  assert.ok(left.judged && left.records > 3 && left.errors > 0);
  const other = await call('right', 'load', [RECORD, { ...RECORD, decision_date: '2023.6.2' }]);
  assert.equal(other.value?.records, 2, JSON.stringify(other));
  assert.equal((await heard('right', 'result')).records, 2);
  const counts = (await call('left', 'result')).value;
  assert.equal(counts.records, left.records, 'the one knows nothing of the other');
  assert.ok(Object.values(counts).every((one) => typeof one !== 'string'), 'counts, and nothing of the records');
  assert.deepEqual(await surroundings(), was);
});

test('styles of the portal do not come in', async () => {
  await page.run(() => document.getElementById('left').scrollIntoView());
  await see('left', '[role=grid] td[data-field=uscc]');
  // No line is under the pointer, whichever way the page is laid out.
  await page.driver.actions().move({ x: 1, y: 1 }).perform();
  const under = await looks('left');
  await page.run(() => {
    for (const sheet of document.styleSheets) if (/hostile|portal/.test(sheet.href)) sheet.disabled = true;
    // The box of the element itself is the portal's business.
    const own = document.getElementById('left').style;
    Object.assign(own, { display: 'block', width: '1180px', height: '720px', margin: '900px auto 20px' });
  });
  const alone = await looks('left');
  await page.run(() => {
    for (const sheet of document.styleSheets) sheet.disabled = false;
    document.getElementById('left').removeAttribute('style');
  });
  assert.equal(under.length, alone.length);
  for (const [at, style] of under.entries()) {
    const other = new Set(alone[at].split(';'));
    assert.deepEqual(style.split(';').filter((one) => !other.has(one)), [], `element ${at}`);
  }
  const primary = (id) => inside(id, (shadow) => getComputedStyle(shadow.querySelector('.btn.pri, .btn.next')).backgroundColor);
  // Colours change over some moments.
  await until(async () => (await primary('right')) === 'rgb(140, 26, 26)', 'the colour that a portal gives');
  assert.equal(await primary('left'), 'rgb(26, 74, 140)');
});

test('keys act in the element that has the focus, and nowhere else', async () => {
  await click('left', '[role=grid] td[data-field=enterprise_name]');
  const before = [await current('left'), await current('right')];
  await page.press(Key.F8);
  await until(async () => (await current('left')) !== before[0], 'the next finding');
  assert.equal(await current('right'), before[1]);
  await page.run(() => window.scrollTo(0, 0));
  await page.click('#own');
  const still = [await current('left'), await current('right')];
  await page.press(Key.F8);
  await new Promise((wake) => setTimeout(wake, 500));
  assert.deepEqual([await current('left'), await current('right')], still);
});

test('a cell is mended, and the file comes by the event', async () => {
  // A record that leaves once its name is there.
  const { row, field } = penalty.expect.find((finding) => finding.rule === 'C001');
  const cell = `td[data-row="${row}"][data-field="${field}"]`;
  await page.run(() => document.getElementById('left').scrollIntoView());
  await inside('left', (shadow, at) => {
    shadow.querySelector('.gscroll').scrollTop = Math.max(0, (at - 12) * 24);
  }, row);
  await see('left', cell);
  // From beside it, as one comes to it: F8 may have been there before.
  await click('left', `td[data-row="${row}"][data-field=uscc]`);
  await until(async () => (await current('left')) === `${row} uscc`, 'the cell beside it to be the current one');
  await click('left', cell);
  await until(async () => (await current('left')) === `${row} ${field}`, 'the cell to be the current one');
  await page.press(Key.F2);
  await see('left', '.cell-edit');
  await page.type(MENDED);
  await page.press(Key.ENTER);
  await until(() => inside('left', (shadow, at, text) => shadow.querySelector(at)?.innerText.trim() === text, cell, MENDED), 'the mended cell');
  await call('left', 'exportFile');
  const { files } = await heard('left', 'exported');
  assert.equal(files.length, 1);
  assert.ok(files[0].records > 0 && files[0].kind === 'penalty');
  const path = join(scratch, 'left.xlsx');
  writeFileSync(path, Buffer.from(files[0].bytes));
  const [sheet] = withOpenpyxl(path);
  assert.equal(sheet.rows.length, files[0].records + 1);
  assert.ok(sheet.rows.flat().includes(MENDED), 'the mended record is in it');
  const other = await call('right', 'exportFile');
  assert.ok(other.value?.length === 1 || other.key === 'export', JSON.stringify(other));
  assert.equal((await call('left', 'load', [RECORD], { kind: 'penalty' })).key, 'unsaved', 'changes are not thrown away');
});

test('the address, the title and the dialogs stay where they belong', async () => {
  const was = await page.run(() => [location.href, document.title, history.length]);
  await click('left', '.ibtn.help');
  await see('left', '[role=dialog]');
  const boxes = await inside('left', (shadow) => [shadow.host, ...shadow.querySelectorAll('.dlg, .scrim')].map((one) => {
    const { left, top, right, bottom } = one.getBoundingClientRect();
    return { left, top, right, bottom };
  }));
  assert.equal(boxes.length, 3);
  for (const box of boxes.slice(1)) {
    assert.ok(box.left >= boxes[0].left && box.right <= boxes[0].right && box.top >= boxes[0].top && box.bottom <= boxes[0].bottom, JSON.stringify(boxes));
  }
  await page.press(Key.ESCAPE);
  await until(async () => (await all('left', '[role=dialog]')).length === 0, 'the dialog to close');
  for (const selector of ['.nav a[href="#/rules"]', '.nav .step', '.nav .step:last-of-type']) await click('left', selector);
  assert.deepEqual(await page.run(() => [location.href, document.title, history.length]), was);
});

test('the look is that of one element', async () => {
  const answer = await call('left', 'configure', { theme: 'dark' });
  assert.equal(answer.key, undefined, answer.message);
  await until(() => inside('left', (shadow) => getComputedStyle(shadow.querySelector('.app')).backgroundColor === 'rgb(16, 22, 30)'), 'the dark look');
  assert.equal(await inside('right', (shadow) => getComputedStyle(shadow.querySelector('.app')).backgroundColor), 'rgb(241, 244, 248)');
  assert.equal(await page.run(() => document.documentElement.hasAttribute('data-theme')), false);
  await page.run(() => document.getElementById('left').setAttribute('theme', 'light'));
  await until(() => inside('left', (shadow) => getComputedStyle(shadow.querySelector('.app')).backgroundColor === 'rgb(241, 244, 248)'), 'the light look');
});

test('what is asked wrongly is refused by name', async () => {
  const key = async (...asked) => (await call('right', ...asked)).key;
  assert.equal(await key('load', 'text'), 'schema');
  assert.equal(await key('load', [{ nix: 1 }], { replace: true }), 'no-field');
  assert.equal(await key('load', [RECORD], { kind: 'nix', replace: true }), 'no-kind');
  assert.equal(await key('configure', { today: 5 }), 'schema');
  assert.equal(await key('configure', { colour: 'pink' }), 'schema');
  assert.equal(await key('configure', { profile: '{' }), 'settings');
  assert.equal((await heard('right', 'error')).key, 'schema');
});

test('moved it goes on; taken out it ends its worker; put back it works again', async () => {
  const records = (await call('right', 'result')).value.records;
  await page.run(() => {
    const right = document.getElementById('right');
    right.parentNode.insertBefore(right, document.getElementById('left'));
  });
  assert.equal((await call('right', 'result')).value.records, records);
  assert.equal(await page.run(() => window.workers), 2);
  const kept = await page.run(() => window.listeners.length);
  await page.run(() => {
    window.removed = document.getElementById('right');
    window.removed.remove();
  });
  await until(() => page.run(() => window.workers === 1), 'the worker to end');
  assert.equal(await page.driver.executeAsyncScript('window.removed.result().catch((e) => e.key).then(arguments[0])'), 'not-connected');
  assert.equal(await page.run(() => window.removed.shadowRoot.childNodes.length), 0);
  for (let round = 0; round < 3; round += 1) {
    await page.run(() => {
      Portal.messages = [];
      document.body.appendChild(window.removed);
    });
    await heard('right', 'ready');
    assert.equal((await call('right', 'load', [RECORD])).value.records, 1);
    await page.run(() => window.removed.remove());
    await until(() => page.run(() => window.workers === 1), 'the worker to end again');
  }
  assert.ok(await page.run(() => window.listeners.length) <= kept, 'no listener is left behind');
  assert.ok((await call('left', 'result')).value.records > 0, 'the other one never noticed');
});

test('nothing was asked but its own files, and the policy held', async () => {
  const own = (path) => path.startsWith('/portal/precheck-element/');
  const asked = host.asked.slice(host.asked.findIndex(own)).filter((path) => !own(path));
  assert.deepEqual(asked, ['/portal/penalty.xlsx']);
  assert.deepEqual(await page.run(() => Portal.violations), []);
  const complaints = await page.complaints();
  assert.deepEqual(complaints.filter((text) => !/no longer|deprecat/i.test(text)), []);
});
