// Every screen and state under axe-core: the rules of WCAG 2.1 A and AA, at the usual size in three looks, and narrow.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { drop, today } from './job.mjs';
import { openPage } from './page.mjs';
import { tour } from './tour.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] };
/** What another look can change. */
const COLOURS = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }, resultTypes: ['violations'] };

let page;

before(async () => {
  page = await openPage({ today });
  // Colours that are still on their way from one look to the other are nobody's.
  const features = [{ name: 'prefers-reduced-motion', value: 'reduce' }];
  await page.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { features });
});

after(async () => {
  await page?.close();
});

/** What axe finds wrong, one line for each place. */
async function violations(options) {
  if (!(await page.run(() => 'axe' in window))) await page.driver.executeScript(axe);
  const found = await page.driver.executeAsyncScript(`
    const [options, done] = arguments;
    // Behind a dialog lies a screen that was looked at without it.
    axe.run(document.querySelector('[role=dialog]') || document, options).then(
      (result) => done(result.violations.map((one) => ({
        id: one.id,
        places: one.nodes.map((node) => node.target.join(' ') + ': ' + node.failureSummary.replace(/\\s+/g, ' ')),
      }))),
      (error) => done([{ id: String(error), places: [] }]),
    );
  `, options);
  return found.map(({ id, places }) => `${id} (${places.length}) ${places.slice(0, 3).join(' | ')}`);
}

/** Another look, as its button sets it, and then the one before. */
async function looks(theme, then) {
  const before = await page.run((to) => {
    const was = document.documentElement.dataset.theme;
    document.documentElement.dataset.theme = to;
    return was;
  }, theme);
  const result = await then();
  await page.run((to) => {
    document.documentElement.dataset.theme = to;
  }, before);
  return result;
}

test('no screen and no state breaks a rule of WCAG 2.1 AA', async () => {
  const wrong = {};
  const visited = [];
  const note = (name, found) => {
    if (found.length > 0) wrong[name] = found;
  };
  await tour(page, async (name) => {
    visited.push(name);
    note(name, await violations(WCAG));
    for (const theme of ['dark', 'contrast']) {
      note(`${name}, ${theme}`, await looks(theme, () => violations(COLOURS)));
    }
    await page.resize(720, 900);
    note(`${name}, narrow`, await violations(WCAG));
    await page.resize(1366, 768);
  });
  assert.ok(visited.length >= 35, `${visited.length} states`);
  assert.deepEqual(wrong, {});
  assert.deepEqual(await page.complaints(), []);
});

test('nor does the page in a frame of another one, in its own colours', async () => {
  await page.goto('about:blank');
  await page.goto('?embed=1');
  await page.see('[data-embed] .drop');
  const wrong = { load: await violations(WCAG) };
  await drop(page);
  wrong.check = await violations(WCAG);
  await page.resize(760, 700);
  wrong.narrow = await violations(WCAG);
  wrong.dark = await looks('dark', () => violations(COLOURS));
  assert.deepEqual(wrong, { load: [], check: [], narrow: [], dark: [] });
});
