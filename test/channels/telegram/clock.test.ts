import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runClock } from '../../../src/channels/clock.ts';
import { itemOf, numberOf } from '../../../src/channels/telegram/clock.ts';
import { isUpdate } from '../../../src/channels/telegram/poll.ts';
import { USUAL_RULES } from '../../../src/quiz/learning/exam-rules.ts';
import { reviewed } from '../../../src/quiz/learning/schedule.ts';
import { OWNER, openStage, type Stage } from './fixtures.ts';
import { single } from './made-items.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const LEARNER = { channel: 'telegram', user: String(OWNER.id) };
const CHAT = String(OWNER.id);

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  stage.bench.service.drawn = [single(1)];
  await stage.api.until(() => stage.api.calls.some(({ method }) => method === 'getUpdates'));
});
afterEach(async () => {
  await stage.end();
  expect(stage.api.violations).toEqual([]);
});

const sent = (count: number): Promise<void> => stage.api.until(() => stage.api.sent.length >= count);
const quiet = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  await stage.api.until(() => stage.bench.state.inboxOf('telegram').pending().length === 0);
};
/** Moves the time of day in UTC, and lets the clock look. */
const at = async (time: string): Promise<void> => {
  stage.clock.now = new Date(time);
  stage.tick();
  await quiet();
};

/** Answers an item wrong, so that it is due within minutes, and asks for a reminder at 8:30 by Shanghai's clock. */
function learn({ pausedUntil = null as Date | null } = {}): void {
  const { questions, habits } = stage.bench.state.learning;
  const now = new Date('2026-11-20T08:00:00Z');
  const closesAt = new Date('2026-11-21T08:00:00Z');
  const put = { channel: 'telegram', chat: CHAT, user: CHAT, purpose: 'quiz', item: single(1), closesAt } as const;
  const { token } = questions.put(put, now);
  const response = { options: [0] };
  questions.settle(token, { learner: LEARNER, at: now }, (_question, schedule) => ({
    response,
    isRight: false,
    share: 0,
    schedule: reviewed(schedule, false, now),
  }));
  habits.set({
    learner: LEARNER,
    chat: CHAT,
    remindAtMinute: 510,
    zone: 'Asia/Shanghai',
    pausedUntil,
    pace: null,
    memory: null,
  });
}

describe('a reminder', () => {
  test('comes at the learner’s hour, once a day, with a button that begins', async () => {
    learn();
    await at('2026-11-23T00:29:00Z');
    expect(stage.api.sent).toEqual([]);
    await at('2026-11-23T00:30:00Z');
    await sent(1);
    expect(stage.api.sent[0]?.text).toContain('1 道题到期');
    await at('2026-11-23T00:31:00Z');
    await stage.restart();
    stage.bench.service.drawn = [single(1)];
    await at('2026-11-23T00:32:00Z');
    expect(stage.api.sent).toHaveLength(1);
    await at('2026-11-24T00:30:00Z');
    await sent(2);
    const { buttons = {}, messageId = 0 } = stage.api.sent[1] ?? {};
    stage.press(Object.values(buttons)[0] ?? '', messageId);
    await stage.api.until(() => stage.api.polls.length === 1);
  });

  test('is left out where nothing is due, where the hour is long past, and while the learner pauses', async () => {
    learn({ pausedUntil: new Date('2026-11-24T00:00:00Z') });
    await at('2026-11-23T00:30:00Z');
    await at('2026-11-24T05:30:00Z');
    expect(stage.api.sent).toEqual([]);
    stage.bench.service.drawn = [];
    await at('2026-11-25T00:30:00Z');
    expect(stage.api.sent).toEqual([]);
  });

  test('is not sent to who blocked the bot', async () => {
    learn();
    stage.bench.conversation.noteReach('telegram', CHAT, false);
    await at('2026-11-23T00:30:00Z');
    expect(stage.api.sent).toEqual([]);
    expect(stage.bench.conversation.canReach('telegram', CHAT)).toBe(false);
  });

  test('survives a crash between its being noticed and its being sent', async () => {
    learn();
    stage.api.inject('sendMessage', ...Array.from({ length: 500 }, () => ({ status: 500 })));
    stage.clock.now = new Date('2026-11-23T00:30:00Z');
    stage.tick();
    await stage.api.until(() => stage.api.calls.some(({ method }) => method === 'sendMessage'));
    await stage.restart({ graceMs: 1 });
    stage.api.clearFaults();
    await sent(1);
    await quiet();
    expect(stage.api.sent).toHaveLength(1);
  });
});

test('an exam’s end sends its maker the table and each other who sat it their own result, once', async () => {
  const { exams, sets } = stage.bench.state.learning;
  const began = new Date('2026-11-22T08:00:00Z');
  const endsAt = new Date('2026-11-22T10:00:00Z');
  const strata = [{ count: 1, items: [single(1)] }];
  const exam = {
    code: 'ABCD',
    channel: 'telegram',
    madeBy: CHAT,
    madeAt: began,
    endsAt,
    minutes: 5,
    seed: 1,
    rules: USUAL_RULES,
    about: '',
    strata,
  };
  exams.make(exam);
  const { members } = stage.bench.state;
  members.invite({ code: 'x', role: 'trainee', by: CHAT, at: began, expiresAt: endsAt, uses: 1 });
  members.redeem('x', { channel: 'telegram', user: '21', name: 'Trainee', at: began });
  for (const user of [CHAT, '21']) {
    const learner = { channel: 'telegram', user };
    const paper = { learner, chat: user, purpose: 'exam', exam: 'ABCD', name: null, closesAt: endsAt } as const;
    sets.begin({ ...paper, items: [single(1)] }, began);
  }
  await at('2026-11-22T09:59:00Z');
  expect(stage.api.sent).toEqual([]);
  await at('2026-11-22T10:00:00Z');
  await at('2026-11-22T10:01:00Z');
  await stage.restart();
  await at('2026-11-22T10:02:00Z');
  const results = stage.api.sent.filter(({ text }) => text.includes('ABCD'));
  expect(results.map(({ chatId }) => chatId).sort((a, b) => a - b)).toEqual([OWNER.id, 21]);
  expect(results.find(({ chatId }) => chatId === OWNER.id)?.text).toContain('2 人参加');
  expect(results.find(({ chatId }) => chatId === 21)?.text).toContain('0/1');
  const files = stage.api.sent.filter(({ file }) => file !== undefined);
  expect(files.map(({ chatId }) => chatId)).toEqual([OWNER.id]);
  // A reminder or a result is no action of the person’s.
  expect(stage.bench.state.audit.entries().filter(({ entry }) => entry.includes('results'))).toEqual([]);
});

describe('internal updates', () => {
  test('have negative numbers, the same for the same key', () => {
    const numbers = ['a', 'b', 'a'].map((key) => numberOf({ key }));
    expect(numbers[0]).toBe(numbers[2]);
    expect(numbers[0]).not.toBe(numbers[1]);
    for (const number of numbers) {
      expect(number).toBeLessThan(0);
      expect(Number.isSafeInteger(number)).toBe(true);
    }
  });

  test('cannot come from outside', () => {
    expect(isUpdate({ update_id: 1 })).toBe(true);
    expect(isUpdate({ update_id: -1 })).toBe(false);
    expect(isUpdate({ update_id: 1, due: { key: 'k', chat: '1', user: '1', token: 'remind:x' } })).toBe(false);
  });
});

test('what the disk did not take is stored at the next look, though it is told once', async () => {
  const due = { key: 'k', chat: '7', user: '7', token: 'notice:2031-05-01' };
  const told = [[due], [], [], []];
  const accepted: string[] = [];
  const log: string[] = [];
  const stopping = new AbortController();
  let refusals = 2;
  await runClock({
    channel: 'telegram',
    toItem: itemOf,
    conversation: { due: () => told.shift() ?? [] },
    inbox: {
      store: (updates) => {
        if (refusals-- > 0) throw new Error('disk full');
        return [...updates];
      },
    },
    log: (_level, message) => void log.push(message),
    now: () => new Date(0),
    sleep: async () => (told.length === 0 ? stopping.abort() : undefined),
    everyMs: 1,
    signal: stopping.signal,
    accept: (payload) => void accepted.push(payload),
  });
  expect(accepted).toEqual([JSON.stringify({ update_id: numberOf(due), due })]);
  expect(log).toHaveLength(2);
});
