import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openState, type State } from '../../../src/store/state/state.ts';
import { NOW } from '../../chat/fixtures.ts';

let folder: string;
let state: State;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-inbox-'));
  state = openState(folder);
});
afterEach(() => {
  state.close();
  rmSync(folder, { recursive: true, force: true });
});
const hours = (count: number): Date => new Date(NOW.getTime() + count * 3_600_000);

describe('the inbox', () => {
  const item = (n: number, payload = `{"n":${n}}`) => ({ id: String(n), payload });

  test('an update is new once, however often it comes', () => {
    expect(state.inboxOf('telegram').store([item(2), item(1)], NOW)).toHaveLength(2);
    expect(state.inboxOf('telegram').store([item(1, '{}'), item(3)], NOW)).toEqual([item(3)]);
    expect(state.inboxOf('telegram').pending()).toEqual([item(2), item(1), item(3)]);
  });

  test('two channels may name their updates alike', () => {
    const other = state.inboxOf('wecom');
    state.inboxOf('telegram').store([item(1)], NOW);
    expect(other.store([item(1, '{}')], NOW)).toEqual([item(1, '{}')]);
    other.draft('1', ['a']);
    other.finish('1', NOW);
    expect([state.inboxOf('telegram').pending(), other.pending()]).toEqual([[item(1)], []]);
    expect(state.inboxOf('telegram').drafted('1')).toBeNull();
  });

  test('what is unfinished awaits its reply after a restart, what is finished does not', () => {
    state.inboxOf('telegram').store([item(1), item(2)], NOW);
    state.inboxOf('telegram').finish('1', NOW);
    state.close();
    state = openState(folder);
    expect(state.inboxOf('telegram').pending()).toEqual([item(2)]);
    expect(state.inboxOf('telegram').store([item(1)], NOW)).toEqual([]);
  });

  test('finished updates are forgotten after two days, waiting ones never', () => {
    state.inboxOf('telegram').store([item(1), item(2)], NOW);
    state.inboxOf('telegram').finish('1', NOW);
    expect(state.inboxOf('telegram').store([item(1), item(2)], hours(49))).toEqual([item(1)]);
  });
});

describe('a kept reply', () => {
  beforeEach(() => void state.inboxOf('telegram').store([{ id: '1', payload: '{}' }], NOW));

  test('is none until it is drafted, then what has not arrived of it, across a restart', () => {
    expect(state.inboxOf('telegram').drafted('1')).toBeNull();
    state.inboxOf('telegram').draft('1', ['a', 'b', 'c']);
    state.inboxOf('telegram').arrived('1', 1);
    state.close();
    state = openState(folder);
    expect(state.inboxOf('telegram').drafted('1')).toEqual([
      { n: 0, payload: 'a' },
      { n: 2, payload: 'c' },
    ]);
    for (const n of [0, 2]) state.inboxOf('telegram').arrived('1', n);
    expect(state.inboxOf('telegram').drafted('1')).toEqual([]);
  });

  test('is made once, whole or not at all', () => {
    state.inboxOf('telegram').draft('1', ['a']);
    expect(() => state.inboxOf('telegram').draft('1', ['x', 'y'])).toThrow();
    expect(state.inboxOf('telegram').drafted('1')).toEqual([{ n: 0, payload: 'a' }]);
  });

  test('is gone once the update is finished', () => {
    state.inboxOf('telegram').draft('1', ['a']);
    state.inboxOf('telegram').finish('1', NOW);
    expect(state.inboxOf('telegram').drafted('1')).toBeNull();
  });
});
