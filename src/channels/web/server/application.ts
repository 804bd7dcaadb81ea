// The application: every request through the door, then to the page, to a file of it, or to an endpoint. It listens to no port.
import { Hono } from 'hono';
import { SCREENS } from '../client/router.ts';
import type { Asset, Assets } from './assets.ts';
import { compressed } from './compress.ts';
import type { Endpoint } from './endpoint.ts';
import { fault, json, missing } from './http.ts';
import { openApiOf } from './openapi.ts';
import type { WebParts } from './parts.ts';
import { houseEndpoints } from './routes-admin.ts';
import { askingEndpoints } from './routes-asking.ts';
import { readingEndpoints } from './routes-browse.ts';
import { enteringEndpoints, joinEndpoint } from './routes-sign-in.ts';
import { refusedAtDoor, strangerOf, visitOf } from './visit.ts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');
const FOR_EVER = 'public, max-age=31536000, immutable';
const ONE_YEAR_SECONDS = 31_536_000;

/** On every response, unless it says otherwise itself. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
};

/** The application over its parts. */
export function createApplication(parts: WebParts, assets: Assets): Hono {
  const app = new Hono();
  const { door } = parts;
  app.use(async (c, next) => {
    const refusal = refusedAtDoor(c.req.raw, door);
    if (refusal === null) await next();
    else c.res = fault(refusal.code, refusal.message);
    c.res = await compressed(c.res, c.req.header('accept-encoding') ?? '');
    for (const [name, value] of Object.entries(HEADERS)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
    if (door.origin().startsWith('https:')) {
      c.res.headers.set('strict-transport-security', `max-age=${ONE_YEAR_SECONDS}`);
    }
  });
  app.onError((error, { req }) => {
    const id = parts.tell(error, req.raw);
    return fault('failed', `This could not be done. The log explains it under ${id}.`, { id });
  });
  mountApi(app, parts);
  app.get('/assets/*', ({ req }) => {
    const asset = assets.files.get(req.path);
    return asset === undefined ? missing() : sendAsset(asset, req.header('accept-encoding') ?? '');
  });
  // The page finds its way by itself; addresses that are none of its places are nothing.
  for (const path of ['/', ...SCREENS.map((screen) => `/${screen}/*`)]) app.get(path, () => sendPage(assets.page));
  app.notFound(() => missing());
  return app;
}

function mountApi(app: Hono, parts: WebParts): void {
  const join = joinEndpoint(parts);
  const endpoints = [
    ...askingEndpoints(parts),
    ...readingEndpoints(parts),
    ...houseEndpoints(parts),
    ...enteringEndpoints(parts),
  ];
  const document = openApiOf([...endpoints, join], parts.version);
  app.get('/api/openapi.json', () => json(document));
  const stranger = { user: '', role: 'stranger' as const, csrf: '', isSignedIn: false };
  app.post(join.path, ({ req }) =>
    join.serve(req.raw, '', { ...stranger, setting: { speaker: { channel: '', chat: '', user: '', language: 'zh' } } }),
  );
  for (const endpoint of endpoints)
    app.on(endpoint.method.toUpperCase(), endpoint.path, ({ req }) =>
      admit(req.raw, req.param('id') ?? '', { endpoint, parts }),
    );
  app.all('/api/*', () => missing());
}

/** Lets a known visitor to an endpoint, unless they ask too often. */
async function admit(
  request: Request,
  id: string,
  { endpoint, parts }: { endpoint: Endpoint; parts: WebParts },
): Promise<Response> {
  // Hono serves HEAD by GET: work done for nobody, and a body that nobody reads.
  if (request.method === 'HEAD') return missing();
  const known = visitOf(request, parts.door);
  const stranger = known instanceof Response && endpoint.isOpen === true ? strangerOf(request, parts.door) : null;
  const visit = stranger ?? known;
  if (visit instanceof Response) return visit;
  // Strangers are counted together: they can ask who they are, and nothing else.
  const waitSeconds = parts.requests.count(visit.user, parts.now());
  if (waitSeconds > 0) return fault('limit', `Too many requests. Please wait ${waitSeconds} seconds.`, { waitSeconds });
  return endpoint.serve(request, id, visit);
}

function sendPage(page: string): Response {
  return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' } });
}

function sendAsset({ type, plain, gzip, brotli }: Asset, accepted: string): Response {
  const headers = { 'content-type': type, 'cache-control': FOR_EVER, vary: 'accept-encoding' };
  if (/\bbr\b/u.test(accepted)) return new Response(brotli, { headers: { ...headers, 'content-encoding': 'br' } });
  if (/\bgzip\b/u.test(accepted)) return new Response(gzip, { headers: { ...headers, 'content-encoding': 'gzip' } });
  return new Response(plain, { headers });
}
