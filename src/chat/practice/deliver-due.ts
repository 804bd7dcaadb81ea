// Replies to what is due: a reminder, notices, results of an exam, the next question of a timed round. Nobody said
// anything: where there is nothing to say any more, it says nothing.
import { dueCards } from '../../quiz/learning/session.ts';
import type { Action } from '../access/policy.ts';
import type { Reply } from '../reply.ts';
import { say, type Turn } from '../turn.ts';
import { closingWith } from './free-paper.ts';
import { learnerOf } from './learner.ts';
import { playableItems } from './posed.ts';
import { goOn } from './posing.ts';
import { resultsCommand } from './results.ts';
import { moveTo } from './round.ts';
import { MAX_NOTICES, tidyCards } from './tidy.ts';

type DueHandler = (words: readonly string[], turn: Turn) => Reply | null;

/** Handlers of what is due by the first word of its token, with the action that the policy must allow. */
export const DUE_HANDLERS: Readonly<Record<string, { readonly action: Action; readonly deliver: DueHandler }>> = {
  remind: { action: 'review', deliver: remind },
  notice: { action: 'practice', deliver: tell },
  results: { action: 'results', deliver: tellResults },
  timeup: { action: 'exam', deliver: handIn },
  round: { action: 'round', deliver: nextOfRound },
};

/** Says how much is due, with a button to begin; nothing where it has been reviewed meanwhile. */
function remind(_words: readonly string[], turn: Turn): Reply | null {
  tidyCards(turn);
  const { cards } = turn.parts.state.learning;
  const due = dueCards(cards.of(learnerOf(turn)), playableItems(turn), turn.parts.now());
  if (due.length === 0) return null;
  return {
    ...say(turn, turn.wording.reminder(due.length)),
    buttons: [{ label: turn.wording.beginReview, token: 'review:due' }],
  };
}

function tell(_words: readonly string[], turn: Turn): Reply | null {
  const { notices, left } = turn.parts.state.learning.notices.take(learnerOf(turn), MAX_NOTICES);
  return notices.length === 0 ? null : say(turn, turn.wording.notices(notices, left));
}

/** Returns an exam has ended: its results; what of the reader's own paper still stands open closes. */
function tellResults([code = '']: readonly string[], turn: Turn): Reply {
  const { exams, sets } = turn.parts.state.learning;
  const own = exams.papers(code).filter(({ learner }) => learner.user === turn.speaker.user);
  const open = own.flatMap((paper) => closingWith(paper, sets.progress(paper.id), turn));
  return { ...resultsCommand(code, turn), ...(open.length > 0 ? { closes: open } : {}) };
}

/** Returns the time of a paper is over: it is handed in as it is. */
function handIn([id = '']: readonly string[], turn: Turn): Reply | null {
  const set = turn.parts.state.learning.sets.find(Number(id));
  const isOpen = set !== null && set.learner.user === turn.speaker.user && (set.endedAt === null || turn.again);
  if (!isOpen) return null;
  return goOn(set, turn, { blocks: [{ kind: 'notice', text: turn.wording.timeUp }] });
}

function nextOfRound([id = '', n = '']: readonly string[], turn: Turn): Reply | null {
  const round = turn.parts.state.rounds.find(id);
  return round === null ? null : moveTo(round, { n: Number(n), again: turn.again, parts: turn.parts });
}
