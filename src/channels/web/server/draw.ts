// Draws replies as JSON. Selects fields; adds no word of its own.
import { Buffer } from 'node:buffer';
import { answerJson, itemJson } from '../../../chat/json.ts';
import type { Reply } from '../../../chat/reply.ts';
import type { ReportMeta } from '../../../types.ts';
import type { DocumentJson, ReplyJson } from './types.ts';

/** A report beside its text. */
export function documentJson({ id, path, title, district, publisher, publishedOn, url }: ReportMeta): DocumentJson {
  return { id, path, title, district, publisher, publishedOn, url };
}

/** A reply as JSON; null stays null. */
export function replyJson(reply: Reply | null): ReplyJson | null {
  if (reply === null) return null;
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

/** A quiz item with what is known of its report. */
export function quizItemJson(item: Parameters<typeof itemJson>[0]): object {
  return itemJson(item, documentJson);
}
