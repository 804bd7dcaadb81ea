// Our words in practice, rounds and exams, in Chinese; every other language has the shape of this one.

import type { ProgressLine, Tally } from '../../../quiz/learning/progress.ts';
import type { DisputeVerdict, Exam, Notice } from '../../../quiz/learning/records.ts';
import type { GroupLine } from '../../../quiz/learning/statistics.ts';

const percent = (part: number, all: number): string => (all === 0 ? '–' : `${Math.round((100 * part) / all)}%`);
const score = ({ right, answered, all }: Tally): string =>
  `答对 ${right}/${all}（${percent(right, all)}）${answered < all ? `，未答 ${all - answered}` : ''}`;

const DECIDED: Readonly<Record<DisputeVerdict, string>> = {
  retired: '已停用这道题',
  fixed: '已修正，会再出给你',
  dismissed: '核对无误，予以保留',
};

function noticeLine(notice: Notice): string {
  switch (notice.kind) {
    case 'retired':
      return `· 已停用，不再出题：${notice.question}`;
    case 'changed':
      return `· 报告有更新，答案变了，请重新练习：${notice.question}`;
    case 'decided':
      return `· 你反映的题目，${DECIDED[notice.verdict]}：${notice.question}`;
  }
}

const numbers = ({ seen, items, right, answers, due, mastered }: Omit<ProgressLine, 'name'>): string =>
  [`练过 ${seen}/${items} 题`, `答对率 ${percent(right, answers)}`, `已掌握 ${mastered}`, `待复习 ${due}`].join(' · ');

/** Chinese wording of practice. */
export const practiceChinese = {
  quizUsage: (most: number) =>
    [
      `写法：/quiz 区县 主题 题数（都可省略，题数不超过 ${most}）`,
      '/quiz　先复习到期的，再出新题',
      '/quiz 10　出 10 道',
      '/quiz 某区 营商环境 5　只出某区营商环境的 5 道',
      '答题时：选择题回复字母，填空题直接写；/skip 跳过，/stop 结束。',
    ].join('\n'),
  knownDistricts: (districts: readonly string[]) => `可选的区县：${districts.join('、')}`,
  noItems: '收录的报告里还出不了题。请维护人员先收录报告。',
  nothingFits: (words: readonly string[]) => `没有与「${words.join(' ')}」有关的题目。`,
  nothingDue: (next: string | null) =>
    `现在没有到期要复习的题。${next === null ? '' : `下一道在 ${next} 到期。`}想继续可以用 /quiz。`,
  noMistakes: '没有答错后还没答对的题。',
  place: (n: number, all: number) => `第 ${n}/${all} 题`,
  right: '✓ 答对了。',
  wrong: '✗ 答错了。',
  partly: (found: number, all: number) => `（${all} 项中答到 ${found} 项）`,
  rightAnswer: (answer: string) => `正确答案：${answer}`,
  point: (text: string, isFound: boolean) => `${isFound ? '✓' : '✗'} ${text}`,
  wordsButton: '打开原文',
  disputeButton: '这题有误',
  answeredAlready: (isRight: boolean) => `这道题已经答过了（${isRight ? '答对' : '答错'}），不再计分。`,
  tooLate: '这道题已过答题时间，没有计分，以后会再出。',
  cannotRead: {
    one: '请回复一个选项的字母，例如 B。',
    several: '请回复所有正确选项的字母，例如 AC。',
    order: '请按顺序回复全部字母，每个一次，例如 BADC。',
    typed: '请写出答案。',
  },
  skipped: '已跳过。',
  nothingToSkip: '现在没有正在答的题。用 /quiz 开始。',
  ended: '练习已结束。',
  summary: (tally: Tally) => `本组完成：${score(tally)}`,
  wrongOne: (question: string, answer: string) => `✗ ${question}\n　${answer}`,
  notAnswered: '没有答题。',
  disputeNoted: '已记下，会请维护人员核对，谢谢。',
  disputeNotedWhy: '已记下，会请维护人员核对，谢谢。哪里有误？也可以用 /fault 加一句话说明。',
  disputeReasons: { answer: '答案不对', question: '题意不清', source: '与原文不符' },
  disputeRaised: (question: string) => `有学员认为这题有误（见 /faults）：${question}`,
  nothingToDispute: '还没有答过题，没有可以反映的题目。',
  notices: (notices: readonly Notice[], left: number) =>
    ['题目有变动：', ...notices.map(noticeLine), ...(left > 0 ? [`还有 ${left} 道，下次再说。`] : [])].join('\n'),
  orElse: '向报告提问请以“？”结尾；“跳过”换下一题，“题目”再看本题，“结束”停止。',
  backTo: (question: string) => `这道题还在等你回答（发“题目”再看）：${question}`,
  givenUp: (answer: string) => `已跳过。正确答案：${answer}`,
  quizOn: (about: string, items: number) => `范围：${about}（共 ${items} 题可出）`,
  notRevealed: '考试中不公布答案；不会可以发“跳过”。',
  reminder: (due: number) => `今天有 ${due} 道题到期，复习几分钟吧。不想要提醒：/remind off`,
  beginReview: '开始复习',
  timeUp: '答题时间到。',
  noProgress: '还没有答过题。用 /quiz 开始。',
  progressAll: (all: Omit<ProgressLine, 'name'>) => numbers(all),
  progressLine: (line: ProgressLine & { readonly name: string }) => `· ${line.name}：${numbers(line)}`,
  groupNothing: '还没有人答过题。',
  groupAll: ({ learners, answers, right }: Omit<GroupLine, 'name'>) =>
    `全体：${learners} 人答题 ${answers} 次，答对率 ${percent(right, answers)}（由弱到强）`,
  groupLine: ({ name, learners, answers, right }: GroupLine) =>
    `· ${name}：答对率 ${percent(right, answers)}（${learners} 人，${answers} 次）`,
  groupHardest: '最难的题',
  groupHard: ({
    question,
    learners,
    share,
  }: {
    readonly question: string;
    readonly learners: number;
    readonly share: number;
  }) => `· ${question}（${learners} 人答过，首答答对 ${percent(share, 1)}）`,
  byDistrict: '按区县',
  byTopic: '按主题',
  noDistrict: '未注明区县',
  streak: (days: number) => `连续练习 ${days} 天`,
  remindUsage: (now: string | null) =>
    [
      now === null ? '现在没有设提醒。' : `现在的提醒：${now}`,
      '写法：/remind 08:30　每天这个时间有题到期才提醒',
      '/remind 08:30 Asia/Urumqi 或 /remind 08:30 +6　按别的时区',
      '/remind off　不再提醒',
    ].join('\n'),
  remindSet: (time: string, zone: string) => `好，每天 ${time}（${zone}）有题到期时提醒你。/remind off 取消。`,
  remindOff: '已取消提醒。',
  noSuchZone: (zone: string) => `没有「${zone}」这个时区。请写 Asia/Shanghai 这样的名字，或 +8 这样的时差。`,
  pauseUsage: (most: number) => `写法：/pause 天数（1 到 ${most}）；/pause 0 恢复。`,
  paused: (until: string) => `已暂停提醒，到 ${until} 恢复。/pause 0 提前恢复。`,
  resumed: '已恢复提醒。',
  examUsage: (most: { readonly items: number; readonly minutes: number; readonly hours: number }) =>
    [
      '写法：/exam 题数 分钟 [小时] [区县] [主题] [seed=数]',
      `题数不超过 ${most.items}，每份卷答题时间不超过 ${most.minutes} 分钟；考试在若干小时后结束（默认 24，不超过 ${most.hours}）。`,
      '例如：/exam 20 30　或　/exam 10 15 2 某区 党建 seed=7',
      '参加考试：/exam 考试码　提前结束：/exam 考试码 end　成绩：/results 考试码',
    ].join('\n'),
  examJoinUsage: '写法：/exam 考试码（由维护人员给出）。',
  examMade: ({
    code,
    items,
    minutes,
    endsAt,
    about,
    seed,
  }: Pick<Exam, 'code' | 'minutes' | 'about' | 'seed'> & { readonly items: number; readonly endsAt: string }) =>
    [
      `考试已建立，考试码 ${code}`,
      `${items} 题，每人 ${minutes} 分钟，${endsAt} 结束${about === '' ? '' : `，范围：${about}`}（seed=${seed}）`,
      `学员发送 /exam ${code} 参加，每人一次；结束前不公布对错。成绩：/results ${code}`,
    ].join('\n'),
  tooFewItems: (count: number) => `符合范围的题只有 ${count} 道，请减少题数或放宽范围。`,
  examEndButton: '现在结束考试',
  examEnded: (code: string) => `考试 ${code} 已结束。成绩：/results ${code}`,
  noSuchExam: (code: string) => `没有考试码为 ${code} 的考试。`,
  examOver: '这场考试已经结束。',
  examBegun: (items: number, minutes: number) =>
    `考试开始：共 ${items} 题，限时 ${minutes} 分钟，中途不公布对错。/skip 放弃一题。`,
  examUnderWay: '你正在考试，请先答完；/stop 提前交卷。',
  heldBack: '考试中，交卷后再问。/stop 提前交卷。',
  recorded: '已记录。',
  paperClosed: '答题已结束，这次作答没有计分。',
  paperDone: (answered: number, all: number, endsAt: string | null) =>
    `已交卷：答了 ${answered}/${all} 题。${endsAt === null ? '考试已结束' : `成绩在 ${endsAt} 考试结束后公布`}，用 /results 查看。`,
  resultsUsage: (codes: readonly string[]) =>
    codes.length === 0 ? '写法：/results 考试码。' : `写法：/results 考试码。最近的考试：${codes.join('、')}`,
  resultsLater: (endsAt: string) => `成绩在 ${endsAt} 考试结束后公布。`,
  noPaper: '你没有参加这场考试。',
  resultsOf: ({ code, about, papers }: { readonly code: string; readonly about: string; readonly papers: number }) =>
    `考试 ${code}${about === '' ? '' : `（${about}）`}：${papers} 人参加`,
  noPapers: '还没有人参加。',
  stillOpen: (endsAt: string) => `考试还在进行，${endsAt} 结束。`,
  resultLine: (place: number, who: string, tally: Tally) => `${place}. ${who}：${score(tally)}`,
  resultColumns: (zone: string) => [
    '姓名',
    '编号',
    `开始（${zone}）`,
    `交卷（${zone}）`,
    '用时（分）',
    '已答',
    '答对',
    '总题数',
    '得分率',
  ],
  ownResult: (code: string, tally: Tally) => `考试 ${code}：${score(tally)}`,
  noDisputes: '没有待处理的题目。',
  disputeLine: ({
    n,
    question,
    options,
    answer,
    source,
    reports,
    reasons,
    statistics,
  }: {
    readonly n: number;
    readonly question: string;

    readonly options: readonly string[];
    readonly reasons: readonly string[];
    readonly answer: string;
    readonly source: string;
    readonly reports: number;
    readonly statistics: string | null;
  }) =>
    [
      `${n}. ${question}`,
      ...options.map((option) => `　${option}`),
      `　答案：${answer}`,
      `　出处：${source}`,
      `　${[reports > 0 ? `${reports} 人反映` : '统计异常', statistics].filter((part) => part !== null).join(' · ')}`,
      ...(reasons.length > 0 ? [`　理由：${reasons.join('；')}`] : []),
    ].join('\n'),
  statistics: ({
    learners,
    right,
    discrimination,
  }: {
    readonly learners: number;
    readonly right: number;
    readonly discrimination: number | null;
  }) =>
    `${learners} 人答过，答对率 ${Math.round(right * 100)}%${discrimination === null ? '' : `，区分度 ${discrimination.toFixed(2)}`}`,
  disputeVerdicts: { retired: '停用', dismissed: '驳回', fixed: '已修正' },
  disputesUsage: '写法：/faults 序号 停用|驳回|已修正',
  disputeDecided: (verdict: DisputeVerdict) =>
    `已处理：${{ retired: '停用', dismissed: '驳回', fixed: '已修正' }[verdict]}。`,
  round: {
    usage: ({
      questions,
      minSeconds,
      maxSeconds,
    }: {
      readonly questions: number;
      readonly minSeconds: number;
      readonly maxSeconds: number;
    }) =>
      `用法：/round [题数 1–${questions}] [每题秒数 ${minSeconds}–${maxSeconds}] [区县] [主题]。不写秒数则不限时，由发起人按「下一题」推进。`,
    noItems: '还没有可以出的题：先要有收录的报告。',
    underWay: (n: number, count: number) => `本群正在进行一轮答题（第 ${n}/${count} 题）。`,
    question: (n: number, count: number, seconds: number | null) =>
      `第 ${n}/${count} 题${seconds === null ? '' : ` · ${seconds} 秒`}`,
    next: '下一题',
    scores: '看成绩',
    end: '结束',
    starterOnly: '只有发起人或维护人员可以推进或结束这一轮。',
    passed: '这一题已经过去了。',
    ended: '这一轮已经结束。',
    result: (asked: number, players: number) => `本轮结束：共 ${asked} 题，${players} 人作答。`,
    nobody: '本轮结束，没有人作答。',
    line: (place: number, name: string, { right, asked }: { readonly right: number; readonly asked: number }) =>
      `${place}. ${name}　${right}/${asked}`,
    person: (user: string) => `用户 ${user}`,
  },
};

/** Everything said in practice. */
export type PracticeWording = typeof practiceChinese;
