// The review of a bank: one item after the other, its source beside it, what the checker finds, and buttons to decide.
import { checkItem } from '../../../quiz/check/check-item.ts';
import { answerWithLetters, letterOf } from '../../../quiz/grade/answer-text.ts';
import type { Bank, BankItem } from '../../../quiz/learning/bank.ts';
import { quoteBlocks } from '../../asking/compose.ts';
import { contextOf } from '../../asking/open-source.ts';
import type { Block, Button, Reply } from '../../reply.ts';
import { note, say, type Turn } from '../../turn.ts';

/** Why items are rejected, as buttons offer it. */
const REASONS = ['answer', 'question', 'worth', 'source'] as const;
const MAX_FAULTS = 5;

/** Shows the first item that waits for a decision, or that none does. */
export function nextToReview(bank: Bank, turn: Turn, after = 0): Reply {
  const waiting = turn.parts.state.learning.banks.items(bank.id).filter(({ status }) => status === 'proposed');
  const next = waiting.find(({ n }) => n > after) ?? waiting[0];
  if (next !== undefined) return pageOf(bank, next, { turn, left: waiting.length });
  const buttons = [{ label: turn.wording.bankPublish, token: `bank:${bank.id}:publish` }];
  return { ...say(turn, turn.wording.bankReviewed(bank.name)), buttons };
}

/** Shows one item of a bank; another one where there is none of this number. */
export function reviewPage(bank: Bank, n: number, turn: Turn): Reply {
  const items = turn.parts.state.learning.banks.items(bank.id);
  const one = items.find((item) => item.n === n);
  const left = items.filter(({ status }) => status === 'proposed').length;
  return one === undefined ? nextToReview(bank, turn) : pageOf(bank, one, { turn, left });
}

function pageOf(bank: Bank, one: BankItem, { turn, left }: { readonly turn: Turn; readonly left: number }): Reply {
  const { wording, parts, speaker } = turn;
  const { item, n } = one;
  const options = 'options' in item ? item.options.map((option, index) => `${letterOf(index)}. ${option}`) : [];
  const lines = [
    item.question,
    ...options,
    wording.rightAnswer(answerWithLetters(item)),
    ...(item.explanation === '' ? [] : [item.explanation]),
  ];
  const faults = checkItem(item, parts.service.library()).slice(0, MAX_FAULTS);
  const found: Block[] = faults.length === 0 ? [] : [{ kind: 'notice', text: wording.bankFound(faults) }];
  const place = { name: bank.name, n, left, origin: one.origin };
  return {
    language: speaker.language,
    blocks: [
      { kind: 'notice', text: wording.bankPlace(place) },
      { kind: 'headline', text: wording.paperFile.kinds[item.kind] },
      { kind: 'text', text: lines.join('\n') },
      ...found,
      ...quoteBlocks(item.citation, contextOf(item.citation, parts.service), wording),
    ],
    buttons: decisionsOf(bank, n, turn),
  };
}

function decisionsOf({ id }: Bank, n: number, { wording }: Turn): Button[] {
  const to = (word: string): string => `bank:${id}:${n}:${word}`;
  return [
    { label: wording.bankApprove, token: to('approve') },
    ...REASONS.map((reason) => ({ label: wording.bankReasons[reason], token: to(reason) })),
    { label: wording.bankLater, token: to('later') },
  ];
}

/** Publishes what is approved as a version: exams with `bank=NAME` draw on it. */
export function publishBank({ id, name }: Bank, turn: Turn): Reply {
  const { banks } = turn.parts.state.learning;
  const version = banks.publish(id, turn.parts.now());
  return say(turn, turn.wording.bankPublished({ name, version, items: banks.published(id).length }));
}

/** Returns a pressed `bank:ID:next`, `bank:ID:publish`, `bank:ID:N:approve`, `…:REASON` or `…:later`. */
export function pressBank([id = '', word = '', decision = '']: readonly string[], turn: Turn): Reply {
  const { banks } = turn.parts.state.learning;
  const bank = /^\d{1,9}$/u.test(id) ? banks.byId(Number(id)) : null;
  if (bank === null || bank.channel !== turn.account.channel) return note(turn, turn.wording.gone);
  if (word === 'publish') return publishBank(bank, turn);
  const n = /^\d{1,5}$/u.test(word) ? Number(word) : 0;
  const reason = REASONS.find((one) => one === decision);
  if (decision === 'approve') banks.change(bank.id, n, { status: 'approved' });
  else if (reason !== undefined)
    banks.change(bank.id, n, { status: 'rejected', reason: turn.wording.bankReasons[reason] });
  return nextToReview(bank, turn, n);
}
