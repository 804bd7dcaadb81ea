// `/results`: for who set an exam a table and a file, for who sat it the own result, once it has ended.
import { MINUTE_MS } from '../../durations.ts';
import { answerText } from '../../quiz/grade/answer-text.ts';
import { momentOf, offsetOf, stampOf } from '../../quiz/learning/days.ts';
import { resultsFrom } from '../../quiz/learning/exam-rules.ts';
import { hasPassed, roundedPoints, type Tally, tallyOf } from '../../quiz/learning/progress.ts';
import type { Exam, PracticeSet, SetQuestion } from '../../quiz/learning/records.ts';
import { clip } from '../asking/place.ts';
import { csvText } from '../csv.ts';
import type { Block, Button, Reply } from '../reply.ts';
import { say, type Turn } from '../turn.ts';
import { responseText } from './free-paper.ts';
import { isExaminer, ownPaper, zoneOf } from './learner.ts';
import { finishedAt, ownLines } from './summary.ts';
import { tidyCards } from './tidy.ts';

const MAX_LINES = 50;
const MAX_CODES = 10;

const MAX_DOUBTFUL = 10;
const MAX_ANSWER_CHARACTERS = 200;

interface Result {
  readonly paper: PracticeSet;
  readonly setProgress: readonly SetQuestion[];
  readonly tally: Tally;
}

/** `/results CODE`; without a code, of the latest exam that concerns the speaker. */
export function resultsCommand(argument: string, turn: Turn): Reply {
  const { exams } = turn.parts.state.learning;
  tidyCards(turn);
  const code = argument.trim().normalize('NFKC').toUpperCase();
  const isMaker = isExaminer(turn);
  const latest = exams.latest(turn.account.channel, MAX_CODES);
  const exam = code === '' ? latest.find((one) => isMaker || ownPaper(one, turn) !== null) : exams.find(code);
  if (exam == null || exam.channel !== turn.account.channel) {
    const codes = isMaker ? latest.map((one) => one.code) : [];
    return say(turn, code === '' ? turn.wording.resultsUsage(codes) : turn.wording.noSuchExam(code));
  }
  return isMaker ? table(exam, turn) : own(exam, turn);
}

function own(exam: Exam, turn: Turn): Reply {
  const { wording, parts } = turn;
  const paper = ownPaper(exam, turn);
  if (paper === null) return say(turn, wording.noPaper);
  const from = resultsFrom(exam.rules, exam.endsAt, finishedAt(paper, parts.now()));
  if (from > parts.now()) return say(turn, wording.resultsLater(momentOf(from, zoneOf(turn))));
  const [first = '', ...more] = ownLines(exam, paper, turn);
  return say(turn, first, ...more);
}

function table(exam: Exam, turn: Turn): Reply {
  const { wording, parts } = turn;
  const { sets, exams, cards } = parts.state.learning;
  const withdrawn = cards.retired();
  const results = exams.papers(exam.code).map((paper): Result => {
    const setProgress = sets.progress(paper.id);
    return { paper, setProgress, tally: tallyOf(setProgress, withdrawn) };
  });
  const head = wording.resultsOf({ code: exam.code, about: exam.about, papers: results.length });
  const isOpen = exam.endsAt > parts.now();
  const notes: Block[] = isOpen
    ? [{ kind: 'notice', text: wording.stillOpen(momentOf(exam.endsAt, zoneOf(turn))) }]
    : [];
  const ending = isOpen ? [{ label: wording.examEndButton, token: `exam:${exam.code}:end` }] : [];
  const { passShare } = exam.rules;
  const ranked = [...results].sort((a, b) => b.tally.points - a.tally.points || b.tally.right - a.tally.right);
  const lines = ranked
    .slice(0, MAX_LINES)
    .map(({ paper, tally }, index) => wording.resultLine(index + 1, nameOf(paper, turn), { tally, passShare }));
  const doubtful = doubtfulAnswers(ranked, turn);
  return {
    language: turn.speaker.language,
    blocks: [
      { kind: 'headline', text: head },
      ...notes,
      { kind: 'text', text: lines.length > 0 ? lines.join('\n') : wording.noPapers },
      ...doubtful.blocks,
    ],
    buttons: [...doubtful.buttons, ...ending],
    ...(results.length > 0 ? { file: { name: `exam-${exam.code}.csv`, text: csvOf(ranked, exam, turn) } } : {}),
  };
}

/** Returns what a person is called: as they called themselves, else as a member; an id alone says that it is one. */
function nameOf({ name, learner }: PracticeSet, { parts, wording }: Turn): string {
  const member = parts.state.members.list(learner.channel).find(({ user }) => user === learner.user);
  return name ?? member?.name ?? wording.round.person(learner.user);
}

/** Returns the answers that are near and no person has judged yet, each with two buttons. */
function doubtfulAnswers(
  results: readonly Result[],
  turn: Turn,
): { readonly blocks: Block[]; readonly buttons: Button[] } {
  const { wording } = turn;
  const open = results
    .flatMap(({ paper, setProgress }) => setProgress.map((one) => ({ paper, ...one })))
    .filter(({ attempt }) => attempt?.isDoubtful === true)
    .slice(0, MAX_DOUBTFUL);
  if (open.length === 0) return { blocks: [], buttons: [] };
  const lines = open.map(({ paper, question: { item }, attempt }, index) =>
    wording.doubtfulAnswer({
      n: index + 1,
      who: nameOf(paper, turn),
      answer: attempt === null ? '' : clip(responseText(item, attempt), MAX_ANSWER_CHARACTERS),
      question: item.question,
      key: clip(answerText(item), MAX_ANSWER_CHARACTERS),
    }),
  );
  const buttons = open.flatMap(({ question: { token } }, index) => [
    { label: `${index + 1} ${wording.selfRight}`, token: `mark:${token}:right` },
    { label: `${index + 1} ${wording.selfWrong}`, token: `mark:${token}:wrong` },
  ]);
  return { blocks: [{ kind: 'text', text: [wording.doubtfulAnswers, ...lines].join('\n') }], buttons };
}

/** Returns the results as CSV that spreadsheets open: byte-order mark, CRLF, one learner a line, best first. */
function csvOf(results: readonly Result[], { rules: { passShare } }: Exam, turn: Turn): string {
  const zone = zoneOf(turn);
  const rows = results.map(({ paper, tally }) => {
    const finished = finishedAt(paper, turn.parts.now());
    const minutes = finished === null ? '' : ((finished.getTime() - paper.begunAt.getTime()) / MINUTE_MS).toFixed(1);
    const share = tally.all === 0 ? '' : (tally.points / tally.all).toFixed(3);
    const times = [stampOf(paper.begunAt, zone), finished === null ? '' : stampOf(finished, zone), minutes];
    const passed = passShare === null ? '' : turn.wording.passed(hasPassed(tally, passShare));
    const marks = [tally.answered, tally.right, roundedPoints(tally), tally.all, share, passed];
    return [nameOf(paper, turn), paper.learner.user, ...times, ...marks];
  });
  const columns = turn.wording.resultColumns(offsetOf(turn.parts.now(), zone));
  return csvText([columns, ...rows]);
}
