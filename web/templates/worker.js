// Keeps one page for when there is no connection, and what it is drawn with: nothing that anybody looked for.
// https://www.w3.org/TR/service-workers/

const NAME = {{ page.name|tojson }};
const OFFLINE = {{ page.offline|tojson }};
const KEPT = {{ page.kept|tojson }};

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("fetch", (event) => {
  const { mode, url } = event.request;
  if (mode === "navigate") event.respondWith(shown(event));
  else if (KEPT.includes(new URL(url).pathname)) event.respondWith(drawn(event.request));
});

async function keep() {
  const cache = await caches.open(NAME);
  await cache.addAll([OFFLINE, ...KEPT]);
  await skipWaiting();
}

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("padu-") && name !== NAME).map((name) => caches.delete(name)));
  // The page is asked for while this script is still being started.
  await registration.navigationPreload?.enable();
}

async function shown(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return (await kept(OFFLINE)) ?? Response.error();
  }
}

async function drawn(request) {
  return (await kept(request)) ?? fetch(request);
}

function kept(request) {
  return caches.match(request, { cacheName: NAME, ignoreVary: true });
}
