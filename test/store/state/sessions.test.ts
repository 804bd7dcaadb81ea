// Sessions and tokens on disk, and a person's own history: found by their holder alone.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Credential } from '../../../src/store/state/sessions.ts';
import { openState, type State } from '../../../src/store/state/state.ts';
import { answered, NOW, SPEAKER } from '../../chat/made-up.ts';

const HOUR_MS = 3_600_000;
const at = (ms: number): Date => new Date(NOW.getTime() + ms);
const HOLDER = { channel: 'web', user: 'u1' };
let folder = '';
let state: State;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-keys-'));
  state = openState(folder);
});
afterEach(() => {
  state.close();
  rmSync(folder, { recursive: true, force: true });
});

function key(fields: Partial<Credential> = {}): Omit<Credential, 'usedAt'> {
  return {
    id: 'k1',
    kind: 'session',
    ...HOLDER,
    name: null,
    scope: 'all',
    madeAt: NOW,
    expiresAt: at(HOUR_MS),
    ...fields,
  };
}

describe('keys', () => {
  test('are found by the hash of their secret and their kind, until they expire, across a restart', () => {
    state.sessions.add(key(), 'hash-1');
    state.close();
    state = openState(folder);
    expect(state.sessions.find('session', 'hash-1', at(1))).toMatchObject({
      id: 'k1',
      user: 'u1',
      expiresAt: at(HOUR_MS),
    });
    expect(state.sessions.find('token', 'hash-1', at(1))).toBeNull();
    expect(state.sessions.find('session', 'hash-2', at(1))).toBeNull();
    expect(state.sessions.find('session', 'hash-1', at(HOUR_MS))).toBeNull();
  });

  test('note their use, to the hour', () => {
    state.sessions.add(key({ kind: 'token', expiresAt: null }), 'hash-1');
    const used = (): Date | null | undefined => state.sessions.list(HOLDER, 'token', NOW)[0]?.usedAt;
    expect(used()).toBeNull();
    state.sessions.find('token', 'hash-1', at(0));
    state.sessions.find('token', 'hash-1', at(HOUR_MS - 1));
    expect(used()).toEqual(at(0));
    state.sessions.find('token', 'hash-1', at(HOUR_MS));
    expect(used()).toEqual(at(HOUR_MS));
  });

  test('are listed and removed by their holder alone', () => {
    state.sessions.add(key(), 'hash-1');
    state.sessions.add(key({ id: 'k2', kind: 'token', name: 'script', expiresAt: null, madeAt: at(1) }), 'hash-2');
    expect(state.sessions.list(HOLDER, 'token', at(2)).map(({ id, name }) => [id, name])).toEqual([['k2', 'script']]);
    for (const other of [
      { channel: 'web', user: 'u2' },
      { channel: 'telegram', user: 'u1' },
    ]) {
      expect([
        state.sessions.list(other, 'token', at(2)),
        state.sessions.remove(other, 'k2'),
        state.sessions.removeAll(other),
      ]).toEqual([[], false, 0]);
    }
    expect(state.sessions.remove(HOLDER, 'k2')).toBe(true);
    expect([state.sessions.remove(HOLDER, 'k2'), state.sessions.removeAll(HOLDER)]).toEqual([false, 1]);
  });

  test('that have expired are swept when another is made', () => {
    state.sessions.add(key(), 'hash-1');
    state.sessions.add(key({ id: 'k2', madeAt: at(2 * HOUR_MS), expiresAt: at(3 * HOUR_MS) }), 'hash-2');
    expect(state.sessions.removeAll(HOLDER)).toBe(1);
  });

  test('two of one hash cannot be', () => {
    state.sessions.add(key(), 'hash-1');
    expect(() => state.sessions.add(key({ id: 'k2' }), 'hash-1')).toThrow(/UNIQUE/u);
  });

  test('leave with their membership, and no secret is on the disk', () => {
    state.sessions.add(key(), 'hash-of-it');
    state.close();
    const held = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    expect(held.some((text) => text.includes('hash-of-it'))).toBe(true);
    state = openState(folder);
  });
});

describe('history', () => {
  const ask = (question: string, ms: number, user = 'u1'): string =>
    state.exchanges.keep(
      { ...SPEAKER, chat: user, user },
      { question, answer: answered({ short: `答${ms}` }), followable: true, at: at(ms) },
    );
  const own = { ...SPEAKER, chat: 'u1', user: 'u1' };
  const questions = (query = '', before: string | null = null, limit = 10): string[] =>
    state.history.list(own, { query, before, limit }).map(({ question }) => question);

  test('lists latest first, in parts that follow each other', () => {
    const ids = ['一', '二', '三'].map((question, index) => ask(question, index));
    expect(questions()).toEqual(['三', '二', '一']);
    expect(questions('', null, 2)).toEqual(['三', '二']);
    expect(questions('', ids[1])).toEqual(['一']);
    expect(state.history.find(own, ids[0] ?? '')).toMatchObject({
      question: '一',
      at: at(0),
      answer: { short: '答0' },
    });
  });

  test('seeks in questions and direct answers; what looks like a pattern is text', () => {
    ask('公园100%建成？', 1);
    ask('公园_多大？', 2);
    expect([questions('公园'), questions('%'), questions('_'), questions('答1')]).toEqual([
      ['公园_多大？', '公园100%建成？'],
      ['公园100%建成？'],
      ['公园_多大？'],
      ['公园100%建成？'],
    ]);
    expect(questions('citations')).toEqual([]);
  });

  test('shows and deletes nothing of anybody else', () => {
    const id = ask('一', 1, 'u2');
    expect([
      questions(),
      state.history.find(own, id),
      state.history.remove(own, id),
      state.history.removeAll(own),
    ]).toEqual([[], null, false, 0]);
  });

  test('deletes for good: what is deleted is not followed up either', () => {
    const id = ask('一', 1);
    ask('二', 2);
    expect(state.history.remove(own, id)).toBe(true);
    expect(state.exchanges.recentQuestions(own, { limit: 5, since: at(0) })).toEqual(['二']);
    expect([state.history.removeAll(own), questions(), state.exchanges.find(own, null)]).toEqual([1, [], null]);
  });

  test.each(['', '-1', 'DROP', '../1', '1 OR 1=1', 'zzzzzzzzzzzz'])(
    'an id %j that is none of ours finds nothing',
    (id) => {
      ask('一', 1);
      expect([state.history.find(own, id), state.history.remove(own, id)]).toEqual([null, false]);
    },
  );
});
