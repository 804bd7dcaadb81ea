// What is said of a message that comes while an item is open and does not answer it, in our languages.
import type { Language } from '../../../types.ts';

/** Words around an open item. */
export interface TypedWording {
  /** Behind how to answer: what else one may do. */
  readonly orElse: string;
  /** Leads back to the open item after a question asked in between. */
  readonly backTo: (question: string) => string;
  /** The item is given up: what would have been right. */
  readonly givenUp: (answer: string) => string;
  /** What a set was asked for, as it was understood. */
  readonly quizOn: (about: string, items: number) => string;
  /** In an exam nothing is revealed. */
  readonly notRevealed: string;
}

/** The words of each language. */
export const TYPED_WORDING: Readonly<Record<Language, TypedWording>> = {
  zh: {
    orElse: '向报告提问请以“？”结尾；“跳过”换下一题，“题目”再看本题，“结束”停止。',
    backTo: (question) => `这道题还在等你回答（发“题目”再看）：${question}`,
    givenUp: (answer) => `已跳过。正确答案：${answer}`,
    quizOn: (about, items) => `范围：${about}（共 ${items} 题可出）`,
    notRevealed: '考试中不公布答案；不会可以发“跳过”。',
  },
  en: {
    orElse: 'To ask the reports, end with “?”. “skip” goes on, “question” shows this one again, “stop” ends.',
    backTo: (question) => `This one still awaits your answer (“question” shows it again): ${question}`,
    givenUp: (answer) => `Skipped. Right answer: ${answer}`,
    quizOn: (about, items) => `On: ${about} (${items} to draw from)`,
    notRevealed: 'Answers are not revealed during an exam; “skip” goes on.',
  },
};
