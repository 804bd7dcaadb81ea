// Compresses what the endpoints answer: reports and tables are text, and shrink to a third. It touches no stream, no download, and
// nothing that is compressed already.
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** Below this a packet holds it anyway. */
const MIN_BYTES = 1_400;
/** Texts that are whole when they leave; server-sent events are not. */
const WHOLE_TEXT = /^(?:application\/json|text\/(?:csv|html))\b/u;
const pack = promisify(gzip);

/** The response, compressed where that helps and the browser takes it. @param accepted the request's `Accept-Encoding` */
export async function compressed(response: Response, accepted: string): Promise<Response> {
  const { headers, status } = response;
  if (!WHOLE_TEXT.test(headers.get('content-type') ?? '') || headers.has('content-encoding')) return response;
  const given = new Headers(headers);
  given.append('vary', 'accept-encoding');
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isWorthIt = bytes.length >= MIN_BYTES && /\bgzip\b/u.test(accepted);
  if (!isWorthIt) return new Response(bytes, { status, headers: given });
  given.set('content-encoding', 'gzip');
  given.delete('content-length');
  return new Response(await pack(bytes), { status, headers: given });
}
