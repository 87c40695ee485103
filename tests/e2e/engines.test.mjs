// The same main job in every engine that must do it, in the folder on a host and in the one file.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ENGINES } from './engines/engines.mjs';
import { startHost } from './host.mjs';
import { mainJob, setDay, today } from './job.mjs';
import { openPage, until } from './page.mjs';
import { dist } from './server.mjs';

const prefix = '/portal/tools/precheck/';
const file = join(dist, 'precheck.html');
const host = await startHost(prefix, join(dist, 'site'));
/** What an engine older than a word of the policy says of it, and passes over it. */
const PASSED_OVER = /contains an invalid source: ''wasm-unsafe-eval''/;

after(() => host.leave());

/** Runs a test with a page, and lets nothing stay behind. */
async function on(options, work) {
  const page = await openPage(options);
  try {
    await work(page);
  } finally {
    await page.close();
  }
}

/** What the page's console complained of. */
async function complaints(page, engine) {
  const all = await page.complaints();
  return engine === 'chromium 80' ? all.filter((line) => !PASSED_OVER.test(line)) : all;
}

/** Whether the page itself may make code out of text; in a task of its own, where the driver's rights do not count. */
async function evaluates(page) {
  await page.run(() => {
    window.setTimeout(() => {
      try {
        window.e2eEvaluated = [window.eval('1') === 1];
      } catch (error) {
        window.e2eEvaluated = [false];
      }
    });
  });
  const [answer] = await until(() => page.run(() => window.e2eEvaluated), 'the attempt to evaluate');
  return answer;
}

for (const engine of ENGINES) {
  test(`${engine}: the main job in a folder of a host, and nothing is asked after loading`, async (t) => {
    await on({ host: host.address, engine }, async (page) => {
      t.diagnostic(page.browser.name);
      await page.see('.drop');
      // By then the page is kept for times without a network, which is the last thing it fetches.
      await page.run(() => {
        navigator.serviceWorker.ready.then(() => { window.e2eKept = true; });
      });
      await until(() => page.run(() => window.e2eKept), 'the page to be kept');
      await setDay(page, today);
      const loaded = Date.now();
      await mainJob(page);
      assert.deepEqual(await complaints(page, engine), []);
      // Engines before 2022 run compiled programs only where eval is allowed.
      assert.equal(await evaluates(page), engine === 'chromium 80');
      assert.deepEqual(await page.requestsSince(loaded), []);
    });
  });

  test(`${engine}: the main job out of one file from the disk, and nothing is asked at all`, async () => {
    const begun = Date.now();
    await on({ file, engine }, async (page) => {
      assert.match(await page.driver.getCurrentUrl(), /^file:/);
      await page.see('.drop');
      await setDay(page, today);
      await mainJob(page);
      assert.deepEqual(await complaints(page, engine), []);
      assert.equal(await evaluates(page), engine === 'chromium 80');
      assert.deepEqual(await page.requestsSince(begun), []);
    });
  });
}

/** What an engine lacks that is too old. */
const LACKS = `
  if (/lack=wasm/.test(location.search)) delete window.WebAssembly;
  if (/lack=bulk/.test(location.search)) WebAssembly.validate = () => false;
  if (/lack=blob/.test(location.search)) delete Blob.prototype.arrayBuffer;
`;

for (const engine of ['chromium', 'chromium 80', 'firefox']) {
  test(`${engine}: without what the page needs it says in words what to use, without an error`, async () => {
    await on({ file, engine, address: 'about:blank' }, async (page) => {
      await page.browser.preload(LACKS);
      for (const address of [host.address, '']) {
        for (const lack of ['wasm', 'bulk', 'blob']) {
          await page.goto(`${address}?lack=${lack}`);
          const text = await page.text('#boot');
          assert.match(text, /版本太旧.*Chrome.*too old.*Chrome/, lack);
          assert.equal((await page.all('.drop')).length, 0);
        }
      }
      assert.deepEqual(await complaints(page, engine), []);
    });
  });
}
