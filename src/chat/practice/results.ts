// `/results`: for who set an exam a table and a file, for who sat it the own result, once it has ended.
import { MINUTE_MS } from '../../durations.ts';
import { momentOf, offsetOf, stampOf } from '../../quiz/learning/days.ts';
import { type Tally, tallyOf } from '../../quiz/learning/progress.ts';
import type { Exam, PracticeSet } from '../../quiz/learning/records.ts';
import { csvText } from '../csv.ts';
import type { Block, Reply } from '../reply.ts';
import { say, type Turn } from '../turn.ts';
import { isExaminer, ownPaper, zoneOf } from './learner.ts';
import { wrongLines } from './summary.ts';
import { tidyCards } from './tidy.ts';

const MAX_LINES = 50;
const MAX_CODES = 10;

interface Result {
  readonly paper: PracticeSet;
  readonly tally: Tally;
}

/** `/results CODE`; without a code, of the latest exam that concerns the speaker. */
export function resultsCommand(argument: string, turn: Turn): Reply {
  const { exams } = turn.parts.state.learning;
  tidyCards(turn);
  const code = argument.trim().normalize('NFKC').toUpperCase();
  const isMaker = isExaminer(turn);
  const latest = exams.latest(turn.speaker.channel, MAX_CODES);
  const exam = code === '' ? latest.find((one) => isMaker || ownPaper(one, turn) !== null) : exams.find(code);
  if (exam == null || exam.channel !== turn.speaker.channel) {
    const codes = isMaker ? latest.map((one) => one.code) : [];
    return say(turn, code === '' ? turn.wording.resultsUsage(codes) : turn.wording.noSuchExam(code));
  }
  return isMaker ? table(exam, turn) : own(exam, turn);
}

function own(exam: Exam, turn: Turn): Reply {
  const { wording, parts } = turn;
  const paper = ownPaper(exam, turn);
  if (paper === null) return say(turn, wording.noPaper);
  if (exam.endsAt > parts.now()) return say(turn, wording.resultsLater(momentOf(exam.endsAt, zoneOf(turn))));
  const setProgress = parts.state.learning.sets.progress(paper.id);
  const wrong = wrongLines(setProgress, turn);
  return say(turn, wording.ownResult(exam.code, tallyOf(setProgress)), ...(wrong.length > 0 ? [wrong.join('\n')] : []));
}

function table(exam: Exam, turn: Turn): Reply {
  const { wording, parts } = turn;
  const { sets, exams } = parts.state.learning;
  const results = exams.papers(exam.code).map((paper): Result => {
    const setProgress = sets.progress(paper.id);
    return { paper, tally: tallyOf(setProgress) };
  });
  const head = wording.resultsOf({ code: exam.code, about: exam.about, papers: results.length });
  const isOpen = exam.endsAt > parts.now();
  const notes: Block[] = isOpen
    ? [{ kind: 'notice', text: wording.stillOpen(momentOf(exam.endsAt, zoneOf(turn))) }]
    : [];
  const buttons = isOpen ? [{ label: wording.examEndButton, token: `exam:${exam.code}:end` }] : [];
  const ranked = [...results].sort((a, b) => b.tally.right - a.tally.right);
  const lines = ranked
    .slice(0, MAX_LINES)
    .map(({ paper, tally }, index) => wording.resultLine(index + 1, paper.name ?? paper.learner.user, tally));
  return {
    language: turn.speaker.language,
    blocks: [
      { kind: 'headline', text: head },
      ...notes,
      { kind: 'text', text: lines.length > 0 ? lines.join('\n') : wording.noPapers },
    ],
    buttons,
    ...(results.length > 0 ? { file: { name: `exam-${exam.code}.csv`, text: csvOf(ranked, turn) } } : {}),
  };
}

/** Returns the results as CSV that spreadsheets open: byte-order mark, CRLF, one learner a line, best first. */
function csvOf(results: readonly Result[], turn: Turn): string {
  const zone = zoneOf(turn);
  const rows = results.map(({ paper, tally }) => {
    const finished = finishedAt(paper, turn.parts.now());
    const minutes = finished === null ? '' : ((finished.getTime() - paper.begunAt.getTime()) / MINUTE_MS).toFixed(1);
    const share = tally.all === 0 ? '' : (tally.right / tally.all).toFixed(3);
    const times = [stampOf(paper.begunAt, zone), finished === null ? '' : stampOf(finished, zone), minutes];
    return [paper.name ?? '', paper.learner.user, ...times, tally.answered, tally.right, tally.all, share];
  });
  const columns = turn.wording.resultColumns(offsetOf(turn.parts.now(), zone));
  return csvText([columns, ...rows]);
}

/** Returns when a paper was handed in: by its learner, or by the end of its time; null: it is under way. */
function finishedAt({ endedAt, closesAt }: PracticeSet, now: Date): Date | null {
  if (endedAt === null) return closesAt <= now ? closesAt : null;
  return endedAt < closesAt ? endedAt : closesAt;
}
