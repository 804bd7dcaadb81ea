// The web application: middleware, API routes, the page and its files. Opens no port.

import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import type { MiddlewareHandler } from 'hono/types';
import { SCREENS } from '../client/router.ts';
import { addKeyRoutes } from './access/routes-keys.ts';
import { addSignInRoutes } from './access/routes-sign-in.ts';
import { type Api, type ApiEnv, createApi, serveDocument } from './api.ts';
import { type Assets, sendAsset } from './assets.ts';
import { HttpFault, missing } from './http.ts';
import { addPageRoutes } from './pages/routes-pages.ts';
import type { WebParts } from './parts.ts';
import { addressOf, anyVisitOf, guardRequest, visitOf } from './request-guard.ts';
import { addAdminRoutes } from './routes-admin.ts';
import { addAskingRoutes } from './routes-asking.ts';
import { addBrowseRoutes } from './routes-browse.ts';
import { addConversationRoutes } from './routes-conversations.ts';
import { addCorpusRoutes } from './routes-corpus.ts';
import { addDocumentRoutes } from './routes-documents.ts';
import { addMcpRoute } from './routes-mcp.ts';
import { addOpenaiRoutes } from './routes-openai.ts';
import { addOperationRoutes } from './routes-operations.ts';
import { addWidgetRoutes } from './widget/routes-widget.ts';

const NONE = ["'none'"];
const SELF = ["'self'"];
const FOR_EVER = 'public, max-age=31536000, immutable';
const ONE_YEAR_SECONDS = 31_536_000;
/** Compressible responses: no event stream, no download, no asset (compressed at start). */
const COMPRESSED = /^(?:application\/json|text\/(?:csv|html))\b/u;
/** Routes without a visitor: they hold nobody's data. */
const OPEN_PATHS: ReadonlySet<string> = new Set(['/api/join', '/api/openapi.json']);

/** Creates the application. */
export function createApplication(parts: WebParts, assets: Assets): Api {
  const app = createApi();
  addOperationRoutes(app, parts);
  addWidgetRoutes(app, parts);
  app.use(headersFor(parts), compress({ contentTypeFilter: COMPRESSED }), async (c, next) => {
    guardRequest(c.req.raw, parts.guard);
    await next();
  });
  for (const path of ['/api/*', '/v1/*', '/mcp']) app.use(path, admission(parts));
  app.onError((error, { req }) => {
    if (error instanceof HttpFault) return error.getResponse();
    // Refused by the framework: malformed JSON, another media type.
    if (error instanceof HTTPException) return new HttpFault('input', error.message).getResponse();
    const id = parts.tell(error, req.raw);
    return new HttpFault('failed', `Something went wrong. The log explains it under ${id}.`, { id }).getResponse();
  });
  app.notFound(() => missing().getResponse());
  for (const add of [
    addDocumentRoutes,
    addAskingRoutes,
    addConversationRoutes,
    addBrowseRoutes,
    addPageRoutes,
    addAdminRoutes,
    addCorpusRoutes,
    addSignInRoutes,
    addKeyRoutes,
    addOpenaiRoutes,
    addMcpRoute,
  ])
    add(app, parts);
  serveDocument(app, parts.version);
  app.get('/assets/*', ({ req }) => {
    const asset = assets.files.get(req.path);
    if (asset === undefined) throw missing();
    return sendAsset(asset, req.header('accept-encoding') ?? '', { 'cache-control': FOR_EVER });
  });
  // The page routes on the client; paths that are no screen do not exist.
  for (const path of ['/', ...SCREENS.map((screen) => `/${screen}/*`)]) {
    app.get(path, (c) => c.html(assets.page, 200, { 'cache-control': 'no-cache' }));
  }
  return app;
}

/** Sets security headers on every response; a route's own headers win. */
function headersFor({ guard }: WebParts): MiddlewareHandler<ApiEnv> {
  const isHttps = guard.origin().startsWith('https:');
  const security = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: NONE,
      scriptSrc: SELF,
      styleSrc: SELF,
      imgSrc: [...SELF, 'data:'],
      connectSrc: SELF,
      fontSrc: SELF,
      baseUri: NONE,
      formAction: SELF,
      frameAncestors: NONE,
    },
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
    strictTransportSecurity: isHttps ? `max-age=${ONE_YEAR_SECONDS}` : false,
    xFrameOptions: 'DENY',
    overwrite: false,
  });
  return (c, next) =>
    security(c, async () => {
      await next();
      if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
    });
}

/** Admits signed-in visitors to the API and limits their request rate. Strangers can only call `/api/me` and join. */
function admission({ guard, requests, now }: WebParts): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    // Hono serves HEAD by running GET, which would do the work for nobody.
    if (c.req.method === 'HEAD') throw missing();
    const visit = OPEN_PATHS.has(c.req.path) ? null : (c.req.path === '/api/me' ? anyVisitOf : visitOf)(c, guard);
    // Members by who they are, wherever they come from; strangers by their address, so that none keeps the others from signing in.
    const isStranger = visit === null || visit.user === '';
    const waitMs = isStranger ? requests.chargeStranger(addressOf(c), now()) : requests.charge(visit.user, now());
    const waitSeconds = Math.ceil(waitMs / 1_000);
    if (waitSeconds > 0) {
      throw new HttpFault('limit', `Too many requests. Please wait ${waitSeconds} seconds.`, { waitSeconds });
    }
    if (visit !== null) c.set('visit', visit);
    await next();
  };
}
