// Pictures of every screen in three sizes, into target/screenshots: a change of the page can be looked at.
import { join } from 'node:path';
import { openPage } from './page.mjs';
import { root } from './server.mjs';

const out = join(root, 'target', 'screenshots');
const file = process.argv[2] ?? join(root, 'tests', 'fixtures', 'penalty.xlsx');
const page = await openPage({ today: '2023-06-30' });

const sizes = [
  [1366, 650],
  [1366, 768],
  [1920, 1080],
  [760, 900],
];

async function shoot(name) {
  for (const [width, height] of sizes) {
    await page.resize(width, height);
    await new Promise((wake) => setTimeout(wake, 400));
    await page.screenshot(join(out, `${name}-${width}x${height}.png`));
  }
  await page.resize(1366, 768);
}

try {
  await page.see('.drop');
  await shoot('load');
  await page.dropFiles('.drop', file);
  await page.see('[role=grid]');
  await page.see('.pg[data-rule]');
  await shoot('check');
  await page.click('.ibtn.theme');
  await shoot('check-dark');
  await page.click('.ibtn.theme');
  await shoot('check-contrast');
  await page.click('.ibtn.theme');
  await page.click('.batch .fixes');
  await page.see('.fixlist');
  await shoot('fixes');
  await page.click('.btn.apply');
  await page.gone('.fixlist');
  await page.click('.btn.next');
  await page.see('#export-title');
  await shoot('export');
  await page.click('.nav a[href="#/rules"]');
  await page.click('.rulelist tr[data-rule=A081] button');
  await page.see('.rule[data-rule=A081]');
  await shoot('rules');
  console.log(await page.complaints());
} finally {
  await page.close();
}
