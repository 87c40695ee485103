// How long until the page can be used, with the processor throttled to a quarter: the first visit with a fresh
// profile, and the second one, out of what the first kept.
//   cargo xtask bench --start --rounds 7
import { join } from 'node:path';
import { browserVersion, startBrowser } from './browser.mjs';
import { startHost } from './host.mjs';
import { until } from './page.mjs';
import { dist } from './server.mjs';

const SLOWER = 4;
/** Milliseconds within which the page is to stand. */
const TARGETS = { cold: 2500, warm: 1000 };
const at = process.argv.indexOf('--rounds');
const rounds = at < 0 ? 7 : Number(process.argv[at + 1]);

/** Notes when something is seen, when files can be dropped and when the worker's program is there. */
const watch = `(() => {
  const times = (window.e2eStart = {});
  const look = () => {
    if (!times.usable && document.querySelector('.drop')) times.usable = performance.now();
    if (window.precheckEngine && !times.asked) {
      times.asked = true;
      window.precheckEngine.then(() => { times.engine = performance.now(); });
    }
    if (!times.usable || !times.asked) setTimeout(look, 1);
  };
  look();
})()`;

async function visit(driver, address) {
  await driver.get('about:blank');
  await driver.sendDevToolsCommand('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await driver.get(address);
  const seen = () => driver.executeScript(`
    const times = window.e2eStart, paint = performance.getEntriesByName('first-contentful-paint')[0];
    return times.usable && times.engine && paint && { ...times, paint: paint.startTime };
  `);
  return until(seen, 'the page to stand', 60_000);
}

async function round(address) {
  const browser = await startBrowser();
  try {
    await browser.driver.sendDevToolsCommand('Page.addScriptToEvaluateOnNewDocument', { source: watch });
    const cold = await visit(browser.driver, address);
    await until(
      () => browser.driver.executeScript('return navigator.serviceWorker.getRegistration().then((r) => !!(r && r.active))'),
      'the service worker',
      60_000,
    );
    const warm = await visit(browser.driver, address);
    return { cold, warm };
  } finally {
    await browser.quit();
    browser.remove();
  }
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const said = (list) => `${Math.round(median(list))} ms (${Math.round(Math.min(...list))}–${Math.round(Math.max(...list))})`;

const host = await startHost('/precheck/', join(dist, 'site'));
const seen = [];
try {
  for (let n = 0; n < rounds; n += 1) seen.push(await round(host.address));
} finally {
  await host.leave();
}
console.log(`\n${browserVersion()}, processor throttled ${SLOWER}×, ${rounds} rounds, median (range) from the start of navigation:`);
for (const [visited, target] of Object.entries(TARGETS)) {
  const of = (what) => said(seen.map((one) => one[visited][what]));
  console.log(`${visited}: usable ${of('usable')}, target ${target} ms; first paint ${of('paint')}; worker compiled ${of('engine')}`);
}
