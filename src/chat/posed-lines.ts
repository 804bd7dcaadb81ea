// A posed question as lines of text, for where no form can show it: lettered options, and how to answer in writing. Decides nothing.
import { letterOf } from '../quiz/grade/answer-text.ts';
import type { Language } from '../types.ts';
import { wordingFor } from './i18n/wording.ts';
import type { Block, Posed } from './reply.ts';

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
