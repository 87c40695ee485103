// What a test does with the page: open it, give it files, wait, look, take what it saves.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { By } from 'selenium-webdriver';
import { startBrowser } from './browser.mjs';
import { startEngine } from './engines/engines.mjs';
import { startServer } from './server.mjs';
import { until } from './until.mjs';

export { until };

/**
 * Server, browser and the page, opened.
 * @param {{dir?: string, host?: string, file?: string, address?: string, today?: string, width?: number, height?: number, engine?: string}} [options]
 *   dir: the folder to serve; or host: the address of a server that runs already; or file: a page to open from the disk;
 *   today: the date that the page's clock shows, such as 2023-06-30; engine: one of engines.mjs, else Chromium
 */
export async function openPage(options = {}) {
  const address = options.file ? pathToFileURL(options.file).href : options.host;
  const server = address ? { address, stop: async () => {} } : await startServer(options.dir);
  try {
    const browser = await (options.engine ? startEngine(options.engine, options) : startBrowser(options));
    const page = new Page(server, browser);
    if (browser.tools) await page.watchLongTasks();
    if (options.today) await page.pretendToday(options.today);
    await page.goto(options.address ?? '');
    return page;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

export class Page {
  constructor(server, browser) {
    this.server = server;
    this.browser = browser;
    this.driver = browser.driver;
  }

  /** Opens an address of the page, such as `#/check`. */
  async goto(address) {
    await this.driver.get(new URL(address, this.server.address).href);
    await this.browser.loaded?.();
  }

  /** Runs a function in the page; it must use nothing from around it. */
  run(script, ...args) {
    return this.driver.executeScript(`return (${script}).apply(null, arguments)`, ...args);
  }

  /** The elements that a CSS selector finds. */
  all(selector) {
    return this.driver.findElements(By.css(selector));
  }

  /** Waits for the first element that a selector finds and a person can see. */
  see(selector, patience) {
    return until(
      async () => {
        for (const element of await this.all(selector)) {
          if (await element.isDisplayed()) return element;
        }
        return null;
      },
      `${selector} to be seen`,
      patience,
    );
  }

  /** Waits until nothing is found any more. */
  gone(selector, patience) {
    return until(async () => (await this.all(selector)).length === 0, `${selector} to go`, patience);
  }

  /** Clicks what a selector finds, as soon as it can be clicked; pages that redraw may need a second try. */
  click(selector, patience) {
    return until(
      async () => {
        const [element] = await this.all(selector);
        if (!element) return false;
        await element.click();
        return true;
      },
      `${selector} to be clicked`,
      patience,
    );
  }

  /** The text of what a selector finds. */
  async text(selector) {
    return (await this.see(selector)).getText();
  }

  /** Presses keys where the focus is, held keys first: `press(Key.SHIFT, Key.F8)`. */
  async press(...keys) {
    const actions = this.driver.actions();
    for (const key of keys) actions.keyDown(key);
    for (const key of keys.toReversed?.() ?? [...keys].reverse()) actions.keyUp(key);
    await actions.perform();
  }

  /** Types text where the focus is. */
  async type(text) {
    await this.driver.actions().sendKeys(text).perform();
  }

  /** Drops files on what a selector finds, as if dragged in from a folder. */
  async dropFiles(selector, ...paths) {
    await this.see(selector);
    // The browser itself reads the files into this input, so that their bytes cost the page nothing.
    await this.run(() => {
      const input = document.createElement('input');
      input.type = 'file';
      input.multiple = true;
      input.id = 'e2e-files';
      document.body.append(input);
    });
    await (await this.driver.findElement(By.id('e2e-files'))).sendKeys(paths.map((path) => resolve(path)).join('\n'));
    await this.run((target) => {
      const input = document.getElementById('e2e-files');
      const carried = new DataTransfer();
      for (const file of input.files) carried.items.add(file);
      input.remove();
      const element = document.querySelector(target);
      const box = element.getBoundingClientRect();
      const at = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
      for (const type of ['dragenter', 'dragover', 'drop']) {
        element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: carried, ...at }));
      }
    }, selector);
  }

  /** Chooses files in a file input, visible or not. */
  async chooseFiles(selector, ...paths) {
    const input = await until(async () => (await this.all(selector))[0], selector);
    await input.sendKeys(paths.map((path) => resolve(path)).join('\n'));
  }

  /** Puts text on what a selector finds, as a paste from a spreadsheet would. */
  async paste(selector, text) {
    await this.see(selector);
    await this.run(
      (target, pasted) => {
        const carried = new DataTransfer();
        carried.setData('text/plain', pasted);
        document
          .querySelector(target)
          .dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: carried }));
      },
      selector,
      text,
    );
  }

  /** Waits for a finished download whose name fits, and gives its path. */
  download(pattern = /./, patience) {
    return until(
      async () => {
        const names = readdirSync(this.browser.downloads).filter((name) => !/\.crdownload$|^\./.test(name));
        const name = names.find((one) => pattern.test(one));
        return name && join(this.browser.downloads, name);
      },
      `a download like ${pattern}`,
      patience,
    );
  }

  /** From the next address on, the page's clock begins at noon of this day. */
  async pretendToday(today) {
    await this.browser.preload(`(() => {
        const Real = Date;
        const shift = new Real('${today}T12:00:00').getTime() - Real.now();
        window.Date = class Date extends Real {
          constructor(...given) {
            if (given.length) super(...given);
            else super(Real.now() + shift);
          }
          static now() {
            return Real.now() + shift;
          }
        };
      })();`);
  }

  /** From the next address on, notes every task that keeps the main thread for more than 50 ms. */
  async watchLongTasks() {
    await this.browser.preload(`
        window.e2eLongTasks = [];
        new PerformanceObserver((list) => {
          for (const task of list.getEntries()) window.e2eLongTasks.push({ start: task.startTime, duration: task.duration });
        }).observe({ type: 'longtask', buffered: true });`);
  }

  /** The long tasks since the page was opened, or since `now` of the page. */
  async longTasks(since = 0) {
    return (await this.run(() => window.e2eLongTasks)).filter((task) => task.start >= since);
  }

  /** The page's clock, as long tasks are timed by it. */
  now() {
    return this.run(() => performance.now());
  }

  /** Errors and warnings on the page's console so far. */
  complaints() {
    return this.browser.complaints();
  }

  resize(width, height) {
    return this.browser.resize(width, height);
  }

  /** Saves a picture of what is seen. */
  async screenshot(path) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, Buffer.from(await this.driver.takeScreenshot(), 'base64'));
  }

  /** Ends the browser and lists every request that any of its processes began after `mark` (`Date.now()`). */
  async requestsSince(mark) {
    await this.quit();
    return this.browser.requests(mark);
  }

  async quit() {
    if (this.ended) return;
    this.ended = true;
    await this.browser.quit();
    await this.server.stop();
  }

  /** Ends everything and removes the profile. */
  async close() {
    await this.quit();
    this.browser.remove();
  }
}
