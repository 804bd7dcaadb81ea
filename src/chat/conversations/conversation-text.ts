// A conversation as a text to keep: questions, answers with their marks, and the exact words behind each mark. Plain or Markdown.
import type { PastExchange } from '../../store/state/exchanges.ts';
import type { Citation } from '../../types.ts';
import { answerBlocks, citationsOf } from '../asking/compose.ts';
import { sourceLabel } from '../asking/place.ts';
import { isMended } from '../asking/reading.ts';
import { wordingFor } from '../i18n/wording.ts';

/** How a conversation is written. */
export type TextFormat = 'text' | 'markdown';

/** A conversation to be written. */
interface WrittenConversation {
  readonly name: string;
  readonly exchanges: readonly PastExchange[];
}

interface WritingOptions {
  readonly format: TextFormat;
  /** Returns the address at which the words of a citation can be read. */
  readonly addressOf: (citation: Citation) => string;
}

/** Longest answer that is written, in UTF-16 units: more than any answer has. */
const MAX_CHARACTERS = 20_000;

/** Returns a conversation as a text, oldest question first. */
export function conversationText({ name, exchanges }: WrittenConversation, options: WritingOptions): string {
  const [title, heading] = options.format === 'markdown' ? ['# ', '## '] : ['', ''];
  const parts = exchanges.map(({ question, answer, at }) => {
    const wording = wordingFor(answer.interpretation.language);
    const said = answerBlocks(answer, wording, MAX_CHARACTERS).filter(({ kind }) => kind !== 'source');
    const words = said.map(({ text }) => bare(text, options.format));
    const sources = citationsOf(answer).map((citation) => sourceLine(citation, options, wording.inOriginal));
    const day = at.toISOString().slice(0, 10);
    return [`${heading}${bare(question, options.format)}`, day, words.join('\n\n'), sources.join('\n')].join('\n\n');
  });
  return `${[`${title}${bare(name, options.format)}`, ...parts].join('\n\n')}\n`;
}

/** One line of a source: its number, its words (damaged ones behind their reading), where they stand. */
function sourceLine(citation: Citation, { format, addressOf }: WritingOptions, inOriginal: string): string {
  const { n, report, quote, reading, confidence } = citation;
  const exact = quote.replace(/\s+/gu, ' ').trim();
  const words = isMended(quote, reading) ? `「${reading}」（${inOriginal}：「${exact}」）` : `「${exact}」`;
  const line = `[${n}] ${bare(words, format)} ${bare(sourceLabel(report, confidence), format)} `;
  return format === 'markdown' ? `- ${line}<${addressOf(citation)}>` : line + addressOf(citation);
}

/** A text in which nothing is taken for Markdown: reports may hold any character. */
function bare(text: string, format: TextFormat): string {
  if (format === 'text') return text;
  return text.replace(/[\\`*_{}<>#|~]/gu, '\\$&').replace(/^(\s*)([-+]|\d+\.)(?=\s)/gmu, '$1\\$2');
}
