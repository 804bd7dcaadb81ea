// The frame of the API: routes that check what they take, know their visitor and stand in the OpenAPI document by the same description.
import { OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import type { MiddlewareHandler } from 'hono/types';
import { HttpFault } from './http.ts';
import { fault } from './schemas.ts';
import type { Visit } from './visit.ts';

const MAX_JSON_BYTES = 64 * 1_024;
const DESCRIPTION =
  'Ask questions about, search and browse the indexed reports. On the local machine no sign-in is needed. Elsewhere send an API token ' +
  '(`Authorization: Bearer TOKEN`, created with `POST /api/tokens`), or the session cookie together with the `X-CSRF-Token` from ' +
  '`GET /api/me` on every write. Rate limits answer 429 with `Retry-After`.';

/** What handlers find in their context: the visitor, in `c.var.visit`. */
export interface ApiEnv {
  Variables: { visit: Visit };
}

/** The API: routes and their OpenAPI document. */
export type Api = OpenAPIHono<ApiEnv>;

/** Creates an API without routes. What does not fit a route's schemas is answered with what is wrong and never reaches its handler. */
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

/** Server-sent events, beside JSON. */
export const EVENTS = { 'text/event-stream': { schema: z.string() } };
/** A table as CSV, beside JSON. */
export const CSV = { 'text/csv': { schema: z.string() } };

/** Describes the responses of a route: JSON of a schema, perhaps another media type that can be asked for, or a fault. */
export function gives<Schema extends z.ZodType, Other extends object = object>(schema: Schema, other?: Other) {
  const content = { 'application/json': { schema }, ...(other as Other) };
  return { 200: { description: 'OK', content }, ...FAULTS };
}

/** Describes the responses of a route that gives a file: its media type, or a fault. */
export function givesFile(mediaType: string): RouteConfig['responses'] {
  return { 200: { description: 'OK', content: { [mediaType]: {} } }, ...FAULTS };
}

const FAULTS: Readonly<Record<string, RouteConfig['responses'][number]>> = {
  default: { description: 'Error', content: { 'application/json': { schema: fault } } },
};

/** The id in an address, whatever stands in it. */
export const byId = z.object({ id: z.string() });

/** A setting in an address: an empty one counts as absent. */
export function parameter<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema);
}

/** Describes the JSON that a route takes. A form of another site can send none without asking first. */
export function takes<Schema extends z.ZodType>(schema: Schema) {
  return { body: { required: true, content: { 'application/json': { schema } } } } as const;
}

/** Refuses a body that is too long: no more than the limit is ever held. */
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

/** Names an operation by its method and path: `getReportsId`. */
function operationId({ method, path }: RouteConfig): string {
  const words = path.replace(/^\/api/u, '').match(/\w+/gu) ?? [];
  return `${method}${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`;
}
