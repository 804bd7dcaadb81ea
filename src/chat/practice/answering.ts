// Takes answers to posed questions: graded once, whatever crashes; feedback, then the next question or the end of the set.

import { hasShapeOf, wantsFigure } from '../../quiz/grade/answer-shape.ts';
import { answerText, answerWithLetters } from '../../quiz/grade/answer-text.ts';
import { type Grade, grade } from '../../quiz/grade/grade.ts';
import type { Attempt, PosedQuestion, Settled } from '../../quiz/learning/records.ts';
import type { ItemResponse } from '../../quiz/types.ts';
import { sitsExam } from '../access/admission.ts';
import { sourceLabel } from '../asking/place.ts';
import type { Block, Button, Reply } from '../reply.ts';
import { say, type Turn } from '../turn.ts';
import { closingWith, isFree, nextOpen, OVERVIEW } from './free-paper.ts';
import { learnerOf } from './learner.ts';
import { nextSchedule, restedNote } from './paced.ts';
import { type Before, formOf, openQuestion } from './posed.ts';
import { goOn, openIn } from './posing.ts';
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
      // Put again: a form that was sent takes no other answer.
      return onward(
        settled.question,
        { blocks: [{ kind: 'text', text: cannotRead(settled.question, turn) }], buttons: [] },
        turn,
      );
  }
}

/** Returns what was left unanswered in practice comes again; in an exam it does not. */
function lateText({ purpose }: PosedQuestion, { wording }: Turn): string {
  return purpose === 'exam' ? wording.paperClosed : wording.tooLate;
}

function answeredAlready(
  { question, attempt }: { question: PosedQuestion; attempt: Attempt },
  { wording, parts }: Turn,
): string {
  if (question.purpose !== 'exam') return wording.answeredAlready(attempt.isRight);
  return question.closesAt > parts.now() ? wording.recorded : wording.paperClosed;
}

/** Grades and keeps an answer in one transaction; what is answered in an exam touches no card before its end. */
function settle(token: string, response: ItemResponse, turn: Turn): Settled {
  const { questions, sets } = turn.parts.state.learning;
  const at = turn.parts.now();
  const posed = questions.find(token);
  const set = posed === null || posed.set === null ? null : sets.find(posed.set);
  const isAgain = turn.messageId !== null && questions.broughtBy(learnerOf(turn), turn.messageId) !== null;
  const replaces = set !== null && !isAgain && !turn.again && isFree(set, turn);
  const settled = questions.settle(
    token,
    { learner: learnerOf(turn), at, message: turn.messageId, replaces },
    ({ item, purpose }, schedule) => {
      const result = hasShapeOf(item, response) ? grade(item, response) : null;
      if (result === null) return null;
      const { isRight, share, isDoubtful } = result;
      const next = purpose === 'exam' ? null : nextSchedule(schedule, { item, isRight, at }, turn);
      return { response, isRight, share, isDoubtful, schedule: next };
    },
  );
  if (settled.outcome === 'graded' && set !== null && isFree(set, turn))
    sets.turnTo(set.id, nextOpen(sets.progress(set.id), settled.question.n));
  return settled;
}

function follow(question: PosedQuestion, attempt: Attempt, turn: Turn): Reply {
  const { wording } = turn;
  const { response, isRight } = attempt;
  if (question.purpose === 'exam') {
    return onward(question, { blocks: [{ kind: 'notice', text: wording.recorded }], buttons: [] }, turn);
  }
  const result = grade(question.item, response);
  const isDoubtful = attempt.isDoubtful;
  const blocks =
    turn.showsVerdict || result === null ? [] : feedback(question, { ...result, isRight, isDoubtful }, turn);
  const rested = restedNote(question, turn);
  const buttons = isDoubtful
    ? [...selfButtons(question.token, turn), ...afterButtons(question.token, turn)]
    : afterButtons(question.token, turn);
  return onward(question, { blocks: [...blocks, ...rested], buttons }, turn);
}

/** Returns how a question is answered, for who wrote what cannot be an answer. */
export function cannotRead({ item }: PosedQuestion, { wording }: Turn): string {
  return wantsFigure(item) ? wording.cannotRead.figure : wording.cannotRead[formOf(item)];
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
    { label: wording.undoButton, token: `undo:${token}` },
  ];
}

/** Returns the buttons by which a learner judges an answer that is near. */
function selfButtons(token: string, { wording }: Turn): Button[] {
  return [
    { label: wording.selfRight, token: `self:${token}:right` },
    { label: wording.selfWrong, token: `self:${token}:wrong` },
  ];
}

function feedback({ item }: PosedQuestion, { isRight, found, isDoubtful }: Grade, { wording }: Turn): Block[] {
  const hits = found.filter(Boolean).length;
  const partly = found.length > 0 && hits < found.length ? wording.partly(hits, found.length) : '';
  const points =
    item.kind === 'short-answer'
      ? item.keyPoints.map(({ text }, index) => wording.point(text, found[index] === true)).join('\n')
      : wording.rightAnswer(item.kind === 'fill-in' ? answerText(item) : answerWithLetters(item));
  const isNamed = item.explanation.includes(item.citation.report.title);
  return [
    { kind: 'headline', text: isDoubtful ? wording.doubtful : `${isRight ? wording.right : wording.wrong}${partly}` },
    ...(isRight && item.kind !== 'short-answer' ? [] : [{ kind: 'text', text: points } as const]),
    { kind: 'text', text: item.explanation },
    ...(isNamed
      ? []
      : [{ kind: 'source', text: sourceLabel(item.citation.report, item.citation.confidence) } as const]),
  ];
}

/** `/skip`: passes over the open question; it is not counted and comes again. */
export function skipCommand(_argument: string, turn: Turn): Reply {
  const question = openIn(turn);
  if (question === null) return say(turn, turn.wording.nothingToSkip);
  const { questions, sets } = turn.parts.state.learning;
  const set = question.set === null ? null : sets.find(question.set);
  if (set !== null && isFree(set, turn)) {
    const all = sets.progress(set.id);
    sets.turnTo(set.id, question.n + 1 < all.length ? question.n + 1 : OVERVIEW);
    return goOn(sets.find(set.id) ?? set, turn);
  }
  questions.skip(question.token);
  return onward(question, { blocks: [{ kind: 'notice', text: turn.wording.skipped }], buttons: [] }, turn);
}

/** Ends the set under way, if there is one; null: there is none. */
export function stopPractice(turn: Turn): Reply | null {
  const { sets } = turn.parts.state.learning;
  const now = turn.parts.now();
  const set = sets.underWay(learnerOf(turn), now);
  if (set === null || set.chat !== turn.speaker.chat) return null;
  sets.end(set.id, now);
  const isExam = set.purpose === 'exam';
  const blocks: Block[] = isExam ? [] : [{ kind: 'notice', text: turn.wording.ended }];
  const reply = goOn({ ...set, endedAt: now }, turn, { blocks });
  return isExam ? { ...reply, closes: closingWith(set, sets.progress(set.id), turn) } : reply;
}
