// Disputes about items: who reported what and why, and what a maintainer's decision sets off.
import { describe, expect, test } from 'vitest';
import { single } from '../../quiz/made-up-items.ts';
import { A, after, B, NOW, right, useLearning } from '../support/learning.ts';

const { begin, kept, settle, tokens } = useLearning();
const disputes = () => kept.state.learning.disputes;
const idOf = (n: number): number =>
  disputes()
    .open()
    .find(({ item }) => item.id === `item-${n}`)?.id ?? -1;
const learn = (n: number, learner = A): void =>
  void settle(tokens(begin([single(n)], { learner, chat: learner.user }))[0] ?? '', learner);
const noticesOf = (learner = A) => kept.state.learning.notices.take(learner, 50).notices;

describe('a report', () => {
  test('counts once for each learner; the most reported come first, then the oldest', () => {
    expect(disputes().report(single(1), A, NOW)).toBe(true);
    expect(disputes().report(single(1), A, after(1))).toBe(false);
    expect(disputes().report(single(2), A, NOW)).toBe(true);
    expect(disputes().report(single(3), A, NOW)).toBe(true);
    expect(disputes().report(single(3), B, NOW)).toBe(true);
    expect(
      disputes()
        .open()
        .map(({ item, reports }) => [item.id, reports]),
    ).toEqual([
      ['item-3', 2],
      ['item-1', 1],
      ['item-2', 1],
    ]);
    expect(disputes().find(idOf(3))).toEqual({ id: idOf(3), item: single(3), reports: 2, reasons: [] });
    expect(disputes().find(99)).toBeNull();
  });

  test('by statistics opens a dispute without reporters, and not a second time', () => {
    expect(disputes().report(single(1), null, NOW)).toBe(true);
    expect(disputes().report(single(1), null, NOW)).toBe(false);
    expect(disputes().open()).toMatchObject([{ reports: 0 }]);
    disputes().decide(idOf(1), 'dismissed', NOW);
    expect(disputes().report(single(1), null, NOW)).toBe(false);
    expect(disputes().report(single(1), A, NOW)).toBe(true);
    expect(disputes().open()).toMatchObject([{ reports: 1 }]);
  });

  test('may say why, in the reporter’s words; the same words are shown once', () => {
    disputes().report(single(1), A, NOW);
    disputes().report(single(1), B, NOW);
    disputes().report(single(2), A, NOW);
    disputes().explain(single(1).id, A, '数字不对');
    disputes().explain(single(1).id, B, '数字不对');
    expect(disputes().find(idOf(1))?.reasons).toEqual(['数字不对']);
    disputes().explain(single(1).id, B, '年份不对');
    expect([...(disputes().find(idOf(1))?.reasons ?? [])].sort()).toEqual(['年份不对', '数字不对']);
    expect(disputes().find(idOf(2))?.reasons).toEqual([]);
  });
});

describe('a decision', () => {
  test('is made once, and told to those who reported', () => {
    disputes().report(single(1), A, NOW);
    const id = idOf(1);
    expect(disputes().decide(id, 'dismissed', NOW)).toBe(true);
    expect(disputes().decide(id, 'dismissed', NOW)).toBe(false);
    expect([disputes().open(), disputes().find(id)]).toEqual([[], null]);
    expect(noticesOf()).toEqual([{ kind: 'decided', question: single(1).question, verdict: 'dismissed' }]);
    expect(noticesOf(B)).toEqual([]);
    expect(kept.state.learning.cards.retired().size).toBe(0);
  });

  test('to retire takes the item from everyone and tells its other learners', () => {
    for (const learner of [A, B]) learn(1, learner);
    learn(2);
    disputes().report(single(1), A, NOW);
    disputes().decide(idOf(1), 'retired', NOW);
    expect([...kept.state.learning.cards.retired()]).toEqual(['item-1']);
    expect(kept.state.learning.cards.of(A).map(({ item }) => item.id)).toEqual(['item-2']);
    expect(kept.state.learning.cards.of(B)).toEqual([]);
    expect(noticesOf()).toEqual([{ kind: 'decided', question: single(1).question, verdict: 'retired' }]);
    expect(noticesOf(B)).toEqual([{ kind: 'retired', question: single(1).question }]);
  });

  test('that its source was mended makes everybody’s card due, and no other', () => {
    for (const learner of [A, B]) learn(1, learner);
    learn(2);
    disputes().report(single(1), A, NOW);
    disputes().decide(idOf(1), 'fixed', after(5));
    const dueOf = (learner: typeof A) => kept.state.learning.cards.of(learner).map(({ schedule }) => schedule.dueAt);
    expect(dueOf(A)).toEqual([after(5).getTime(), right.schedule?.dueAt]);
    expect(dueOf(B)).toEqual([after(5).getTime()]);
    expect(kept.state.learning.cards.retired().size).toBe(0);
  });

  test('to dismiss leaves the cards as they are', () => {
    learn(1);
    disputes().report(single(1), A, NOW);
    disputes().decide(idOf(1), 'dismissed', after(5));
    expect(kept.state.learning.cards.of(A)).toEqual([{ item: single(1), schedule: right.schedule, isRight: true }]);
  });
});
