// Converts replies, reports and quiz items to the API's JSON.
import { Buffer } from 'node:buffer';
import { answerJson, itemJson } from '../../../chat/json.ts';
import type { Reply } from '../../../chat/reply.ts';
import type { ReportMeta } from '../../../types.ts';
import type { ReplyJson } from './schemas.ts';

/** Converts a report's metadata to JSON. */
export function documentJson({ id, path, title, district, publisher, publishedOn, url }: ReportMeta) {
  return { id, path, title, district, publisher, publishedOn, url };
}

/** Converts a reply to JSON. */
export function replyJson(reply: Reply): ReplyJson {
  const { language, blocks, buttons, shownAs, posed, shown, file, picture } = reply;
  return {
    language,
    blocks,
    buttons,
    ...(shownAs && { shownAs }),
    ...(posed && { posed }),
    ...(shown && { shown: { ...shown, answer: answerJson(shown.answer, documentJson) } }),
    ...(file && { file }),
    ...(picture && {
      picture: {
        name: picture.name,
        url: `data:image/png;base64,${Buffer.from(picture.png).toString('base64')}`,
        caption: picture.caption,
      },
    }),
  };
}

/** Converts a quiz item to JSON, with its key. */
export function quizItemJson(item: Parameters<typeof itemJson>[0]) {
  return itemJson(item, documentJson);
}
