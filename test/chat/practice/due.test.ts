import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDueFinder } from '../../../src/chat/practice/due.ts';
import { single } from '../../channels/telegram/made-items.ts';
import { type Bench, createBench, NOW } from '../fixtures.ts';

const CHANNEL = 'telegram';
const LEARNER = { channel: CHANNEL, user: '7' };

let bench: Bench;
beforeEach(() => {
  bench = createBench();
});
afterEach(() => bench.remove());

const finder = () => createDueFinder({ state: bench.state });
const keysAt = (time: string, find = finder()): string[] => find(CHANNEL, new Date(time)).map(({ key }) => key);

/** Makes a notice wait for the learner: a fault that they reported was decided about. */
function makeNotice(): void {
  const { disputes: faults } = bench.state.learning;
  faults.report(single(1), LEARNER, NOW);
  const [fault] = faults.open();
  faults.decide(fault?.id ?? 0, 'fixed', NOW);
}

describe('a notice', () => {
  test('is due by day in the learner’s zone, in their own chat where they have set none', () => {
    makeNotice();
    expect(keysAt('2026-11-22T23:59:00Z')).toEqual([]);
    expect(finder()(CHANNEL, new Date('2026-11-23T00:00:00Z'))).toEqual([
      { key: 'notice:2026-11-23:7', chat: '7', user: '7', token: 'notice:2026-11-23' },
    ]);
    expect(keysAt('2026-11-23T13:59:00Z')).toHaveLength(1);
    expect(keysAt('2026-11-23T14:00:00Z')).toEqual([]);
    const habit = {
      learner: LEARNER,
      chat: '70',
      remindAtMinute: null,
      zone: 'Etc/GMT+5',
      pausedUntil: null,
      pace: null,
      memory: null,
    };
    bench.state.learning.habits.set(habit);
    expect(keysAt('2026-11-23T12:00:00Z')).toEqual([]);
    expect(finder()(CHANNEL, new Date('2026-11-23T14:00:00Z'))[0]?.chat).toBe('70');
  });

  test('is told once, and is nothing once it was told elsewhere', async () => {
    makeNotice();
    const setting = { speaker: { ...LEARNER, chat: '7', language: 'zh' } } as const;
    const reply = await bench.conversation.deliverDue(setting, 'notice:2026-11-23');
    expect(JSON.stringify(reply?.blocks)).toContain('已修正');
    expect(await bench.conversation.deliverDue(setting, 'notice:2026-11-23')).toBeNull();
    expect(keysAt('2026-11-23T02:00:00Z')).toEqual([]);
  });
});

test('one finder notices a thing once; the finder of the next life notices it again under the same key', () => {
  makeNotice();
  const find = finder();
  const first = keysAt('2026-11-23T02:00:00Z', find);
  expect(first).toHaveLength(1);
  expect(keysAt('2026-11-23T02:00:20Z', find)).toEqual([]);
  expect(keysAt('2026-11-23T02:00:40Z')).toEqual(first);
  expect(keysAt('2026-11-24T02:00:00Z', find)).not.toEqual(first);
});

test('another channel’s things, and those of chats that cannot be reached, are not due', () => {
  makeNotice();
  expect(finder()('web', new Date('2026-11-23T02:00:00Z'))).toEqual([]);
  bench.state.members.noteUnreachable(CHANNEL, '7', NOW);
  expect(keysAt('2026-11-23T02:00:00Z')).toEqual([]);
});

test('a timed round is due two seconds after its question closes; one that was never begun, after ten', () => {
  const { rounds } = bench.state;
  const round = { channel: CHANNEL, chat: '-1', starter: '7', language: 'zh', items: [single(1), single(2)] } as const;
  const { id } = rounds.begin({ ...round, seconds: 30 }, NOW);
  rounds.begin({ ...round, chat: '-2', seconds: null }, NOW);
  const later = (seconds: number): string => new Date(NOW.getTime() + seconds * 1_000).toISOString();
  expect(keysAt(later(9))).toEqual([]);
  expect(keysAt(later(10))).toEqual([`round:${id}:0`]);
  rounds.ask(id, 0, { token: 't', at: NOW });
  expect(keysAt(later(31))).toEqual([]);
  expect(keysAt(later(32))).toEqual([`round:${id}:1`]);
  rounds.end(id, NOW);
  expect(keysAt(later(32))).toEqual([]);
});

test('what is no token of something due says nothing', async () => {
  const setting = { speaker: { ...LEARNER, chat: '7', language: 'zh' } } as const;
  for (const token of ['', 'quiz:1', '__proto__:1', 'constructor:1', 'round:zz:1', 'timeup:99', 'remind:x'])
    expect(await bench.conversation.deliverDue(setting, token)).toBeNull();
});
