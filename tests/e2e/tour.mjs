// Every screen and state of the page, one after the other, as a clerk comes to them. What looks at all of them (axe,
// narrow widths, pictures) walks this one way, so that a new screen has to be added here only.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Key } from 'selenium-webdriver';
import { cell, found, judged, select, workbook } from './job.mjs';
import { until } from './page.mjs';
import { root } from './server.mjs';

const fixtures = join(root, 'tests', 'fixtures');

/** A sheet with a column that nobody can be sure of. */
const UNSURE = [
  '企业名称,统一社会信用代码,许可文书编号,变更事项,变更前,变更后,变更A内容,变更许可机关,内部编号',
  '奈曼旗沙海明珠大酒店有限公司,91150525MA0N8B4T4G,奈消安检字〔2023〕第0042号,地址,大沁他拉镇,沙日浩来镇,名称,奈曼旗消防救援大队,7',
  '奈曼旗昂乃生物科技有限公司,91150525MA0N9C6X2L,奈消安检字〔2023〕第0043号,名称,昂乃公司,昂乃生物科技,地址,奈曼旗消防救援大队,8',
].join('\r\n');

/** A blank file of a platform, for a template of one's own. */
const PLATFORM = '行政相对人名称,统一社会信用代码,行政处罚决定书文号,处罚内容,处罚决定日期,填报渠道\r\n';

const nav = (page, area) => page.click(`.nav a[href="#/${area}"]`);
const step = (page, number) => page.click(`.nav a.step:nth-of-type(${number})`);

/** Opens a dialog's place and closes it after it was looked at. */
async function dialog(page, look, name, open) {
  await open();
  await page.see('[role=dialog]');
  await look(name);
  await page.press(Key.ESCAPE);
  await page.gone('[role=dialog]');
}

/** Selects the cell of a rule's finding and waits for its explanation. */
async function explain(page, rule) {
  const { row, field } = found(rule);
  await select(page, row, field);
  await page.see(`.det[data-rule=${rule}]`);
}

async function load(page, look, dir) {
  await page.see('.drop');
  await look('load');
  await dialog(page, look, 'load-paste', async () => {
    await page.click('.drop .btns button:nth-of-type(2)');
  });
  const broken = join(dir, '扫描件.xlsx');
  const unsure = join(dir, '许可变更.csv');
  writeFileSync(broken, Buffer.from('PK\u0003\u0004 this is no workbook'));
  writeFileSync(unsure, `\ufeff${UNSURE}`);
  await page.dropFiles('.drop', join(fixtures, 'several.xlsx'), broken, unsure);
  await page.see('#map-kind');
  await look('map');
  await page.click('.view.map .btn.pri');
  await page.see('#map-faults');
  await look('map-errors');
  await page.run(() => {
    const open = document.querySelector('.view.map select.amb');
    open.value = '';
    open.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await page.click('.view.map .btn.pri');
  await page.see('.results .s-E');
  await look('load-partial');
}

async function discard(page, look) {
  await step(page, 1);
  await page.click('.actbar .btn:last-child');
  await page.see('[role=dialog]');
  await look('discard');
  await page.click('[role=dialog] .discard');
  await page.gone('[role=dialog]');
  await page.see('.drop');
}

async function check(page, look) {
  await page.dropFiles('.drop', workbook, join(fixtures, 'inspection-html.xls'));
  await page.see('[role=grid]');
  await judged(page);
  await page.see('.pg[data-rule]');
  await look('check');
  await explain(page, 'A031');
  await look('check-proposal');
  const { row, field } = found('A031');
  await page.press(Key.F2);
  await page.see(`${cell(row, field)} input, ${cell(row, field)} textarea`);
  await look('check-edit');
  await page.press(Key.ESCAPE);
  await page.run(() => {
    const fold = document.querySelector('.fold') || document.querySelector('.strip ~ .line .link, .line .link.sp');
    if (fold) fold.click();
  });
  await look('check-summary');
  await dialog(page, look, 'check-fixes', () => page.click('.batch .fixes'));
  await dialog(page, look, 'check-replace', async () => {
    await select(page, row, 'enterprise_name');
    await page.press(Key.CONTROL, 'h');
    await page.see('#replace-find');
    await page.type('公司');
    await page.press(Key.TAB);
    await page.type('企业');
    await page.see('.dlg tbody tr ins');
  });
  await explain(page, 'C004');
  await page.press(Key.ALT, 'i');
  await page.see('#ignore-reason');
  await look('check-ignore');
  await page.click('[role=dialog] .btn.confirm');
  await page.see('[role=dialog] .emsg');
  await look('check-ignore-errors');
  await page.press(Key.ESCAPE);
  await page.gone('[role=dialog]');
  await dialog(page, look, 'check-columns', () => page.click('.batch .meta button.link'));
  await dialog(page, look, 'check-layout', () => page.click('.tabs .layout'));
  await explain(page, 'A031');
  await dialog(page, look, 'check-long', () => page.press(Key.SHIFT, Key.F2));
  await page.press(Key.ALT, Key.ENTER);
  await until(() => page.run(() => !document.querySelector('.batch .changes').disabled), 'a change');
  await dialog(page, look, 'check-paste', () => page.paste(cell(row, 'enterprise_name'), '丙公司\n丁公司'));
  await dialog(page, look, 'check-log', async () => {
    await page.click('.batch .changes');
    await page.see('.changelog tbody tr');
  });
  await page.press(Key.CONTROL, 'z');
  await page.see('.det[data-rule=A031]');
  await dialog(page, look, 'help', () => page.click('.ibtn.help'));
  await page.click('.tab:nth-of-type(2)');
  await page.see('.tab:nth-of-type(2)[aria-selected=true]');
  await look('check-second');
  await page.click('.tab:nth-of-type(1)');
  await page.press(Key.CONTROL, 'f');
  await page.type('没有这样的企业');
  await until(async () => (await page.all('[role=grid] tbody td[data-field]')).length === 0, 'no row');
  await look('check-none');
  await page.press(Key.CONTROL, 'a');
  await page.press(Key.BACK_SPACE);
  await page.see('[role=grid] td[data-field]');
}

async function leave(page, look) {
  await page.click('.batch .report');
  await page.see('.rep .found tbody tr');
  await look('report');
  await step(page, 3);
  await page.see('#export-title');
  await page.see('.receipt');
  await look('export');
  await dialog(page, look, 'export-confirm', async () => {
    await page.click('.list.warnings .btn.sm:not(.one-by-one)');
    await page.click('.dlg footer .pri');
    await page.see('.dlg .emsg');
  });
  await page.click('.one-by-one');
  await page.see('.list.one .btn');
  await look('export-singles');
  if ((await page.all('.why-open')).length > 0) await dialog(page, look, 'export-why', () => page.click('.why-open'));
  await page.click('#export-zip');
  await page.click('.page-h .btn.pri');
  await page.download(/\.zip$/);
  await page.see('.receipt .digest');
  await look('export-done');
}

async function own(page, look, dir) {
  const blank = join(dir, '旗平台.csv');
  writeFileSync(blank, `\ufeff${PLATFORM}`);
  await page.chooseFiles('.own-file', blank);
  await page.see('.own-sheet');
  await look('export-own');
  await page.press(Key.ESCAPE);
  await page.gone('[role=dialog]');
}

async function entry(page, look) {
  await page.press(Key.ALT, 'n');
  await page.see('.kinds button');
  await page.click('.kinds button[data-kind=penalty]');
  await page.see('#entry-enterprise_name');
  await look('entry');
  await page.click('#entry-enterprise_name');
  await page.type('奈曼旗沙海明珠大酒店有限公司');
  await page.press(Key.TAB);
  await page.type('91150525MA0N8B4T47');
  await page.press(Key.CONTROL, Key.ENTER);
  await page.see('#entry-errors');
  await look('entry-errors');
  await page.run(() => document.querySelector('#entry-violation').focus());
  await page.type('完好有效');
  await page.see('#entry-violation-list [role=option]');
  await look('entry-list');
  await page.press(Key.ESCAPE);
  await page.click('[data-field=decision_date] button');
  await page.see('.month');
  await look('entry-date');
  await page.press(Key.ESCAPE);
  await page.gone('.month');
  await dialog(page, look, 'entry-like', () => page.click('button.like'));
}

async function ledger(page, look) {
  await nav(page, 'ledger');
  await page.see('.ltable tbody tr');
  await look('ledger');
  await page.click('.ltable .who');
  await page.see('.drawer');
  await look('ledger-dossier');
  await page.press(Key.ESCAPE);
  await page.gone('.drawer');
  await page.click('.ltools .seg button:nth-child(3)');
  await page.see('.ltable thead input');
  await page.click('.ltable tbody input');
  await dialog(page, look, 'ledger-answer', async () => {
    await page.click('.page-h .btn.pri');
    await page.see('#answer-words');
    await page.click('.outcome label:nth-of-type(2) input');
    await page.click('#answer-words');
    await page.type('1001 未查询到主体或查询到的主体信息不匹配');
    await page.see('.dlg .remedy');
  });
  await page.click('.ltools .seg button:nth-child(1)');
  await page.click('.ltable .who');
  await page.see('.drawer .recs .btn');
  await page.click('.drawer .recs .btn');
  await page.see('.rep');
  await look('dossier');
  await page.click('.rep-tools .btn');
  await page.see('.ltable');
}

async function lists(page, look, dir) {
  const safety = join(dir, '安全生产严重失信主体名单_20230610.csv');
  const unnamed = join(dir, '导出结果.csv');
  writeFileSync(safety, '\ufeff单位名称,统一社会信用代码,列入日期,列入机关\r\n奈曼旗义隆永矿业有限公司,91150525MA0MJB1T41,2023-02-17,通辽市应急管理局\r\n');
  writeFileSync(unnamed, '\ufeff名称,组织机构代码\r\n奈曼旗牧歌餐饮管理公司,\r\n');
  await nav(page, 'lists');
  await page.see('.lists-warning');
  await look('lists-empty');
  await page.chooseFiles('.lists-file', safety, unnamed);
  await page.see('#lists-which');
  await page.click('.lists-take');
  await page.see('.dlg .emsg');
  await look('lists-which');
  await page.run(() => {
    document.querySelector('#lists-which').value = '3';
  });
  await page.click('.lists-take');
  await page.gone('[role=dialog]');
  await page.click('.lists-methods');
  await page.click('#lists-text');
  await page.type('91150525MA0MJB1T41\n奈曼旗牧歌餐饮管理有限公司\n奈曼旗诺恩吉雅宾馆有限责任公司\n9115052');
  await page.press(Key.CONTROL, Key.ENTER);
  await page.see('.lists .results .same');
  await look('lists');
  await page.click('.results .same');
  await page.see('.take-back');
  await look('lists-judged');
}

async function dual(page, look, dir) {
  const pushed = join(dir, '双告知推送.csv');
  writeFileSync(pushed, `\ufeff${[
    '企业名称,统一社会信用代码,推送日期,涉及经营项目',
    '奈曼旗牧歌餐饮管理有限公司,9115052552775997X6,2023-06-05,"餐饮服务，营业面积 420 ㎡"',
    '奈曼旗蓝湾洗浴服务有限公司,91150525MA13YBEP00,2023-06-20,洗浴服务',
  ].join('\r\n')}`);
  await nav(page, 'dual');
  await page.see('.page.dual .empty');
  await look('dual-empty');
  await page.chooseFiles('.dual-file', pushed);
  await page.see('.dual .handle');
  await look('dual');
  await dialog(page, look, 'dual-handle', () => page.click('.dual .handle'));
}

async function about(page, look) {
  await nav(page, 'rules');
  await page.see('.rulelist tbody tr');
  await look('rules');
  await page.click('.rulelist tr[data-rule=A081] button');
  await page.see('.rule[data-rule=A081]');
  await look('rules-one');
  await nav(page, 'settings');
  await page.see('#set-organisation-name');
  await look('settings');
  const days = await page.see('#set-deadline-days');
  await days.clear();
  await days.sendKeys('0', Key.TAB);
  await page.click('.btn.save');
  await page.see('.esum');
  await look('settings-errors');
  await days.clear();
  await days.sendKeys('10', Key.TAB);
  await page.click('#set-duty_list-add');
  await page.see('#set-duty_list-0-name');
  await page.click('#set-holidays-add');
  await (await page.see('#set-holidays-0-day')).sendKeys('2027', Key.TAB);
  await page.click('.btn.save');
  await page.see('#set-holidays-0-day-fault');
  await look('settings-tables');
  await page.click('#set-holidays-0-out');
  await page.click('.years details:first-of-type summary');
  await page.see('.effect .note');
  await look('settings-effect');
  await page.click('#set-duty_list-0-out');
  await days.clear();
  await days.sendKeys('20', Key.TAB);
  await dialog(page, look, 'settings-passphrase', async () => {
    await page.click('.passphrase-set');
    await page.see('#passphrase-new');
    await page.click('.passphrase-now');
    await page.see('.dlg .emsg');
  });
  await dialog(page, look, 'settings-clear', async () => {
    await page.click('.clear-all');
    await page.click('.clear-now');
    await page.see('.dlg .emsg');
  });
}

/**
 * Walks through the page.
 * @param {import('./page.mjs').Page} page shows its first screen; its clock shows the day of the fixtures
 * @param {(name: string) => Promise<void>} look is called at every screen and state
 * @param {RegExp} [only] the parts to visit, such as /entry/
 */
export async function tour(page, look) {
  const dir = mkdtempSync(join(tmpdir(), 'precheck-tour-'));
  try {
    await nav(page, 'ledger');
    await page.see('.led');
    await look('ledger-empty');
    await step(page, 1);
    await load(page, look, dir);
    await discard(page, look);
    await check(page, look);
    await leave(page, look);
    await own(page, look, dir);
    await entry(page, look);
    await ledger(page, look);
    await lists(page, look, dir);
    await dual(page, look, dir);
    await about(page, look);
    await step(page, 1);
    await page.see('.card.due');
    await look('load-again');
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
