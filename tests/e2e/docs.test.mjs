// What docs/use shows, as a new user would try it: the example of each page is taken out as it stands, laid beside
// the folder that the page says, and opened.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { By, Key } from 'selenium-webdriver';
import { startHost } from './host.mjs';
import { openPage, until } from './page.mjs';
import { dist, root } from './server.mjs';

const docs = join(root, 'docs/use');
const portal = mkdtempSync(join(tmpdir(), 'precheck-docs-'));
let host;
let page;

/** The example of a page of docs/use. */
function example(name) {
  const blocks = [...readFileSync(join(docs, `${name}.md`), 'utf8').matchAll(/```html\n([\s\S]*?)```/g)];
  assert.equal(blocks.length, 1, `${name}.md has one example`);
  return blocks[0][1];
}

before(async () => {
  cpSync(join(dist, 'site'), join(portal, 'precheck'), { recursive: true });
  cpSync(join(dist, 'element'), join(portal, 'precheck-element'), { recursive: true });
  cpSync(join(dist, 'module'), join(portal, 'precheck-module'), { recursive: true });
  for (const name of ['iframe', 'element', 'module', 'form']) writeFileSync(join(portal, `${name}.html`), example(name));
  writeFileSync(join(portal, 'saved.html'), '<title>saved</title>');
  host = await startHost('/portal/', portal);
  page = await openPage({ host: host.address, address: 'saved.html', width: 1366, height: 900 });
});

after(async () => {
  await page?.close();
  await host?.leave();
  rmSync(portal, { recursive: true, force: true });
});

const textOf = (selector) => page.run((one) => document.querySelector(one)?.textContent ?? '', selector);

test('every page of docs/use is in its index, and names what is there', () => {
  const index = readFileSync(join(docs, 'README.md'), 'utf8');
  for (const name of readdirSync(docs)) {
    if (name !== 'README.md') assert.ok(index.includes(`(${name})`), name);
    const text = readFileSync(join(docs, name), 'utf8');
    for (const [, path] of text.matchAll(/`target\/dist\/([^`]+)`/g)) {
      // The program is built by `cargo xtask dist` alone, not for these tests.
      if (path !== 'precheck serve') assert.ok(existsSync(join(dist, path)), `${name}: target/dist/${path}`);
    }
    for (const [, path] of text.matchAll(/\]\(([^)#]+)/g)) assert.ok(existsSync(join(docs, path)), `${name}: ${path}`);
  }
});

test('the frame', async () => {
  await page.goto('iframe.html');
  await until(
    () => page.run(() => document.querySelector('#precheck').contentDocument?.querySelector('.drop') != null),
    'the page in the frame',
    60_000,
  );
  const file = join(root, 'tests/fixtures/penalty.xlsx');
  await page.driver.findElement(By.id('file')).sendKeys(file);
  const counts = await until(async () => (await textOf('#counts')) || undefined, 'the counts', 60_000);
  assert.match(counts, /^[1-9]\d* 条，[1-9]\d* 条有错误$/);
});

test('the element', async () => {
  await page.goto('element.html');
  await until(async () => (await textOf('#counts')) === '1 条，1 条有错误', 'the counts', 60_000);
});

test('the module', async () => {
  await page.goto('module.html');
  const saved = await until(async () => (await textOf('#saved')) || undefined, 'the file', 60_000);
  assert.match(saved, /\.xlsx?，\d{4,} 字节$/);
  assert.match(await textOf('#findings'), /A060 fine_amount/);
});

test('the form', async () => {
  await page.goto('form.html');
  await until(() => page.run(() => document.body.hasAttribute('data-ready')), 'the checker', 60_000);
  await page.driver.findElement(By.name('CF_XDR_DM')).sendKeys('91150525MA0N8E4T2', Key.TAB);
  await until(async () => /17 位/.test(await textOf('form')), 'what is wrong with the code');
  await page.driver.findElement(By.css('form button')).click();
  await until(async () => page.run(() => document.querySelectorAll('form a, [role=alert] a').length > 0), 'the summary');
  assert.match(await page.driver.getCurrentUrl(), /form\.html$/);
});
