// What a monitoring system reads of the page, in Prometheus' format: requests by route, their times, and the process itself. Names
// of routes and verdicts alone: no words of a question, no name of a person.
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { ApiEnv } from './api.ts';

const SECONDS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30];
const MS_PER_SECOND = 1_000;

/** The metrics of one server. */
export interface Metrics {
  /** Times every request. */
  readonly measure: MiddlewareHandler<ApiEnv>;
  readonly contentType: string;
  /** Returns them in Prometheus' text format. */
  text(): Promise<string>;
}

/** Creates the metrics of a server. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const labelNames = ['method', 'route'] as const;
  const registers = [registry];
  const requests = new Counter({
    name: 'quzhi_http_requests_total',
    help: 'Requests by route and status.',
    labelNames: [...labelNames, 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'quzhi_http_request_seconds',
    help: 'Time to the response, in seconds.',
    labelNames,
    buckets: SECONDS,
    registers,
  });
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    measure: async (c, next) => {
      const startedMs = performance.now();
      await next();
      const labels = { method: c.req.method, route: routePath(c, -1) };
      requests.inc({ ...labels, status: c.res.status });
      seconds.observe(labels, (performance.now() - startedMs) / MS_PER_SECOND);
    },
  };
}
