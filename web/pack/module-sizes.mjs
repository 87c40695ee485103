// What a portal loads for the module, and what follows when it asks for files, exports or the rule book.
//   node web/pack/module-sizes.mjs FOLDER
import { join } from 'node:path';
import { MODULE, measured, table, within } from './sizes.mjs';

const [folder] = process.argv.slice(2);
const of = (...names) => measured(names.map((name) => join(folder, name)));
const sum = (rows) => rows.reduce((all, [, , packed]) => all + packed, 0);

const module = of('precheck.mjs', 'precheck_wasm.js', 'precheck_wasm_bg.wasm');
const classic = of('precheck.js').concat(module.slice(-1));
const later = of('precheck_full.js', 'precheck_full_bg.wasm');
console.log(table([...module, ...classic.slice(0, 1), ...later]));
within('module', sum(module), MODULE);
within('classic script', sum(classic), MODULE);
