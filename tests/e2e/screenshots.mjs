// Pictures of every screen and state in three sizes, into target/screenshots: a change of the page can be looked at.
// The same in the dark look and in high contrast at the first size. An argument narrows it: screenshots.mjs ledger
import { join } from 'node:path';
import { today } from './job.mjs';
import { openPage } from './page.mjs';
import { root } from './server.mjs';
import { tour } from './tour.mjs';

const out = join(root, 'target', 'screenshots');
const wanted = new RegExp(process.argv[2] ?? '');
const sizes = [
  [1366, 768],
  [1920, 1080],
  [760, 900],
];
const page = await openPage({ today });
/** The page follows a new size in a frame of its own. */
const drawn = () => new Promise((wake) => setTimeout(wake, 250));

async function shoot(name) {
  if (!wanted.test(name)) return;
  for (const [width, height] of sizes) {
    await page.resize(width, height);
    await drawn();
    await page.screenshot(join(out, `${name}-${width}x${height}.png`));
  }
  await page.resize(...sizes[0]);
  await drawn();
  for (const theme of ['dark', 'contrast']) {
    await page.run((to) => {
      document.documentElement.dataset.theme = to;
    }, theme);
    await drawn();
    await page.screenshot(join(out, `${name}-${theme}.png`));
  }
  await page.run(() => {
    document.documentElement.dataset.theme = 'light';
  });
}

try {
  await tour(page, shoot);
  console.log(await page.complaints());
} finally {
  await page.close();
}
