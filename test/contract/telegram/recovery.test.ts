import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startTelegram } from '../../../src/channels/telegram/index.ts';
import type { OutboxMessage } from '../../../src/store/state/inbox.ts';
import { OWNER, openStage, QUESTION, type Stage } from '../../channels/telegram/fixtures.ts';
import { createBench, NOW, seededRandom } from '../../chat/fixtures.ts';
import type { Injected } from '../../support/bot-api.ts';

// A busy machine may take seconds for what takes milliseconds.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  await stage.end();
  expect(stage.api.violations).toEqual([]);
});

const sent = (count: number): Promise<void> => stage.api.until(() => stage.api.sent.length >= count);
const replies = (): (number | null)[] => stage.api.sent.map(({ replyTo }) => replyTo);

const FAULTS: readonly (readonly [string, Injected])[] = [
  ['429', { status: 429, retryAfterSeconds: 3 }],
  ['500', { status: 500 }],
  ['502', { status: 502 }],
  ['401 for a while', { status: 401 }],
  ['409', { status: 409, description: 'Conflict: terminated by other getUpdates request' }],
  ['a dropped connection', 'dropped'],
];

describe.each(FAULTS)('after %s', (_name, fault) => {
  test('fetching goes on, and no update is lost or answered twice', async () => {
    stage.api.inject('getUpdates', fault, fault, fault);
    const messages = [stage.say(QUESTION), stage.say(QUESTION)];
    await sent(2);
    expect(replies()).toEqual(messages);
  });

  test('a reply is sent again until it is out, once', async () => {
    stage.api.inject('sendMessage', fault, fault);
    const message = stage.say(QUESTION);
    stage.say('/help');
    await sent(2);
    expect(replies()[0]).toBe(message);
    expect(stage.api.sent).toHaveLength(2);
  });
});

test('a fetch whose reply is lost brings its updates again, and each is answered once', async () => {
  stage.api.inject('getUpdates', 'reply-lost', 'reply-lost');
  const messages = [stage.say(QUESTION), stage.say(QUESTION)];
  await sent(2);
  expect(replies()).toEqual(messages);
});

test('a send whose outcome is unknown is repeated rather than lost', async () => {
  stage.api.inject('sendMessage', 'reply-lost');
  const message = stage.say(QUESTION);
  await sent(2);
  expect(replies()).toEqual([message, message]);
});

test('the wait that the server asks for is honoured, other waits grow', async () => {
  stage.api.inject('sendMessage', { status: 429, retryAfterSeconds: 17 }, { status: 500 }, { status: 500 });
  stage.say(QUESTION);
  await sent(1);
  expect(stage.waits).toEqual([17_000, 1_000, 2_000]);
});

test('a conflict is explained in the log', async () => {
  stage.api.inject('getUpdates', { status: 409 });
  stage.say(QUESTION);
  await sent(1);
  expect(stage.log.join('\n')).toContain('another program fetches updates with this token');
});

test('a group that moved gets its reply in its new place, and keeps its approval and answers', async () => {
  const moved = { status: 400, description: 'group chat was upgraded', migrateTo: -1_002 };
  stage.api.inject('sendMessage', moved);
  stage.bench.state.members.approve('telegram', String(OWNER.id), { by: '7', at: NOW });
  stage.say(QUESTION);
  await sent(1);
  expect(stage.api.sent[0]?.chatId).toBe(-1_002);
  expect(stage.bench.state.members.isApproved('telegram', '-1002')).toBe(true);
});

test('a person who blocked the bot is not tried again, and others are served', async () => {
  stage.api.inject('sendMessage', { status: 403, description: 'Forbidden: bot was blocked by the user' });
  stage.say(QUESTION);
  const second = stage.say(QUESTION);
  await sent(1);
  expect(replies()).toEqual([second]);
  expect(stage.log.join('\n')).toContain('blocked the bot');
});

test('typing that fails costs no answer and no second try', async () => {
  stage.api.inject('sendChatAction', { status: 500 });
  stage.say(QUESTION);
  await sent(1);
  expect(stage.api.calls.filter(({ method }) => method === 'sendChatAction')).toHaveLength(1);
});

test('an update is confirmed only when it is stored', async () => {
  let refusals = 2;
  const kept = new Map<string, readonly OutboxMessage[]>();
  await stage.restart({
    inbox: {
      polls: stage.bench.state.inboxOf('telegram').polls,
      pending: () => [],
      finish: () => undefined,
      draft: (id, payloads) =>
        void kept.set(
          id,
          payloads.map((payload, n) => ({ n, payload })),
        ),
      drafted: (id) => kept.get(id) ?? null,
      arrived: () => undefined,
      countTry: () => 1,
      putAside: () => undefined,
      store: (updates) => {
        if (refusals-- > 0) throw new Error('disk full');
        return [...updates];
      },
    },
  });
  const message = stage.say(QUESTION);
  await sent(1);
  expect(replies()).toEqual([message]);
  expect(stage.log.filter((line) => line.includes('could not be stored'))).toHaveLength(2);
});

test('a slow answer in one chat delays nobody else', async () => {
  let finish = (): void => undefined;
  stage.bench.service.before = ({ text }) =>
    text === QUESTION ? new Promise((resolve) => (finish = resolve)) : undefined;
  const slow = stage.say(QUESTION);
  const from = { id: 70, is_bot: false, first_name: 'Other' };
  const quick = stage.say('/help', from);
  await sent(1);
  expect(replies()).toEqual([quick]);
  finish();
  await sent(2);
  expect(replies()).toEqual([quick, slow]);
});

test('under random faults and restarts, every question of every chat is answered, in its order, and once where that can be known', async () => {
  const random = seededRandom(3);
  const kinds: readonly Injected[] = [
    { status: 429, retryAfterSeconds: 1 },
    { status: 500 },
    'dropped',
    { status: 502 },
  ];
  const storm = () => Array.from({ length: 20 }, () => kinds[Math.floor(random() * kinds.length)] ?? 'dropped');
  const asked = new Map<number, number[]>();
  for (let round = 0; round < 4; round += 1) {
    stage.api.inject('sendMessage', ...storm());
    stage.api.inject('getUpdates', ...storm(), 'reply-lost');
    for (let n = 0; n < 30; n += 1) {
      const id = OWNER.id + Math.floor(random() * 6);
      asked.set(id, [...(asked.get(id) ?? []), stage.say(QUESTION, { ...OWNER, id })]);
    }
    await stage.restart({ access: 'open' });
  }
  await sent(120);
  await stage.bot.stop();
  expect(stage.api.sent).toHaveLength(120);
  for (const [id, messages] of asked) {
    expect(stage.api.sent.filter(({ chatId }) => chatId === id).map(({ replyTo }) => replyTo)).toEqual(messages);
  }
});

describe('stopping and starting', () => {
  test('a stop finishes what was begun', async () => {
    stage.bench.service.before = () => new Promise((resolve) => setTimeout(resolve, 20));
    stage.say(QUESTION);
    await stage.api.until(() => stage.api.calls.some(({ method }) => method === 'sendChatAction'));
    await stage.bot.stop();
    expect(stage.api.sent).toHaveLength(1);
  });

  test('what a stop cannot finish in time is answered after the next start', async () => {
    await stage.restart({ sleep: (_milliseconds) => new Promise((resolve) => setImmediate(resolve)) });
    stage.api.inject('sendMessage', ...Array.from({ length: 2_000 }, () => ({ status: 500 })));
    const message = stage.say(QUESTION);
    await stage.api.until(() => stage.api.calls.filter(({ method }) => method === 'sendMessage').length > 3);
    await stage.bot.stop();
    expect(stage.api.sent).toEqual([]);
    expect(stage.api.unconfirmed()).toEqual([]);
    const left = stage.api.calls.filter(({ method }) => method === 'sendMessage').length;
    stage.api.clearFaults();
    expect(left).toBeLessThan(2_000);
    await stage.restart();
    await sent(1);
    expect(replies()).toEqual([message]);
  });

  test('the signal of the caller stops it', async () => {
    const caller = new AbortController();
    await stage.restart({ signal: caller.signal });
    caller.abort();
    await stage.bot.done;
  });

  test('an outage at the start is waited out', async () => {
    stage.api.inject('getMe', { status: 502 }, 'dropped');
    await stage.restart();
    stage.say(QUESTION);
    await sent(1);
  });
});

test('a server behind a path is reached, with or without a slash at the end', async () => {
  for (const path of ['/proxy/telegram', '/proxy/telegram/']) {
    await stage.restart({ apiRoot: stage.api.root + path });
    await stage.api.until(() => stage.api.calls.at(-1)?.prefix === '/proxy/telegram');
  }
});

describe('a configuration that cannot work is refused with what to do', () => {
  const bench = createBench();
  afterAll(() => bench.remove());
  const start = (token: string, apiRoot: string) =>
    startTelegram({
      token,
      apiRoot,
      conversation: bench.conversation,
      inbox: bench.state.inboxOf('telegram'),
      log: () => undefined,
      now: () => NOW,
    });

  test('a token that the server does not know', async () => {
    const { done } = start('123:unknown', stage.api.root);
    await expect(done).rejects.toMatchObject({
      code: 'telegram/token',
      message: expect.not.stringContaining('unknown'),
    });
  });
});
