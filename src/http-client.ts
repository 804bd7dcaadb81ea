// Requests to servers that an operator names. Redirects are answers, never followed: they would carry secrets to other places. Answers
// are read to a bound.

/** An answer, read whole. */
export interface HttpText {
  /** A redirect keeps its own. */
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What is sent as JSON, and how much may come back. */
export interface JsonPost {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: object;
  readonly signal?: AbortSignal | undefined;
  readonly maxBytes: number;
}

/** An answer that is larger than allowed. */
export class TooLargeError extends Error {
  constructor(maxBytes: number) {
    super(`the answer is larger than allowed (${maxBytes} bytes)`);
  }
}

/** Posts JSON to a server. @throws as `requestText` */
export function postJson(address: string, { headers, body, signal, maxBytes }: JsonPost): Promise<HttpText> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  };
  return requestText(address, init, maxBytes);
}

/** Makes a request. @throws TypeError where no answer comes, TooLargeError, and what the signal throws */
export async function requestText(address: string, init: RequestInit, maxBytes: number): Promise<HttpText> {
  const response = await fetch(address, { ...init, redirect: 'manual' });
  const { status, headers } = response;
  return { status, headers, text: new TextDecoder().decode(await readBody(response, maxBytes)) };
}

/** Reads a response's body. @throws TooLargeError, as soon as it is known */
export async function readBody(response: Response, maxBytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > maxBytes) throw new TooLargeError(maxBytes);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** True for a status after which another try may do: too late, too often, a fault of the server. */
export function isPassingStatus(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}
