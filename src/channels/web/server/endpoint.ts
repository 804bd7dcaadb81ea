// An endpoint as data: its address, what it takes (checked by zod before anything else runs), what it gives, and the work. The same
// row makes the route and its entry in the OpenAPI document.
import { Buffer } from 'node:buffer';
import type { ZodType } from 'zod';
import { fault } from './http.ts';
import type { Visit } from './visit.ts';

/** Longest JSON that is read. */
const MAX_JSON_BYTES = 64 * 1_024;

/** A request, checked. */
export interface Call<Query, Body> {
  readonly request: Request;
  /** What stands in the address's `:id` or `:code`. */
  readonly id: string;
  readonly query: Query;
  readonly body: Body;
  readonly visit: Visit;
}

/** What every endpoint says of itself. */
interface Description {
  readonly method: 'get' | 'post' | 'delete';
  /** As Hono writes it: `/api/reports/:id`. */
  readonly path: string;
  readonly summary: string;
  /** What it gives: a schema of JSON, or a media type. */
  readonly output: ZodType | string;
  /** Whether it can answer with server-sent events. */
  readonly streams?: boolean;
  /** True: serves those too who are not signed in, as strangers. */
  readonly isOpen?: boolean;
  /** Headers that it reads, with what they hold. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** An endpoint with the types of what it takes. */
export interface EndpointOf<Query, Body> extends Description {
  readonly query?: ZodType<Query>;
  /** JSON; absent: the body is left to the work. */
  readonly body?: ZodType<Body>;
  readonly handle: (call: Call<Query, Body>) => Promise<Response>;
}

/** An endpoint whatever it takes. */
export interface Endpoint extends Description {
  readonly query?: ZodType;
  readonly body?: ZodType;
  /** Checks what came and does the work. */
  readonly serve: (request: Request, id: string, visit: Visit) => Promise<Response>;
}

/** Makes an endpoint: what does not fit its schemas is answered with what is wrong, and never reaches the work. */
export function endpoint<Query = undefined, Body = undefined>(of: EndpointOf<Query, Body>): Endpoint {
  const { handle, ...description } = of;
  const serve = async (request: Request, id: string, visit: Visit): Promise<Response> => {
    const query = of.query?.safeParse(queryOf(request));
    if (query && !query.success) return unfit(query.error);
    const sent = of.body === undefined ? undefined : await readJson(request);
    if (sent instanceof Response) return sent;
    const body = of.body?.safeParse(sent?.value);
    if (body && !body.success) return unfit(body.error);
    return handle({ request, id, visit, query: query?.data as Query, body: body?.data as Body });
  };
  return { ...description, serve };
}

/** The settings in an address; empty ones count as absent. */
function queryOf(request: Request): Record<string, string> {
  const { searchParams } = new URL(request.url);
  return Object.fromEntries([...searchParams].filter(([, value]) => value !== ''));
}

function unfit({ issues }: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }): Response {
  const [first] = issues;
  const place = first?.path.map(String).join('.') ?? '';
  return fault('input', [place, first?.message ?? 'This cannot be read.'].filter((part) => part !== '').join(': '));
}

async function readJson(request: Request): Promise<{ value: unknown } | Response> {
  // A form of another site can send no JSON without asking first.
  if (!/^application\/json\b/iu.test(request.headers.get('content-type') ?? '')) {
    return fault('input', 'Send JSON, with Content-Type: application/json.');
  }
  const bytes = await readBytes(request, MAX_JSON_BYTES);
  if (bytes === null) return fault('too-large', `Send at most ${MAX_JSON_BYTES} bytes.`);
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown };
  } catch {
    return fault('input', 'This is not JSON in UTF-8.');
  }
}

/** The body of a request; null where it is longer than allowed: no more than that is ever held. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return null;
  const pieces: Uint8Array[] = [];
  let length = 0;
  if (request.body === null) return new Uint8Array(0);
  for await (const piece of request.body) {
    length += piece.length;
    if (length > maxBytes) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
