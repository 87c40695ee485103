// How a large table scrolls: loads it, turns the wheel for some seconds, and says how long frames took and how much
// memory page and worker hold; then how long the worker takes over sorting, filtering and taking all fixes.
//   node tests/e2e/scroll.mjs --rows 100000 --seconds 8
import { openPage, until } from './page.mjs';
import { penaltyWorkbook } from './workbook.mjs';

function option(name, otherwise) {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

const rows = option('--rows', 100_000);
const seconds = option('--seconds', 8);

const percentile = (list, part) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))];
const ms = (value) => `${value.toFixed(1)} ms`;
const mib = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

/** Notes the memory of compiled programs, and how long the worker takes over each request. */
const WATCH = `{
  window.e2eWorkers = [];
  window.e2eAnswers = [];
  const Real = window.Worker;
  window.Worker = class extends Real {
    constructor(...args) {
      super(...args);
      window.e2eWorkers.push(this);
      const asked = new Map();
      const post = this.postMessage.bind(this);
      this.postMessage = (message, ...rest) => {
        if (message?.id !== undefined) asked.set(message.id, [String(message.request), performance.now()]);
        post(message, ...rest);
      };
      this.addEventListener('message', ({ data }) => {
        if (data?.type === 'answer' && asked.has(data.id)) {
          const [request, at] = asked.get(data.id);
          asked.delete(data.id);
          window.e2eAnswers.push({ request: request.slice(0, 200), took: performance.now() - at, at });
        }
      });
    }
  };
}`;

/** Notes when frames come, and how much each scrolled. */
const frames = () => {
  window.e2eFrames = [];
  window.e2eFrom = performance.now();
  const note = (now) => {
    window.e2eFrames.push(now);
    window.e2eTimer = requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
};

/** Bytes that JavaScript and compiled programs hold in the page and in its workers. */
async function memory(page) {
  const heap = await page.run(() => performance.memory?.usedJSHeapSize ?? 0);
  const { targetInfos } = await page.driver.sendAndGetDevToolsCommand('Target.getTargets', {});
  const processes = await page.driver.sendAndGetDevToolsCommand('Performance.getMetrics', {}).catch(() => ({ metrics: [] }));
  const total = processes.metrics.find((metric) => metric.name === 'JSHeapTotalSize')?.value ?? 0;
  return { heap, total, targets: targetInfos.length };
}

const page = await openPage({ today: '2023-06-30', address: 'nothing' });
try {
  await page.driver.sendDevToolsCommand('Page.addScriptToEvaluateOnNewDocument', { source: WATCH });
  await page.driver.sendDevToolsCommand('Performance.enable', {});
  await page.goto('');
  await page.see('.drop');
  await page.dropFiles('.drop', penaltyWorkbook(rows));
  await page.see('td[data-field]', 180_000);
  await page.gone('[data-judging]', 180_000);
  await page.see('.pg[data-rule]');
  const { x, y } = await page.run(() => {
    const box = document.querySelector('.gscroll').getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  });
  await page.run(frames);
  const until_ = Date.now() + seconds * 1000;
  let turns = 0;
  while (Date.now() < until_) {
    // Down most of the time, back now and then, as one looks for something.
    const deltaY = turns % 12 < 9 ? 240 : -120;
    await page.driver.sendDevToolsCommand('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY });
    turns += 1;
  }
  const traced = await page.run(() => {
    cancelAnimationFrame(window.e2eTimer);
    return { frames: window.e2eFrames, from: window.e2eFrom, top: document.querySelector('.gscroll').scrollTop };
  });
  const long = await page.longTasks(traced.from);
  const gaps = traced.frames.slice(1).map((at, index) => at - traced.frames[index]);
  console.log(`${rows} rows, ${seconds} s, ${turns} turns of the wheel, scrolled to row ${Math.round(traced.top / 24)}`);
  console.log(`${gaps.length} frames, ${(gaps.length / (gaps.reduce((a, b) => a + b, 0) / 1000)).toFixed(1)} a second`);
  console.log(`frame intervals: median ${ms(percentile(gaps, 0.5))}, 95 % ${ms(percentile(gaps, 0.95))}, 99 % ${ms(percentile(gaps, 0.99))}, longest ${ms(Math.max(...gaps))}`);
  console.log(`frames longer than 20 ms: ${gaps.filter((gap) => gap > 20.5).length}; tasks longer than 50 ms: ${long.length}`);
  const blank = await page.run(() => document.querySelectorAll('tr.wait').length);
  console.log(`rows that were not there yet at the end: ${blank}`);
  const windows = (await page.run(() => window.e2eAnswers)).filter((one) => one.request.includes('"rows"') && one.at > traced.from);
  if (windows.length) console.log(`windows of rows: ${windows.length}, median ${ms(percentile(windows.map((one) => one.took), 0.5))}, longest ${ms(Math.max(...windows.map((one) => one.took)))}`);
  const { heap, total } = await memory(page);
  console.log(`JavaScript heap of the page: ${mib(heap)} used of ${mib(total)}`);

  /** Does something and says how long the answers took that it led to, page side, with the long tasks beside. */
  async function timed(name, deed, wanted, done) {
    const from = await page.now();
    const seen = (await page.run(() => window.e2eAnswers)).length;
    await deed();
    await until(async () => (await page.run(() => window.e2eAnswers)).slice(seen).some((one) => wanted.test(one.request)), name, 60_000);
    const answers = (await page.run(() => window.e2eAnswers)).slice(seen).filter((one) => wanted.test(one.request));
    await done?.();
    const tasks = (await page.longTasks(from)).map((task) => task.duration);
    console.log(`${name}: ${ms(answers[0].took)} in the worker; longest task of the page ${ms(Math.max(0, ...tasks))}`);
  }
  await timed('sort by name', () => page.click('th[data-column=enterprise_name] .by'), /"rows".*enterprise_name/);
  await timed('sort by date', () => page.click('th[data-column=decision_date] .by'), /"rows".*decision_date/);
  await timed('only rows with findings', () => page.click('.tabs .seg button:nth-child(2)'), /"rows".*"only_findings":true/);
  await timed('all rows', () => page.click('.tabs .seg button:nth-child(1)'), /"rows".*"only_findings":false/);
  await timed('search', async () => {
    await page.click('#find');
    await page.type('旗');
  }, /"rows".*"search":"旗"/);
  await page.run(() => {
    const field = document.querySelector('#find');
    field.value = '';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await page.click('.batch .fixes');
  await until(async () => (await page.all('.dlg tbody tr')).length > 0, 'the fixes', 30_000);
  await timed(`all fixes (${(await page.text('.dlg .apply')).trim()})`, () => page.click('.dlg .apply'), /apply_fixes/, () => page.gone('[data-judging]', 60_000));
  await page.press('\uE009', 'z');
  await until(async () => (await page.run(() => window.e2eAnswers)).some((one) => one.request.includes('"undo"')), 'undo', 60_000);
  await page.gone('[data-judging]', 60_000);
  console.log(`undo of it: ${ms((await page.run(() => window.e2eAnswers)).findLast((one) => one.request.includes('"undo"')).took)}`);
} finally {
  await page.close();
}
