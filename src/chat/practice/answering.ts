// Takes answers to posed questions: graded once, whatever crashes; feedback, then the next question or the end of the set.
import { answerText, answerWithLetters } from '../../quiz/grade/answer-text.ts';
import { type Grade, grade } from '../../quiz/grade/grade.ts';
import type { Attempt, PosedQuestion, Settled } from '../../quiz/learning/records.ts';
import { reviewed } from '../../quiz/learning/schedule.ts';
import type { ItemResponse } from '../../quiz/types.ts';
import { sitsExam } from '../access/admission.ts';
import { sourceLabel } from '../asking/place.ts';
import type { Block, Button, Reply } from '../reply.ts';
import { say, type Turn } from '../turn.ts';
import { learnerOf } from './learner.ts';
import { type Before, formOf, goOn, openIn, openQuestion } from './posing.ts';
import { notePlayer } from './round.ts';

/** Grades a response to a question and goes on; null: nothing is said (rounds of a group). */
export function submitAnswer(token: string, response: ItemResponse, turn: Turn): Reply | null {
  const purpose = turn.parts.state.learning.questions.find(token)?.purpose;
  // The verdict on a question of earlier practice may be the key to one of the exam.
  if (purpose !== 'exam' && purpose !== 'round' && sitsExam(learnerOf(turn), turn.parts)) {
    return say(turn, turn.wording.heldBack);
  }
  const settled = settle(token, response, turn);
  if (settled.outcome === 'unknown') return say(turn, turn.wording.gone);
  if (settled.question.purpose === 'round') {
    notePlayer(token, turn);
    return null;
  }
  switch (settled.outcome) {
    case 'graded':
      return follow(settled.question, settled.attempt, turn);
    case 'already':
      return turn.again ? follow(settled.question, settled.attempt, turn) : say(turn, answeredAlready(settled, turn));
    case 'closed':
      return onward(
        settled.question,
        { blocks: [{ kind: 'text', text: lateText(settled.question, turn) }], buttons: [] },
        turn,
      );
    case 'ungraded':
      return say(turn, turn.wording.cannotRead[formOf(settled.question.item)]);
  }
}

/** Returns what was left unanswered in practice comes again; in an exam it does not. */
function lateText({ purpose }: PosedQuestion, { wording }: Turn): string {
  return purpose === 'exam' ? wording.paperClosed : wording.tooLate;
}

function answeredAlready(
  { question, attempt }: { question: PosedQuestion; attempt: Attempt },
  { wording }: Turn,
): string {
  return question.purpose === 'exam' ? wording.recorded : wording.answeredAlready(attempt.isRight);
}

/** Grades and keeps an answer in one transaction; what is answered in an exam touches no card before its end. */
function settle(token: string, response: ItemResponse, turn: Turn): Settled {
  const { learning } = turn.parts.state;
  const at = turn.parts.now();
  return learning.questions.settle(
    token,
    { learner: learnerOf(turn), at, message: turn.messageId },
    ({ item, purpose }, schedule) => {
      const result = grade(item, response);
      if (result === null) return null;
      const { isRight, share } = result;
      return { response, isRight, share, schedule: purpose === 'exam' ? null : reviewed(schedule, isRight, at) };
    },
  );
}

function follow(question: PosedQuestion, { response, isRight }: Attempt, turn: Turn): Reply {
  const { wording } = turn;
  if (question.purpose === 'exam') {
    return onward(question, { blocks: [{ kind: 'notice', text: wording.recorded }], buttons: [] }, turn);
  }
  const result = grade(question.item, response);
  const blocks = turn.showsVerdict || result === null ? [] : feedback(question, { ...result, isRight }, turn);
  return onward(question, { blocks, buttons: afterButtons(question.token, turn) }, turn);
}

/** Goes on with the set of a question, if it is under way or all of it is done; of one that was left, what is to be said alone. */
function onward(question: PosedQuestion, before: Before, turn: Turn): Reply {
  const { sets } = turn.parts.state.learning;
  const set = question.set === null ? null : sets.find(question.set);
  if (set !== null) {
    const isUnderWay = sets.underWay(learnerOf(turn), turn.parts.now())?.id === set.id;
    const isDone = set.purpose === 'exam' || openQuestion(sets.progress(set.id)) === null;
    if (isUnderWay || isDone) return goOn(set, turn, before);
  }
  const [first, ...rest] = before.blocks;
  if (first === undefined) return { ...say(turn, turn.wording.ended), buttons: before.buttons };
  return { language: turn.speaker.language, blocks: [first, ...rest], buttons: before.buttons };
}

/** Returns the buttons under what follows an answered question. */
function afterButtons(token: string, { wording }: Turn): Button[] {
  return [
    { label: wording.wordsButton, token: `words:${token}` },
    { label: wording.disputeButton, token: `fault:${token}` },
  ];
}

function feedback({ item }: PosedQuestion, { isRight, found }: Grade, { wording }: Turn): Block[] {
  const hits = found.filter(Boolean).length;
  const partly = found.length > 0 && hits < found.length ? wording.partly(hits, found.length) : '';
  const points =
    item.kind === 'short-answer'
      ? item.keyPoints.map(({ text }, index) => wording.point(text, found[index] === true)).join('\n')
      : wording.rightAnswer(item.kind === 'fill-in' ? answerText(item) : answerWithLetters(item));
  const isNamed = item.explanation.includes(item.citation.report.title);
  return [
    { kind: 'headline', text: `${isRight ? wording.right : wording.wrong}${partly}` },
    ...(isRight && item.kind !== 'short-answer' ? [] : [{ kind: 'text', text: points } as const]),
    { kind: 'text', text: item.explanation },
    ...(isNamed ? [] : [{ kind: 'source', text: sourceLabel(item.citation.report) } as const]),
  ];
}

/** `/skip`: passes over the open question; it is not counted and comes again. */
export function skipCommand(_argument: string, turn: Turn): Reply {
  const question = openIn(turn);
  if (question === null) return say(turn, turn.wording.nothingToSkip);
  turn.parts.state.learning.questions.skip(question.token);
  return onward(question, { blocks: [{ kind: 'notice', text: turn.wording.skipped }], buttons: [] }, turn);
}

/** Ends the set under way, if there is one; null: there is none. */
export function stopPractice(turn: Turn): Reply | null {
  const { sets } = turn.parts.state.learning;
  const now = turn.parts.now();
  const set = sets.underWay(learnerOf(turn), now);
  if (set === null || set.chat !== turn.speaker.chat) return null;
  const open = openQuestion(sets.progress(set.id));
  sets.end(set.id, now);
  const isExam = set.purpose === 'exam';
  const blocks: Block[] = isExam ? [] : [{ kind: 'notice', text: turn.wording.ended }];
  const reply = goOn({ ...set, endedAt: now }, turn, { blocks });
  return isExam && open !== null ? { ...reply, closes: [open.token] } : reply;
}
