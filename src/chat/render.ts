// Draws blocks as plain text: what the terminal prints and what scripts get. A posed question becomes lettered lines.
import { letterOf } from '../quiz/grade/answer-text.ts';
import type { Answer, Language } from '../types.ts';
import { answerBlocks } from './asking/compose.ts';
import { wordingFor } from './i18n/wording.ts';
import type { Block, Posed, Reply } from './reply.ts';

export { letterOf };

/** The question, its options under their letters, and how to answer. */
export function linesOfPosed({ form, question, options }: Posed, language: Language): Block[] {
  const lettered = options.map((option, index) => `${letterOf(index)}. ${option}`).join('\n');
  return [
    { kind: 'headline', text: question },
    ...(lettered === '' ? [] : [{ kind: 'text', text: lettered } as const]),
    { kind: 'notice', text: wordingFor(language).answerHints[form] },
  ];
}

/** A block as plain text. Exact words stand between 【 and 】 amid their neighbours. */
function renderBlock(block: Block): string {
  return block.kind === 'quote' ? `${block.before}【${block.text}】${block.after}` : block.text;
}

/** A reply as plain text, one block a line, a posed question as lettered lines; buttons are left out. */
export function renderReply({ blocks, posed, language }: Reply): string {
  return [...blocks, ...(posed === undefined ? [] : linesOfPosed(posed, language))].map(renderBlock).join('\n');
}

/**
 * The whole message of an answer as a reader sees it: the direct answer, further claims with their marks, source lines;
 * or the refusal with the nearest evidence. ≤ 1,500 UTF-16 units.
 */
export function renderText(answer: Answer): string {
  const wording = wordingFor(answer.interpretation.language);
  return answerBlocks(answer, wording).map(renderBlock).join('\n');
}
