// Files over DingTalk: those that people send are fetched, ours are uploaded, in an archive where DingTalk takes no other form.
import JSZip from 'jszip';
import type { OpenedFile } from '../messenger/adapter.ts';
import type { Answer } from '../messenger/answer.ts';
import { fetchFile, readBody, toldSize } from '../messenger/read-body.ts';
import type { DingtalkApi } from './api.ts';
import { type DingtalkUpdate, FILE_ENDINGS } from './protocol.ts';

/** Opens the file of an update. @throws Error where it cannot be fetched */
export async function openFile(
  { content }: DingtalkUpdate,
  { call, robotCode }: Pick<DingtalkApi, 'call' | 'robotCode'>,
  signal: AbortSignal,
): Promise<OpenedFile> {
  const downloadCode = content?.downloadCode ?? content?.richText?.flatMap((part) => part.downloadCode ?? [])[0];
  const answer = await call('POST', '/v1.0/robot/messageFiles/download', { downloadCode, robotCode });
  const { downloadUrl } = (answer === 'lost' ? {} : answer.body) as { readonly downloadUrl?: string };
  const response = await fetchFile(downloadUrl ?? '', { signal }, 'DingTalk');
  return {
    name: content?.fileName ?? 'picture.jpg',
    sizeBytes: toldSize(response),
    download: (maxBytes) => readBody(response, maxBytes),
  };
}

/** A file as DingTalk takes it. */
export interface SentFile {
  readonly name: string;
  readonly ending: string;
  readonly bytes: Uint8Array;
}

/** Returns a file as DingTalk takes it: as it is where its ending is one that a robot may send, else in an archive. */
export async function packFile(name: string, text: string): Promise<SentFile> {
  const ending = /\.(\w+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  if (FILE_ENDINGS.has(ending)) return { name, ending, bytes: Buffer.from(text, 'utf8') };
  const bytes = await new JSZip().file(name, text).generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
  return { name: `${name}.zip`, ending: 'zip', bytes };
}

/** Uploads a file; returns the parameters of the message that shows it, or the answer where that failed. */
export async function uploadFile(
  { name, text }: { readonly name: string; readonly text: string },
  { upload }: Pick<DingtalkApi, 'upload'>,
): Promise<{ readonly parameters: object } | { readonly failed: Answer }> {
  const file = await packFile(name, text);
  const answer = await upload(file.name, file.bytes);
  if (answer === 'lost' || answer.code !== 0) return { failed: answer };
  const { media_id: mediaId } = answer.body as { readonly media_id?: string };
  return { parameters: { mediaId, fileName: file.name, fileType: file.ending } };
}
