// Keeps cards in step with the index and with exams that ended, and tells learners once what changed.
import { changesOf, fingerprintOf } from '../../quiz/changes.ts';
import { reviewed } from '../../quiz/schedule.ts';
import type { Block, Reply } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { learnerOf } from './learner.ts';

const MOST_NOTICES = 10;

/** Brings all cards up to date with the items of the index, once for each state of it, and enters exams that have ended. */
export function tidyCards({ parts }: Pick<Turn, 'parts'>): void {
  const { cards, exams } = parts.state.learning;
  const now = parts.now();
  exams.settleEnded(now, reviewed);
  const items = parts.service.items();
  // An index without a single item is a fault of today, not the end of everybody's cards.
  if (items.length === 0) return;
  const fingerprint = fingerprintOf(items);
  if (cards.fingerprint() === fingerprint) return;
  cards.change(changesOf(cards.items(), items, cards.retired()), { fingerprint, at: now });
}

/** A reply with what its reader is to be told once on top. In groups, and where there is no message to carry it, it waits. */
export function withNotices(reply: Reply, turn: Turn): Reply {
  const isCarrier =
    turn.place === 'private' && turn.act !== 'start' && reply.shownAs !== 'note' && reply.shownAs !== 'edit';
  if (!isCarrier) return reply;
  const notices = turn.parts.state.learning.notices.take(learnerOf(turn));
  if (notices.length === 0) return reply;
  const told: Block = { kind: 'notice', text: turn.wording.notices(notices.slice(0, MOST_NOTICES)) };
  return { ...reply, blocks: [told, ...reply.blocks] };
}
