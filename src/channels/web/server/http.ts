// Errors and headers that all routes share. User text is sent as data, never as HTML.
import { HTTPException } from 'hono/http-exception';
import type { LookupResult } from '../../../chat/browse/browse-api.ts';
import type { Reply } from '../../../chat/reply.ts';
import type { FaultJson } from './schemas.ts';

/** HTTP status by error code. */
const STATUS = {
  input: 400,
  'sign-in': 401,
  forbidden: 403,
  csrf: 403,
  origin: 403,
  host: 403,
  missing: 404,
  'too-large': 413,
  limit: 429,
  failed: 500,
} as const;

/** An error code. */
type FaultCode = keyof typeof STATUS;

/** Further details of an error. */
interface FaultDetails {
  /** Id of the log entry. */
  readonly id?: string;
  /** Sent as `Retry-After`. */
  readonly waitSeconds?: number | undefined;
}

/** An error response: thrown from any route, sent as JSON with the status of its code. */
export class HttpFault extends HTTPException {
  readonly json: FaultJson;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(code: FaultCode, message: string, { id, waitSeconds }: FaultDetails = {}) {
    super(STATUS[code], { message });
    this.json = { error: { code, message, ...(id !== undefined && { id }) } };
    this.#headers = waitSeconds === undefined ? {} : { 'retry-after': String(waitSeconds) };
  }

  override getResponse(): Response {
    return Response.json(this.json, { status: this.status, headers: this.#headers });
  }
}

/** Returns the error for something that does not exist or belongs to somebody else: the two are indistinguishable. */
export function missing(): HttpFault {
  return new HttpFault('missing', 'There is no such thing here.');
}

/** Returns a reply's words as plain text. */
export function wordsOf({ blocks }: Reply): string {
  return blocks.map(({ text }) => text).join('\n');
}

/** Returns the error for a reply that denies an action; null for any other reply. */
export function denialOf(reply: Reply | null): HttpFault | null {
  if (reply?.denied === undefined) return null;
  const { why, waitSeconds } = reply.denied;
  return why === 'limit'
    ? new HttpFault('limit', wordsOf(reply), { waitSeconds })
    : new HttpFault('forbidden', wordsOf(reply));
}

/** Returns what was looked up. @throws HttpFault where the policy refused, or where there is no such thing */
export function unwrap<T>(looked: LookupResult<T>): NonNullable<T> {
  if (looked.kind !== 'found') {
    const denial = looked.kind === 'denied' ? denialOf(looked.reply) : null;
    throw denial ?? new HttpFault('forbidden', 'This is not allowed.');
  }
  if (looked.value === null || looked.value === undefined) throw missing();
  return looked.value;
}

/** Returns a `Content-Disposition` header for a download, whatever characters its name has. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w.-]+/gu, '_').slice(0, 100) || 'file';
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
