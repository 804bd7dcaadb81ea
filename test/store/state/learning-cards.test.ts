// Cards through a re-index (gone, changed, moved, back), and the notices that learners get of it.
import { describe, expect, test } from 'vitest';
import { reviewed } from '../../../src/quiz/learning/schedule.ts';
import type { Item } from '../../../src/quiz/types.ts';
import { single } from '../../quiz/made-up-items.ts';
import { A, after, B, NOW, right, useLearning } from '../support/learning.ts';

const { begin, kept, restart, settle, tokens } = useLearning();
const learn = (item: Item, learner = A): void => {
  settle(tokens(begin([item], { learner, chat: learner.user }))[0] ?? '', learner);
};
const change = (from: Item, to: Item, how: 'gone' | 'changed' | 'moved' | 'back', at = after(1)): void =>
  kept.state.learning.cards.change([{ from, to, how }], { fingerprint: how, at });
const idsOf = (learner = A): string[] => kept.state.learning.cards.of(learner).map(({ item }) => item.id);
const noticesOf = (learner = A) => kept.state.learning.notices.take(learner, 50).notices;

describe('an item that is gone', () => {
  test('is put no more, its learners are told once, and it comes back with its card', () => {
    learn(single(1));
    learn(single(2));
    learn(single(2), B);
    change(single(1), single(1), 'gone');
    expect([idsOf(), idsOf(B)]).toEqual([['item-2'], ['item-2']]);
    expect(kept.state.learning.cards.items().map(({ id }) => id)).toEqual(['item-1', 'item-2']);
    change(single(1), single(1), 'gone');
    expect(noticesOf()).toEqual([{ kind: 'retired', question: single(1).question, fact: 'span-1' }]);
    expect(noticesOf(B)).toEqual([]);
    change(single(1), single(1), 'back');
    restart();
    expect(kept.state.learning.cards.of(A)[0]).toEqual({ item: single(1), schedule: right.schedule, isRight: true });
    expect(kept.state.learning.cards.fingerprint()).toBe('back');
  });

  test('whose span stands again before its learner was told is not told of', () => {
    learn(single(1));
    change(single(1), single(1), 'gone');
    change(single(1), single(1), 'back');
    expect(noticesOf()).toEqual([]);
  });

  test('is told of once a span, however many items stand on it', () => {
    const twin = single(2, { spanHash: 'span-1' });
    learn(single(1));
    learn(twin);
    const both = [single(1), twin].map((item) => ({ from: item, to: item, how: 'gone' as const }));
    kept.state.learning.cards.change(both, { fingerprint: 'f', at: after(1) });
    expect(noticesOf()).toHaveLength(1);
  });
});

test('an item with another answer takes the card over, due at once, and its learners are told', () => {
  const to = single(9, { spanHash: 'span-9', correct: 2 });
  learn(single(1));
  change(single(1), to, 'changed', after(7));
  const [card] = kept.state.learning.cards.of(A);
  expect(card).toEqual({ item: to, schedule: { ...right.schedule, dueAt: after(7).getTime() }, isRight: true });
  expect(noticesOf()).toEqual([{ kind: 'changed', question: single(1).question, fact: 'span-1' }]);
});

test('an item that only moved keeps its schedule, and nobody is told', () => {
  learn(single(1));
  change(single(1), single(9), 'moved');
  expect(kept.state.learning.cards.of(A)).toEqual([{ item: single(9), schedule: right.schedule, isRight: true }]);
  expect(noticesOf()).toEqual([]);
});

test('an open dispute follows its item to its new place', () => {
  kept.state.learning.disputes.report(single(1), A, NOW);
  change(single(1), single(9), 'moved');
  expect(kept.state.learning.disputes.open()).toMatchObject([{ item: { id: 'item-9' }, reports: 1 }]);
});

test('a card tells whether the latest answer was right', () => {
  learn(single(1));
  const wrong = { ...right, isRight: false, share: 0, schedule: reviewed(right.schedule, false, after(1)) };
  settle(tokens(begin([single(1)], {}, after(1)))[0] ?? '', A, wrong, after(1));
  expect(kept.state.learning.cards.of(A)).toEqual([{ item: single(1), schedule: wrong.schedule, isRight: false }]);
});
