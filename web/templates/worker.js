// Keeps one page for when there is no connection, and what it is drawn with: nothing that anybody looked for.
// https://www.w3.org/TR/service-workers/

const NAME = {{ page.name|tojson }};
const OFFLINE = {{ page.offline|tojson }};
const KEPT = {{ page.kept|tojson }};

addEventListener("install", (event) => {
  event.waitUntil(keep().then(() => skipWaiting()));
  event.addRoutes?.(routes());
});
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("fetch", (event) => {
  const { mode, url } = event.request;
  if (mode === "navigate") event.respondWith(shown(event));
  else if (KEPT.includes(new URL(url).pathname)) event.respondWith(drawn(event.request));
});

// Where a mere icon starts the old worker again as Chromium stops it, the new one waits for half a minute or more.
// With routes only pages start a worker: https://www.w3.org/TR/service-workers/#service-worker-static-router
function routes() {
  return [
    { condition: { requestMode: "navigate" }, source: "fetch-event" },
    ...KEPT.map((pathname) => ({ condition: { urlPattern: new URLPattern({ pathname }) }, source: { cacheName: NAME } })),
    { condition: { urlPattern: new URLPattern({}) }, source: "network" },
  ];
}

async function keep() {
  const cache = await caches.open(NAME);
  await cache.addAll([OFFLINE, ...KEPT]);
}

async function takeOver() {
  // The page is asked for while this script is still being started.
  await registration.navigationPreload?.enable();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("padu-") && name !== NAME).map((name) => caches.delete(name)));
  // Whoever changed the language and back had a worker in between that cleared this cache away while it was being filled.
  if (!(await kept(OFFLINE))) await keep();
}

async function shown(event) {
  try {
    const answer = (await event.preloadResponse) ?? (await fetch(event.request));
    // Firefox gives what failed to be preloaded as an answer of this type, where others throw.
    if (answer.type !== "error") return answer;
  } catch {
    // No connection: the same.
  }
  return (await kept(OFFLINE)) ?? Response.error();
}

async function drawn(request) {
  return (await kept(request)) ?? fetch(request);
}

function kept(request) {
  return caches.match(request, { cacheName: NAME, ignoreVary: true });
}
