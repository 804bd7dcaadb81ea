// Uploads in pieces, as WeCom takes them.
import { randomUUID } from 'node:crypto';

/** What a call came to: an error code, 0 for none, and a body. */
export type Done = readonly [code: number, body?: object];

/** Uploads that are under way, and files that were uploaded. */
export interface Uploads {
  readonly uploads: Map<string, { name: string; size: number; chunks: number; pieces: Buffer[] }>;
  readonly media: Map<string, { name: string; text: string }>;
}

/** No uploads. */
export function createUploads(): Uploads {
  return { uploads: new Map(), media: new Map() };
}

/** Takes a call of an upload. */
export function upload(cmd: string, body: Readonly<Record<string, unknown>>, state: Uploads): Done {
  if (cmd === 'aibot_upload_media_init') {
    const id = randomUUID();
    const head = {
      name: String(body['filename']),
      size: Number(body['total_size']),
      chunks: Number(body['total_chunks']),
    };
    state.uploads.set(id, { ...head, pieces: [] });
    return [0, { upload_id: id }];
  }
  const found = state.uploads.get(String(body['upload_id']));
  if (found === undefined) return [40_007];
  if (cmd === 'aibot_upload_media_chunk') {
    found.pieces[Number(body['chunk_index'])] = Buffer.from(String(body['base64_data']), 'base64');
    return [0];
  }
  const bytes = Buffer.concat(found.pieces);
  if (bytes.length !== found.size || found.pieces.length !== found.chunks) return [40_058];
  const media_id = randomUUID();
  state.media.set(media_id, { name: found.name, text: bytes.toString('utf8') });
  return [0, { type: 'file', media_id, created_at: '1' }];
}
