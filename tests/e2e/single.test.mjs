// The page in one file, opened from the disk.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { mainJob, today } from './job.mjs';
import { openPage, until } from './page.mjs';
import { dist } from './server.mjs';

const file = join(dist, 'precheck.html');
let page;

after(() => page?.close());

test('the main job on file://, and no request at all', async () => {
  const begun = Date.now();
  page = await openPage({ file, today });
  assert.equal(new URL(await page.driver.getCurrentUrl()).protocol, 'file:');
  await page.see('.drop');
  await mainJob(page);
  assert.deepEqual(await page.complaints(), []);
  assert.deepEqual(await page.requestsSince(begun), []);
});

test('no script and no eval gets in', async () => {
  await page.close();
  page = await openPage({ file });
  await page.see('.drop');
  // In a task of the page: what the driver runs itself may eval.
  await page.run(() => {
    setTimeout(() => {
      const script = document.createElement('script');
      try {
        script.textContent = 'window.gotIn = true';
        document.head.append(script);
      } catch {
        // Trusted Types refuse it ahead of the policy.
      }
      let evaluated = true;
      try {
        new Function('return 1')();
      } catch {
        evaluated = false;
      }
      window.tried = [window.gotIn === true, evaluated];
    });
  });
  const got = await until(() => page.run(() => window.tried), 'the attempt');
  assert.deepEqual(got, [false, false]);
});

test('a browser that is too old says so in words, without an error', async () => {
  await page.close();
  page = await openPage({ file, address: 'about:blank' });
  await page.driver.sendDevToolsCommand('Page.addScriptToEvaluateOnNewDocument', { source: 'delete window.WebAssembly' });
  await page.goto('');
  assert.match(await page.text('#boot'), /版本太旧/);
  assert.deepEqual(await page.complaints(), []);
});
