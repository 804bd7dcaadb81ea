// Fetches what somebody sent over a messenger.
export { readBody } from '../../http-client.ts';

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
