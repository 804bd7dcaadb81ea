// What of a thread outlasts a reload, for whom, and how an item's time goes on meanwhile.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepThread, keptThread } from '../../../../../src/channels/web/client/model/kept-threads.ts';
import type { Thread, Turn } from '../../../../../src/channels/web/client/model/thread.ts';
import type { ReplyJson } from '../../../../../src/channels/web/server/schemas.ts';

const KEEPER = { owner: 'zhou', version: '1', name: 'ask' };
const NOW_MS = 1_000_000;
const REPLY: ReplyJson = { language: 'zh', blocks: [{ kind: 'text', text: '12处' }], buttons: [] };
const turn = (key: number, more: Partial<Turn> = {}): Turn => ({
  key,
  said: '柳溪区有几处公园？',
  state: 'done',
  sentences: [],
  progress: [],
  reply: REPLY,
  aside: null,
  fault: '',
  given: null,
  ...more,
});
const posing = (closesInSeconds: number | null): Turn =>
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
    const aside = { place: 'head', reply: REPLY, token: 'swap:a' } as const;
    keepThread(KEEPER, [turn(0), turn(1, { aside }), turn(2, { state: 'waiting', reply: null })], NOW_MS);
    expect(keptThread(KEEPER, NOW_MS)).toEqual([turn(0), turn(1)]);
  });

  test('comes back to the same person, on a page of the same version, in the same place alone', () => {
    keepThread(KEEPER, [turn(0)], NOW_MS);
    for (const other of [{ owner: 'lin' }, { version: '2' }, { name: 'practise' }]) {
      expect(keptThread({ ...KEEPER, ...other }, NOW_MS)).toEqual([]);
    }
  });

  test('that was cleared is gone', () => {
    keepThread(KEEPER, [turn(0)], NOW_MS);
    keepThread(KEEPER, [], NOW_MS);
    expect(keptThread(KEEPER, NOW_MS)).toEqual([]);
  });

  test('is lost without harm where the browser keeps nothing, has no room, or kept something else', () => {
    for (const storage of [undefined, storageOf(10), { ...storageOf(), getItem: () => '{' }]) {
      vi.stubGlobal('sessionStorage', storage);
      expect(() => keepThread(KEEPER, [turn(0)], NOW_MS)).not.toThrow();
      expect(keptThread(KEEPER, NOW_MS)).toEqual([]);
    }
  });

  test('an item that closes has as much less time as passed, however often it was kept', () => {
    keepThread(KEEPER, [posing(60)], NOW_MS);
    keepThread(KEEPER, [posing(60)], NOW_MS + 10_000);
    expect(secondsLeft(keptThread(KEEPER, NOW_MS + 20_000))).toBe(40);
    expect(secondsLeft(keptThread(KEEPER, NOW_MS + 99_000))).toBe(0);
    keepThread(KEEPER, [posing(null)], NOW_MS);
    expect(secondsLeft(keptThread(KEEPER, NOW_MS + 99_000))).toBeNull();
  });
});
