// Keeps one ticking page readable without network. It stores nothing but pages a clerk asked to keep.
const NAME = 'shangliang-list';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  const { keep, drop } = event.data || {};
  const answer = (text) => event.source?.postMessage({ kept: text });
  if (drop) event.waitUntil(caches.delete(NAME).then(() => answer('dropped')));
  if (keep) {
    event.waitUntil(
      caches.open(NAME).then((box) => box.addAll(keep)).then(() => answer('kept'), () => answer('failed')),
    );
  }
});

// The network first: what is kept stands in only where there is none.
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(
    fetch(request).catch(async () => {
      const found = await (await caches.open(NAME)).match(request, { ignoreSearch: request.mode === 'navigate' });
      return found || Response.error();
    }),
  );
});
