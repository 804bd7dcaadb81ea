// A learner's paper of an exam: its start page, going back and forth, changing answers, handing in. The clock starts on "begin".
import { MINUTE_MS } from '../../durations.ts';
import { momentOf } from '../../quiz/learning/days.ts';
import { paperOf } from '../../quiz/learning/exam.ts';
import { resultsFrom } from '../../quiz/learning/exam-rules.ts';
import type { Exam, PracticeSet, SetQuestion } from '../../quiz/learning/records.ts';
import type { Reply } from '../reply.ts';
import { note, say, type Turn } from '../turn.ts';
import { closingWith, minutesLeft, OVERVIEW } from './free-paper.ts';
import { learnerOf, ownPaper, zoneOf } from './learner.ts';
import { goOn } from './posing.ts';

/** Returns the start page of an exam: how long it is and by which rules; the paper itself where it was begun before. */
export function startPage(exam: Exam, turn: Turn): Reply {
  const { wording, parts } = turn;
  const own = ownPaper(exam, turn);
  if (own !== null) return goOn(own, turn);
  const now = parts.now();
  if (exam.endsAt <= now) return say(turn, wording.examOver);
  const underWay = parts.state.learning.sets.underWay(learnerOf(turn), now);
  if (underWay?.purpose === 'exam')
    return goOn(underWay, turn, { blocks: [{ kind: 'text', text: wording.examUnderWay }] });
  const items = exam.strata.reduce((sum, { count }) => sum + count, 0);
  const endsAt = momentOf(exam.endsAt, zoneOf(turn));
  const head = wording.examStart({ code: exam.code, about: exam.about, items, minutes: exam.minutes, endsAt });
  const buttons = [{ label: wording.examBegin, token: `paper:${exam.code}:begin` }];
  return { ...say(turn, head, rulesOf(exam, turn)), buttons };
}

/** Returns the rules of an exam in words, a line each. */
function rulesOf({ rules, endsAt }: Exam, turn: Turn): string {
  const { examRules } = turn.wording;
  const at = momentOf(resultsFrom(rules, endsAt, null), zoneOf(turn));
  return [
    rules.isLinear ? examRules.linear : examRules.free,
    rules.results === 'hand-in' ? examRules.atOnce : examRules.later(at),
    ...(rules.passShare === null ? [] : [examRules.pass(rules.passShare)]),
    examRules.partMarks,
  ].join('\n');
}

/** Returns a pressed `paper:CODE:begin`, `…:N` (from 1), `…:list`, `…:hand` and `…:handin`. */
export function pressPaper([code = '', word = '']: readonly string[], turn: Turn): Reply {
  const exam = turn.parts.state.learning.exams.find(code);
  if (exam === null || exam.channel !== turn.account.channel) return note(turn, turn.wording.gone);
  if (word === 'begin') return begin(exam, turn);
  const paper = ownPaper(exam, turn);
  if (paper === null) return startPage(exam, turn);
  const isOpen = paper.endedAt === null && paper.closesAt > turn.parts.now();
  if (!isOpen || exam.rules.isLinear) return goOn(paper, turn);
  const { sets } = turn.parts.state.learning;
  if (word === 'hand') return askToHandIn(paper, sets.progress(paper.id), turn);
  if (word === 'handin') {
    sets.end(paper.id, turn.parts.now());
    const closes = closingWith(paper, sets.progress(paper.id), turn);
    return { ...goOn({ ...paper, endedAt: turn.parts.now() }, turn), closes };
  }
  const n = /^\d{1,3}$/u.test(word) ? Number(word) - 1 : OVERVIEW;
  sets.turnTo(paper.id, n);
  return goOn({ ...paper, shownN: n }, turn);
}

/** Begins the speaker's paper: from now on its time runs. */
function begin(exam: Exam, turn: Turn): Reply {
  const { wording, parts, speaker, name } = turn;
  const { sets } = parts.state.learning;
  const learner = learnerOf(turn);
  const now = parts.now();
  const underWay = sets.underWay(learner, now);
  const isHeldUp = underWay?.purpose === 'exam' && underWay.exam !== exam.code;
  if (ownPaper(exam, turn) !== null || exam.endsAt <= now || isHeldUp) return startPage(exam, turn);
  const items = paperOf(exam.strata, exam.seed, learner);
  const closesAt = new Date(Math.min(now.getTime() + exam.minutes * MINUTE_MS, exam.endsAt.getTime()));
  const own = { learner, chat: speaker.chat, purpose: 'exam', exam: exam.code, name, closesAt, items } as const;
  const paper = sets.begin(own, now);
  if (paper === null) return say(turn, wording.examOver);
  const text = wording.examBegun(items.length, minutesLeft(paper, now));
  return goOn(paper, turn, { blocks: [{ kind: 'text', text }] });
}

/** Asks once more where questions are left: handing in is for good. */
function askToHandIn(paper: PracticeSet, progress: readonly SetQuestion[], turn: Turn): Reply {
  const { wording } = turn;
  const open = progress.filter(({ attempt }) => attempt === null).length;
  return {
    ...say(turn, wording.handInSure(open)),
    buttons: [
      { label: wording.paperSure, token: `paper:${paper.exam}:handin` },
      { label: wording.paperOverview, token: `paper:${paper.exam}:list` },
    ],
  };
}
