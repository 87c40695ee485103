// Narrow windows, enlarged text, forced colours: no screen scrolls sideways, no word is cut, no control is out of reach.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { today } from './job.mjs';
import { openPage } from './page.mjs';
import { tour } from './tour.mjs';

/** The narrowest width that is promised, and 1366×768 enlarged to 200 %. */
const SIZES = [[720, 900], [683, 384]];

let page;

before(async () => {
  page = await openPage({ today });
});

after(async () => {
  await page?.close();
});

/** What does not fit. It runs in the page and must use nothing from around it. */
function misfits() {
  const wrong = [];
  const name = (element) => {
    const classes = typeof element.className === 'string' ? element.className : '';
    return `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''}${classes ? `.${classes.trim().replace(/\s+/g, '.')}` : ''} "${(element.innerText || '').trim().slice(0, 30)}"`;
  };
  const root = document.scrollingElement;
  if (root.scrollWidth > window.innerWidth) wrong.push(`the page is ${root.scrollWidth} wide`);
  // These hold sheets, and scroll them inside their own frame.
  const sheets = '.gscroll, .wide, .nowrap';
  const within = document.querySelector('[role=dialog]') || document.querySelector('.app');
  for (const element of within.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.visibility === 'hidden' || element.closest('svg, .vh, .visually, .skip, option')) continue;
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const inSheet = element.closest(sheets);
    const over = element.scrollWidth - element.clientWidth;
    if (over > 1 && /auto|scroll/.test(style.overflowX) && !inSheet) wrong.push(`scrolls sideways by ${over}: ${name(element)}`);
    const field = element.matches('input, select, textarea');
    if (over > 1 && /hidden|clip/.test(style.overflowX) && !inSheet && !field) {
      // What is shortened with dots is whole in its title.
      const whole = style.textOverflow === 'ellipsis' && element.closest('[title]');
      if (!whole && element.innerText && element.clientWidth > 1) wrong.push(`cut at the side by ${over}: ${name(element)}`);
    }
    const under = element.scrollHeight - element.clientHeight;
    if (under > 3 && /hidden|clip/.test(style.overflowY) && !inSheet && !field && element.innerText && element.clientHeight > 1) {
      wrong.push(`cut below by ${under}: ${name(element)}`);
    }
    if (element.matches('button, a[href], input, select, textarea') && !inSheet) {
      // Out of reach: beyond the window, and nothing around it scrolls.
      let around = element.parentElement;
      while (around && !/auto|scroll/.test(getComputedStyle(around).overflowY)) around = around.parentElement;
      const out = box.right > window.innerWidth + 1 || box.left < -1;
      if (out) wrong.push(`beyond the edge: ${name(element)}`);
      if (!around && (box.bottom > window.innerHeight + 1 || box.top < -1)) wrong.push(`out of reach: ${name(element)}`);
    }
  }
  const main = document.querySelector('#main').getBoundingClientRect();
  if (main.height < window.innerHeight * 0.6) wrong.push(`the main part is only ${Math.round(main.height)} high`);
  return [...new Set(wrong)];
}

test('nothing scrolls sideways, is cut or out of reach', async () => {
  const wrong = {};
  await tour(page, async (name) => {
    for (const [width, height] of SIZES) {
      await page.resize(width, height);
      // The layout follows in a frame of its own.
      await page.driver.executeAsyncScript('const [done] = arguments; requestAnimationFrame(() => setTimeout(done, 60));');
      const found = await page.run(misfits);
      if (found.length > 0) wrong[`${name} ${width}×${height}`] = found;
    }
    await page.resize(1366, 768);
  });
  assert.deepEqual(wrong, {});
});

test('nothing moves where motion is unwelcome, and forced colours keep marks and the focus', async () => {
  const emulate = (features) => page.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { features });
  await emulate([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  const moving = await page.run(() =>
    [...document.querySelectorAll('*')].filter((element) => {
      const style = getComputedStyle(element);
      return style.transitionDuration !== '0s' || style.animationName !== 'none';
    }).length,
  );
  assert.equal(moving, 0);
  await emulate([{ name: 'forced-colors', value: 'active' }]);
  assert.ok(await page.run(() => matchMedia('(forced-colors: active)').matches));
  await page.press(Key.TAB);
  await page.press(Key.TAB);
  const seen = await page.run(() => {
    const button = document.querySelector('.drop .btn, .ways .card');
    const focus = getComputedStyle(document.activeElement);
    const step = getComputedStyle(document.querySelector('.step[aria-current=step]'));
    return { outline: focus.outlineStyle, width: parseFloat(focus.outlineWidth), border: getComputedStyle(button).borderTopStyle, step: `${step.outlineStyle} ${step.borderBottomStyle}` };
  });
  assert.equal(seen.outline, 'solid');
  assert.ok(seen.width >= 2);
  assert.equal(seen.border, 'solid');
  assert.match(seen.step, /solid/, 'the current step is told apart without its background');
  await emulate([]);
});
