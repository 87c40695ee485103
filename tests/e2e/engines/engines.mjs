// The engines in which the page must do its work, each started with a fresh profile. What they ask the
// network for is noted: by a proxy that is their only way out, or by Chromium's own log.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrowser } from '../browser.mjs';
import { startFirefox } from './firefox.mjs';
import { startOld } from './old.mjs';
import { startProxy } from './proxy.mjs';
import { startWebKit } from './webkit.mjs';

/** Chromium as Debian has it today; its own log tells what pages ask for from what it asks itself. */
async function startChromium({ width, height }) {
  const browser = await startBrowser({ width, height });
  const capabilities = await browser.driver.getCapabilities();
  return { ...browser, name: `Chromium ${capabilities.getBrowserVersion()}` };
}

const START = { chromium: startChromium, 'chromium 80': startOld, firefox: startFirefox, webkitgtk: startWebKit };

/** Their names. */
export const ENGINES = Object.keys(START);

/**
 * @param {string} engine one of ENGINES
 * @param {{width?: number, height?: number}} [options]
 * @returns {Promise<import('../browser.mjs').Browser & {name: string}>}
 */
export async function startEngine(engine, { width = 1366, height = 768 } = {}) {
  const home = mkdtempSync(join(tmpdir(), 'precheck-engine-'));
  const downloads = join(home, 'downloads');
  mkdirSync(downloads);
  const proxy = await startProxy();
  const remove = () => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  try {
    const browser = await START[engine]({ home, downloads, proxy: proxy.address, width, height });
    return {
      downloads,
      ...browser,
      requests: browser.requests ?? ((mark) => proxy.asked.filter(({ at }) => at >= mark)),
      async quit() {
        await browser.quit();
        await proxy.stop();
      },
      remove() {
        browser.remove?.();
        remove();
      },
    };
  } catch (error) {
    await proxy.stop();
    remove();
    throw error;
  }
}
