// A host as one portal has it: the page lies in a folder among others. It counts what is asked of it, can be away,
// and can get another version.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
  // Old servers do not know .wasm; the page must not need them to.
  '.wasm': 'application/octet-stream',
};

/**
 * @param {string} prefix path of the page, such as `/portal/tools/precheck/`
 * @param {string} dir the folder it lies in
 * @param {Record<string, string>} [headers] sent with every file
 */
export async function startHost(prefix, dir, headers = {}) {
  const asked = [];
  const host = { asked, dir };
  const server = createServer((request, reply) => {
    const path = decodeURI(request.url.split('?')[0]);
    asked.push(path);
    try {
      if (!path.startsWith(prefix)) throw new Error('elsewhere');
      const name = path.slice(prefix.length) || 'index.html';
      if (name.includes('..')) throw new Error('outside');
      const content = readFileSync(join(host.dir, name));
      reply.writeHead(200, { ...headers, 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' }).end(content);
    } catch {
      reply.writeHead(404).end();
    }
  });
  const listen = (port) => new Promise((done) => server.listen(port, '127.0.0.1', done));
  await listen(0);
  const { port } = server.address();
  host.address = `http://127.0.0.1:${port}${prefix}`;
  /** Takes the host away. */
  host.leave = () => new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
  /** Brings it back. */
  host.comeBack = () => listen(port);
  return host;
}
