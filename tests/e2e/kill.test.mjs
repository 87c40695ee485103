// Nothing typed is lost: the worker breaks off, or the page is reloaded, in the middle of each kind of change.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { load, today } from './job.mjs';
import { openPage, until } from './page.mjs';

let page;

/** Keeps hold of every worker; an armed one breaks off instead of answering the next change, or after it. */
const HOLD = `{
  const Real = window.Worker;
  window.e2eArmed = '';
  window.e2eTraps = 0;
  window.Worker = class extends Real {
    postMessage(message, ...rest) {
      const armed = window.e2eArmed;
      if (armed && String(message?.request).includes('"type":"stamped"')) {
        window.e2eArmed = '';
        window.e2eTraps += 1;
        if (armed === 'after') super.postMessage(message, ...rest);
        if (armed === 'never') return;
        setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'a trap', cancelable: true })), 0);
        return;
      }
      super.postMessage(message, ...rest);
    }
  };
}`;

before(async () => {
  page = await openPage({ today, address: 'nothing' });
  await page.driver.sendDevToolsCommand('Page.addScriptToEvaluateOnNewDocument', { source: HOLD });
  await page.goto('');
  await load(page);
});

after(async () => {
  await page?.close();
});

const cell = (position, field) => `tr[data-position="${position}"] td[data-field="${field}"]`;
/** The text of a cell near the top; what the page reveals by itself may scroll it away. */
const text = (selector) => page.run((s) => {
  const grid = document.querySelector('.gscroll');
  if (grid) grid.scrollTop = 0;
  return document.querySelector(s)?.innerText.trim() ?? null;
}, selector);
const rows = () => page.run(() => [...document.querySelectorAll('.tab[aria-selected=true] > span')][0].innerText);

async function top() {
  await until(async () => (await text(cell(0, 'enterprise_name'))) !== null, 'the first row', 20_000);
}

/** Makes a cell the current one; what the page reveals by itself after a step may come in between. */
const go = (selector) => until(async () => {
  await text(selector);
  await page.click(selector);
  await new Promise((wake) => setTimeout(wake, 150));
  return page.run((s) => document.activeElement === document.querySelector(s), selector);
}, `${selector} to be the current cell`, 20_000);

/** What holds however a change is made: what it does, and whether it was done. */
const changes = {
  typing: {
    async make() {
      await go(cell(0, 'enterprise_name'));
      await page.press(Key.F2);
      await until(() => page.run(() => document.activeElement.classList.contains('cell-edit')), 'the editor');
      await page.press(Key.CONTROL, 'a');
      await page.type('打字有限公司');
      await page.press(Key.ENTER);
    },
    holds: async () => (await text(cell(0, 'enterprise_name'))) === '打字有限公司',
  },
  paste: {
    async make() {
      await go(cell(1, 'enterprise_name'));
      await page.paste(cell(1, 'enterprise_name'), '粘贴一公司\n粘贴二公司');
      await page.click('.dlg .apply');
    },
    holds: async () => (await text(cell(2, 'enterprise_name'))) === '粘贴二公司',
  },
  'all fixes': {
    async make() {
      await page.click('.batch .fixes');
      await until(async () => (await page.all('.dlg tbody tr')).length > 0, 'the fixes');
      await page.click('.dlg .apply');
    },
    holds: async () => page.run(() => document.querySelector('.batch .fixes').disabled),
  },
  replace: {
    async make() {
      await page.click('.tabs .replace');
      await page.see('#replace-find');
      await page.type('粘贴');
      await page.press(Key.TAB);
      await page.type('替换');
      await until(async () => (await page.all('.dlg tbody ins')).length > 0, 'the matches');
      await page.click('.dlg .apply');
    },
    holds: async () => (await text(cell(2, 'enterprise_name'))) === '替换二公司',
  },
  'deleted row': {
    async make() {
      deleted = Number(await rows()) - 1;
      await go(cell(3, 'enterprise_name'));
      await page.press(Key.ALT, Key.DELETE);
    },
    holds: async () => Number(await rows()) === deleted,
  },
};
let deleted;

for (const when of ['instead', 'after']) {
  for (const [name, change] of Object.entries(changes)) {
    test(`${name}: the worker breaks off ${when} ${when === 'after' ? 'the request' : 'of the answer'}`, async () => {
      await top();
      const traps = await page.run(() => window.e2eTraps);
      await page.run((armed) => {
        window.e2eArmed = armed;
      }, when);
      await change.make();
      await until(async () => (await page.run(() => window.e2eTraps)) === traps + 1, 'the trap');
      await until(change.holds, `${name} to hold`, 20_000);
      await page.gone('[data-judging]');
      // One change, made once: one step back.
      await page.press(Key.CONTROL, 'z');
      await until(async () => !(await change.holds()), `${name} undone`, 20_000);
      await page.press(Key.CONTROL, 'y');
      await until(change.holds, `${name} redone`, 20_000);
      if (when === 'instead') {
        // The next run begins where this one began, but for what the next change needs.
        if (name === 'deleted row') {
          for (let back = 0; back < 5; back += 1) {
            const before = await page.run(() => document.querySelector('.batch .pair button').title);
            await page.press(Key.CONTROL, 'z');
            await until(async () => (await page.run(() => document.querySelector('.batch .pair button').title)) !== before, 'a step back');
          }
        }
      }
    });
  }
}

test('all of it is in the draft after a reload', async () => {
  await page.driver.navigate().refresh();
  await page.click('.drafts .go-on');
  await page.see('[role=grid]', 20_000);
  await top();
  for (const [name, change] of Object.entries(changes)) {
    if (name !== 'paste') assert.ok(await until(change.holds, name, 20_000), name);
  }
  // Back to the beginning for what comes now.
  for (let back = 0; back < 5; back += 1) {
    await page.gone('[data-judging]');
    const before = await page.run(() => document.querySelector('.batch .pair button').title);
    await page.press(Key.CONTROL, 'z');
    await until(async () => (await page.run(() => document.querySelector('.batch .pair button').title)) !== before, 'a step back');
  }
});

for (const [name, change] of Object.entries(changes)) {
  test(`${name}: the page is reloaded before the answer`, async () => {
    await top();
    await page.run(() => {
      // The worker is still at it when the page goes.
      window.e2eArmed = 'never';
    });
    await change.make();
    await until(async () => (await page.run(() => window.e2eArmed)) === '', 'the request');
    await page.driver.navigate().refresh();
    await page.click('.drafts .go-on');
    await page.see('[role=grid]', 20_000);
    await top();
    await until(change.holds, `${name} to hold`, 20_000);
  });
}
