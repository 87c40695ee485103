// WebKitGTK's small browser through its own WebDriver, on a screen that nobody sees.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Builder, Capabilities } from 'selenium-webdriver';
import { program } from '../browser.mjs';
import { until } from '../until.mjs';
import { fit } from './window.mjs';

/** The browser lies where no PATH leads: /usr/lib/ARCH/webkit2gtk-4.1/MiniBrowser. */
function miniBrowser() {
  if (process.env.MINIBROWSER) return process.env.MINIBROWSER;
  for (const base of ['/usr/lib', '/usr/libexec', '/usr/lib64']) {
    if (!existsSync(base)) continue;
    for (const folder of ['.', ...readdirSync(base)]) {
      for (const api of ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0']) {
        const path = join(base, folder, api, 'MiniBrowser');
        if (existsSync(path)) return path;
      }
    }
  }
  throw new Error('no MiniBrowser of WebKitGTK: install webkit2gtk-driver, or name it in MINIBROWSER; `cargo xtask test` does so on Debian');
}

/** A screen that nobody sees, and its name. */
async function screen(width, height) {
  const child = spawn(program('XVFB', ['Xvfb']), [
    '-displayfd', '3', '-screen', '0', `${width + 200}x${height + 300}x24`, '-nolisten', 'tcp',
  ], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((done, fail) => {
    child.stdio[3].once('data', (text) => done(String(text).trim()));
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`Xvfb ended with ${code}`)));
  });
  return { child, display: `:${number}` };
}

/** A port that is free now. */
const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

/** Notes what goes wrong in the page from now on: this engine's driver tells nothing of its console. */
const WATCH = () => {
  if (window.e2eComplaints) return;
  window.e2eComplaints = [];
  const note = (text) => window.e2eComplaints.push(String(text));
  for (const level of ['error', 'warn']) {
    const own = console[level];
    console[level] = (...given) => {
      note(given.join(' '));
      own.apply(console, given);
    };
  }
  window.addEventListener('error', (event) => note(event.message || `${event.target.src || event.target.href} did not load`), true);
  window.addEventListener('unhandledrejection', (event) => note(event.reason));
  document.addEventListener('securitypolicyviolation', (event) => note(`${event.violatedDirective} ${event.blockedURI}`));
};

/** @param {{home: string, downloads: string, proxy: string, width: number, height: number}} options */
export async function startWebKit({ home, downloads, proxy, width, height }) {
  const { child: xvfb, display } = await screen(width, height);
  // Where downloads go is a setting of the desktop.
  const config = join(home, 'config');
  mkdirSync(config, { recursive: true });
  writeFileSync(join(config, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const port = await freePort();
  const service = spawn(program('WEBKITWEBDRIVER', ['WebKitWebDriver']), [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      HOME: home,
      LANG: 'C.UTF-8',
      LIBGL_ALWAYS_SOFTWARE: '1',
      MESA_SHADER_CACHE_DISABLE: 'true',
      NO_AT_BRIDGE: '1',
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_CONFIG_HOME: config,
      XDG_DATA_HOME: join(home, 'data'),
    },
  });
  const end = () => {
    service.kill();
    xvfb.kill();
  };
  process.once('exit', end);
  try {
    const server = `http://127.0.0.1:${port}`;
    await until(async () => (await fetch(`${server}/status`)).ok, 'WebKitWebDriver', 20_000);
    const driver = await new Builder().usingServer(server).withCapabilities(new Capabilities({
      browserName: 'MiniBrowser',
      proxy: { proxyType: 'manual', httpProxy: proxy, sslProxy: proxy, noProxy: [] },
      'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
    })).build();
    await driver.manage().setTimeouts({ script: 120_000, pageLoad: 60_000 });
    await fit(driver, width, height);
    return {
      name: `WebKitGTK ${(await driver.getCapabilities()).getBrowserVersion()}`,
      driver,
      loaded: () => driver.executeScript(`(${WATCH})()`),
      complaints: () => driver.executeScript('return (window.e2eComplaints || []).splice(0)'),
      resize: (w, h) => fit(driver, w, h),
      async quit() {
        await driver.quit();
        const ended = Promise.all([service, xvfb].map((child) => new Promise((done) => child.once('exit', done))));
        end();
        await ended;
        process.off('exit', end);
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}
