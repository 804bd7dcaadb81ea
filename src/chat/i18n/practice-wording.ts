// Which values the texts of practice, rounds and exams take.

import type { DayDone } from '../../quiz/learning/pace.ts';
import { hasPassed, type ProgressLine, roundedPoints, type Tally } from '../../quiz/learning/progress.ts';
import type { DisputeVerdict, MemoryFit, Notice, Pace } from '../../quiz/learning/records.ts';
import type { GroupLine } from '../../quiz/learning/statistics.ts';
import { message, messageFrom } from './message.ts';
import type { Texts } from './texts.ts';

const percent = (part: number, all: number): string => (all === 0 ? '–' : `${Math.round((100 * part) / all)}%`);

/** A tally and the share of the points that passes; null: nobody fails. */
interface JudgedTally {
  readonly tally: Tally;
  readonly passShare: number | null;
}

function scores(t: Texts) {
  const scoreText = message(t.parts.score, 'right', 'all', 'percent', 'left?');
  const score = ({ right, answered, all }: Tally) =>
    scoreText(right, all, percent(right, all), answered < all ? all - answered : null);
  const pointsText = message(t.parts.points, 'points', 'all', 'percent', 'right', 'left?', 'withdrawn?', 'doubtful?');
  const points = (tally: Tally) => {
    const { all, answered, right, withdrawn, doubtful } = tally;
    const open = all - answered;
    const rest = [open, withdrawn, doubtful].map((count) => (count > 0 ? count : null));
    const [left = null, gone = null, near = null] = rest;
    return pointsText(roundedPoints(tally), all, percent(tally.points, all), right, left, gone, near);
  };
  const judged = (tally: Tally, passShare: number | null) => {
    if (passShare === null) return points(tally);
    return `${points(tally)} · ${hasPassed(tally, passShare) ? t.parts.passed : t.parts.failed}`;
  };
  const [summary, resultLine, ownResult] = [
    message(t.summary, 'score'),
    message(t.resultLine, 'place', 'who', 'score'),
    message(t.ownResult, 'code', 'score'),
  ];
  return {
    summary: (tally: Tally) => summary(score(tally)),
    resultLine: (place: number, who: string, { tally, passShare }: JudgedTally) =>
      resultLine(place, who, judged(tally, passShare)),
    ownResult: (code: string, { tally, passShare }: JudgedTally) => ownResult(code, judged(tally, passShare)),
    passed: (isPassed: boolean) => (isPassed ? t.parts.passed : t.parts.failed),
  };
}

function quizzes(t: Texts) {
  return {
    quizUsage: message(t.quizUsage, 'most'),
    knownDistricts: message(t.knownDistricts, 'districts[]'),
    nothingFits: message(t.nothingFits, 'words[]'),
    nothingDue: message(t.nothingDue, 'next?'),
    place: message(t.place, 'n', 'all'),
    partly: message(t.partly, 'found', 'all'),
    rightAnswer: message(t.rightAnswer, 'answer'),
    point: (text: string, isFound: boolean) => `${isFound ? '✓' : '✗'} ${text}`,
    answeredAlready: (isRight: boolean) => (isRight ? t.parts.answeredRight : t.parts.answeredWrong),
    wrongOne: message(t.wrongOne, 'question', 'answer'),
    backTo: message(t.backTo, 'question'),
    givenUp: message(t.givenUp, 'answer'),
    quizOn: message(t.quizOn, 'about', 'items'),
    notices: (notices: readonly Notice[], left: number) =>
      [
        t.notices,
        ...notices.map((notice) => noticeLine(t, notice)),
        ...(left > 0 ? [message(t.parts.noticesMore, 'left')(left)] : []),
      ].join('\n'),
  };
}

function noticeLine(t: Texts, notice: Notice): string {
  if (notice.kind !== 'decided') return message(t.parts.notice[notice.kind], 'question')(notice.question);
  return message(
    t.parts.notice.decided,
    'question',
    'verdict',
  )(notice.question, t.parts.noticeVerdicts[notice.verdict]);
}

function progress(t: Texts) {
  const numbers = message(t.progressAll, 'seen', 'items', 'percent', 'mastered', 'due');
  const progressAll = ({ seen, items, right, answers, due, mastered }: Omit<ProgressLine, 'name'>) =>
    numbers(seen, items, percent(right, answers), mastered, due);
  const line = message(t.progressLine, 'name', 'numbers');
  const groupAll = message(t.groupAll, 'learners', 'answers', 'percent');
  const groupLine = message(t.groupLine, 'name', 'percent', 'learners', 'answers');
  const groupHard = message(t.groupHard, 'question', 'learners', 'percent');
  const reminderNow = message(t.parts.reminderNow, 'now');
  return {
    progressAll,
    progressLine: (entry: ProgressLine & { readonly name: string }) => line(entry.name, progressAll(entry)),
    groupAll: ({ learners, answers, right }: Omit<GroupLine, 'name'>) =>
      groupAll(learners, answers, percent(right, answers)),
    groupLine: ({ name, learners, answers, right }: GroupLine) =>
      groupLine(name, percent(right, answers), learners, answers),
    groupHard: (hard: { readonly question: string; readonly learners: number; readonly share: number }) =>
      groupHard(hard.question, hard.learners, percent(hard.share, 1)),
    streak: message(t.streak, 'days'),
    reminder: message(t.reminder, 'due'),
    remindUsage: (now: string | null) =>
      [now === null ? t.parts.noReminder : reminderNow(now), ...t.remindUsage].join('\n'),
    noSuchTime: message(t.noSuchTime, 'time'),
    /** By how a channel reminds. */
    remindSet: {
      message: message(t.remindSet.message, 'time', 'zone'),
      page: message(t.remindSet.page, 'time', 'zone'),
      never: message(t.remindSet.never, 'time', 'zone'),
    },
    noSuchZone: message(t.noSuchZone, 'zone'),
    pauseUsage: message(t.pauseUsage, 'most'),
    paused: message(t.paused, 'until'),
  };
}

function pacing(t: Texts) {
  const now = messageFrom(t.paceNow, ...(['fresh', 'reviews', 'goal', 'answers', 'freshDone', 'reviewsDone'] as const));
  const memoryTexts = {
    own: message(t.memory.own, 'reviews', 'heldOut', 'loss', 'usualLoss'),
    usual: message(t.memory.usual, 'reviews', 'heldOut', 'loss', 'usualLoss'),
  };
  const goalToday = message(t.parts.goalToday, 'done', 'goal');
  const goalDone = message(t.parts.goalDone, 'goal');
  return {
    selfMarked: (isRight: boolean) => (isRight ? t.parts.selfMarked.right : t.parts.selfMarked.wrong),
    paceNow: ({ newPerDay, reviewsPerDay, goal }: Pace, done: DayDone) =>
      now({
        fresh: newPerDay ?? t.parts.noBound,
        reviews: reviewsPerDay ?? t.parts.noBound,
        goal: goal ?? t.parts.noGoal,
        answers: done.answers,
        freshDone: done.fresh,
        reviewsDone: done.reviews,
      }),
    memory: ({ parameters, reviews, heldOut, loss, usualLoss }: MemoryFit) =>
      memoryTexts[parameters === null ? 'usual' : 'own'](reviews, heldOut, loss.toFixed(3), usualLoss.toFixed(3)),
    newFull: message(t.newFull, 'count'),
    reviewsFull: message(t.reviewsFull, 'count'),
    aheadButton: message(t.aheadButton, 'count'),
    rested: message(t.rested, 'days'),
    goal: (done: number, goal: number) => (done >= goal ? goalDone(goal) : goalToday(done, goal)),
  };
}

function exams(t: Texts) {
  const paperDone = message(t.paperDone, 'answered', 'all', 'when');
  const paperLater = message(t.parts.paperLater, 'endsAt');
  const latest = message(t.parts.resultsLatest, 'codes[]');
  const columns = message(t.resultColumns, 'zone');
  return {
    examUsage: messageFrom(t.examUsage, 'items', 'minutes', 'hours'),
    examMade: messageFrom(t.examMade, 'code', 'items', 'minutes', 'endsAt', 'about?', 'seed'),
    examLink: message(t.examLink, 'link'),
    examStart: messageFrom(t.examStart, 'code', 'about?', 'items', 'minutes', 'endsAt'),
    examRules: {
      ...t.parts.examRules,
      later: message(t.parts.examRules.later, 'at'),
      pass: (share: number) => message(t.parts.examRules.pass, 'percent')(percent(share, 1)),
    },
    paperState: messageFrom(t.paperState, 'answered', 'all', 'open?', 'minutes'),
    answeredBefore: message(t.answeredBefore, 'answer'),
    handInSure: message(t.handInSure, 'count'),
    doubtfulAnswer: messageFrom(t.doubtfulAnswer, 'n', 'who', 'answer', 'question', 'key'),
    tooFewItems: message(t.tooFewItems, 'count'),
    examEnded: message(t.examEnded, 'code'),
    noSuchExam: message(t.noSuchExam, 'code'),
    examBegun: message(t.examBegun, 'items', 'minutes'),
    paperDone: (answered: number, all: number, endsAt: string | null) =>
      paperDone(answered, all, endsAt === null ? t.parts.paperOver : paperLater(endsAt)),
    resultsUsage: (codes: readonly string[]) => (codes.length === 0 ? t.resultsUsage : latest(codes)),
    resultsLater: message(t.resultsLater, 'endsAt'),
    resultsOf: messageFrom(t.resultsOf, 'code', 'about?', 'papers'),
    stillOpen: message(t.stillOpen, 'endsAt'),
    resultColumns: (zone: string) => columns(zone).split('\n'),
  };
}

/** A disputed item as maintainers see it. */
interface DisputeLine {
  /** Its number in the list. */
  readonly n: number;
  readonly question: string;
  readonly options: readonly string[];
  readonly reasons: readonly string[];
  readonly answer: string;
  readonly source: string;
  /** How many learners reported it. */
  readonly reports: number;
  readonly statistics: string | null;
}

function disputes(t: Texts) {
  const texts = {
    answer: message(t.parts.disputeAnswer, 'answer'),
    source: message(t.parts.disputeSource, 'source'),
    reports: message(t.parts.disputeReports, 'reports'),
    reasons: message(t.parts.disputeWhy, 'reasons[]'),
    statistics: messageFrom(t.statistics, 'learners', 'percent', 'discrimination?'),
    decided: message(t.disputeDecided, 'verdict'),
  };
  return {
    disputeRaised: message(t.disputeRaised, 'question'),
    disputeLine: ({ n, question, options, answer, source, reports, reasons, statistics }: DisputeLine) => {
      const facts = [reports > 0 ? texts.reports(reports) : t.parts.disputeOdd, statistics];
      const lines = [
        ...options,
        texts.answer(answer),
        texts.source(source),
        facts.filter((part) => part !== null).join(' · '),
        ...(reasons.length > 0 ? [texts.reasons(reasons)] : []),
      ];
      return [`${n}. ${question}`, ...lines.map((line) => `${t.parts.indent}${line}`)].join('\n');
    },
    statistics: (all: { readonly learners: number; readonly right: number; readonly discrimination: number | null }) =>
      texts.statistics({
        learners: all.learners,
        percent: percent(all.right, 1),
        discrimination: all.discrimination?.toFixed(2) ?? null,
      }),
    disputeDecided: (verdict: DisputeVerdict) => texts.decided(t.parts.disputeDone[verdict]),
  };
}

function rounds({ round }: Texts) {
  const line = message(round.line, 'place', 'name', 'right', 'asked');
  return {
    ...round,
    usage: messageFrom(round.usage, 'questions', 'minSeconds', 'maxSeconds'),
    underWay: message(round.underWay, 'n', 'count'),
    question: message(round.question, 'n', 'count', 'seconds?'),
    result: message(round.result, 'asked', 'players'),
    line: (place: number, name: string, { right, asked }: { readonly right: number; readonly asked: number }) =>
      line(place, name, right, asked),
    person: message(round.person, 'user'),
  };
}

/** Returns what is said in practice, rounds and exams in the language of the texts. */
export function practiceWording(t: Texts) {
  return {
    ...scores(t),
    ...quizzes(t),
    ...progress(t),
    ...pacing(t),
    ...exams(t),
    ...disputes(t),
    round: rounds(t),
  };
}
