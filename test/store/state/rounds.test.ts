import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Round } from '../../../src/store/state/rounds.ts';
import { openState, type State } from '../../../src/store/state/state.ts';
import { single } from '../../channels/telegram/made-items.ts';

const NOW = new Date('2031-05-01T08:00:00Z');
const ITEMS = [single(1), single(2)];

let folder: string;
let state: State;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-rounds-'));
  state = openState(folder);
});
afterEach(() => {
  state.close();
  rmSync(folder, { recursive: true, force: true });
});

const begin = (fields: Partial<Round> = {}): Round =>
  state.rounds.begin(
    { channel: 'telegram', chat: '-1', starter: '7', language: 'zh', seconds: 30, items: ITEMS, ...fields },
    NOW,
  );

test('a round comes back from disk as it was begun and asked', () => {
  const { id } = begin();
  expect(state.rounds.ask(id, 0, { token: 't0', at: NOW })).toBe(true);
  state.close();
  state = openState(folder);
  expect(state.rounds.find(id)).toMatchObject({ id, starter: '7', seconds: 30, items: ITEMS, endedAt: null });
  expect(state.rounds.find(id)?.asked).toEqual([{ token: 't0', at: NOW }]);
  expect(state.rounds.ofQuestion('t0')?.id).toBe(id);
  expect(state.rounds.underWay('telegram', '-1')?.id).toBe(id);
});

test('questions are asked in their order, each once, and none after the end', () => {
  const { id } = begin();
  expect(state.rounds.ask(id, 1, { token: 'x', at: NOW })).toBe(false);
  expect(state.rounds.ask(id, 0, { token: 'a', at: NOW })).toBe(true);
  expect(state.rounds.ask(id, 0, { token: 'b', at: NOW })).toBe(false);
  expect(state.rounds.end(id, NOW)).toBe(true);
  expect(state.rounds.end(id, NOW)).toBe(false);
  expect(state.rounds.ask(id, 1, { token: 'c', at: NOW })).toBe(false);
  expect(state.rounds.find(id)?.asked.map(({ token }) => token)).toEqual(['a']);
  expect(state.rounds.underWay('telegram', '-1')).toBeNull();
});

test('only timed rounds that have not ended are the clock’s', () => {
  const timed = begin();
  begin({ seconds: null });
  const ended = begin();
  state.rounds.end(ended.id, NOW);
  expect(state.rounds.timed('telegram').map(({ id }) => id)).toEqual([timed.id]);
  expect(state.rounds.timed('other')).toEqual([]);
});

test('players are kept by their latest name, and go with the round or when they ask to be forgotten', () => {
  const { id } = begin();
  state.rounds.notePlayer(id, { user: '8', name: 'Before' });
  state.rounds.notePlayer(id, { user: '8', name: 'After' });
  state.rounds.notePlayer(id, { user: '9', name: null });
  state.rounds.notePlayer(id, { user: '10', name: 'Ten' });
  expect([...state.rounds.names(id)]).toEqual([
    ['10', 'Ten'],
    ['8', 'After'],
  ]);
  state.personalData.forget({ channel: 'telegram', user: '8' });
  expect([...state.rounds.names(id)]).toEqual([['10', 'Ten']]);
  state.personalData.prune(new Date(NOW.getTime() + 1));
  expect(state.rounds.find(id)).toBeNull();
  expect([...state.rounds.names(id)]).toEqual([]);
});

test('an id that is none of ours finds nothing', () => {
  for (const id of ['', 'zz', '-1', '1; DROP TABLE round', 'A']) {
    expect(state.rounds.find(id)).toBeNull();
    expect(state.rounds.end(id, NOW)).toBe(false);
  }
});

test('a round is as it was begun, in its chat and channel, the latest first', () => {
  const first = begin({ seconds: null, language: 'en' });
  const second = begin();
  const { id: _, ...rest } = first;
  expect(rest).toEqual({
    ...{ channel: 'telegram', chat: '-1', starter: '7', language: 'en', seconds: null, items: ITEMS },
    ...{ asked: [], beganAt: NOW, endedAt: null },
  });
  expect(state.rounds.find(first.id)).toEqual(first);
  expect(state.rounds.underWay('telegram', '-1')).toEqual(second);
  expect([state.rounds.underWay('telegram', '-2'), state.rounds.underWay('web', '-1')]).toEqual([null, null]);
  state.rounds.end(second.id, new Date(NOW.getTime() + 5));
  expect(state.rounds.find(second.id)?.endedAt).toEqual(new Date(NOW.getTime() + 5));
  expect(state.rounds.underWay('telegram', '-1')).toEqual(first);
  expect(state.rounds.ofQuestion('none')).toBeNull();
});
