// Responses: JSON, faults, files. Nothing here makes HTML, and everything that a person wrote leaves as data.
import type { Found } from '../../../chat/browse/browse-api.ts';
import type { Reply } from '../../../chat/reply.ts';
import type { FaultJson } from './types.ts';

/** Why a request was not served: `code` in the JSON, and the status that goes with it. */
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

/** A code of a fault. */
export type FaultCode = keyof typeof STATUS;

/** What else a fault tells. */
export interface FaultMore {
  /** Under which the log tells more. */
  readonly id?: string;
  /** When to try again. */
  readonly waitSeconds?: number;
}

/** A value as JSON. */
export function json(value: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(value), {
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });
}

/** A fault as data. */
export function faultJson(code: FaultCode, message: string, id?: string): FaultJson {
  return { error: { code, message, ...(id === undefined ? {} : { id }) } };
}

/** A fault as a response. */
export function fault(code: FaultCode, message: string, { id, waitSeconds }: FaultMore = {}): Response {
  return new Response(JSON.stringify(faultJson(code, message, id)), {
    status: STATUS[code],
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(waitSeconds === undefined ? {} : { 'retry-after': String(waitSeconds) }),
    },
  });
}

/** There is no such thing, or it is somebody else's: the two are not told apart. */
export function missing(): Response {
  return fault('missing', 'There is no such thing here.');
}

/** What a reply says in words. */
export function wordsOf({ blocks }: Reply): string {
  return blocks.map(({ text }) => text).join('\n');
}

/** Why a deed did not happen, as a fault; null where the reply is no refusal of the policy. */
export function denialOf(reply: Reply | null): { code: FaultCode; message: string; waitSeconds?: number } | null {
  if (reply === null) return null;
  const { denied } = reply;
  if (denied === undefined) return null;
  const message = wordsOf(reply);
  return denied.why === 'limit'
    ? { code: 'limit', message, waitSeconds: denied.waitSeconds }
    : { code: 'forbidden', message };
}

/** What was found, drawn; a refusal as a fault, nothing as 404. */
export function found<T>(looked: Found<T>, draw: (value: NonNullable<T>) => Response): Response {
  if (looked.kind === 'found')
    return looked.value === null || looked.value === undefined ? missing() : draw(looked.value);
  const denial = denialOf(looked.reply) ?? { code: 'forbidden' as const, message: 'This is not allowed.' };
  return fault(denial.code, denial.message, denial);
}

/** Headers by which a browser saves a response as a file, whatever its name holds. */
export function asFile(name: string): Record<string, string> {
  const plain = name.replace(/[^\w.-]+/gu, '_').slice(0, 100) || 'file';
  return { 'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}` };
}
