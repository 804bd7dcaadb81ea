// Answers as documents: the question, the answer with its marks, its sources; one, or all of a conversation.
import type { CitedDocument, DocumentLine, DocumentSection } from '../../documents.ts';
import type { PastExchange } from '../../store/state/exchanges.ts';
import type { Citation } from '../../types.ts';
import { answerBlocks, citationsOf } from '../asking/compose.ts';
import { wordingFor } from '../i18n/wording.ts';
import type { DocumentMaking } from './brief-document.ts';

/** More than any answer has. */
const MAX_CHARACTERS = 20_000;
const MARK = /\[(\d+)\]/gu;

/** The lines of an answer as paragraphs, each with the citations that it marks. @param offset added to their numbers */
function linesOf({ answer }: PastExchange, offset: number): DocumentLine[] {
  const wording = wordingFor(answer.interpretation.language ?? 'zh');
  const numbers = new Set(citationsOf(answer).map(({ n }) => n));
  return answerBlocks(answer, wording, MAX_CHARACTERS)
    .filter(({ kind }) => kind !== 'source')
    .flatMap(({ text }) => text.split('\n'))
    .map((line) => line.replace(/^[·▸]\s*/u, '').trim())
    .filter((line) => line !== '')
    .map((line) => {
      const cited = [...line.matchAll(MARK)].map(([, n]) => Number(n)).filter((n) => numbers.has(n));
      const text = line.replace(MARK, (mark, n: string) => (numbers.has(Number(n)) ? '' : mark));
      return { label: null, text, citations: cited.map((n) => n + offset) };
    });
}

/** Returns exchanges as one document, oldest first; the citations are numbered through. @param title default: the one question */
export function answersDocument(
  exchanges: readonly PastExchange[],
  { wording, now }: DocumentMaking,
  title: string = exchanges[0]?.question ?? '',
): CitedDocument {
  const citations: Citation[] = [];
  const isOne = exchanges.length === 1;
  const sections = exchanges.map((exchange): DocumentSection => {
    const lines = linesOf(exchange, citations.length);
    for (const citation of citationsOf(exchange.answer)) citations.push({ ...citation, n: citations.length + 1 });
    return { title: isOne ? '' : exchange.question, level: 1, lines, table: null };
  });
  const day = (isOne ? (exchanges[0]?.at ?? now) : now).toISOString().slice(0, 10);
  return { title, about: [wording.documents.madeOn(day)], sections, citations };
}
