// What is said of rounds in groups and of what is due, in every language of ours. Words only.
import type { Language } from '../../../types.ts';

/** Words of rounds. */
export interface RoundWording {
  readonly usage: (most: {
    readonly questions: number;
    readonly minSeconds: number;
    readonly maxSeconds: number;
  }) => string;
  readonly noItems: string;
  readonly underWay: (n: number, count: number) => string;
  readonly question: (n: number, count: number, seconds: number | null) => string;
  readonly next: string;
  readonly scores: string;
  readonly end: string;
  readonly starterOnly: string;
  readonly passed: string;
  readonly ended: string;
  readonly result: (asked: number, players: number) => string;
  readonly nobody: string;
  readonly line: (place: number, name: string, score: { readonly right: number; readonly asked: number }) => string;
  readonly person: (user: string) => string;
  readonly reminder: (due: number) => string;
  readonly begin: string;
  readonly timeUp: string;
}

const CHINESE: RoundWording = {
  usage: ({ questions, minSeconds, maxSeconds }) =>
    `用法：/round [题数 1–${questions}] [每题秒数 ${minSeconds}–${maxSeconds}] [区县] [主题]。不写秒数则不限时，由发起人按「下一题」推进。`,
  noItems: '还没有可以出的题：先要有收录的报告。',
  underWay: (n, count) => `本群正在进行一轮答题（第 ${n}/${count} 题）。`,
  question: (n, count, seconds) => `第 ${n}/${count} 题${seconds === null ? '' : ` · ${seconds} 秒`}`,
  next: '下一题',
  scores: '看成绩',
  end: '结束',
  starterOnly: '只有发起人或维护人员可以推进或结束这一轮。',
  passed: '这一题已经过去了。',
  ended: '这一轮已经结束。',
  result: (asked, players) => `本轮结束：共 ${asked} 题，${players} 人作答。`,
  nobody: '本轮结束，没有人作答。',
  line: (place, name, { right, asked }) => `${place}. ${name}　${right}/${asked}`,
  person: (user) => `用户 ${user}`,
  reminder: (due) => `今天有 ${due} 道题到期，复习几分钟吧。不想要提醒：/remind off`,
  begin: '开始复习',
  timeUp: '答题时间到。',
};

const ENGLISH: RoundWording = {
  usage: ({ questions, minSeconds, maxSeconds }) =>
    `Usage: /round [questions 1–${questions}] [seconds each ${minSeconds}–${maxSeconds}] [district] [topic]. Without seconds there is no time limit: whoever began presses “Next”.`,
  noItems: 'There is nothing to ask yet: reports come first.',
  underWay: (n, count) => `A round is under way in this group (question ${n} of ${count}).`,
  question: (n, count, seconds) => `Question ${n}/${count}${seconds === null ? '' : ` · ${seconds} s`}`,
  next: 'Next',
  scores: 'Scores',
  end: 'End',
  starterOnly: 'Only the one who began this round, or a maintainer, can move it on or end it.',
  passed: 'That question has passed.',
  ended: 'This round has ended.',
  result: (asked, players) => `The round is over: ${asked} questions, ${players} players.`,
  nobody: 'The round is over; nobody answered.',
  line: (place, name, { right, asked }) => `${place}. ${name}  ${right}/${asked}`,
  person: (user) => `User ${user}`,
  reminder: (due) => `${due} ${due === 1 ? 'question is' : 'questions are'} due today. No more reminders: /remind off`,
  begin: 'Review now',
  timeUp: 'Time is up.',
};

/** The words of rounds in a language. */
export function roundWordingFor(language: Language): RoundWording {
  return language === 'en' ? ENGLISH : CHINESE;
}
