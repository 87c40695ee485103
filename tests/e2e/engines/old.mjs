// Chromium 80, the oldest engine that must run the page. It comes from npm, and no chromedriver of today steers it:
// puppeteer of its time does, behind the calls of selenium-webdriver that the tests use.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { Key } from 'selenium-webdriver';
import { root } from '../server.mjs';

const require = createRequire(import.meta.url);

/** The browser's program, unpacked once. */
function program() {
  const packed = require.resolve('chrome-aws-lambda/bin/chromium.br');
  const { version } = require('chrome-aws-lambda/package.json');
  const path = join(root, 'target', 'e2e', `chromium-of-lambda-${version}`);
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    // Under another name until it is whole.
    writeFileSync(`${path}.part`, brotliDecompressSync(readFileSync(packed)), { mode: 0o755 });
    renameSync(`${path}.part`, path);
  }
  return path;
}

/** Signs of WebDriver for keys, as puppeteer names them. */
const KEYS = new Map([
  [Key.SHIFT, 'Shift'], [Key.CONTROL, 'Control'], [Key.ALT, 'Alt'], [Key.ENTER, 'Enter'], [Key.ESCAPE, 'Escape'],
  [Key.TAB, 'Tab'], [Key.F2, 'F2'], [Key.F8, 'F8'], [Key.HOME, 'Home'], [Key.END, 'End'], [Key.DELETE, 'Delete'],
  [Key.BACK_SPACE, 'Backspace'], [Key.ARROW_DOWN, 'ArrowDown'], [Key.ARROW_UP, 'ArrowUp'],
  [Key.ARROW_LEFT, 'ArrowLeft'], [Key.ARROW_RIGHT, 'ArrowRight'],
]);
const named = (key) => KEYS.get(key) ?? key;

/** @param {{home: string, downloads: string, proxy: string, width: number, height: number}} options */
export async function startOld({ home, downloads, proxy, width, height }) {
  const puppeteer = require('puppeteer-core');
  const browser = await puppeteer.launch({
    executablePath: program(),
    userDataDir: join(home, 'profile'),
    defaultViewport: { width, height },
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--lang=zh-CN',
      `--proxy-server=${proxy}`, '--proxy-bypass-list=<-loopback>',
    ],
  });
  const end = () => browser.process()?.kill('SIGKILL');
  process.once('exit', end);
  const [tab] = await browser.pages();
  const tools = await tab.target().createCDPSession();
  await tools.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  const complaints = [];
  tab.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) complaints.push(line.text());
  });
  tab.on('pageerror', (error) => complaints.push(error.message));
  return {
    name: await browser.version(),
    driver: new Driver(tab),
    preload: (source) => tab.evaluateOnNewDocument(source),
    complaints: async () => complaints.splice(0),
    resize: (w, h) => tab.setViewport({ width: w, height: h }),
    async quit() {
      await browser.close();
      process.off('exit', end);
    },
  };
}

/** What the tests ask of a WebDriver. */
class Driver {
  constructor(tab) {
    this.tab = tab;
  }

  async get(address) {
    await this.tab.goto(address);
  }

  async getCurrentUrl() {
    return this.tab.url();
  }

  async executeScript(body, ...args) {
    return this.tab.evaluate(`(function () { ${body} }).apply(null, ${JSON.stringify(args)})`);
  }

  async findElement(by) {
    const [found] = await this.findElements(by);
    if (!found) throw new Error(`nothing is found by ${by.value}`);
    return found;
  }

  async findElements(by) {
    return (await this.tab.$$(by.value)).map((handle) => new Element(this.tab, handle));
  }

  actions() {
    return new Actions(this.tab.keyboard);
  }

  async takeScreenshot() {
    return this.tab.screenshot({ encoding: 'base64' });
  }
}

class Element {
  constructor(tab, handle) {
    this.tab = tab;
    this.handle = handle;
  }

  /** Refuses as WebDriver does when something else would get the click. */
  async click() {
    await this.tab.evaluate((element) => {
      element.scrollIntoView({ block: 'center', inline: 'center' });
      const box = element.getClientRects()[0];
      const hit = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      if (!hit || !(element.contains(hit) || hit.contains(element))) throw new Error('it would not get the click');
    }, this.handle);
    await this.handle.click();
  }

  isDisplayed() {
    return this.tab.evaluate((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility === 'visible';
    }, this.handle);
  }

  getText() {
    return this.tab.evaluate((element) => element.innerText, this.handle);
  }

  getAttribute(name) {
    return this.tab.evaluate((element, key) => element.getAttribute(key), this.handle, name);
  }

  /** Gives files to a file input, types into anything else. */
  async sendKeys(text) {
    if ((await this.getAttribute('type')) === 'file') {
      // Not puppeteer's own way: it fetches a data: address in the page, whose policy forbids that.
      const { objectId } = this.handle._remoteObject;
      await this.handle._client.send('DOM.setFileInputFiles', { files: text.split('\n'), objectId });
      return;
    }
    await this.handle.focus();
    await this.tab.keyboard.type(text);
  }

  async clear() {
    await this.handle.focus();
    await this.tab.evaluate((element) => element.select(), this.handle);
    await this.tab.keyboard.press('Backspace');
  }
}

class Actions {
  constructor(keyboard) {
    this.keyboard = keyboard;
    this.steps = [];
  }

  keyDown(key) {
    this.steps.push(() => this.keyboard.down(named(key)));
    return this;
  }

  keyUp(key) {
    this.steps.push(() => this.keyboard.up(named(key)));
    return this;
  }

  sendKeys(text) {
    this.steps.push(() => this.keyboard.sendCharacter(text));
    return this;
  }

  async perform() {
    for (const step of this.steps) await step();
  }
}
