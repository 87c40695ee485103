// Keeps the page for times without a network. Made from the list of its files: all of them are fetched and
// checked before this version is there at all, and a page gets every file from one version.
/* global PRECHECK_VERSION, PRECHECK_FILES */
'use strict';

const VERSION = PRECHECK_VERSION;
/** Address below the page's folder, and hash of the content. */
const FILES = PRECHECK_FILES;
const OURS = `precheck ${self.registration.scope} `;

self.addEventListener('install', (event) => {
  const keep = async () => {
    const cache = await caches.open(OURS + VERSION);
    await Promise.all(FILES.map(async ([path, integrity]) => {
      const reply = await fetch(new Request(path, { cache: 'no-cache', credentials: 'same-origin', integrity }));
      if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
      // A copy: what was redirected is refused as a page.
      await cache.put(path, new Response(await reply.blob(), { headers: reply.headers }));
    }));
  };
  // Half a version is none.
  event.waitUntil(keep().catch(async (error) => {
    await caches.delete(OURS + VERSION);
    throw error;
  }));
});

/**
 * The settings that the unit's administrator put beside the page: asked for anew each time, the last ones where the
 * host does not answer. They are no part of a version.
 */
async function profile(request) {
  const cache = await caches.open(OURS + VERSION);
  try {
    const reply = await fetch(request);
    if (reply.ok) await cache.put('profile.json', reply.clone());
    return reply;
  } catch {
    return (await cache.match('profile.json')) ?? new Response('{}', { headers: { 'Content-Type': 'application/json' } });
  }
}

self.addEventListener('activate', (event) => {
  const clear = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== OURS + VERSION);
    await Promise.all(old.map((name) => caches.delete(name)));
  };
  event.waitUntil(clear());
});

self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !url.href.startsWith(self.registration.scope)) return;
  if (url.searchParams.has('nosw')) return;
  let path = url.origin + url.pathname;
  path = path.slice(self.registration.scope.length);
  if (path === 'index.html') path = '';
  if (path === 'profile.json') {
    event.respondWith(profile(request));
    return;
  }
  if (!FILES.some(([file]) => file === (path || './'))) return;
  const answer = async () => {
    const cache = await caches.open(OURS + VERSION);
    return (await cache.match(path || './')) ?? fetch(request);
  };
  event.respondWith(answer());
});
