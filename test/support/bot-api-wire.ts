// How calls of the Bot API and their replies look on the wire. Used by the stand-in.
import type { ServerResponse } from 'node:http';

/** A payload as JSON, or as a form whose files are read as text. */
export async function readPayload(body: Buffer, type: string): Promise<Record<string, unknown>> {
  if (!type.startsWith('multipart/')) return JSON.parse(body.toString('utf8') || '{}') as Record<string, unknown>;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const payload: Record<string, unknown> = {};
  // Telegraf repeats the method in its forms; the server does not mind.
  form.delete('method');
  for (const [name, value] of form) {
    if (typeof value !== 'string') payload[name] = await contentOf(value);
    else payload[name] = /^(?:-?\d+|[[{].*)$/su.test(value) ? JSON.parse(value) : value;
  }
  return payload;
}

/** A file as text; where it is none, one character a byte. */
async function contentOf(file: Blob): Promise<string> {
  const bytes = Buffer.from(await file.arrayBuffer());
  const text = bytes.toString('utf8');
  return text.includes('\uFFFD') ? bytes.toString('latin1') : text;
}

/** An injected fault, as the server tells it. */
interface ToldFault {
  readonly status: number;
  readonly retryAfterSeconds?: number;
  readonly migrateTo?: number;
  readonly description?: string;
}

/** Replies with an injected fault. */
export function sendFault(response: ServerResponse, fault: ToldFault): void {
  const { status, retryAfterSeconds, migrateTo, description = 'injected' } = fault;
  const parameters = { retry_after: retryAfterSeconds, migrate_to_chat_id: migrateTo };
  send(response, status, { description, parameters });
}

/** Replies as the Bot API does. */
export function send(response: ServerResponse, status: number, body: Readonly<Record<string, unknown>>): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(status === 200 ? { ok: true, ...body } : { ok: false, error_code: status, ...body }));
}
