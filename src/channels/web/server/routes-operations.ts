// What a service manager, a balancer and a monitoring system ask, under whatever name and without a session.
import type { Context } from 'hono';
import type { Api, ApiEnv } from './api.ts';
import { HttpFault } from './http.ts';
import { createMetrics } from './metrics.ts';
import type { WebParts } from './parts.ts';
import { guardRequest, visitOf } from './request-guard.ts';

const PLAIN = { 'cache-control': 'no-store' };

/** Who may read the metrics: whoever may open the page of this machine; elsewhere a maintainer's token. */
function guardMetrics(c: Context<ApiEnv>, { guard }: WebParts): void {
  if (guard.signIn === null) {
    guardRequest(c.req.raw, guard);
    return;
  }
  if (c.req.header('authorization') === undefined)
    throw new HttpFault('sign-in', 'Send the API token of a maintainer: Authorization: Bearer TOKEN.');
  const { role } = visitOf(c, guard);
  if (role !== 'owner' && role !== 'maintainer') throw new HttpFault('forbidden', 'Metrics are for maintainers.');
}

/** Adds the probes and the metrics; to be added before what guards the page, since probes come by address. */
export function addOperationRoutes(app: Api, parts: WebParts): void {
  const metrics = createMetrics();
  app.use(metrics.measure);
  app.get('/healthz', (c) => c.text('ok', 200, PLAIN));
  app.get('/readyz', (c) => {
    const fault = parts.unready();
    return fault === null ? c.text('ready', 200, PLAIN) : c.text(fault, 503, PLAIN);
  });
  app.get('/metrics', async (c) => {
    guardMetrics(c, parts);
    return c.body(await metrics.text(), 200, { ...PLAIN, 'content-type': metrics.contentType });
  });
}
