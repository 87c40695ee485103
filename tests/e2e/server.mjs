// Serves a built folder through `xtask serve`, the same way a person gets the page.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The top of the checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url));
/** What `cargo xtask dist` makes. */
export const dist = process.env.PRECHECK_DIST ?? join(root, 'target', 'dist');

/**
 * Starts a server on a free port.
 * @param {string} [dir] the folder to serve; the built page if left out
 * @returns {Promise<{address: string, stop: () => Promise<void>}>}
 */
export async function startServer(dir) {
  const args = ['serve', '--no-build', '--no-open', '--port', '0'];
  if (dir) args.push('--dir', dir);
  // `cargo xtask test` names itself; by hand cargo finds the program.
  const own = process.env.PRECHECK_XTASK;
  const child = own
    ? spawn(own, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    : spawn('cargo', ['xtask', ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => child.kill());
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const address = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = line.match(/http:\/\/\S+/);
      if (found) resolve(found[0]);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}; is the page built?`)));
  });
  return {
    address,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
