// The only way out that a browser under test is given: notes everything it asks for, passes on what is for this
// machine, and refuses the rest.
import { createServer, request } from 'node:http';

/** @returns {Promise<{address: string, asked: {at: number, url: string}[], stop: () => Promise<void>}>} */
export async function startProxy() {
  const asked = [];
  const server = createServer((from, reply) => {
    asked.push({ at: Date.now(), url: from.url });
    let to;
    try {
      to = new URL(from.url);
    } catch {
      reply.writeHead(400).end();
      return;
    }
    if (to.hostname !== '127.0.0.1') {
      reply.writeHead(502).end();
      return;
    }
    const on = request(to, { method: from.method, headers: from.headers }, (answer) => {
      reply.writeHead(answer.statusCode, answer.headers);
      answer.pipe(reply);
    });
    // The host may be away: what it is asked for breaks off, as it does without a proxy.
    on.on('error', () => reply.destroy());
    from.pipe(on);
  });
  server.on('connect', (from, socket) => {
    asked.push({ at: Date.now(), url: `https://${from.url}` });
    socket.on('error', () => {});
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `127.0.0.1:${server.address().port}`,
    asked,
    stop: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}
