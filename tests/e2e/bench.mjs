// How fast the page is on a large workbook, beside SheetJS + ajv in the same browser on the same file, in turn.
//   cargo xtask bench --rows 100000 --rounds 5
import { By } from 'selenium-webdriver';
import { browserVersion } from './browser.mjs';
import { openPage, until } from './page.mjs';
import { rivalPage } from './rival.mjs';
import { penaltyWorkbook } from './workbook.mjs';

function option(name, otherwise) {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

const rows = option('--rows', 100_000);
const rounds = option('--rounds', 5);
const workbook = penaltyWorkbook(rows);

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const ms = (list) => `${Math.round(median(list))} ms (${Math.round(Math.min(...list))}–${Math.round(Math.max(...list))})`;

/** Notes in the page when it is dropped on, when rows are seen and when judging has ended. */
const watch = () => {
  window.e2eTimes = {};
  window.addEventListener('drop', () => (window.e2eTimes.drop ??= performance.now()), true);
  const look = () => {
    const times = window.e2eTimes;
    if (times.drop && !times.rows && document.querySelector('td[data-field]')) times.rows = performance.now();
    if (times.rows && !times.judged && document.querySelector('.batch:not([data-judging])')) times.judged = performance.now();
    requestAnimationFrame(look);
  };
  look();
};

async function ours() {
  const page = await openPage({ today: '2023-06-30' });
  try {
    await page.see('.drop');
    await page.run(watch);
    await page.dropFiles('.drop', workbook);
    await until(() => page.run(() => window.e2eTimes.judged), 'the end of judging', 180_000);
    const times = await page.run(() => window.e2eTimes);
    const loading = (await page.longTasks(times.drop)).filter((task) => task.start < times.judged);
    const edits = [];
    for (let row = 0; row < 5; row += 1) edits.push(await edit(page, row + 2, `改${row}`));
    return {
      rows: times.rows - times.drop,
      judged: times.judged - times.drop,
      longest: Math.max(0, ...loading.map((task) => task.duration)),
      edit: median(edits),
    };
  } finally {
    await page.close();
  }
}

/** Types into a cell of a text column and measures from Enter to the text being seen with its row judged anew. */
async function edit(page, row, text) {
  const cell = `td[data-row="${row}"][data-field="violation"]`;
  await page.click(cell);
  await page.type(text);
  return page.driver.executeAsyncScript(
    `const [selector, text, done] = arguments;
     const editor = document.querySelector(selector).querySelector('input, textarea');
     const start = performance.now();
     const look = () => document.querySelector(selector)?.innerText.trim() === text
       ? done(performance.now() - start) : requestAnimationFrame(look);
     editor.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
     look();`,
    cell,
    text,
  );
}

async function theirs() {
  const page = await openPage({ dir: rivalPage() });
  try {
    const start = await page.now();
    await page.driver.findElement(By.id('file')).sendKeys(workbook);
    const result = await until(() => page.run(() => window.result), 'the other side', 300_000);
    const longest = Math.max(0, ...(await page.longTasks(start)).map((task) => task.duration));
    return { ...result, longest };
  } finally {
    await page.close();
  }
}

const own = [];
const other = [];
for (let round = 0; round < rounds; round += 1) {
  own.push(await ours());
  other.push(await theirs());
}
const of = (list, key) => list.map((one) => one[key]);
console.log(`${rows} records × 14 columns, ${rounds} rounds in turn, ${browserVersion()}`);
console.log(`page: first rows ${ms(of(own, 'rows'))}, judged by every rule ${ms(of(own, 'judged'))}`);
console.log(`page: longest task of the main thread while loading ${ms(of(own, 'longest'))}`);
console.log(`page: one edit until its row is judged and shown ${ms(of(own, 'edit'))}`);
const total = other.map((one) => one.parse + one.judge);
console.log(`SheetJS + ajv: read ${ms(of(other, 'parse'))}, 13 judgements ${ms(of(other, 'judge'))}, together ${ms(total)}`);
console.log(`SheetJS + ajv: longest task of the main thread ${ms(of(other, 'longest'))}`);
const ratios = own.map((one, round) => (other[round].parse + other[round].judge) / one.judged);
console.log(`SheetJS + ajv takes ${median(ratios).toFixed(1)} times as long (${Math.min(...ratios).toFixed(1)}–${Math.max(...ratios).toFixed(1)})`);
