// Our words in practice, rounds and exams, in English.

import type { ProgressLine, Tally } from '../../../quiz/learning/progress.ts';
import type { DisputeVerdict, Notice } from '../../../quiz/learning/records.ts';
import type { PracticeWording } from './wording-zh.ts';

const percent = (part: number, all: number): string => (all === 0 ? '–' : `${Math.round((100 * part) / all)}%`);
const score = ({ right, answered, all }: Tally): string =>
  `${right} of ${all} right (${percent(right, all)})${answered < all ? `, ${all - answered} unanswered` : ''}`;

const DECIDED: Readonly<Record<DisputeVerdict, string>> = {
  retired: 'was retired',
  fixed: 'was mended and will be put again',
  dismissed: 'was checked and stays',
};

function noticeLine(notice: Notice): string {
  switch (notice.kind) {
    case 'retired':
      return `· retired, not asked again: ${notice.question}`;
    case 'changed':
      return `· the report was updated and the answer with it, please practise anew: ${notice.question}`;
    case 'decided':
      return `· the question you reported ${DECIDED[notice.verdict]}: ${notice.question}`;
  }
}

const numbers = ({ seen, items, right, answers, due, mastered }: Omit<ProgressLine, 'name'>): string =>
  [`${seen} of ${items} seen`, `${percent(right, answers)} right`, `${mastered} mastered`, `${due} due`].join(' · ');

/** English wording of practice. */
export const practiceEnglish: PracticeWording = {
  quizUsage: (most) =>
    [
      `Usage: /quiz DISTRICT TOPIC COUNT (each may be left out; at most ${most})`,
      '/quiz — what is due first, then new questions',
      '/quiz 10 — ten of them',
      '/quiz DISTRICT 营商环境 5 — five on one district and topic',
      'Reply with letters, or in words where there are no options; /skip passes, /stop ends.',
    ].join('\n'),
  knownDistricts: (districts) => `Districts: ${districts.join(', ')}`,
  noItems: 'The indexed reports yield no questions yet. Ask a maintainer to add reports.',
  nothingFits: (words) => `There are no questions on “${words.join(' ')}”.`,
  nothingDue: (next) =>
    `Nothing is due for review now.${next === null ? '' : ` The next one is due ${next}.`} To go on: /quiz.`,
  noMistakes: 'No question is still wrong.',
  place: (n, all) => `Question ${n} of ${all}`,
  right: '✓ Right.',
  wrong: '✗ Wrong.',
  partly: (found, all) => ` (${found} of ${all} found)`,
  rightAnswer: (answer) => `Right answer: ${answer}`,
  point: (text, isFound) => `${isFound ? '✓' : '✗'} ${text}`,
  wordsButton: 'Exact words',
  disputeButton: 'Report this question',
  answeredAlready: (isRight) =>
    `You answered this one already (${isRight ? 'right' : 'wrong'}); it is not graded again.`,
  tooLate: 'The time for this question is over. It was not graded and will come again.',
  cannotRead: {
    one: 'Please reply with the letter of one option, such as B.',
    several: 'Please reply with the letters of all right options, such as AC.',
    order: 'Please reply with all letters in order, each once, such as BADC.',
    typed: 'Please write your answer.',
  },
  skipped: 'Skipped.',
  nothingToSkip: 'No question is open. Start with /quiz.',
  ended: 'Practice has ended.',
  summary: (tally) => `Set finished: ${score(tally)}`,
  wrongOne: (question, answer) => `✗ ${question}\n  ${answer}`,
  notAnswered: 'Nothing was answered.',
  disputeNoted: 'Noted, a maintainer will check it. Thank you.',
  disputeNotedWhy:
    'Noted, a maintainer will check it. Thank you. What is wrong? You can also say it with /fault and a sentence.',
  disputeReasons: { answer: 'Wrong answer', question: 'Unclear question', source: 'Not what the report says' },
  disputeRaised: (question) => `A learner reports a question (see /faults): ${question}`,
  nothingToDispute: 'You have answered no question yet, so there is none to report.',
  notices: (notices, left) =>
    ['Questions have changed:', ...notices.map(noticeLine), ...(left > 0 ? [`${left} more next time.`] : [])].join(
      '\n',
    ),
  orElse: 'To ask the reports, end with “?”. “skip” goes on, “question” shows this one again, “stop” ends.',
  backTo: (question) => `This one still awaits your answer (“question” shows it again): ${question}`,
  givenUp: (answer) => `Skipped. Right answer: ${answer}`,
  quizOn: (about, items) => `On: ${about} (${items} to draw from)`,
  notRevealed: 'Answers are not revealed during an exam; “skip” goes on.',
  reminder: (due) => `${due} ${due === 1 ? 'question is' : 'questions are'} due today. No more reminders: /remind off`,
  beginReview: 'Review now',
  timeUp: 'Time is up.',
  noProgress: 'You have answered no question yet. Start with /quiz.',
  progressAll: (all) => numbers(all),
  progressLine: (line) => `· ${line.name}: ${numbers(line)}`,
  groupNothing: 'Nobody has answered a question yet.',
  groupAll: ({ learners, answers, right }) =>
    `Everyone: ${learners} learners, ${answers} answers, ${percent(right, answers)} right (weakest first)`,
  groupLine: ({ name, learners, answers, right }) =>
    `· ${name}: ${percent(right, answers)} right (${learners} learners, ${answers} answers)`,
  groupHardest: 'Hardest questions',
  groupHard: ({ question, learners, share }) =>
    `· ${question} (${learners} learners, ${percent(share, 1)} right at first)`,
  byDistrict: 'By district',
  byTopic: 'By topic',
  noDistrict: 'No district',
  streak: (days) => `${days} ${days === 1 ? 'day' : 'days'} in a row`,
  remindUsage: (now) =>
    [
      now === null ? 'No reminder is set.' : `Your reminder: ${now}`,
      'Usage: /remind 08:30 — every day at this time, if something is due',
      '/remind 08:30 Europe/Berlin or /remind 08:30 +6 — in another time zone',
      '/remind off — no reminders',
    ].join('\n'),
  remindSet: (time, zone) =>
    `You will be reminded at ${time} (${zone}) on days when something is due. /remind off cancels.`,
  remindOff: 'Reminders are off.',
  noSuchZone: (zone) => `There is no time zone “${zone}”. Write a name such as Asia/Shanghai or an offset such as +8.`,
  pauseUsage: (most) => `Usage: /pause DAYS (1 to ${most}); /pause 0 resumes.`,
  paused: (until) => `Reminders are paused until ${until}. /pause 0 resumes.`,
  resumed: 'Reminders are on again.',
  examUsage: (most) =>
    [
      'Usage: /exam ITEMS MINUTES [HOURS] [DISTRICT] [TOPIC] [seed=NUMBER]',
      `At most ${most.items} items and ${most.minutes} minutes a paper; the exam ends after some hours (24 by default, at most ${most.hours}).`,
      'For example: /exam 20 30',
      'To sit it: /exam CODE. To end it early: /exam CODE end. Results: /results CODE',
    ].join('\n'),
  examJoinUsage: 'Usage: /exam CODE (a maintainer gives it out).',
  examMade: ({ code, items, minutes, endsAt, about, seed }) =>
    [
      `The exam is set, its code is ${code}`,
      `${items} items, ${minutes} minutes each, ends ${endsAt}${about === '' ? '' : `, on ${about}`} (seed=${seed})`,
      `Learners send /exam ${code}, once each; nothing is revealed before the end. Results: /results ${code}`,
    ].join('\n'),
  tooFewItems: (count) => `Only ${count} items fit. Ask for fewer, or for a wider range.`,
  examEndButton: 'End the exam now',
  examEnded: (code) => `Exam ${code} has ended. Results: /results ${code}`,
  noSuchExam: (code) => `There is no exam ${code}.`,
  examOver: 'This exam is over.',
  examBegun: (items, minutes) =>
    `The exam begins: ${items} items, ${minutes} minutes, nothing is revealed on the way. /skip gives one up.`,
  examUnderWay: 'You are sitting an exam. Finish it first; /stop hands it in.',
  heldBack: 'You are sitting an exam: ask after handing in. /stop hands in now.',
  recorded: 'Recorded.',
  paperClosed: 'Answering is over; this answer was not graded.',
  paperDone: (answered, all, endsAt) =>
    `Handed in: ${answered} of ${all} answered. ${endsAt === null ? 'The exam has ended' : `Results come after the exam ends (${endsAt})`}: /results`,
  resultsUsage: (codes) =>
    codes.length === 0 ? 'Usage: /results CODE.' : `Usage: /results CODE. Latest exams: ${codes.join(', ')}`,
  resultsLater: (endsAt) => `Results come after the exam ends: ${endsAt}.`,
  noPaper: 'You have not sat this exam.',
  resultsOf: ({ code, about, papers }) => `Exam ${code}${about === '' ? '' : ` (${about})`}: ${papers} sat it`,
  noPapers: 'Nobody has sat it yet.',
  stillOpen: (endsAt) => `The exam is under way and ends ${endsAt}.`,
  resultLine: (place, who, tally) => `${place}. ${who}: ${score(tally)}`,
  resultColumns: (zone) => [
    'name',
    'id',
    `begun (${zone})`,
    `handed in (${zone})`,
    'minutes',
    'answered',
    'right',
    'items',
    'share right',
  ],
  ownResult: (code, tally) => `Exam ${code}: ${score(tally)}`,
  noDisputes: 'No question awaits a decision.',
  disputeLine: ({ n, question, options, answer, source, reports, reasons, statistics }) =>
    [
      `${n}. ${question}`,
      ...options.map((option) => `  ${option}`),
      `  Answer: ${answer}`,
      `  Source: ${source}`,
      `  ${[reports > 0 ? `reported by ${reports}` : 'odd statistics', statistics].filter((part) => part !== null).join(' · ')}`,
      ...(reasons.length > 0 ? [`  Reasons: ${reasons.join('; ')}`] : []),
    ].join('\n'),
  statistics: ({ learners, right, discrimination }) =>
    `${learners} learners, ${Math.round(right * 100)}% right${discrimination === null ? '' : `, discrimination ${discrimination.toFixed(2)}`}`,
  disputeVerdicts: { retired: 'retire', dismissed: 'dismiss', fixed: 'fixed' },
  disputesUsage: 'Usage: /faults NUMBER retire|dismiss|fixed',
  disputeDecided: (verdict) => `Done: ${{ retired: 'retired', dismissed: 'dismissed', fixed: 'fixed' }[verdict]}.`,
  round: {
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
  },
};
