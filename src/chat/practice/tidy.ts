// Keeps cards in step with the index and with exams that ended, and tells learners once what changed.
import { changesOf, fingerprintOf } from '../../quiz/learning/changes.ts';
import { reviewed } from '../../quiz/learning/schedule.ts';
import type { Citation, Library } from '../../types.ts';
import type { Block, Reply } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { learnerOf } from './learner.ts';

/** More notices than this wait for the next reply. */
export const MAX_NOTICES = 10;

/** Brings all cards up to date with the items of the index, once for each state of it, and enters exams that have ended. */
export function tidyCards({ parts }: Pick<Turn, 'parts'>): void {
  const { cards, exams } = parts.state.learning;
  const now = parts.now();
  exams.settleEnded(now, reviewed);
  const items = parts.service.items();
  // An index without a single item is an error of today, not the end of everybody's cards.
  if (items.length === 0) return;
  const fingerprint = fingerprintOf(items);
  if (cards.fingerprint() === fingerprint) return;
  const stands = standsIn(parts.service.library());
  cards.change(changesOf(cards.items(), { live: items, retired: cards.retired(), stands }), { fingerprint, at: now });
}

/** Tells whether the words of a citation still stand in a report that is indexed now. */
function standsIn(library: Library): (citation: Citation) => boolean {
  return ({ quote }) => [...library.reports.keys()].some((id) => library.textOf(id).includes(quote));
}

/** Returns a reply with what its reader is to be told once on top. In groups, and where there is no message to carry it, it waits. */
export function withNotices(reply: Reply, turn: Turn): Reply {
  const isCarrier =
    turn.place === 'private' && turn.action !== 'start' && reply.shownAs !== 'note' && reply.shownAs !== 'edit';
  if (!isCarrier) return reply;
  const { notices, left } = turn.parts.state.learning.notices.take(learnerOf(turn), MAX_NOTICES);
  if (notices.length === 0) return reply;
  const told: Block = { kind: 'notice', text: turn.wording.notices(notices, left) };
  return { ...reply, blocks: [told, ...reply.blocks] };
}
