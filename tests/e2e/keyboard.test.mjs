// The main job by keys alone: paste, walk the findings, take a proposal, write, undo, fill down, confirm with a reason,
// export. The focus is never lost, and what happens is said in a live region.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { MENDED, today } from './job.mjs';
import { openPage, until } from './page.mjs';
import { withOpenpyxl } from './readers.mjs';

const HEAD =
  '行政相对人名称,统一社会信用代码,注册号,作出行政处罚的机关,行政处罚决定书文号,案由,处罚结果,决定日期,公示期限,处罚类别,罚款金额（万元）,办案程序,是否严重,经办人';
const line = (name, uscc, registration, number, date, handler) =>
  `${name},${uscc},${registration},奈曼旗消防救援大队,奈(消)行罚决字〔2023〕第${number}号,占用疏散通道,罚款人民币陆仟元整,${date},1年,罚款,0.6,普通程序,否,${handler}`;
const REGISTRATION = '150525000012345';
const SHEET = [
  HEAD,
  line('奈曼旗八仙筒荞麦食品一有限责任公司', '91150525MA10000170', '', '0100', '2023-06-20', '包志强'),
  line('', '91150525MA1000033M', '', '0102', '2023-06-20', '包志强'),
  line('奈曼旗大沁他拉荞麦食品一店', '91150525MA1000025T', '', '0101', '2023.6.20', '包志强'),
  line('奈曼旗白音他拉沙地旅游一有限公司', '', REGISTRATION, '0105', '2023-06-20', ''),
].join('\n');

let page;

before(async () => {
  page = await openPage({ today });
});

after(async () => {
  await page?.close();
});

/** What has the focus, and whether that is something. */
const focus = () =>
  page.run(() => {
    const at = document.activeElement;
    const lost = !at || at === document.body || at === document.documentElement;
    return { lost, id: at?.id ?? '', tag: at?.tagName ?? '', class: at?.className ?? '', text: at?.innerText?.trim() ?? '' };
  });

/** Presses keys; the focus has to be somewhere after them, and to stay there. */
async function keys(...held) {
  await page.press(...held);
  await kept(held.map((key) => JSON.stringify(key)).join());
}

async function kept(what) {
  let calm = 0;
  await until(async () => {
    calm = (await focus()).lost ? 0 : calm + 1;
    return calm >= 3;
  }, `the focus to be somewhere after ${what}`, 5_000);
}

const matches = (selector) => page.run((wanted) => Boolean(document.activeElement.matches(wanted)), selector);

/** Presses Tab until what a selector names has the focus. */
async function tabTo(selector, back = false) {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await matches(selector)) return;
    await (back ? page.press(Key.SHIFT, Key.TAB) : page.press(Key.TAB));
    assert.ok(!(await focus()).lost, `Tab lost the focus on the way to ${selector}`);
  }
  assert.fail(`Tab does not reach ${selector}`);
}

/** Waits until a live region says something. */
const says = (pattern) =>
  until(
    async () =>
      (await page.run(() => [...document.querySelectorAll('[role=status], [role=alert], [aria-live]')].map((one) => one.innerText)))
        .some((text) => pattern.test(text)),
    `a live region to say ${pattern}`,
    10_000,
  );

const current = () => page.run(() => {
  const at = document.activeElement.closest('td[data-row]');
  return at && { row: Number(at.dataset.row), field: at.dataset.field, text: at.innerText.trim() };
});

/** Steps with F8 until the explained finding fits. */
async function walkTo(rule) {
  const seen = [];
  for (let steps = 0; steps < 40; steps += 1) {
    const here = await page.run(() => {
      const cell = document.activeElement.closest('td[data-row]');
      const detail = document.querySelector('.det[data-rule]');
      return cell && detail ? `${detail.dataset.rule} ${cell.dataset.row} ${cell.dataset.field}` : '';
    });
    if (here.startsWith(`${rule} `)) return;
    seen.push(here);
    await keys(Key.F8);
    await until(async () => (await page.run(() => {
      const cell = document.activeElement.closest('td[data-row]');
      const detail = document.querySelector('.det[data-rule]');
      return cell && detail ? `${detail.dataset.rule} ${cell.dataset.row} ${cell.dataset.field}` : '';
    })) !== here, `F8 to leave ${here}`, 5_000);
  }
  assert.fail(`F8 does not come to ${rule}, but to ${[...new Set(seen)].join('; ')}`);
}

test('the first stop leads past the bar', async () => {
  await page.see('.drop');
  await page.press(Key.TAB);
  assert.ok(await matches('a.skip'), JSON.stringify(await focus()));
  await keys(Key.ENTER);
  assert.ok(await matches('main'), 'the link leads to the main part');
});

test('a table is pasted, and the first finding has the focus', async () => {
  await tabTo('.drop .btns button:nth-of-type(2)');
  await keys(Key.ENTER);
  await until(() => matches('#paste-text'), 'the field of the dialog');
  await page.type(SHEET);
  await tabTo('[role=dialog] .btn.pri');
  await page.press(Key.ENTER);
  await page.see('[role=grid]');
  await page.gone('.batch [role=progressbar], [data-judging]');
  await until(() => matches('td[data-row]'), 'a cell to have the focus');
  await kept('reading');
  await says(/校验完成|第 \d+ 行/);
});

test('F6 goes round the areas and never loses the focus', async () => {
  const areas = new Set();
  for (let steps = 0; steps < 8; steps += 1) {
    await keys(Key.F6);
    areas.add(await page.run(() => document.activeElement.closest('[data-area], .gscroll')?.dataset.area ?? 'grid'));
  }
  for (const area of ['bar', 'batch', 'grid', 'panel']) assert.ok(areas.has(area), `${area} among ${[...areas]}`);
  for (let steps = 0; steps < 12 && !(await matches('td[data-row]')); steps += 1) await keys(Key.SHIFT, Key.F6);
  assert.ok(await matches('td[data-row]'), 'back in the grid');
});

test('F8 walks the findings and each one is said', async () => {
  await walkTo('C001');
  await says(/第 \d+ 行.*企业名称|企业名称.*第 \d+ 行/);
  const { field } = await current();
  assert.equal(field, 'enterprise_name');
  assert.equal(await page.run(() => document.activeElement.getAttribute('aria-invalid')), 'true');
});

test('a cell is written, taken back and written again', async () => {
  const { row } = await current();
  await keys(Key.F2);
  await until(() => matches('.cell-edit'), 'the editor');
  await page.type(MENDED);
  await keys(Key.ENTER);
  await until(() => matches('td[data-row]'), 'the grid again');
  const text = () => page.run((at) => document.querySelector(`td[data-row="${at}"][data-field=enterprise_name]`)?.innerText.trim(), row);
  await until(async () => (await text()) === MENDED, 'the name');
  await keys(Key.CONTROL, 'z');
  await until(async () => (await text()) !== MENDED, 'the name to go');
  await says(/撤销/);
  await keys(Key.CONTROL, 'y');
  await until(async () => (await text()) === MENDED, 'the name again');
  await says(/重做/);
});

test('a proposal is taken, and the next finding has the focus', async () => {
  await walkTo('A031');
  const { row } = await current();
  await keys(Key.ALT, Key.ENTER);
  await until(
    () => page.run((at) => document.querySelector(`td[data-row="${at}"][data-field=decision_date]`)?.innerText.trim() === '2023-06-20', row),
    'the proposal',
  );
  await says(/已采纳，余 \d+ 个错误/);
  await until(() => matches('td[data-row]'), 'the next one');
});

test('marked cells are filled from the first one', async () => {
  await keys(Key.CONTROL, Key.HOME);
  for (let steps = 0; steps < 30 && (await current())?.field !== 'handler'; steps += 1) await keys(Key.ARROW_RIGHT);
  assert.equal((await current()).field, 'handler');
  for (let rows = 0; rows < 3; rows += 1) await keys(Key.SHIFT, Key.ARROW_DOWN);
  await keys(Key.CONTROL, 'd');
  const handlers = () => page.run(() => [...document.querySelectorAll('td[data-field=handler]')].map((cell) => cell.innerText.trim()));
  await until(async () => (await handlers()).every((name) => name === '包志强'), 'the same handler in every row');
});

test('a warning is ignored with a reason, and the focus comes back', async () => {
  await walkTo('C004');
  await keys(Key.ALT, 'i');
  await until(() => matches('#ignore-reason'), 'the reason to have the focus');
  await tabTo('[role=dialog] .confirm');
  await keys(Key.ENTER);
  await page.see('#ignore-reason-fault');
  await until(() => matches('#ignore-reason'), 'the focus at what is missing');
  await keys(Key.ARROW_DOWN);
  await tabTo('[role=dialog] .confirm');
  await keys(Key.ENTER);
  await page.gone('[role=dialog]');
  await until(() => matches('td[data-row], .det *'), 'the focus in the check again');
});

test('the list of findings works with arrows, and Enter leads to the cell', async () => {
  for (let steps = 0; steps < 12 && !(await page.run(() => document.activeElement.closest('.side') !== null)); steps += 1) await keys(Key.F6);
  await tabTo('.plist [role=listbox]');
  await keys(Key.ARROW_DOWN);
  assert.ok(await matches('[role=listbox]'), 'the list keeps the focus');
  await until(() => page.run(() => document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.getAttribute('aria-selected') === 'true'), 'a selected line');
  await keys(Key.ENTER);
  await until(() => matches('td[data-row]'), 'the cell of the finding');
});

test('a search says how much it leaves, Ctrl+/ explains the keys, and Esc gives the focus back', async () => {
  await keys(Key.CONTROL, 'f');
  assert.ok(await matches('#find'));
  await page.type('大沁他拉');
  await says(/2 (行|条)/);
  await page.press(Key.CONTROL, 'a');
  await keys(Key.BACK_SPACE);
  await keys(Key.CONTROL, '/');
  await page.see('[role=dialog]');
  assert.ok(await page.run(() => document.activeElement.closest('[role=dialog]') !== null), 'the dialog has the focus');
  await keys(Key.ESCAPE);
  await page.gone('[role=dialog]');
  assert.ok(await matches('#find'), 'the field has the focus again');
});

test('Ctrl+Enter goes on to the export, and the file holds what was written', async () => {
  for (let steps = 0; steps < 12 && !(await matches('td[data-row]')); steps += 1) await keys(Key.F6);
  await keys(Key.CONTROL, Key.ENTER);
  await page.see('#export-title');
  await kept('the change of the screen');
  await page.see('.receipt');
  await tabTo('.page-h .btn.pri');
  await keys(Key.ENTER);
  const [sheet] = withOpenpyxl(await page.download(/\.xlsx$/));
  await says(/已生成并保存 \d 个文件/);
  assert.ok(sheet.rows.some((row) => row.includes(MENDED)), 'the name that was written');
  assert.ok(sheet.rows.some((row) => row.includes(REGISTRATION)), 'the record whose warning was confirmed');
  assert.equal(sheet.rows.length, 5);
  assert.deepEqual(await page.complaints(), []);
});
