// Draws replies and answers as JSON. Selects fields; adds no word of its own.
import { Buffer } from 'node:buffer';
import type { ItemView } from '../../chat/reading/items.ts';
import { renderText } from '../../chat/render.ts';
import type { Reply } from '../../chat/reply.ts';
import type { Answer, Citation, ReportMeta } from '../../types.ts';
import type { AnswerJson, CitationJson, DocumentJson, ReplyJson } from './types.ts';

/** A report beside its text. */
export function documentJson({ id, path, title, district, publisher, publishedOn, url }: ReportMeta): DocumentJson {
  return { id, path, title, district, publisher, publishedOn, url };
}

/** A citation with what is known of its report. */
function citationJson({ n, report, start, end, quote, reading, heading }: Citation): CitationJson {
  const document = documentJson(report);
  return { n, document, start, end, quote, ...(reading === null ? {} : { reading }), heading };
}

/** An answer in the shape of the command-line contract. */
export function answerJson(answer: Answer): AnswerJson {
  const shared = { text: renderText(answer), interpretation: answer.interpretation };
  if (answer.status === 'answered') {
    const { status, short, claims, mode } = answer;
    return { status, short, ...shared, claims, citations: answer.citations.map(citationJson), refusal: null, mode };
  }
  const { status, reason, message } = answer;
  const refusal = { reason, message, nearest: answer.nearest.map(citationJson) };
  return { status, short: '', ...shared, claims: [], citations: [], refusal, mode: 'extractive' };
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
    ...(shown && { shown: { ...shown, answer: answerJson(shown.answer) } }),
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

/** A quiz item as `quiz export` prints it. */
export function itemJson({ keyPoints, citation, ...item }: ItemView): object {
  const points = keyPoints?.map((point) => ({ text: point.text, citation: citationJson(point.citation) }));
  const accepted = item.kind === 'fill-in' ? { accepted: item.correct } : {};
  return { ...item, ...accepted, ...(points && { keyPoints: points }), citation: citationJson(citation) };
}
