// Starts Chromium through chromedriver: headless, with a fresh profile, talking to nobody but our server.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Builder } from 'selenium-webdriver';
import chrome from 'selenium-webdriver/chrome.js';
import { requestsSince } from './netlog.mjs';

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-dev-shm-usage',
  '--disable-features=OptimizationHints,MediaRouter,Translate',
  '--lang=zh-CN',
];

/** The path of a program: named in a variable, or found in PATH. */
export function program(variable, names) {
  if (process.env[variable]) return process.env[variable];
  for (const dir of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      if (existsSync(join(dir, name))) return join(dir, name);
    }
  }
  throw new Error(`no ${names[0]}: install it, or name it in ${variable}; \`cargo xtask test\` does so on Debian`);
}

/**
 * @param {{width?: number, height?: number, flags?: string[]}} [options]
 * @returns {Promise<Browser>}
 * @typedef {object} Browser
 * @property {import('selenium-webdriver').WebDriver} driver steers it; of Chromium 80, what the tests use of one
 * @property {string} downloads the folder where files are saved
 * @property {(source: string) => Promise<void>} [preload] runs a script before those of each page from now on
 * @property {() => Promise<void>} [loaded] is told of each page that has loaded
 * @property {() => Promise<string[]>} complaints errors and warnings on the console since the last look
 * @property {(width: number, height: number) => Promise<void>} resize makes the visible part of the page this large
 * @property {(mark: number) => {at: number, url: string}[]} requests what went to the network since, after the end
 * @property {boolean} [tools] whether it knows Chromium's own commands
 * @property {() => Promise<void>} quit
 * @property {() => void} remove removes the profile
 */
export async function startBrowser({ width = 1366, height = 768, flags = [] } = {}) {
  const home = mkdtempSync(join(tmpdir(), 'precheck-e2e-'));
  const downloads = join(home, 'downloads');
  const netLog = join(home, 'net.json');
  mkdirSync(downloads);
  const options = new chrome.Options();
  options.setChromeBinaryPath(program('CHROME', ['chromium', 'chromium-browser', 'google-chrome']));
  options.addArguments(
    ...FLAGS,
    `--user-data-dir=${join(home, 'profile')}`,
    `--window-size=${width},${height}`,
    // Everything that any process of the browser asks the network for, workers included.
    `--log-net-log=${netLog}`,
    ...flags,
  );
  options.setUserPreferences({
    'download.default_directory': downloads,
    'download.prompt_for_download': false,
    'profile.default_content_setting_values.automatic_downloads': 1,
    'safebrowsing.enabled': false,
  });
  options.set('goog:loggingPrefs', { browser: 'ALL' });
  const service = new chrome.ServiceBuilder(program('CHROMEDRIVER', ['chromedriver']));
  const driver = await new Builder().forBrowser('chrome').setChromeOptions(options).setChromeService(service).build();
  // A test that dies on the way must not leave a browser behind.
  const id = (await driver.getCapabilities()).get('goog:processID');
  const end = () => {
    try {
      if (id) process.kill(id);
    } catch {
      // It had ended.
    }
  };
  process.once('exit', end);
  await driver.manage().setTimeouts({ script: 120_000, pageLoad: 60_000 });
  await driver.sendDevToolsCommand('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: downloads,
    eventsEnabled: false,
  });
  await resize(driver, width, height);
  return {
    driver,
    downloads,
    tools: true,
    preload: (source) => driver.sendDevToolsCommand('Page.addScriptToEvaluateOnNewDocument', { source }),
    async complaints() {
      const entries = await driver.manage().logs().get('browser');
      return entries.filter((entry) => ['SEVERE', 'WARNING'].includes(entry.level.name)).map((entry) => entry.message);
    },
    resize: (w, h) => resize(driver, w, h),
    requests: (mark) => requestsSince(readFileSync(netLog, 'utf8'), mark),
    async quit() {
      await driver.quit();
      process.off('exit', end);
    },
    remove: () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Makes the visible part of the page exactly this large. */
async function resize(driver, width, height) {
  await driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: 1,
    mobile: false,
  });
}

/** The browser's version, for reports. */
export function browserVersion() {
  return execFileSync(program('CHROME', ['chromium', 'chromium-browser', 'google-chrome']), ['--version']).toString().trim();
}
