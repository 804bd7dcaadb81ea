import { describe, expect, test } from 'vitest';
import { USUAL_RULES } from '../../../src/quiz/learning/exam-rules.ts';
import type { GradedResponse } from '../../../src/quiz/learning/records.ts';
import { reviewed } from '../../../src/quiz/learning/schedule.ts';
import type { Item } from '../../../src/quiz/types.ts';
import { manyItems } from '../../quiz/made-up-items.ts';
import { A, after, B, NOW, right, useLearning } from '../support/learning.ts';

const { begin, kept, restart, settle, tokens } = useLearning();

describe('an answer', () => {
  test('is kept with its card in one go, and outlives a restart', () => {
    const [token = ''] = tokens(begin(manyItems(2)));
    expect(settle(token).outcome).toBe('graded');
    restart();
    expect(kept.state.learning.questions.attempts(token)).toEqual([
      { token, learner: A, response: { options: [1] }, isRight: true, share: 1, at: NOW, isDoubtful: false },
    ]);
    expect(kept.state.learning.cards.of(A)).toEqual([
      { item: manyItems(1)[0], schedule: right.schedule, isRight: true },
    ]);
    expect(kept.state.learning.questions.latest(A)?.token).toBe(token);
    expect(kept.state.learning.questions.latest(B)).toBeNull();
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
    kept.state.learning.questions.show(token, NOW);
    const fail = (): GradedResponse => {
      throw new TypeError('a bug');
    };
    expect(() => kept.state.learning.questions.settle(token, { learner: A, at: NOW, message: null }, fail)).toThrow(
      TypeError,
    );
    const broken = { ...right, schedule: { toJSON: fail } as never };
    expect(() => settle(token, A, broken)).toThrow(TypeError);
    expect(kept.state.learning.questions.attempts(token)).toEqual([]);
    expect(kept.state.learning.cards.of(A)).toEqual([]);
    expect(settle(token).outcome).toBe('graded');
  });

  test('sees the schedule that the one before made', () => {
    const seen: unknown[] = [];
    for (const hours of [0, 1, 2]) {
      const [token = ''] = tokens(begin(manyItems(1), {}, after(hours)));
      kept.state.learning.questions.show(token, after(hours));
      kept.state.learning.questions.settle(
        token,
        { learner: A, at: after(hours), message: null },
        (_question, schedule) => {
          seen.push(schedule);
          return { ...right, schedule: reviewed(schedule, true, after(hours)) };
        },
      );
    }
    expect(seen).toEqual([null, expect.objectContaining({ reviews: 1 }), expect.objectContaining({ reviews: 2 })]);
  });
});

describe('a set', () => {
  test('keeps its items as they were put, in their order', () => {
    const items = manyItems(5).reverse();
    const set = begin(items);
    restart();
    const standing = kept.state.learning.sets.progress(set.id);
    expect(standing.map(({ question }) => question.item)).toEqual(items);
    expect(standing.map(({ question }) => question.n)).toEqual([0, 1, 2, 3, 4]);
    expect(kept.state.learning.sets.find(set.id)).toEqual(set);
    expect(kept.state.learning.sets.find(set.id + 1)).toBeNull();
  });

  test('is the only one under way, until it ends or closes', () => {
    const first = begin(manyItems(1));
    const second = begin(manyItems(1), {}, after(1));
    expect(kept.state.learning.sets.find(first.id)?.endedAt).toEqual(after(1));
    expect(kept.state.learning.sets.underWay(A, after(2))?.id).toBe(second.id);
    expect(kept.state.learning.sets.underWay(B, after(2))).toBeNull();
    expect(kept.state.learning.sets.underWay(A, after(24))).toBeNull();
    kept.state.learning.sets.end(second.id, after(3));
    expect(kept.state.learning.sets.underWay(A, after(4))).toBeNull();
  });

  test('shows and skips its questions, once shown always shown', () => {
    const [token = ''] = tokens(begin(manyItems(1)));
    expect(kept.state.learning.questions.find(token)?.putAt).toBeNull();
    kept.state.learning.questions.show(token, NOW);
    kept.state.learning.questions.show(token, after(1));
    kept.state.learning.questions.skip(token);
    expect(kept.state.learning.questions.find(token)).toMatchObject({ putAt: NOW, isSkipped: true });
  });
});

describe('an exam', () => {
  const exam = (code: string, items = manyItems(4)) => ({
    ...{ code, channel: 'test', madeBy: 'o', madeAt: NOW, endsAt: after(10), minutes: 5, seed: 7, about: '' },
    rules: USUAL_RULES,
    strata: [
      { count: 1, items: items.slice(0, 3) },
      { count: 1, items: items.slice(3) },
    ],
  });

  test('is found as it was made, its items reserved until it ends', () => {
    kept.state.learning.exams.make(exam('ABCD'));
    restart();
    expect(kept.state.learning.exams.find('ABCD')).toEqual(exam('ABCD'));
    expect(kept.state.learning.exams.find('NONE')).toBeNull();
    expect(kept.state.learning.exams.latest('test', 5).map(({ code }) => code)).toEqual(['ABCD']);
    expect(kept.state.learning.exams.reserved(after(9)).size).toBe(4);
    expect(kept.state.learning.exams.reserved(after(10)).size).toBe(0);
    expect(() => kept.state.learning.exams.make(exam('ABCD'))).toThrow();
  });

  test('has one paper each, for good', () => {
    kept.state.learning.exams.make(exam('ABCD'));
    const paper = begin(manyItems(1), { purpose: 'exam', exam: 'ABCD' });
    const again = { learner: A, chat: 'a', purpose: 'exam', exam: 'ABCD', name: null, closesAt: after(1) } as const;
    expect(kept.state.learning.sets.begin({ ...again, items: manyItems(1) }, NOW)).toBeNull();
    expect(kept.state.learning.sets.underWay(A, NOW)?.id).toBe(paper.id);
    begin(manyItems(1), { learner: B, purpose: 'exam', exam: 'ABCD' });
    expect(kept.state.learning.exams.papers('ABCD').map(({ learner }) => learner)).toEqual([A, B]);
  });

  test('tells its answers to the history, and enters the cards, at its end and once', () => {
    kept.state.learning.exams.make(exam('ABCD'));
    const [token = ''] = tokens(begin(manyItems(1), { purpose: 'exam', exam: 'ABCD', closesAt: after(1) }));
    settle(token, A, { ...right, schedule: null });
    expect(kept.state.learning.history.of(A, after(9))).toEqual([]);
    expect(kept.state.learning.history.all(after(9))).toEqual([]);
    kept.state.learning.exams.settleEnded(after(9), reviewed);
    expect(kept.state.learning.cards.of(A)).toEqual([]);
    kept.state.learning.exams.end('ABCD', after(9));
    for (let n = 0; n < 2; n++) kept.state.learning.exams.settleEnded(after(9), reviewed);
    expect(kept.state.learning.cards.of(A).map(({ schedule }) => schedule.reviews)).toEqual([1]);
    expect(kept.state.learning.history.all(after(9))).toMatchObject([{ learner: 'test/a', isRight: true }]);
  });

  test('leaves alone a card that was practised since it was answered in the exam', () => {
    kept.state.learning.exams.make(exam('ABCD'));
    const [token = ''] = tokens(begin(manyItems(1), { purpose: 'exam', exam: 'ABCD', closesAt: after(1) }));
    settle(token, A, { ...right, isRight: false, schedule: null });
    const practised = { ...right, schedule: reviewed(null, true, after(2)) };
    settle(tokens(begin(manyItems(1), {}, after(2)))[0] ?? '', A, practised, after(2));
    kept.state.learning.exams.settleEnded(after(10), reviewed);
    expect(kept.state.learning.cards.of(A)).toMatchObject([{ isRight: true, schedule: practised.schedule }]);
  });

  test('that is ended takes no more answers on any paper', () => {
    kept.state.learning.exams.make(exam('ABCD'));
    const [token = ''] = tokens(begin(manyItems(1), { purpose: 'exam', exam: 'ABCD', closesAt: after(8) }));
    kept.state.learning.exams.end('ABCD', after(1));
    expect(settle(token, A, right, after(1)).outcome).toBe('closed');
  });
});

describe('a question of no set', () => {
  const put = (user: string | null, n = 1) =>
    kept.state.learning.questions.put(
      { channel: 'test', chat: 'g', user, purpose: 'round', item: manyItems(n)[n - 1] as Item, closesAt: after(2) },
      NOW,
    );

  test('is found as it was put, at once', () => {
    const question = put(null);
    expect(question).toMatchObject({ set: null, n: 0, putAt: NOW, closesAt: after(2), isSkipped: false, user: null });
    restart();
    expect(kept.state.learning.questions.find(question.token)).toEqual(question);
    for (const token of ['', 'zz', '-1', 'A']) expect(kept.state.learning.questions.find(token)).toBeNull();
  });

  test('that is put to all is answered by each once, oldest answer first', () => {
    const { token } = put(null);
    expect(settle(token, B, right, after(1)).outcome).toBe('graded');
    expect(settle(token, A, right, NOW).outcome).toBe('graded');
    expect(settle(token, A, right, NOW).outcome).toBe('already');
    expect(kept.state.learning.questions.attempts(token).map(({ learner }) => learner)).toEqual([A, B]);
    expect(settle(token, { channel: 'other', user: 'a' }).outcome).toBe('unknown');
  });

  test('is answered until the moment it closes', () => {
    const { token } = put(null);
    expect(settle(token, A, right, after(2)).outcome).toBe('closed');
    expect(settle(token, B, right, new Date(after(2).getTime() - 1)).outcome).toBe('graded');
  });

  test('knows which message brought its answer', () => {
    const { token } = put('a');
    const { questions } = kept.state.learning;
    questions.settle(token, { learner: A, at: NOW, message: 'm7' }, () => right);
    expect(questions.broughtBy(A, 'm7')).toMatchObject({ token, isRight: true, share: 1 });
    expect([questions.broughtBy(A, 'm8'), questions.broughtBy(B, 'm7')]).toEqual([null, null]);
  });

  test('is the latest by when it was answered', () => {
    const [one, two] = [put('a'), put('a', 2)];
    settle(two.token, A, right, NOW);
    settle(one.token, A, right, after(1));
    expect(kept.state.learning.questions.latest(A)?.token).toBe(one.token);
  });
});

test('a set tells what was answered and what was not; a paper that is handed in takes no more', () => {
  const set = begin(manyItems(2), { purpose: 'exam', exam: 'ABCD' });
  const [first = '', second = ''] = tokens(set);
  settle(first, A, { ...right, isRight: false, share: 0.5 });
  const [answered, open] = kept.state.learning.sets.progress(set.id);
  expect(answered?.attempt).toMatchObject({ token: first, isRight: false, share: 0.5 });
  expect(open?.attempt).toBeNull();
  kept.state.learning.sets.end(set.id, after(1));
  kept.state.learning.sets.end(set.id, after(2));
  expect(kept.state.learning.sets.find(set.id)?.endedAt).toEqual(after(1));
  expect(settle(second, A, right, after(1)).outcome).toBe('closed');
});

test('a set of practice that ends leaves its questions open', () => {
  const set = begin(manyItems(1));
  kept.state.learning.sets.end(set.id, after(1));
  expect(settle(tokens(set)[0] ?? '', A, right, after(1)).outcome).toBe('graded');
});

test('an exam ends earlier, never later, and its papers with it', () => {
  const made = { channel: 'test', madeBy: 'o', madeAt: NOW, minutes: 5, seed: 7, rules: USUAL_RULES, about: '' };
  for (const [code, hours] of [
    ['ABCD', 10],
    ['EFGH', 2],
  ] as const) {
    kept.state.learning.exams.make({ ...made, code, madeAt: after(hours), endsAt: after(hours), strata: [] });
    begin(manyItems(1), { purpose: 'exam', exam: code, closesAt: after(hours) });
  }
  expect(kept.state.learning.exams.latest('test', 5).map(({ code }) => code)).toEqual(['ABCD', 'EFGH']);
  expect(kept.state.learning.exams.latest('test', 1).map(({ code }) => code)).toEqual(['ABCD']);
  expect(kept.state.learning.exams.latest('other', 5)).toEqual([]);
  for (const code of ['ABCD', 'EFGH']) kept.state.learning.exams.end(code, after(4));
  expect(['ABCD', 'EFGH'].map((code) => kept.state.learning.exams.find(code)?.endsAt)).toEqual([after(4), after(2)]);
  expect(kept.state.learning.exams.papers('ABCD')[0]).toMatchObject({ closesAt: after(4) });
  expect(kept.state.learning.exams.papers('EFGH')[0]).toMatchObject({ closesAt: after(2), endedAt: after(2) });
});
