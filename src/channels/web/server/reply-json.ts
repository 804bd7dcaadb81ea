// Converts replies, reports and quiz items to the API's JSON.
import { Buffer } from 'node:buffer';
import { answerJson, citationJson, documentJson, itemJson } from '../../../chat/json.ts';
import type { Reply } from '../../../chat/reply.ts';
import type { CitedDocument } from '../../../documents.ts';
import type { CitedDocumentJson, ReplyJson } from './schemas.ts';

/** Converts a document to JSON. */
export function citedDocumentJson({ title, about, sections, citations }: CitedDocument): CitedDocumentJson {
  const plain = structuredClone({ about, sections }) as Pick<CitedDocumentJson, 'about' | 'sections'>;
  return { title, ...plain, citations: citations.map((citation) => citationOf(citation)) };
}

function citationOf(citation: CitedDocument['citations'][number]): CitedDocumentJson['citations'][number] {
  const { heading, ...rest } = citationJson(citation, documentJson);
  return { ...rest, heading: [...heading] };
}

/** Converts a reply to JSON. */
export function replyJson(reply: Reply): ReplyJson {
  const { language, blocks, buttons, shownAs, posed, shown, document, file, picture } = reply;
  return {
    language,
    blocks,
    buttons,
    ...(shownAs && { shownAs }),
    ...(posed && { posed }),
    ...(shown && { shown: { ...shown, answer: answerJson(shown.answer, documentJson) } }),
    ...(document && { document: { content: citedDocumentJson(document.content), address: document.address } }),
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
