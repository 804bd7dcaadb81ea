import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graded, PracticeSet } from '../../src/quiz/keeping.ts';
import { reviewed } from '../../src/quiz/schedule.ts';
import type { Item } from '../../src/quiz/types.ts';
import { openState, type State } from '../../src/store/state.ts';
import { manyItems } from '../quiz/made-up-items.ts';

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
const restart = (): void => {
  state.close();
  state = openState(folder);
};
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

describe('an answer', () => {
  test('is kept with its card in one go, and outlives a restart', () => {
    const [token = ''] = tokens(begin(manyItems(2)));
    expect(settle(token).outcome).toBe('graded');
    restart();
    expect(state.learning.questions.attempts(token)).toEqual([
      { token, learner: A, given: { options: [1] }, isRight: true, share: 1, at: NOW },
    ]);
    expect(state.learning.cards.of(A)).toEqual([{ item: manyItems(1)[0], schedule: right.schedule, isRight: true }]);
    expect(state.learning.questions.latest(A)?.token).toBe(token);
    expect(state.learning.questions.latest(B)).toBeNull();
  });

  test('is taken once, by whom it was put to, until it closes', () => {
    const [token = '', second = ''] = tokens(begin(manyItems(2)));
    expect(settle(token, B).outcome).toBe('unknown');
    expect(settle(token, A, null).outcome).toBe('ungraded');
    expect(settle(token).outcome).toBe('graded');
    expect(settle(token, A, { ...right, isRight: false }, after(1))).toMatchObject({
      outcome: 'already',
      attempt: { isRight: true, at: NOW },
    });
    expect(settle(second, A, right, after(24)).outcome).toBe('closed');
    expect(settle('nonsense').outcome).toBe('unknown');
  });

  test('whose grading fails leaves no trace', () => {
    const [token = ''] = tokens(begin(manyItems(1)));
    const fail = (): Graded => {
      throw new TypeError('a bug');
    };
    expect(() => state.learning.questions.settle(token, { learner: A, at: NOW, message: null }, fail)).toThrow(
      TypeError,
    );
    const broken = { ...right, schedule: { toJSON: fail } as never };
    expect(() => settle(token, A, broken)).toThrow(TypeError);
    expect(state.learning.questions.attempts(token)).toEqual([]);
    expect(state.learning.cards.of(A)).toEqual([]);
    expect(settle(token).outcome).toBe('graded');
  });

  test('sees the schedule that the one before made', () => {
    const seen: unknown[] = [];
    for (const hours of [0, 1, 2]) {
      const [token = ''] = tokens(begin(manyItems(1), {}, after(hours)));
      state.learning.questions.settle(token, { learner: A, at: after(hours), message: null }, (_question, schedule) => {
        seen.push(schedule);
        return { ...right, schedule: reviewed(schedule, true, after(hours)) };
      });
    }
    expect(seen).toEqual([null, expect.objectContaining({ reviews: 1 }), expect.objectContaining({ reviews: 2 })]);
  });
});

describe('a set', () => {
  test('keeps its items as they were put, in their order', () => {
    const items = manyItems(5).reverse();
    const set = begin(items);
    restart();
    const standing = state.learning.sets.standing(set.id);
    expect(standing.map(({ question }) => question.item)).toEqual(items);
    expect(standing.map(({ question }) => question.n)).toEqual([0, 1, 2, 3, 4]);
    expect(state.learning.sets.find(set.id)).toEqual(set);
    expect(state.learning.sets.find(set.id + 1)).toBeNull();
  });

  test('is the only one under way, until it ends or closes', () => {
    const first = begin(manyItems(1));
    const second = begin(manyItems(1), {}, after(1));
    expect(state.learning.sets.find(first.id)?.endedAt).toEqual(after(1));
    expect(state.learning.sets.underWay(A, after(2))?.id).toBe(second.id);
    expect(state.learning.sets.underWay(B, after(2))).toBeNull();
    expect(state.learning.sets.underWay(A, after(24))).toBeNull();
    state.learning.sets.end(second.id, after(3));
    expect(state.learning.sets.underWay(A, after(4))).toBeNull();
  });

  test('shows and skips its questions, once shown always shown', () => {
    const [token = ''] = tokens(begin(manyItems(1)));
    expect(state.learning.questions.find(token)?.putAt).toBeNull();
    state.learning.questions.show(token, NOW);
    state.learning.questions.show(token, after(1));
    state.learning.questions.skip(token);
    expect(state.learning.questions.find(token)).toMatchObject({ putAt: NOW, isSkipped: true });
  });
});

describe('an exam', () => {
  const exam = (code: string, items = manyItems(4)) => ({
    ...{ code, channel: 'test', madeBy: 'o', madeAt: NOW, endsAt: after(10), minutes: 5, seed: 7, about: '' },
    strata: [
      { count: 1, items: items.slice(0, 3) },
      { count: 1, items: items.slice(3) },
    ],
  });

  test('is found as it was made, its items reserved until it ends', () => {
    state.learning.exams.make(exam('ABCD'));
    restart();
    expect(state.learning.exams.find('ABCD')).toEqual(exam('ABCD'));
    expect(state.learning.exams.find('NONE')).toBeNull();
    expect(state.learning.exams.latest('test', 5).map(({ code }) => code)).toEqual(['ABCD']);
    expect(state.learning.exams.reserved(after(9)).size).toBe(4);
    expect(state.learning.exams.reserved(after(10)).size).toBe(0);
    expect(() => state.learning.exams.make(exam('ABCD'))).toThrow();
  });

  test('has one paper each, for good', () => {
    state.learning.exams.make(exam('ABCD'));
    const paper = begin(manyItems(1), { purpose: 'exam', exam: 'ABCD' });
    const again = { learner: A, chat: 'a', purpose: 'exam', exam: 'ABCD', name: null, closesAt: after(1) } as const;
    expect(state.learning.sets.begin({ ...again, items: manyItems(1) }, NOW)).toBeNull();
    expect(state.learning.sets.underWay(A, NOW)?.id).toBe(paper.id);
    begin(manyItems(1), { learner: B, purpose: 'exam', exam: 'ABCD' });
    expect(state.learning.exams.papers('ABCD').map(({ learner }) => learner)).toEqual([A, B]);
  });

  test('tells its answers to the history, and enters the cards, at its end and once', () => {
    state.learning.exams.make(exam('ABCD'));
    const [token = ''] = tokens(begin(manyItems(1), { purpose: 'exam', exam: 'ABCD', closesAt: after(1) }));
    settle(token, A, { ...right, schedule: null });
    expect(state.learning.history.of(A, after(9))).toEqual([]);
    expect(state.learning.history.all(after(9))).toEqual([]);
    state.learning.exams.settleEnded(after(9), reviewed);
    expect(state.learning.cards.of(A)).toEqual([]);
    state.learning.exams.end('ABCD', after(9));
    for (let n = 0; n < 2; n++) state.learning.exams.settleEnded(after(9), reviewed);
    expect(state.learning.cards.of(A).map(({ schedule }) => schedule.reviews)).toEqual([1]);
    expect(state.learning.history.all(after(9))).toMatchObject([{ learner: 'test/a', isRight: true }]);
  });

  test('leaves alone a card that was practised since it was answered in the exam', () => {
    state.learning.exams.make(exam('ABCD'));
    const [token = ''] = tokens(begin(manyItems(1), { purpose: 'exam', exam: 'ABCD', closesAt: after(1) }));
    settle(token, A, { ...right, isRight: false, schedule: null });
    const practised = { ...right, schedule: reviewed(null, true, after(2)) };
    settle(tokens(begin(manyItems(1), {}, after(2)))[0] ?? '', A, practised, after(2));
    state.learning.exams.settleEnded(after(10), reviewed);
    expect(state.learning.cards.of(A)).toMatchObject([{ isRight: true, schedule: practised.schedule }]);
  });

  test('that is ended takes no more answers on any paper', () => {
    state.learning.exams.make(exam('ABCD'));
    const [token = ''] = tokens(begin(manyItems(1), { purpose: 'exam', exam: 'ABCD', closesAt: after(8) }));
    state.learning.exams.end('ABCD', after(1));
    expect(settle(token, A, right, after(1)).outcome).toBe('closed');
  });
});
