// Nothing typed is lost: a page that is killed goes on where it stood; one of two tabs writes; where nothing is kept,
// the page says so and saves to a file.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { openPage, until } from './page.mjs';
import { root } from './server.mjs';

const fixtures = join(root, 'tests', 'fixtures');
const expected = JSON.parse(readFileSync(join(fixtures, 'expected.json'), 'utf8'));
const penalty = expected.tables.find((table) => table.file === 'penalty.xlsx');
const { row, field } = penalty.expect.find((finding) => finding.rule === 'C001');
const cell = `td[data-row="${row}"][data-field="${field}"]`;

let page;

before(async () => {
  page = await openPage({ today: expected.today });
});

after(async () => {
  await page?.close();
});

async function toCell() {
  // A tab behind others draws nothing.
  await page.driver.sendDevToolsCommand('Page.bringToFront', {});
  await page.see('[role=grid]');
  await page.run((at) => {
    const body = document.querySelector('[role=grid]');
    (body.closest('.grid') ?? body.parentElement).scrollTop = Math.max(0, (at - 12) * 24);
  }, row);
  await page.see(cell);
}

/** Waits until the cell says a text; what the page reveals by itself may scroll it away meanwhile. */
const shown = (text) =>
  until(
    () =>
      page.run(
        (s, wanted, at) => {
          const cell = document.querySelector(s);
          if (cell) return cell.innerText.trim() === wanted;
          const body = document.querySelector('[role=grid]');
          if (body) (body.closest('.grid') ?? body.parentElement).scrollTop = Math.max(0, (at - 12) * 24);
          return false;
        },
        cell,
        text,
        row,
      ),
    text,
    15_000,
  );

/** Waits until the page has shown the first finding and moves the focus no more. */
async function settled() {
  let before;
  await until(async () => {
    const now = await page.run(() => document.activeElement?.outerHTML.slice(0, 200));
    const same = now === before && now?.startsWith('<td');
    before = now;
    await new Promise((wake) => setTimeout(wake, 400));
    return same;
  }, 'the focus to rest');
}

async function edit(text) {
  await toCell();
  await page.click(cell);
  await page.press(Key.F2);
  await until(() => page.run(() => document.activeElement.classList.contains('cell-edit')), 'the editor');
  await page.press(Key.CONTROL, 'a');
  await page.type(text);
  await page.press(Key.ENTER);
  await shown(text);
}

async function open() {
  await page.dropFiles('.drop', join(fixtures, 'penalty.xlsx'));
  await page.see('[role=grid]');
  await page.gone('.batch [role=progressbar], [data-judging]');
  await page.see('.pg[data-rule]');
}

/** How many changes the database holds. */
const kept = () => page.run(() => new Promise((done) => {
  const opening = indexedDB.open('precheck');
  opening.onsuccess = () => {
    const counted = opening.result.transaction('draft_changes').objectStore('draft_changes').count();
    counted.onsuccess = () => {
      opening.result.close();
      done(counted.result);
    };
  };
}));

test('a batch of a page that was killed goes on, changes and undo included', async () => {
  await open();
  await edit('甲甲有限公司');
  await edit('乙乙有限公司');
  await until(async () => (await kept()) === 2, 'both changes on the disk');
  const ids = await page.run(() => [...document.querySelectorAll('[role=grid] tr[data-row], [role=grid] td[data-row]')].map((one) => one.dataset.row).join());
  const tab = await page.driver.getWindowHandle();
  await page.driver.switchTo().newWindow('tab');
  await page.pretendToday(expected.today);
  const other = await page.driver.getWindowHandle();
  await page.driver.switchTo().window(tab);
  await page.run(() => {
    // Nothing may hinder a page from being closed while everything is kept.
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    if (event.defaultPrevented) throw new Error('asks before it is closed');
  });
  await page.driver.close();
  await page.driver.switchTo().window(other);
  await page.goto('');
  assert.match(await page.text('.drafts li'), /penalty\.xlsx[\s\S]*余 \d+ 个问题/);
  await page.click('.drafts .go-on');
  await toCell();
  await shown('乙乙有限公司');
  assert.ok(ids.length > 0);
  await page.click(cell);
  await page.press(Key.CONTROL, 'z');
  await shown('甲甲有限公司');
  await until(async () => (await kept()) >= 3, 'the undo on the disk');
});

test('a page that is reloaded at once after an edit has it', async () => {
  await edit('丙丙有限公司');
  await page.driver.navigate().refresh();
  await page.click('.drafts .go-on');
  await toCell();
  await shown('丙丙有限公司');
});

test('of two tabs one writes and the other says so', async () => {
  const first = await page.driver.getWindowHandle();
  await page.driver.switchTo().newWindow('tab');
  await page.pretendToday(expected.today);
  await page.goto('');
  assert.match(await page.text('.store-note'), /另一个标签页/);
  await page.click('.store-note .take-over');
  await page.gone('.store-note');
  const second = await page.driver.getWindowHandle();
  await page.driver.switchTo().window(first);
  await page.see('.store-note .take-over');
  await page.driver.switchTo().window(second);
  await page.driver.close();
  await page.driver.switchTo().window(first);
  await page.gone('.store-note');
});

test('signs of life stand in for locks', async () => {
  const first = await page.driver.getWindowHandle();
  await page.driver.switchTo().newWindow('tab');
  await page.pretendToday(expected.today);
  const source = "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });";
  const { identifier } = await page.driver.sendAndGetDevToolsCommand('Page.addScriptToEvaluateOnNewDocument', { source });
  await page.goto('');
  await page.see('.drop');
  await page.run(() => {
    // As another tab would leave it.
    window.addEventListener('pagehide', () => localStorage.setItem('precheck-writer', `0.5 ${Date.now()}`));
  });
  await page.driver.navigate().refresh();
  await page.click('.store-note .take-over');
  await page.gone('.store-note');
  await page.driver.sendDevToolsCommand('Page.removeScriptToEvaluateOnNewDocument', { identifier });
  await page.driver.close();
  await page.driver.switchTo().window(first);
});

test('without room the page says so, saves to a file, and the file opens again', async () => {
  await page.driver.navigate().refresh();
  await page.click('.drafts .go-on');
  await toCell();
  await page.see('.pg[data-rule]');
  await settled();
  // As a full disk answers.
  await page.run(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  await edit('丁丁有限公司');
  assert.match(await page.text('.store-note'), /存储空间已满/);
  const asks = () => page.run(() => {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  });
  assert.ok(await asks(), 'asks before the last edit is lost');
  await page.click('.store-note .save-draft');
  const file = await page.download(/\.precheck-draft$/);
  assert.ok(!(await asks()), 'what is in a file is not lost');
  await page.goto('#/load');
  await page.driver.navigate().refresh();
  await page.dropFiles('.drop', file);
  await toCell();
  await shown('丁丁有限公司');
});

test('where the browser keeps nothing the page works and says so', async () => {
  const source = "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } });";
  const { identifier } = await page.driver.sendAndGetDevToolsCommand('Page.addScriptToEvaluateOnNewDocument', { source });
  await page.driver.navigate().refresh();
  assert.match(await page.text('.store-note'), /不允许本页保存/);
  await open();
  await edit('戊戊有限公司');
  assert.ok(await page.run(() => {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  }));
  await page.see('.store-note .save-draft');
  await page.driver.sendDevToolsCommand('Page.removeScriptToEvaluateOnNewDocument', { identifier });
});
