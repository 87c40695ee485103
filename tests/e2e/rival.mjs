// The other side of the benchmark: what a page does with SheetJS and ajv. Same workbook, same browser.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './server.mjs';

const require = createRequire(import.meta.url);

/** The judgements that a JSON Schema can make of a penalty record; cross-row rules and check characters are beyond it. */
const SCHEMA = {
  type: 'object',
  required: ['企业名称', '处罚机关', '处罚决定书文号', '违法行为类型', '行政处罚内容', '处罚决定日期', '处罚种类'],
  anyOf: [{ required: ['统一社会信用代码'] }, { required: ['注册号'] }],
  properties: {
    企业名称: { type: 'string', minLength: 2, maxLength: 100, pattern: '^\\S.*\\S$' },
    统一社会信用代码: { type: 'string', pattern: '^[159Y][1-9A-HJ-NPQRTUWXY][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$' },
    注册号: { type: 'string', pattern: '^[0-9]{15}$' },
    处罚机关: { type: 'string', minLength: 2, maxLength: 100 },
    处罚决定书文号: { type: 'string', pattern: '^[^〔]+〔[0-9]{4}〕第?[0-9]+号$' },
    违法行为类型: { type: 'string', minLength: 1, maxLength: 2000 },
    行政处罚内容: { type: 'string', minLength: 1, maxLength: 4000 },
    处罚决定日期: { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' },
    公示期限: { type: 'string', enum: ['3个月', '6个月', '1年', '3年'] },
    处罚种类: { type: 'string', minLength: 1 },
    '罚款金额(万元)': { type: 'number', minimum: 0 },
    适用程序: { type: 'string', enum: ['普通程序', '简易程序'] },
    是否严重违法失信: { type: 'string', enum: ['是', '否'] },
  },
};

const PAGE = `<!doctype html><meta charset="utf-8"><title>rival</title><link rel="icon" href="data:,">
<input type="file" id="file"><p id="done"></p>
<script src="xlsx.full.min.js"></script><script src="ajv.js"></script>
<script>
const validate = new (bundled('ajv').default)({ allErrors: true }).compile(${JSON.stringify(SCHEMA)});
document.getElementById('file').onchange = async ({ target }) => {
  const start = performance.now();
  const bytes = await target.files[0].arrayBuffer();
  const book = XLSX.read(bytes, { dense: true });
  const records = XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]]);
  const parsed = performance.now();
  let errors = 0;
  for (const record of records) if (!validate(record)) errors += validate.errors.length;
  window.result = { records: records.length, errors, parse: parsed - start, judge: performance.now() - parsed };
};
</script>`;

/** Writes the page into a folder and returns it. */
export function rivalPage() {
  const dir = join(root, 'target', 'e2e', 'rival');
  mkdirSync(dir, { recursive: true });
  copyFileSync(require.resolve('xlsx/dist/xlsx.full.min.js'), join(dir, 'xlsx.full.min.js'));
  writeFileSync(join(dir, 'ajv.js'), bundle('ajv'));
  writeFileSync(join(dir, 'index.html'), PAGE);
  return dir;
}

/** A CommonJS package and all it needs as one script that defines \`bundled(name)\`. */
function bundle(name) {
  const modules = new Map();
  const add = (path) => {
    if (modules.has(path)) return;
    const text = readFileSync(path, 'utf8');
    modules.set(path, '');
    const near = createRequire(path);
    const code = path.endsWith('.json')
      ? `module.exports = ${text}`
      : text.replace(/\brequire\((["'])([^"']+)\1\)/g, (call, _, wanted) => {
          const found = near.resolve(wanted);
          // Generated code names modules in strings that are never called here.
          if (!found.startsWith('/') && !/^[A-Z]:/i.test(found)) return call;
          add(found);
          return `need(${JSON.stringify(found)})`;
        });
    modules.set(path, `(module, exports, need) => {${code}\n}`);
  };
  const entry = require.resolve(name);
  add(entry);
  const table = [...modules].map(([path, code]) => `${JSON.stringify(path)}: ${code}`).join(',\n');
  return `const bundled = (() => {
const modules = {${table}};
const made = {};
const need = (path) => {
  if (!made[path]) { made[path] = { exports: {} }; modules[path](made[path], made[path].exports, need); }
  return made[path].exports;
};
return () => need(${JSON.stringify(entry)});
})();`;
}
