// A state folder for tests of what is kept of learners, and the steps that most of them begin with.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { HOUR_MS } from '../../../src/durations.ts';
import type { GradedResponse, PracticeSet } from '../../../src/quiz/learning/records.ts';
import { reviewed } from '../../../src/quiz/learning/schedule.ts';
import type { Item } from '../../../src/quiz/types.ts';
import { openState, type State } from '../../../src/store/state/state.ts';

export const NOW = new Date('2031-03-01T08:00:00Z');
export const after = (hours: number): Date => new Date(NOW.getTime() + hours * HOUR_MS);
export const A = { channel: 'test', user: 'a' };
export const B = { channel: 'test', user: 'b' };
export const right: GradedResponse = {
  response: { options: [1] },
  isRight: true,
  share: 1,
  schedule: reviewed(null, true, NOW),
};

/** A fresh state before each test of the file. */
export function useLearning() {
  let folder = '';
  let state: State;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'quzhi-learning-'));
    state = openState(folder);
  });
  afterEach(() => {
    state.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    /** The open state, and its folder. */
    kept: {
      get state() {
        return state;
      },
      get folder() {
        return folder;
      },
    },
    /** Closes the state and opens it anew, as a restart does. */
    restart: (): void => {
      state.close();
      state = openState(folder);
    },
    begin: (items: readonly Item[], fields: Partial<PracticeSet> = {}, at = NOW): PracticeSet => {
      const usual = { learner: A, chat: 'a', purpose: 'quiz' as const, exam: null, name: null, closesAt: after(24) };
      const set = state.learning.sets.begin({ ...usual, ...fields, items }, at);
      if (set === null) throw new Error('no set was begun');
      return set;
    },
    /** Shows a question, where it was not shown yet, and answers it. */
    settle: (token: string, learner = A, graded: GradedResponse | null = right, at = NOW) => {
      state.learning.questions.show(token, at);
      return state.learning.questions.settle(token, { learner, at, message: null }, () => graded);
    },
    tokens: (set: PracticeSet): string[] => state.learning.sets.progress(set.id).map(({ question }) => question.token),
  };
}
