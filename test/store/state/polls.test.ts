import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openState, type State } from '../../../src/store/state/state.ts';

const NOW = new Date('2031-05-01T08:00:00Z');
const FACE = { question: '柳溪区有几处公园？', options: ['1处', '12处'] };

let folder: string;
let state: State;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-polls-'));
  state = openState(folder);
});
afterEach(() => {
  state.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = (token: string, chat: string, face = FACE, at = NOW): void =>
  state.inboxOf('telegram').polls.put({ token, chat, threadId: null, ...face }, at);
const arrived = (id: string, token: string): void =>
  state.inboxOf('telegram').polls.arrived(id, { token, messageId: 5 }, NOW);
const found = (token: string, chat: string, messageId: number | null = null) => ({ token, chat, messageId });

test('a poll that arrived is found by its id, by whoever votes, also after a restart', () => {
  put('a', '-1');
  arrived('p', 'a');
  state.close();
  state = openState(folder);
  expect(state.inboxOf('telegram').polls.find('p', '7')).toEqual(found('a', '-1', 5));
  expect(state.inboxOf('telegram').polls.find('q', '7')).toBeNull();
});

test('a question’s polls are known by where they stand, once they arrived', () => {
  put('a', '7');
  expect(state.inboxOf('telegram').polls.placesOf('a')).toEqual([]);
  arrived('p', 'a');
  expect(state.inboxOf('telegram').polls.placesOf('a')).toEqual([{ chat: '7', messageId: 5 }]);
  expect(state.inboxOf('telegram').polls.placesOf('b')).toEqual([]);
});

describe('a poll whose sending was never confirmed', () => {
  test('is found by what it shows, once the server has told that, whatever white space it trimmed', () => {
    put('a', '7', { question: ' 柳溪区  有几处？', options: ['1 ', '2'] });
    expect(state.inboxOf('telegram').polls.find('p', '7')).toBeNull();
    state.inboxOf('telegram').polls.seen('p', { question: '柳溪区 有几处？', options: ['1', '2'] }, NOW);
    expect(state.inboxOf('telegram').polls.find('p', '7')).toEqual(found('a', '7'));
  });

  test('is found beside the copy that was sent after it', () => {
    put('a', '7');
    put('a', '7');
    arrived('second', 'a');
    state.inboxOf('telegram').polls.seen('first', FACE, NOW);
    expect(state.inboxOf('telegram').polls.find('first', '7')).toEqual(found('a', '7'));
  });

  test('is nobody else’s in private; in a group it is everyone’s', () => {
    put('a', '7');
    put('g', '-1');
    state.inboxOf('telegram').polls.seen('p', FACE, NOW);
    expect(state.inboxOf('telegram').polls.find('p', '7')?.token).toBe('a');
    expect(state.inboxOf('telegram').polls.find('p', '8')?.token).toBe('g');
  });

  test('is not taken for one that arrived at the first try', () => {
    put('a', '7');
    arrived('p', 'a');
    state.inboxOf('telegram').polls.seen('q', FACE, NOW);
    expect(state.inboxOf('telegram').polls.find('q', '7')).toBeNull();
    expect(state.inboxOf('telegram').polls.guess('7')).toBeNull();
  });

  test('is guessed where it is the only one in the chat, and not where there are two', () => {
    put('a', '7');
    expect(state.inboxOf('telegram').polls.guess('7')).toEqual(found('a', '7'));
    expect(state.inboxOf('telegram').polls.guess('8')).toBeNull();
    put('b', '7');
    expect(state.inboxOf('telegram').polls.guess('7')).toBeNull();
  });
});

test('the topic of a forum is that of its latest poll', () => {
  const { polls } = state.inboxOf('telegram');
  polls.put({ token: 'a', chat: '-1', threadId: 5, ...FACE }, NOW);
  polls.put({ token: 'b', chat: '-1', threadId: 6, ...FACE }, NOW);
  expect(polls.threadOf('-1')).toBe(6);
  expect(polls.threadOf('-2')).toBeNull();
});

test('questions of a chat that moved are found in its new place', () => {
  put('a', '-1');
  arrived('p', 'a');
  state.inboxOf('telegram').polls.moveChat('-1', '-2');
  expect(state.inboxOf('telegram').polls.find('p', '7')?.chat).toBe('-2');
});

test('a person who asks to be forgotten is forgotten here, too', () => {
  put('a', '7');
  put('b', '8');
  arrived('p', 'a');
  arrived('q', 'b');
  state.personalData.forget({ channel: 'telegram', user: '7' });
  expect(state.inboxOf('telegram').polls.find('p', '7')).toBeNull();
  expect(state.inboxOf('telegram').polls.find('q', '8')).not.toBeNull();
});

test('polls are forgotten after 90 days', () => {
  put('a', '7');
  arrived('p', 'a');
  put('b', '7', FACE, new Date(NOW.getTime() + 89 * 86_400_000));
  expect(state.inboxOf('telegram').polls.find('p', '7')).not.toBeNull();
  put('c', '7', FACE, new Date(NOW.getTime() + 91 * 86_400_000));
  expect(state.inboxOf('telegram').polls.find('p', '7')).toBeNull();
});

test('polls that show other words are other polls, even where only a space parts them', () => {
  put('a', '7', { question: '甲 乙', options: ['1', '2'] });
  for (const face of [
    { question: '甲乙', options: ['1', '2'] },
    { question: '甲 乙', options: ['2', '1'] },
  ]) {
    state.inboxOf('telegram').polls.seen('p', face, NOW);
    expect(state.inboxOf('telegram').polls.find('p', '7')).toBeNull();
  }
});

test('of polls that show the same, the latest is found', () => {
  put('a', '7');
  put('b', '7', FACE, new Date(NOW.getTime() + 1));
  state.inboxOf('telegram').polls.seen('p', FACE, NOW);
  expect(state.inboxOf('telegram').polls.find('p', '7')?.token).toBe('b');
});

test('a poll without a message number has no place, but is found', () => {
  put('a', '7');
  state.inboxOf('telegram').polls.arrived('p', { token: 'a', messageId: null }, NOW);
  expect(state.inboxOf('telegram').polls.find('p', '7')).toEqual(found('a', '7'));
  expect(state.inboxOf('telegram').polls.placesOf('a')).toEqual([]);
});
