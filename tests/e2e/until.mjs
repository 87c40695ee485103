// Waiting for what a browser does in its own time.

const PATIENCE = 60_000;

/** Waits until `look` gives something true, and returns it. */
export async function until(look, what, patience = PATIENCE) {
  const end = Date.now() + patience;
  let last;
  for (;;) {
    try {
      const found = await look();
      if (found) return found;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`waited ${patience / 1000} s for ${what}${last ? `: ${last.message}` : ''}`);
    await new Promise((wake) => setTimeout(wake, 30));
  }
}
