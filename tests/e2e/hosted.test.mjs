// The folder on a host, as a subfolder of a portal: without a network the second time, updates as a whole.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startHost } from './host.mjs';
import { mainJob, today } from './job.mjs';
import { openPage, until } from './page.mjs';
import { dist } from './server.mjs';

const site = join(dist, 'site');
const prefix = '/portal/tools/precheck/';
const scratch = mkdtempSync(join(tmpdir(), 'precheck-site-'));
let host;
let page;

before(async () => {
  host = await startHost(prefix, site);
  page = await openPage({ host: host.address, today });
});

after(async () => {
  await page?.close();
  await host?.leave();
  rmSync(scratch, { recursive: true, force: true });
});

/** The site with another icon and the version that goes with it. */
function another(name, comment) {
  const dir = join(scratch, name);
  cpSync(site, dir, { recursive: true });
  const integrity = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`;
  const old = readFileSync(join(site, 'icon.svg'));
  const icon = `${old}<!-- ${comment} -->`;
  writeFileSync(join(dir, 'icon.svg'), icon);
  const worker = readFileSync(join(site, 'sw.js'), 'utf8');
  const version = worker.match(/"([0-9a-f]{12})"/)[1];
  writeFileSync(
    join(dir, 'sw.js'),
    worker.replaceAll(version, createHash('sha384').update(comment).digest('hex').slice(0, 12)).replace(integrity(old), integrity(icon)),
  );
  return dir;
}

const icon = () => page.run(async () => (await fetch('icon.svg')).text());
const caches = () => page.run(async () => (await window.caches.keys()).length);

test('it works in a subfolder, and asks nothing of anybody else', async () => {
  await page.see('.drop');
  await page.run(async () => { await navigator.serviceWorker.ready; });
  assert.ok(host.asked.every((path) => path.startsWith(prefix)), host.asked.join('\n'));
  // What it does ask is said where people look for it.
  assert.match(await page.text('#main'), /查有无新版本/);
  assert.deepEqual(await page.complaints(), []);
});

test('without a network the second time, the main job', async () => {
  await host.leave();
  await page.goto('');
  await page.see('.drop');
  host.asked.length = 0;
  await mainJob(page);
  // The look for a new version is the only one that comes to nothing.
  const other = (await page.complaints()).filter((line) => !/sw\.js/.test(line));
  assert.deepEqual(other, []);
  await host.comeBack();
  assert.deepEqual(host.asked, []);
});

test('a new version is offered whole, and taken in one step', async () => {
  host.dir = another('two', 'second');
  await page.goto('');
  await page.see('#new-version');
  assert.ok(!(await icon()).includes('second'), 'the old one until it is taken');
  await page.click('#new-version .btn');
  await until(async () => (await icon()).includes('second'), 'the new one');
  await page.see('.drop');
  await until(async () => (await caches()) === 1, 'the old one to be cleared away');
});

test('half a version never comes in', async () => {
  const broken = another('three', 'third');
  writeFileSync(join(broken, 'manifest.webmanifest'), '{}');
  host.dir = broken;
  host.asked.length = 0;
  await page.goto('');
  await page.see('.drop');
  await until(() => host.asked.includes(`${prefix}manifest.webmanifest`), 'the attempt');
  await until(async () => (await caches()) === 1, 'what came of it to go');
  assert.equal((await page.all('#new-version')).length, 0);
  assert.ok((await icon()).includes('second'));
});

test('it can be removed', async () => {
  await page.goto('?nosw');
  await page.see('.drop');
  await until(async () => (await caches()) === 0, 'the caches to go');
  assert.equal(await page.run(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
});
