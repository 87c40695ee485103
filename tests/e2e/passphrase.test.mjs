// A passphrase over what is kept: everything on the disk is sealed, asked for at the start, changed, taken away, and
// where it is forgotten the data can be cleared.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { openPage, until } from './page.mjs';
import { root } from './server.mjs';

const fixtures = join(root, 'tests', 'fixtures');
const expected = JSON.parse(readFileSync(join(fixtures, 'expected.json'), 'utf8'));
const FIRST = '奈曼旗值班室119';
const SECOND = 'another passphrase';

let page;

before(async () => {
  page = await openPage({ today: expected.today, width: 1366, height: 768 });
});

after(async () => {
  await page?.close();
});

const says = (text) => until(() => page.run((wanted) => document.body.innerText.includes(wanted), text), text, 20_000);

/** Everything in the database: shelf, key, and the value as text. */
const disk = () => page.run(() => new Promise((done) => {
  const opening = indexedDB.open('precheck');
  opening.onsuccess = async () => {
    const all = [];
    const names = [...opening.result.objectStoreNames];
    const moment = opening.result.transaction(names);
    const wait = (request) => new Promise((next) => { request.onsuccess = () => next(request.result); });
    for (const name of names) {
      const store = moment.objectStore(name);
      const [keys, values] = await Promise.all([wait(store.getAllKeys()), wait(store.getAll())]);
      keys.forEach((key, at) => {
        const value = values[at];
        const bytes = value instanceof Uint8Array;
        const text = bytes ? new TextDecoder('utf-8').decode(value) : String(value);
        all.push({ name, key, bytes, sealed: bytes && text.startsWith('\u0000PCSEAL'), text });
      });
    }
    opening.result.close();
    done(all);
  };
}));

const write = async (selector, text) => {
  const field = await page.see(selector);
  await field.clear();
  await field.sendKeys(text);
};

/** The values besides the lock. */
const values = async () => (await disk()).filter((one) => one.key !== 'lock');

test('setting one seals everything that is kept', async () => {
  await page.dropFiles('.drop', join(fixtures, 'penalty.xlsx'));
  await page.see('.pg[data-rule]');
  await until(async () => (await disk()).some((one) => one.name === 'draft_sources'), 'the draft on the disk');
  await page.goto('#/settings');
  await write('#set-organisation-name', '开鲁县消防救援大队');
  await page.click('.btn.save');
  await says('机构设置已保存');
  await page.see('[data-passphrase=off]');
  assert.ok((await values()).every((one) => !one.sealed));
  assert.ok((await values()).some((one) => one.text.includes('开鲁县')));
  await page.click('.passphrase-set');
  await write('#passphrase-new', '短');
  await write('#passphrase-repeat', '短');
  await page.click('.passphrase-now');
  await says('至少 8 个字符');
  await write('#passphrase-new', FIRST);
  await write('#passphrase-repeat', `${FIRST}0`);
  await page.click('.passphrase-now');
  await says('不一致');
  await write('#passphrase-repeat', FIRST);
  await page.click('.passphrase-now');
  await says('本机数据已加密');
  await page.see('[data-passphrase=on]');
  const kept = await values();
  assert.ok(kept.length >= 3);
  assert.deepEqual(kept.filter((one) => !one.sealed), []);
  assert.ok(!(await disk()).some((one) => /开鲁县|沙海|有限公司|penalty/.test(one.text)), 'nothing can be read');
});

test('what is kept afterwards is sealed too', async () => {
  await write('#set-organisation-name', '库伦旗消防救援大队');
  await page.click('.btn.save');
  await until(() => page.run(() => document.querySelector('.brand').textContent.includes('库伦旗')), 'the name in the bar');
  await until(async () => (await values()).some((one) => one.name === 'profile'), 'the profile');
  assert.deepEqual((await values()).filter((one) => !one.sealed), []);
});

test('the page asks for it at the start, and a wrong one says so', async () => {
  await page.goto('');
  await page.driver.navigate().refresh();
  await page.see('#unlock-field');
  assert.equal(await page.run(() => document.activeElement.id), 'unlock-field');
  await write('#unlock-field', 'wrong passphrase');
  await page.press(Key.ENTER);
  await says('「口令」不对');
  assert.deepEqual(await page.all('.drafts li'), []);
  await write('#unlock-field', FIRST);
  await page.press(Key.ENTER);
  await page.gone('.locked-note');
  assert.match(await page.text('.drafts li'), /penalty\.xlsx/);
  await until(() => page.run(() => document.querySelector('.brand').textContent.includes('库伦旗')), 'the name in the bar');
  await page.click('.drafts .go-on');
  await page.see('.pg[data-rule]');
});

test('it is locked at once before the clerk leaves the desk', async () => {
  await page.goto('#/settings');
  await page.click('.passphrase-lock');
  await page.see('#unlock-field');
  assert.ok(!(await page.text('.brand')).includes('库伦旗'), 'nothing of it is shown');
  await write('#unlock-field', FIRST);
  await page.press(Key.ENTER);
  await page.gone('.locked-note');
});

test('left locked, the page works, says that nothing is kept, and changes nothing on the disk', async () => {
  await page.goto('');
  await page.driver.navigate().refresh();
  await page.click('.later');
  await page.gone('[role=dialog]');
  assert.match(await page.text('.locked-note'), /已用口令锁定/);
  const before = await disk();
  await page.dropFiles('.drop', join(fixtures, 'penalty-paste.tsv'));
  await page.see('[role=grid]');
  await page.see('.pg[data-rule]');
  assert.deepEqual(await disk(), before);
  await page.click('.unlock-more');
  await write('#unlock-field', FIRST);
  await page.click('.unlock');
  await page.gone('.locked-note');
  // What was opened meanwhile is kept now.
  await until(async () => (await values()).filter((one) => one.name === 'drafts').length === 2, 'both drafts');
  assert.deepEqual((await values()).filter((one) => !one.sealed), []);
});

test('one damaged value keeps nobody from the others, nor from another passphrase', async () => {
  await page.run(() => new Promise((done) => {
    const opening = indexedDB.open('precheck');
    opening.onsuccess = () => {
      const moment = opening.result.transaction('meta', 'readwrite');
      const bytes = new Uint8Array(64);
      bytes.set(new TextEncoder().encode('\u0000PCSEAL\u0001'));
      moment.objectStore('meta').put(bytes, 'damaged');
      moment.oncomplete = () => { opening.result.close(); done(); };
    };
  }));
  await page.goto('#/settings');
  await page.click('.passphrase-change');
  await write('#passphrase-current', FIRST);
  await write('#passphrase-new', SECOND);
  await write('#passphrase-repeat', SECOND);
  await page.click('.passphrase-now');
  await says('有数据已损坏、打不开');
  assert.ok((await values()).some((one) => one.key === 'damaged'), 'it stays where it lies');
  await page.click('.passphrase-change');
  await write('#passphrase-current', SECOND);
  await write('#passphrase-new', FIRST);
  await write('#passphrase-repeat', FIRST);
  await page.click('.passphrase-now');
  await says('有数据已损坏、打不开');
  await page.run(() => new Promise((done) => {
    const opening = indexedDB.open('precheck');
    opening.onsuccess = () => {
      const moment = opening.result.transaction('meta', 'readwrite');
      moment.objectStore('meta').delete('damaged');
      moment.oncomplete = () => { opening.result.close(); done(); };
    };
  }));
});

test('it is changed, and taken away', async () => {
  await page.goto('#/settings');
  await page.click('.passphrase-change');
  await write('#passphrase-current', 'wrong passphrase');
  await write('#passphrase-new', SECOND);
  await write('#passphrase-repeat', SECOND);
  await page.click('.passphrase-now');
  await says('「口令」不对');
  await write('#passphrase-current', FIRST);
  await page.click('.passphrase-now');
  await says('口令已更改');
  await page.driver.navigate().refresh();
  await write('#unlock-field', FIRST);
  await page.click('.unlock');
  await says('「口令」不对');
  await write('#unlock-field', SECOND);
  await page.click('.unlock');
  await page.gone('.locked-note');
  await page.click('.passphrase-remove');
  await write('#passphrase-current', SECOND);
  await page.click('.passphrase-now');
  await says('口令已取消');
  await page.see('[data-passphrase=off]');
  const all = await disk();
  assert.ok(all.every((one) => !one.sealed && one.key !== 'lock'));
  assert.ok(all.some((one) => one.name === 'profile' && one.text.includes('库伦旗')));
  await page.goto('');
  await page.driver.navigate().refresh();
  assert.match(await page.text('.drafts li'), /penalty/);
  assert.deepEqual(await page.all('#unlock-field'), []);
});

test('where it is forgotten the data is cleared, as the page says beforehand', async () => {
  await page.goto('#/settings');
  await page.click('.passphrase-set');
  await write('#passphrase-new', SECOND);
  await write('#passphrase-repeat', SECOND);
  await page.click('.passphrase-now');
  await says('本机数据已加密');
  await page.driver.navigate().refresh();
  await page.click('.forgotten');
  await says('只能清除本机数据后重新开始');
  await page.click('.forgotten-clear');
  await page.gone('.locked-note');
  await says('本机数据已清除');
  assert.deepEqual(await disk(), []);
});
