// Building blocks of API routes: one description validates the request, types the handler and documents the route in OpenAPI.
import { createRoute, OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import type { MiddlewareHandler } from 'hono/types';
import { HttpFault } from './http.ts';
import type { Visit } from './request-guard.ts';
import { fault } from './schemas.ts';

const MAX_JSON_BYTES = 64 * 1_024;
const DESCRIPTION =
  'Ask questions about, search and browse the indexed reports. On the local machine no sign-in is needed. Elsewhere send an API token ' +
  '(`Authorization: Bearer TOKEN`, created with `POST /api/tokens`), or the session cookie together with the `X-CSRF-Token` from ' +
  '`GET /api/me` on every write. Rate limits answer 429 with `Retry-After`.';

/** The context of handlers: the visitor is in `c.var.visit`. */
export interface ApiEnv {
  Variables: { visit: Visit };
}

/** The API: routes and their OpenAPI document. */
export type Api = OpenAPIHono<ApiEnv>;

/** Creates an API without routes. Invalid requests are answered with the first problem and never reach a handler. */
export function createApi(): Api {
  return new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return;
      const [issue] = result.error.issues;
      const place = issue?.path.map(String).join('.') ?? '';
      throw new HttpFault('input', [place, issue?.message ?? ''].filter((part) => part !== '').join(': '));
    },
  });
}

type Method = 'get' | 'post' | 'delete';

/** Describes a route. @param operation its method and path @example route('get /api/me', 'Who you are', { responses: gives(me) }) */
export function route<Path extends string, Rest extends Omit<RouteConfig, 'method' | 'path'>>(
  operation: `${Method} ${Path}`,
  summary: string,
  rest: Rest,
) {
  const [method, path] = operation.split(' ') as [Method, Path];
  return createRoute({ ...rest, method, path, summary });
}

/** Response content: server-sent events. */
export const EVENTS = { 'text/event-stream': { schema: z.string() } };
/** Response content: CSV. */
export const CSV = { 'text/csv': { schema: z.string() } };

/** Describes the responses of a JSON route. @param other further media types that can be requested */
export function gives<Schema extends z.ZodType, Other extends object = object>(schema: Schema, other?: Other) {
  const content = { 'application/json': { schema }, ...(other as Other) };
  return { 200: { description: 'OK', content }, ...FAULTS };
}

/** Describes the responses of a route that returns a file. */
export function givesFile(mediaType: string): RouteConfig['responses'] {
  return { 200: { description: 'OK', content: { [mediaType]: {} } }, ...FAULTS };
}

const FAULTS: Readonly<Record<string, RouteConfig['responses'][number]>> = {
  default: { description: 'Error', content: { 'application/json': { schema: fault } } },
};

/** Path parameters of a route with an id. */
export const byId = z.object({ id: z.string() });

/** A query parameter; an empty one counts as absent. */
export function parameter<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema);
}

/** Describes the JSON that a route takes. A form of another site can send none without asking first. */
export function takes<Schema extends z.ZodType>(schema: Schema) {
  return { body: { required: true, content: { 'application/json': { schema } } } } as const;
}

/** Limits the body size; a longer body is never buffered. @param maxSize in bytes */
export function atMost(maxSize: number = MAX_JSON_BYTES): MiddlewareHandler<ApiEnv> {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new HttpFault('too-large', `Send at most ${maxSize} bytes.`);
    },
  });
}

/** Serves the OpenAPI 3.1 document at `/api/openapi.json`. */
export function serveDocument(api: Api, version: string): void {
  const securitySchemes = {
    cookie: { type: 'apiKey', in: 'cookie', name: 'quzhi' },
    token: { type: 'http', scheme: 'bearer' },
  } as const;
  for (const [name, scheme] of Object.entries(securitySchemes)) {
    api.openAPIRegistry.registerComponent('securitySchemes', name, scheme);
  }
  for (const definition of api.openAPIRegistry.definitions) {
    if (definition.type === 'route') definition.route.operationId = operationId(definition.route);
  }
  api.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: '区知 Quzhi', version, description: DESCRIPTION },
    security: [{ cookie: [] }, { token: [] }],
  });
}

/** Returns the id of an operation. @example `getReportsId` */
function operationId({ method, path }: RouteConfig): string {
  const words = path.replace(/^\/api/u, '').match(/\w+/gu) ?? [];
  return `${method}${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`;
}
