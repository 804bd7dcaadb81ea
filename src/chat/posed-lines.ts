// A posed question as lines of text, for where no form can show it: lettered options, and how to answer in writing. Decides nothing.
import { letterOf } from '../quiz/grade/answer-text.ts';
import type { Language } from '../types.ts';
import type { Block, Posed } from './reply.ts';

export { letterOf };

const HINTS: Readonly<Record<Language, Readonly<Record<Posed['form'], string>>>> = {
  zh: {
    one: '回复选项前的字母。',
    several: '可多选：回复所有正确选项的字母，如 AC。',
    order: '按正确的先后顺序回复字母，如 BCA。',
    typed: '直接回复你的答案。',
  },
  en: {
    one: 'Reply with the letter of your choice.',
    several: 'More than one may be right: reply with all their letters, such as AC.',
    order: 'Reply with the letters in the right order, such as BCA.',
    typed: 'Reply with your answer.',
  },
};

/** The question, its options under their letters, and how to answer. */
export function linesOfPosed({ form, question, options }: Posed, language: Language): Block[] {
  const lettered = options.map((option, index) => `${letterOf(index)}. ${option}`).join('\n');
  return [
    { kind: 'headline', text: question },
    ...(lettered === '' ? [] : [{ kind: 'text', text: lettered } as const]),
    { kind: 'notice', text: HINTS[language][form] },
  ];
}
