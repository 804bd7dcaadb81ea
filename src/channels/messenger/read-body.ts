// Fetches what somebody sent over a messenger.

/** Fetches a file. @throws Error where it cannot be had; the message holds no address */
export async function fetchFile(address: string, init: RequestInit, platform: string): Promise<Response> {
  const response = await fetch(address, init).catch(() => null);
  if (response?.ok !== true) throw new Error(`a file could not be fetched from ${platform}`);
  return response;
}

/** Returns the size that a response tells; null where it tells none. */
export function toldSize(response: Response): number | null {
  const length = response.headers.get('content-length');
  return length === null ? null : Number(length);
}

/** Reads a response's body. @throws Error where it is larger than allowed */
export async function readBody(response: Response, maxBytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > maxBytes) throw new Error('a file from a messenger is larger than allowed');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
