import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graded, PracticeSet } from '../../src/quiz/keeping.ts';
import { reviewed } from '../../src/quiz/schedule.ts';
import type { Item } from '../../src/quiz/types.ts';
import { openState, type State } from '../../src/store/state.ts';
import { manyItems, single } from '../quiz/made-up-items.ts';

const NOW = new Date('2031-03-01T08:00:00Z');
const after = (hours: number): Date => new Date(NOW.getTime() + hours * 3_600_000);
const A = { channel: 'test', user: 'a' };
const B = { channel: 'test', user: 'b' };
let folder: string;
let state: State;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-learning-'));
  state = openState(folder);
});
afterEach(() => {
  state.close();
  rmSync(folder, { recursive: true, force: true });
});
const begin = (items: readonly Item[], fields: Partial<PracticeSet> = {}, at = NOW): PracticeSet => {
  const whole = {
    learner: A,
    chat: 'a',
    purpose: 'quiz' as const,
    exam: null,
    name: null,
    closesAt: after(24),
    ...fields,
  };
  const set = state.learning.sets.begin({ ...whole, items }, at);
  if (set === null) throw new Error('no set was begun');
  return set;
};
const right: Graded = { given: { options: [1] }, isRight: true, share: 1, schedule: reviewed(null, true, NOW) };
const settle = (token: string, learner = A, graded: Graded | null = right, at = NOW) =>
  state.learning.questions.settle(token, { learner, at, message: null }, () => graded);
const tokens = (set: PracticeSet): string[] =>
  state.learning.sets.standing(set.id).map(({ question }) => question.token);

describe('a learner’s data', () => {
  const learn = (learner: typeof A): void => {
    const [token = ''] = tokens(begin([single(1)], { learner, chat: learner.user, name: `名${learner.user}` }));
    settle(token, learner);
    const habit = { learner, chat: 'a', remindAtMinute: 1, zone: 'Etc/UTC', pausedUntil: null };
    state.learning.habits.set(habit);
    state.learning.faults.report(single(1), learner, NOW);
  };

  test('is exported whole, with the words of what was asked, and nobody else’s', () => {
    learn(A);
    learn(B);
    const held = state.records.exportOf(A);
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
    expect(state.records.forget(A)).toBeGreaterThan(5);
    const held = state.records.exportOf(A);
    expect(held.practice_set).toMatchObject([{ exam: 'ABCD', name: null }]);
    for (const kind of ['question', 'attempt', 'card', 'learner', 'notice', 'fault_report'])
      expect(held[kind]).toEqual([]);
    expect(state.learning.cards.of(B)).toHaveLength(1);
  });

  test('is pruned by age, with the items that nothing refers to any more', () => {
    learn(A);
    const count = (table: string): number => {
      const database = new Database(join(folder, 'quzhi.sqlite'), { readonly: true });
      const rows = Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
      database.close();
      return rows;
    };
    state.records.prune(NOW);
    expect(state.learning.cards.of(A)).toHaveLength(1);
    expect(count('kept_item')).toBe(1);
    state.records.prune(after(25));
    expect(['kept_item', 'question', 'practice_set', 'attempt', 'card', 'fault', 'fault_report'].map(count)).toEqual(
      Array(7).fill(0),
    );
  });

  test('goes with a chat that moves', () => {
    const set = begin(manyItems(1));
    state.members.moveChat('test', 'a', 'z');
    expect(state.learning.sets.find(set.id)?.chat).toBe('z');
    expect(state.learning.sets.standing(set.id)[0]?.question.chat).toBe('z');
  });
});

describe('notices', () => {
  test('are taken once, oldest first, by their learner', () => {
    for (const n of [1, 2]) {
      state.learning.faults.report(single(n), A, NOW);
      const [fault] = state.learning.faults.open();
      expect(state.learning.faults.decide(fault?.id ?? 0, 'fixed', NOW)).toBe(true);
      expect(state.learning.faults.decide(fault?.id ?? 0, 'retired', NOW)).toBe(false);
    }
    expect(state.learning.notices.waiting('test')).toEqual([A]);
    expect(state.learning.notices.take(B, 50).notices).toEqual([]);
    expect(state.learning.notices.take(A, 50).notices.map(({ question }) => question)).toEqual(
      [single(1), single(2)].map(({ question }) => question),
    );
    expect(state.learning.notices.take(A, 50)).toEqual({ notices: [], left: 0 });
    expect(state.learning.notices.waiting('test')).toEqual([]);
  });
});

test('a learner who has a card of the new item already keeps that one when another moves onto it', () => {
  for (const item of [single(1), single(2)]) settle(tokens(begin([item]))[0] ?? '');
  const change = { from: single(1), to: single(2), how: 'moved' } as const;
  state.learning.cards.change([change], { fingerprint: 'f', at: NOW });
  expect(state.learning.cards.of(A).map(({ item }) => item.id)).toEqual(['item-2']);
  expect(state.learning.cards.fingerprint()).toBe('f');
});
