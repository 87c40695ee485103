// Makes the folder of the custom element: a script that registers it, as a classic one and as an ES module, and
// beside it what the script fetches.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotli, gzip, table } from './sizes.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = (path) => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
const digest = (content) => createHash('sha384').update(content).digest();

/** Where each build of the script finds its own folder. */
const HOMES = {
  'precheck-workbench.js': 'document.currentScript.src',
  'precheck-workbench.mjs': 'import.meta.url',
};

/** In an element hundredths are those of its own box, which the page measures. */
const measured = (css) => css.replace(/\b(\d+(?:\.\d+)?|\.\d+)v([hw])\b/g, (_, number, axis) => `calc(var(--v${axis}, 1v${axis}) * ${number})`);

/**
 * @param {Record<string, Buffer>} made the parts as they are shipped
 * @param {string} out the folder in which `element/` is made
 * @param {(source: string, target: string, loader?: string) => Promise<string>} minify
 */
export async function element(made, out, minify) {
  const dir = join(out, 'element');
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const css = await minify(source('web/pack/element/element.css'), 'chrome80', 'css');
  const content = {
    'app.wasm': made['app.wasm'],
    'engine.wasm': made['engine.wasm'],
    'engine.js': made['engine.js'],
    'worker.js': Buffer.from(await minify(`${made['engine.js']}\n${source('web/src/services/engine_start.js')}`, 'chrome80')),
    'element.css': Buffer.from(css + measured(made['style.css'].toString())),
  };
  const files = new Map();
  const parts = {};
  for (const [name, bytes] of Object.entries(content)) {
    const hash = digest(bytes);
    const [stem, extension] = name.split('.');
    const file = `${stem}-${hash.toString('hex').slice(0, 12)}.${extension}`;
    files.set(file, bytes);
    parts[name] = [file, `sha384-${hash.toString('base64')}`];
  }
  const script = source('web/pack/element/element.js').replace('= PRECHECK_PARTS', () => `= ${JSON.stringify(parts)}`);
  for (const [name, home] of Object.entries(HOMES)) {
    // The glue of the program declares a name of its own: a scope around both keeps it from the document.
    const whole = `(function () {\n'use strict';\nconst PRECHECK_HOME = ${home};\n${made['app.js']}\n${script}\n})();\n`;
    files.set(name, Buffer.from(await minify(whole, name.endsWith('.mjs') ? 'es2020' : 'chrome80')));
  }
  for (const name of ['precheck-workbench.d.ts', 'README.md']) files.set(name, Buffer.from(source(`web/pack/element/${name}`)));
  const sizes = [];
  for (const [file, bytes] of files) {
    writeFileSync(join(dir, file), bytes);
    if (!/\.(js|mjs|css|wasm)$/.test(file)) continue;
    const packed = brotli(bytes);
    writeFileSync(join(dir, `${file}.br`), packed);
    writeFileSync(join(dir, `${file}.gz`), gzip(bytes));
    sizes.push([`element/${file}`, bytes.length, packed.length]);
  }
  console.log(table(sizes));
}
