// Hands out the writing page when there is no network. Keeps our own files only, never a page with data.
const KEEP = 'voices-2';
const FILES = [{% for f in files %}'{{ f|escapejs }}',{% endfor %}'{{ shell|escapejs }}'];

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(KEEP).then((cache) => Promise.all(
    FILES.map((file) => cache.add(file).catch(() => undefined)),
  )));
});
self.addEventListener('activate', (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(
    names.filter((name) => name.startsWith('voices-') && name !== KEEP).map((name) => caches.delete(name)),
  )).then(() => self.clients.claim()));
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate' && url.pathname === '{{ page|escapejs }}') {
    event.respondWith(fetch(request).catch(() => caches.match('{{ shell|escapejs }}')));
  } else if (url.pathname.startsWith('/static/')) {
    event.respondWith(fetch(request).catch(() => caches.match(request, { ignoreSearch: true })));
  }
});
