// What is let happen, what is said instead, and what the audit log notes of it.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { admit, type Inside, sessionOf } from '../../../src/chat/access/admission.ts';
import { createLimiter } from '../../../src/chat/access/limits.ts';
import { manyItems } from '../../quiz/made-up-items.ts';
import { type Bench, createBench, NOW, replyTo, SPEAKER } from '../fixtures.ts';

const QUESTION = '柳溪区有几处公园？';
const HOUR_MS = 3_600_000;
let now = NOW;
let bench: Bench;
beforeEach(() => {
  now = NOW;
  bench = createBench({ ownerIds: ['o'], access: 'open', limits: { perPerson: 2, inAll: 100 }, now: () => now });
});
afterEach(() => bench.remove());

const by = (user: string) => ({ speaker: { ...SPEAKER, chat: user, user } });
const logged = (): { act: string; role: string; verdict: string }[] =>
  bench.state.audit.entries().map(({ entry }) => JSON.parse(entry));

describe('the audit log', () => {
  test('notes what was refused, and why', async () => {
    await replyTo(bench, '/members', by('guest'));
    await replyTo(bench, '/approve', by('o'));
    expect(logged()).toMatchObject([
      { act: 'members', role: 'guest', verdict: 'role' },
      { act: 'approve', role: 'owner', verdict: 'place' },
    ]);
  });

  test('notes a question once, with its outcome, and what is free as done', async () => {
    await replyTo(bench, QUESTION, by('guest'));
    await replyTo(bench, '/districts', by('guest'));
    expect(logged()).toMatchObject([
      { act: 'question', role: 'guest', verdict: 'answered' },
      { act: 'districts', role: 'guest', verdict: 'done' },
    ]);
  });

  test('notes nothing of what nobody asked for', async () => {
    await replyTo(bench, '/members', { ...by('guest'), isUnasked: true });
    expect(logged()).toEqual([]);
  });
});

describe('what is noted once an hour', () => {
  test('is each action by itself, anew after an hour', () => {
    const parts = { service: bench.service, state: bench.state, now: () => now, alerts: bench.board };
    const sessions = new Map();
    const look = (action: 'browse' | 'history', ms: number): void => {
      now = new Date(NOW.getTime() + ms);
      expect(admit(by('guest'), action, { parts, sessions }).kind).toBe('admitted');
    };
    for (const ms of [0, 1, HOUR_MS - 1]) look('browse', ms);
    look('history', HOUR_MS - 1);
    expect(logged().map(({ act }) => act)).toEqual(['browse', 'history']);
    look('browse', HOUR_MS);
    look('history', HOUR_MS);
    expect(logged().map(({ act }) => act)).toEqual(['browse', 'history', 'browse']);
  });

  test('begins with nothing shown but words', () => {
    const parts = { service: bench.service, state: bench.state, now: () => now, alerts: bench.board };
    expect(admit(by('guest'), 'question', { parts, sessions: new Map() })).toMatchObject({
      turn: {
        again: false,
        messageId: null,
        showsVerdict: false,
        showsPictures: false,
        role: 'owner',
        place: 'private',
      },
    });
  });
});

describe('limits', () => {
  test('tell how long to wait, and hold for questions alone', async () => {
    for (let n = 0; n < 2; n += 1) await replyTo(bench, QUESTION, by('guest'));
    now = new Date(NOW.getTime() + 15_500);
    expect((await replyTo(bench, QUESTION, by('guest'))).denied).toEqual({ why: 'limit', waitSeconds: 45 });
    expect((await replyTo(bench, '/districts', by('guest'))).denied).toBeUndefined();
    expect((await replyTo(bench, QUESTION, by('other'))).denied).toBeUndefined();
  });
});

describe('whoever sits an exam', () => {
  const sit = (purpose: 'exam' | 'quiz'): void =>
    void bench.state.learning.sets.begin(
      {
        ...{ learner: { channel: SPEAKER.channel, user: 'guest' }, chat: 'guest', purpose, name: null },
        ...{
          exam: purpose === 'exam' ? 'ABCD' : null,
          items: manyItems(2),
          closesAt: new Date(NOW.getTime() + HOUR_MS),
        },
      },
      NOW,
    );
  const whyNot = async (text: string): Promise<string | undefined> =>
    (await replyTo(bench, text, by('guest'))).denied?.why;

  test.each([QUESTION, '/ask 公园', '/brief 柳溪区', '/compare 柳溪区 塔山县', '/topic 就业', '/source 1'])(
    'is told nothing of the reports by %j before it ends',
    async (text) => {
      sit('exam');
      expect(await whyNot(text)).toBe('exam');
      now = new Date(NOW.getTime() + HOUR_MS);
      expect(await whyNot(text)).toBeUndefined();
    },
  );

  test('still finds help, and a set of practice holds nothing back', async () => {
    sit('exam');
    expect(await whyNot('/help')).toBeUndefined();
    sit('quiz');
    expect(await whyNot(QUESTION)).toBeUndefined();
  });
});

describe('what is said instead', () => {
  test('is a passing note with its reason', async () => {
    expect(await replyTo(bench, '/members', by('guest'))).toMatchObject({
      ...{ shownAs: 'note', denied: { why: 'role', waitSeconds: 0 } },
    });
    const group = { speaker: { ...SPEAKER, chat: 'g', user: 'o' }, place: 'group' as const };
    expect(await replyTo(bench, '/members', group)).toMatchObject({ denied: { why: 'place' } });
  });

  test('is in the language that the person chose, whatever their app says', async () => {
    bench.state.personalData.setLanguage({ channel: SPEAKER.channel, user: 'guest' }, 'en');
    expect((await replyTo(bench, '/members', by('guest'))).language).toBe('en');
    expect((await replyTo(bench, '/members', by('other'))).language).toBe('zh');
  });
});

describe('sessions', () => {
  const MANY = 5_000;
  const speaker = (n: number) => ({ ...SPEAKER, user: `u${n}` });

  test('are one for each speaker', () => {
    const sessions = new Map();
    expect(sessionOf(speaker(1), sessions)).toBe(sessionOf(speaker(1), sessions));
    expect(sessionOf(speaker(2), sessions)).not.toBe(sessionOf(speaker(1), sessions));
    expect(sessionOf({ ...speaker(1), chat: 'other' }, sessions)).not.toBe(sessionOf(speaker(1), sessions));
  });

  test('are forgotten when they are too many, but for those in which something is pending', () => {
    const sessions = new Map();
    for (let n = 0; n < MANY; n += 1) sessionOf(speaker(n), sessions);
    const busy = sessionOf(speaker(7), sessions);
    busy.stop = new AbortController() as never;
    expect(sessions.size).toBe(MANY);
    sessionOf(speaker(MANY), sessions);
    expect(sessions.size).toBe(2);
    expect(sessionOf(speaker(7), sessions)).toBe(busy);
  });
});

describe('the outcome', () => {
  const inside = (): Inside => {
    const limiter = createLimiter({ perPerson: 2, inAll: 100 });
    const access = { policy: { access: 'invite', ownerIds: ['o'] }, limiter, newCode: () => 'code' } as const;
    return { parts: { service: bench.service, state: bench.state, now: () => now, access }, sessions: new Map() };
  };

  test('is a turn with the role and the action for whoever may', () => {
    expect(admit(by('o'), 'question', inside())).toMatchObject({
      ...{ kind: 'admitted', turn: { role: 'owner', action: 'question', place: 'private', again: false } },
    });
  });

  test('is a reply to a stranger in private until they write too often, and nothing in a group', () => {
    const here = inside();
    const kinds = [1, 2, 3].map(() => admit(by('s'), 'question', here).kind);
    expect(kinds).toEqual(['denied', 'denied', 'ignored']);
    expect(admit({ ...by('t'), place: 'group' }, 'question', here)).toEqual({ kind: 'ignored' });
    expect(logged()).toHaveLength(2);
  });

  test('is recorded once an hour for what a page reads', () => {
    const here = inside();
    for (const minutes of [0, 30, 59, 60]) {
      now = new Date(NOW.getTime() + minutes * 60_000);
      expect(admit(by('o'), 'browse', here).kind).toBe('admitted');
    }
    expect(logged()).toMatchObject([{ act: 'browse' }, { act: 'browse' }]);
  });
});

test('a person has one count, however many chats they ask in', async () => {
  const asking = (chat: string) => replyTo(bench, QUESTION, { speaker: { ...SPEAKER, user: 'g', chat } });
  await asking('private');
  await asking('inline');
  expect((await asking('group-2')).denied?.why).toBe('limit');
});
