import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { USUAL_RULES } from '../../../src/quiz/learning/exam-rules.ts';
import { manyItems, single } from '../../quiz/made-up-items.ts';
import { A, after, B, NOW, right, useLearning } from '../support/learning.ts';

const { begin, kept, settle, tokens } = useLearning();

describe('a learner’s data', () => {
  const learn = (learner: typeof A): void => {
    const [token = ''] = tokens(begin([single(1)], { learner, chat: learner.user, name: `名${learner.user}` }));
    settle(token, learner);
    const habit = {
      learner,
      chat: 'a',
      remindAtMinute: 1,
      zone: 'Etc/UTC',
      pausedUntil: null,
      pace: null,
      memory: null,
    };
    kept.state.learning.habits.set(habit);
    kept.state.learning.disputes.report(single(1), learner, NOW);
  };

  test('is exported whole, with the words of what was asked, and nobody else’s', () => {
    learn(A);
    learn(B);
    const held = kept.state.personalData.exportOf(A);
    expect(held.question).toMatchObject([{ text: single(1).question }]);
    expect(held.card).toMatchObject([{ text: single(1).question }]);
    for (const kind of ['practice_set', 'attempt', 'learner', 'fault_report']) expect(held[kind]).toHaveLength(1);
    expect(JSON.stringify(held)).not.toContain('"b"');
  });

  test('is forgotten whole; that an exam was sat stays, without name and answers', () => {
    learn(A);
    learn(B);
    const [token = ''] = tokens(begin([single(2)], { purpose: 'exam', exam: 'ABCD', name: '名a' }));
    settle(token);
    expect(kept.state.personalData.forget(A)).toBeGreaterThan(5);
    const held = kept.state.personalData.exportOf(A);
    expect(held.practice_set).toMatchObject([{ exam: 'ABCD', name: null }]);
    for (const kind of ['question', 'attempt', 'card', 'learner', 'notice', 'fault_report'])
      expect(held[kind]).toEqual([]);
    expect(kept.state.learning.cards.of(B)).toHaveLength(1);
  });

  test('is pruned by age, with the items that nothing refers to any more', () => {
    learn(A);
    const count = (table: string): number => {
      const database = new Database(join(kept.folder, 'quzhi.sqlite'), { readonly: true });
      const rows = Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
      database.close();
      return rows;
    };
    kept.state.personalData.prune(NOW);
    expect(kept.state.learning.cards.of(A)).toHaveLength(1);
    expect(count('kept_item')).toBe(1);
    kept.state.personalData.prune(after(25));
    expect(['kept_item', 'question', 'practice_set', 'attempt', 'card', 'fault', 'fault_report'].map(count)).toEqual(
      Array(7).fill(0),
    );
  });

  test('goes with a chat that moves', () => {
    const set = begin(manyItems(1));
    kept.state.members.moveChat('test', 'a', 'z');
    expect(kept.state.learning.sets.find(set.id)?.chat).toBe('z');
    expect(kept.state.learning.sets.progress(set.id)[0]?.question.chat).toBe('z');
  });
});

describe('notices', () => {
  test('are taken once, oldest first, by their learner', () => {
    for (const n of [1, 2]) {
      kept.state.learning.disputes.report(single(n), A, NOW);
      const [fault] = kept.state.learning.disputes.open();
      expect(kept.state.learning.disputes.decide(fault?.id ?? 0, 'fixed', NOW)).toBe(true);
      expect(kept.state.learning.disputes.decide(fault?.id ?? 0, 'retired', NOW)).toBe(false);
    }
    expect(kept.state.learning.notices.waiting('test')).toEqual([A]);
    expect(kept.state.learning.notices.take(B, 50).notices).toEqual([]);
    expect(kept.state.learning.notices.take(A, 50).notices.map(({ question }) => question)).toEqual(
      [single(1), single(2)].map(({ question }) => question),
    );
    expect(kept.state.learning.notices.take(A, 50)).toEqual({ notices: [], left: 0 });
    expect(kept.state.learning.notices.waiting('test')).toEqual([]);
  });
});

test('a learner who has a card of the new item already keeps that one when another moves onto it', () => {
  for (const item of [single(1), single(2)]) settle(tokens(begin([item]))[0] ?? '');
  const change = { from: single(1), to: single(2), how: 'moved' } as const;
  kept.state.learning.cards.change([change], { fingerprint: 'f', at: NOW });
  expect(kept.state.learning.cards.of(A).map(({ item }) => item.id)).toEqual(['item-2']);
  expect(kept.state.learning.cards.fingerprint()).toBe('f');
});

test('notices and exams go by age, each when it is old', () => {
  const exam = { channel: 'test', madeBy: 'o', madeAt: NOW, minutes: 5, seed: 7, rules: USUAL_RULES, about: '' };
  const strata = [{ count: 1, items: [single(1)] }];
  kept.state.learning.exams.make({ ...exam, code: 'ABCD', endsAt: after(1), strata });
  kept.state.learning.exams.make({ ...exam, code: 'EFGH', endsAt: after(9), strata });
  kept.state.learning.disputes.report(single(1), A, NOW);
  kept.state.learning.disputes.decide(kept.state.learning.disputes.open()[0]?.id ?? 0, 'dismissed', after(2));
  kept.state.personalData.prune(after(2));
  expect(kept.state.learning.notices.waiting('test')).toEqual([A]);
  expect(['ABCD', 'EFGH'].map((code) => kept.state.learning.exams.find(code)?.code)).toEqual([undefined, 'EFGH']);
  kept.state.personalData.prune(after(3));
  expect(kept.state.learning.notices.waiting('test')).toEqual([]);
  expect(kept.state.learning.exams.find('EFGH')?.strata).toEqual(strata);
});

describe('habits', () => {
  const habit = (learner: typeof A, remindAtMinute: number | null = 510) => ({
    ...{
      learner,
      chat: `c${learner.user}`,
      remindAtMinute,
      zone: 'Asia/Shanghai',
      pausedUntil: null,
      pace: null,
      memory: null,
    },
  });

  test('are a learner’s own, the latest set', () => {
    const { habits } = kept.state.learning;
    expect(habits.of(A)).toBeNull();
    habits.set(habit(A));
    habits.set({ ...habit(A, 30), pausedUntil: after(3) });
    expect(habits.of(A)).toEqual({ ...habit(A, 30), pausedUntil: after(3) });
    expect(habits.of(B)).toBeNull();
    expect(habits.of({ ...A, channel: 'other' })).toBeNull();
  });

  test('of those who want to be reminded are listed, by channel', () => {
    const { habits } = kept.state.learning;
    habits.set(habit(B));
    habits.set(habit(A, 0));
    habits.set(habit({ channel: 'test', user: 'c' }, null));
    expect(habits.reminded('test')).toEqual([habit(A, 0), habit(B)]);
    expect(habits.reminded('other')).toEqual([]);
  });
});

test('notices are taken in parts, and the rest is counted', () => {
  for (const n of [1, 2, 3]) {
    kept.state.learning.disputes.report(single(n), A, NOW);
    kept.state.learning.disputes.decide(kept.state.learning.disputes.open()[0]?.id ?? 0, 'dismissed', NOW);
  }
  const take = () => kept.state.learning.notices.take(A, 2);
  expect(take()).toMatchObject({ notices: [1, 2].map((n) => ({ question: single(n).question })), left: 1 });
  expect(take()).toMatchObject({ notices: [{ question: single(3).question, verdict: 'dismissed' }], left: 0 });
});

describe('the history', () => {
  test('tells a learner’s answers, oldest first, and everybody’s with names', () => {
    const wrong = { ...right, isRight: false, share: 0 };
    const [first = '', second = ''] = tokens(begin([single(1), single(2, { district: null, topic: '就业' })]));
    settle(second, A, wrong, after(1));
    settle(first, A, right, after(2));
    settle(tokens(begin([single(3)], { learner: B, chat: 'b' }))[0] ?? '', B, right, after(3));
    const { history } = kept.state.learning;
    const mine = [
      { itemId: 'item-2', district: null, topic: '就业', isRight: false, at: after(1) },
      { itemId: 'item-1', district: single(1).district, topic: single(1).topic, isRight: true, at: after(2) },
    ];
    expect(history.of(A, after(9))).toEqual(mine);
    expect(history.all(after(9)).map(({ learner, itemId }) => [learner, itemId])).toEqual([
      ['test/a', 'item-2'],
      ['test/a', 'item-1'],
      ['test/b', 'item-3'],
    ]);
  });
});
