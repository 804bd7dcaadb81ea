// The OpenAPI 3.1 document, made from the endpoints themselves: what it says is what the server checks.
import { type ZodType, z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { faultSchema } from './schemas.ts';

type Json = Readonly<Record<string, unknown>>;

const SECURITY = [{ cookie: [] }, { token: [] }];
const ABOUT =
  'Ask, search and browse the reports of this house. On the machine itself nobody signs in; elsewhere send a token (Authorization: ' +
  'Bearer TOKEN, made at POST /api/tokens) or the cookie of a session, and with the cookie X-CSRF-Token of /api/me on every write. ' +
  'Limits answer 429 with Retry-After.';

const schemaOf = (schema: ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'draft-2020-12', io });
  return json;
};

/** The document. */
export function openApiOf(endpoints: readonly Endpoint[], version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/gu, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method]: operationOf(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: '区知 Quzhi', version, description: ABOUT },
    security: SECURITY,
    paths,
    components: {
      schemas: { Fault: schemaOf(faultSchema, 'output') },
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: 'quzhi' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function operationOf({ path, method, summary, query, body, headers, output, streams }: Endpoint): Json {
  const given =
    typeof output === 'string' ? { [output]: {} } : { 'application/json': { schema: schemaOf(output, 'output') } };
  const events = streams === true ? { 'text/event-stream': { schema: { type: 'string' } } } : {};
  const fault = {
    description: 'Not served',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Fault' } } },
  };
  const takes = bodyOf(body, headers);
  return {
    operationId: `${method}${path.replace(/\W+(\w)/gu, (_, letter: string) => letter.toUpperCase()).replace(/^Api/u, '')}`,
    summary,
    parameters: [...pathParameters(path), ...headerParameters(headers), ...queryParameters(query)],
    ...(takes && { requestBody: takes }),
    responses: { 200: { description: 'Served', content: { ...given, ...events } }, default: fault },
  };
}

function bodyOf(body: ZodType | undefined, headers: Endpoint['headers']): Json | null {
  if (body !== undefined)
    return { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } };
  return headers === undefined ? null : { required: true, content: { 'application/octet-stream': {} } };
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/:(\w+)/gu)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function headerParameters(headers: Endpoint['headers'] = {}): Json[] {
  return Object.entries(headers).map(([name, description]) => ({
    name,
    in: 'header',
    description,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: ZodType | undefined): Json[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(query, 'input') as {
    properties?: Readonly<Record<string, Json>>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}
