// Firefox through geckodriver: headless, with a fresh profile, asking nobody but the proxy.
import { Builder } from 'selenium-webdriver';
import LogInspector from 'selenium-webdriver/bidi/logInspector.js';
import getScriptManager from 'selenium-webdriver/bidi/scriptManager.js';
import firefox from 'selenium-webdriver/firefox.js';
import { program } from '../browser.mjs';
import { fit } from './window.mjs';

/** What Firefox would ask on its own, and what it would ask the person about. */
const PREFERENCES = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutConfig.showWarning': false,
  'browser.download.folderList': 2,
  'browser.download.manager.addToRecentDocs': false,
  'browser.download.useDownloadDir': true,
  'browser.download.always_ask_before_handling_new_types': false,
  'browser.helperApps.neverAsk.saveToDisk':
    'application/octet-stream,application/zip,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'browser.newtabpage.enabled': false,
  'browser.region.network.url': '',
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.search.update': false,
  'browser.startup.page': 0,
  'browser.topsites.contile.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'intl.accept_languages': 'zh-CN, zh',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.proxy.allow_hijacking_localhost': true,
  'network.proxy.no_proxies_on': '',
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.server': '',
};

/** @param {{downloads: string, proxy: string, width: number, height: number}} options */
export async function startFirefox({ downloads, proxy, width, height }) {
  const options = new firefox.Options();
  options.setBinary(program('FIREFOX', ['firefox-esr', 'firefox']));
  options.addArguments('-headless', `--width=${width}`, `--height=${height}`);
  options.enableBidi();
  for (const [name, value] of Object.entries(PREFERENCES)) options.setPreference(name, value);
  options.setPreference('browser.download.dir', downloads);
  const [host, port] = proxy.split(':');
  options.setPreference('network.proxy.type', 1);
  for (const kind of ['http', 'ssl']) {
    options.setPreference(`network.proxy.${kind}`, host);
    options.setPreference(`network.proxy.${kind}_port`, Number(port));
  }
  const service = new firefox.ServiceBuilder(program('GECKODRIVER', ['geckodriver']));
  // Without it the address of its settings server is fixed.
  service.setEnvironment({ ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' });
  const driver = await new Builder().forBrowser('firefox').setFirefoxOptions(options).setFirefoxService(service).build();
  const id = (await driver.getCapabilities()).get('moz:processID');
  const end = () => {
    try {
      process.kill(id);
    } catch {
      // It had ended.
    }
  };
  process.once('exit', end);
  await driver.manage().setTimeouts({ script: 120_000, pageLoad: 60_000 });
  const complaints = [];
  const inspector = await LogInspector(driver);
  await inspector.onJavascriptException((entry) => complaints.push(entry.text));
  await inspector.onConsoleEntry((entry) => {
    if (['error', 'warn'].includes(entry.level)) complaints.push(entry.text);
  });
  const scripts = await getScriptManager(await driver.getWindowHandle(), driver);
  await fit(driver, width, height);
  return {
    name: `Firefox ${(await driver.getCapabilities()).getBrowserVersion()}`,
    driver,
    preload: (source) => scripts.addPreloadScript(`() => { ${source} }`),
    complaints: async () => complaints.splice(0),
    resize: (w, h) => fit(driver, w, h),
    async quit() {
      await driver.quit();
      process.off('exit', end);
    },
  };
}
