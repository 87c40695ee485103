// Makes what is handed out from the built parts: a folder to host and a page in one file.
//   node web/pack/pack.mjs PARTS OUT
// PARTS holds app.js, app.wasm, engine.js, engine.wasm; OUT gets site/, element/, server/, precheck.html.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { element } from './element.mjs';
import { png, svg } from './icon.mjs';
import { ENGINE, FIRST_SCREEN, SINGLE, brotli, gzip, table, within } from './sizes.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { transform } = createRequire(join(root, 'tests/e2e/package.json'))('esbuild');
/**
 * What scripts and styles are written for. The oldest engine that must run the page is Chromium 80; engines a little
 * older get through the questions of start.js, and must not stumble over a sign that came with 80.
 */
const OLDEST = 'chrome71';
const PARTS = ['app.js', 'app.wasm', 'engine.js', 'engine.wasm'];

const [from, out] = process.argv.slice(2);
const text = (path) => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
const here = (name) => text(join('web', 'pack', name));
const digest = (content) => createHash('sha384').update(content).digest();
const integrity = (content) => `sha384-${digest(content).toString('base64')}`;

async function script(source, target, loader = 'js') {
  const { code } = await transform(source, { loader, minify: true, target, charset: 'utf8', legalComments: 'none' });
  return code.trim();
}

/** Everything but the scripts, which the two pages allow differently. */
const policy = (scripts, styles, own) => [
  "default-src 'none'",
  // Engines before 2022 run compiled programs only where eval is allowed; start.js takes it from all others.
  `script-src ${scripts} 'wasm-unsafe-eval' 'unsafe-eval'`,
  `style-src ${styles}`,
  `worker-src ${own ? "'self' " : ''}blob:`,
  `connect-src ${own ? "'self'" : "'none'"}`,
  `img-src ${own ? "'self' " : ''}data: blob:`,
  `manifest-src ${own ? "'self'" : "'none'"}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** index.html without what trunk needs, with these lines in its head and at its end. */
function page(policyText, head, tail) {
  const lines = text('index.html').split('\n')
    .filter((line) => !/data-trunk|rel="icon"|src="boot\.js"/.test(line))
    .map((line) => line.includes('Content-Security-Policy')
      ? `<meta http-equiv="Content-Security-Policy" content="${policyText}">` : line)
    .join('\n');
  return lines.replace('</head>', () => `${head}\n</head>`).replace('</body>', () => `${tail}\n</body>`);
}

/** The parts as they are shipped. */
async function parts() {
  const sheets = [...text('index.html').matchAll(/data-trunk rel="css" href="([^"]+)"/g)].map(([, path]) => text(path));
  if (sheets.length === 0) throw new Error('index.html names no styles');
  const { code: css } = await transform(sheets.concat(here('new-version.css')).join('\n'), {
    loader: 'css', minify: true, target: OLDEST, charset: 'utf8',
  });
  const read = (name) => readFileSync(join(from, name));
  return {
    'style.css': Buffer.from(css),
    'app.js': Buffer.from(await script(read('app.js').toString(), OLDEST)),
    'engine.js': Buffer.from(await script(read('engine.js').toString(), OLDEST)),
    'app.wasm': read('app.wasm'),
    'engine.wasm': read('engine.wasm'),
  };
}

async function site(made) {
  const dir = join(out, 'site');
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const files = new Map();
  const hashed = (name, content) => {
    const [stem, extension] = name.split('.');
    const file = `${stem}-${digest(content).toString('hex').slice(0, 12)}.${extension}`;
    files.set(file, content);
    return [file, integrity(content)];
  };
  const named = Object.fromEntries(PARTS.map((name) => [name, hashed(name, made[name])]));
  const [style, styleHash] = hashed('style.css', made['style.css']);
  const [boot, bootHash] = hashed('boot.js', Buffer.from(await script(
    `${here('start.js')}\n${here('hosted.js').replace('= PRECHECK_PARTS', () => `= ${JSON.stringify(named)}`)}`, 'es5',
  )));
  files.set('icon.svg', Buffer.from(svg()));
  for (const size of [192, 512]) files.set(`icon-${size}.png`, png(size));
  const title = text('index.html').match(/<title>(.*)<\/title>/)[1];
  files.set('manifest.webmanifest', Buffer.from(`${JSON.stringify({
    name: title,
    short_name: '归集预检',
    lang: 'zh-CN',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#f1f4f8',
    theme_color: '#0f2f5e',
    icons: [
      { src: 'icon.svg', type: 'image/svg+xml', sizes: 'any' },
      ...[192, 512].map((size) => ({ src: `icon-${size}.png`, type: 'image/png', sizes: `${size}x${size}` })),
    ],
  }, null, 2)}\n`));
  const index = Buffer.from(page(
    policy("'self'", "'self'", true),
    [
      `<link rel="stylesheet" href="${style}" integrity="${styleHash}">`,
      '<link rel="icon" href="icon.svg" type="image/svg+xml">',
      '<link rel="icon" href="icon-192.png" type="image/png" sizes="192x192">',
      '<link rel="manifest" href="manifest.webmanifest">',
    ].join('\n'),
    `<script src="${boot}" integrity="${bootHash}"></script>`,
  ));
  const kept = [['./', index], ...files].map(([file, content]) => [file, integrity(content)]);
  const version = digest(JSON.stringify(kept)).toString('hex').slice(0, 12);
  files.set('index.html', index);
  files.set('sw.js', Buffer.from(await script(
    here('sw.js').replace('= PRECHECK_VERSION', () => `= ${JSON.stringify(version)}`)
      .replace('= PRECHECK_FILES', () => `= ${JSON.stringify(kept)}`),
    OLDEST,
  )));
  // Empty, for the unit's administrator to replace: not among the files that stay as they are.
  writeFileSync(join(dir, 'profile.json'), text('web/profile.json'));
  const sizes = [];
  for (const [file, content] of files) {
    writeFileSync(join(dir, file), content);
    if (file.endsWith('.png')) continue;
    const packed = brotli(content);
    writeFileSync(join(dir, `${file}.br`), packed);
    writeFileSync(join(dir, `${file}.gz`), gzip(content));
    sizes.push([file, content.length, packed.length]);
  }
  console.log(table(sizes));
  return sizes;
}

async function single(made) {
  const inline = (name, content) => {
    if (/<\/script|<!--/i.test(content)) throw new Error(`${name} cannot stand inside a page`);
    return `<script type="text/plain" id="${name}">${content}</script>`;
  };
  const hash = (content) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
  const app = made['app.js'].toString();
  const allowed = hash(app);
  const boot = await script(
    `${here('inflate.js')}\n${here('start.js')}\n${here('single.js').replace('scripts: PRECHECK_SCRIPTS', () => `scripts: ${JSON.stringify(allowed)}`)}`,
    'es5',
  );
  const style = made['style.css'].toString();
  const html = page(
    policy(`${allowed} ${hash(boot)}`, hash(style), false),
    `<link rel="icon" href="data:image/svg+xml;base64,${Buffer.from(svg()).toString('base64')}">\n<style>${style}</style>`,
    [
      inline('app.js', app),
      inline('engine.js', made['engine.js'].toString()),
      inline('app.wasm', gzip(made['app.wasm']).toString('base64')),
      inline('engine.wasm', gzip(made['engine.wasm']).toString('base64')),
      `<script>${boot}</script>`,
    ].join('\n'),
  );
  writeFileSync(join(out, 'precheck.html'), html);
  return Buffer.byteLength(html);
}

const made = await parts();
const sizes = await site(made);
const bytes = await single(made);
await element(made, out, script);
const server = join(out, 'server');
mkdirSync(server, { recursive: true });
for (const name of readdirSync(join(root, 'web/pack/server'))) copyFileSync(join(root, 'web/pack/server', name), join(server, name));

const sum = (chosen) => sizes.filter(([name]) => chosen.test(name)).reduce((all, [, , packed]) => all + packed, 0);
within('first screen', sum(/^(index|boot|style|app|manifest)/), FIRST_SCREEN);
within('worker, after it', sum(/^engine/), ENGINE);
within('one file', bytes, SINGLE);
