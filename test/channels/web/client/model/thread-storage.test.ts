// What of a thread outlasts a reload, for whom, and how an item's time goes on meanwhile.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Thread, ThreadTurn } from '../../../../../src/channels/web/client/model/thread.ts';
import { loadThread, saveThread } from '../../../../../src/channels/web/client/model/thread-storage.ts';
import type { ReplyJson } from '../../../../../src/channels/web/server/schemas.ts';

const KEEPER = { owner: 'zhou', version: '1', name: 'ask' };
const NOW_MS = 1_000_000;
const REPLY: ReplyJson = { language: 'zh', blocks: [{ kind: 'text', text: '12处' }], buttons: [] };
const turn = (key: number, more: Partial<ThreadTurn> = {}): ThreadTurn => ({
  key,
  said: '柳溪区有几处公园？',
  state: 'done',
  sentences: [],
  progress: [],
  reply: REPLY,
  sideReply: null,
  fault: '',
  response: null,
  ...more,
});
const posing = (closesInSeconds: number | null): ThreadTurn =>
  turn(3, {
    reply: {
      ...REPLY,
      posed: { token: 'p', form: 'one', question: '?', options: ['a', 'b'], key: null, closesInSeconds },
    },
  });
const secondsLeft = (thread: Thread): unknown => thread[0]?.reply?.posed?.closesInSeconds;

/** A browser's storage of a tab. @param room most characters it takes */
function storageOf(room = 1e6): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const held = new Map<string, string>();
  return {
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => {
      if (value.length > room) throw new Error('full');
      held.set(name, value);
    },
    removeItem: (name) => void held.delete(name),
  };
}
beforeEach(() => vi.stubGlobal('sessionStorage', storageOf()));
afterEach(() => vi.unstubAllGlobals());

describe('a thread', () => {
  test('comes back as it was, but for what was under way and what stood open beside it', () => {
    const sideReply = { place: 'head', reply: REPLY, token: 'swap:a' } as const;
    saveThread(KEEPER, [turn(0), turn(1, { sideReply }), turn(2, { state: 'waiting', reply: null })], NOW_MS);
    expect(loadThread(KEEPER, NOW_MS)).toEqual([turn(0), turn(1)]);
  });

  test('comes back to the same person, on a page of the same version, in the same place alone', () => {
    saveThread(KEEPER, [turn(0)], NOW_MS);
    for (const other of [{ owner: 'lin' }, { version: '2' }, { name: 'practise' }]) {
      expect(loadThread({ ...KEEPER, ...other }, NOW_MS)).toEqual([]);
    }
  });

  test('that was cleared is gone', () => {
    saveThread(KEEPER, [turn(0)], NOW_MS);
    saveThread(KEEPER, [], NOW_MS);
    expect(loadThread(KEEPER, NOW_MS)).toEqual([]);
  });

  test('is lost without harm where the browser keeps nothing, has no room, or kept something else', () => {
    for (const storage of [undefined, storageOf(10), { ...storageOf(), getItem: () => '{' }]) {
      vi.stubGlobal('sessionStorage', storage);
      expect(() => saveThread(KEEPER, [turn(0)], NOW_MS)).not.toThrow();
      expect(loadThread(KEEPER, NOW_MS)).toEqual([]);
    }
  });

  test('an item that closes has as much less time as passed, however often it was kept', () => {
    saveThread(KEEPER, [posing(60)], NOW_MS);
    saveThread(KEEPER, [posing(60)], NOW_MS + 10_000);
    expect(secondsLeft(loadThread(KEEPER, NOW_MS + 20_000))).toBe(40);
    expect(secondsLeft(loadThread(KEEPER, NOW_MS + 99_000))).toBe(0);
    saveThread(KEEPER, [posing(null)], NOW_MS);
    expect(secondsLeft(loadThread(KEEPER, NOW_MS + 99_000))).toBeNull();
  });
});
