// Files over WeCom: those that people send are fetched and deciphered, ours are uploaded in pieces.
import { createDecipheriv, createHash } from 'node:crypto';
import type { OpenedFile } from '../messenger/adapter.ts';
import type { Answer } from '../messenger/answer.ts';
import { fetchFile, readBody, toldSize } from '../messenger/read-body.ts';
import type { WecomConnection } from './connection.ts';
import { LIMITS, type WecomFile } from './protocol.ts';

/** Bytes that the filling adds at most. */
const MAX_PADDING_BYTES = 32;

/** Opens a file that somebody sent; its name stands in the head of the response. @throws Error where it cannot be fetched */
export async function openFile({ url, aeskey }: WecomFile, signal: AbortSignal): Promise<OpenedFile> {
  const response = await fetchFile(url ?? '', { signal }, 'WeCom');
  const size = toldSize(response);
  return {
    name: nameIn(response.headers.get('content-disposition') ?? '') ?? 'file',
    sizeBytes: size === null ? null : Math.max(0, size - MAX_PADDING_BYTES),
    download: async (maxBytes) => {
      const bytes = await readBody(response, maxBytes + MAX_PADDING_BYTES);
      return aeskey === undefined ? bytes : decipher(bytes, aeskey);
    },
  };
}

/** Returns the file name in a Content-Disposition, RFC 5987's form first; null where there is none. */
export function nameIn(disposition: string): string | null {
  const encoded = /filename\*=UTF-8''([^;\s]+)/iu.exec(disposition)?.[1];
  const plain = /filename="?([^";]+)"?/iu.exec(disposition)?.[1]?.trim();
  const name = encoded ?? plain;
  if (name === undefined) return null;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Deciphers AES-256-CBC with PKCS#7 filling to 32 bytes; the first half of the key is the initial vector. @throws Error where that is not what it is */
export function decipher(bytes: Uint8Array, aesKey: string): Uint8Array {
  const key = Buffer.from(aesKey, 'base64');
  // Node takes off fillings to 16 bytes only.
  const machine = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([machine.update(bytes), machine.final()]);
  const padding = plain.at(-1) ?? 0;
  if (padding < 1 || padding > MAX_PADDING_BYTES || plain.subarray(-padding).some((byte) => byte !== padding))
    throw new Error('a file from WeCom cannot be deciphered');
  return plain.subarray(0, plain.length - padding);
}

/** Uploads a file; returns the answer to the last request, whose body names the file where it went well. */
export async function uploadFile(
  { name, text }: { readonly name: string; readonly text: string },
  { request }: Pick<WecomConnection, 'request'>,
): Promise<Answer> {
  const bytes = Buffer.from(text, 'utf8');
  const count = Math.max(1, Math.ceil(bytes.length / LIMITS.chunkBytes));
  const md5 = createHash('md5').update(bytes).digest('hex');
  const head = { type: 'file', filename: name, total_size: bytes.length, total_chunks: count, md5 };
  const begun = await request('aibot_upload_media_init', head);
  if (begun === 'lost' || begun.code !== 0) return begun;
  const { upload_id } = begun.body as { readonly upload_id?: string };
  for (let index = 0; index < count; index += 1) {
    const piece = bytes.subarray(index * LIMITS.chunkBytes, (index + 1) * LIMITS.chunkBytes).toString('base64');
    const body = { upload_id, chunk_index: index, base64_data: piece };
    const answer = await request('aibot_upload_media_chunk', body);
    if (answer === 'lost' || answer.code !== 0) return answer;
  }
  return request('aibot_upload_media_finish', { upload_id });
}
