import { afterEach, expect, test, vi } from 'vitest';
import type { MessengerAdapter, MessengerRequest, SendOutcome } from '../../../src/channels/messenger/adapter.ts';
import { type HandlerParts, handleRequest, sendUntilDone } from '../../../src/channels/messenger/handle.ts';
import { plainReply } from '../../../src/chat/reply.ts';
import { createSemaphore } from '../../../src/serial-queue.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const REQUEST: MessengerRequest<object> = {
  id: 'm',
  speaker: { channel: 'p', chat: 'zhang', user: 'zhang', language: 'zh' },
  name: null,
  place: 'private',
  said: { kind: 'file', caption: '' },
  update: {},
  isAgain: false,
};
const RETRY = { kind: 'retry', reason: 'why' } as const;
const REJECTED = { kind: 'rejected', reason: 'declined' } as const;

const sendWith = async (...outcomes: readonly SendOutcome[]): Promise<unknown> => {
  const left = [...outcomes];
  const adapter = { channel: 'p', send: async () => left.shift() ?? 'sent' } as unknown as MessengerAdapter<
    object,
    string
  >;
  const gate = { pass: async () => undefined };
  const { signal } = new AbortController();
  return sendUntilDone('m', REQUEST, { adapter, gate, log: () => undefined, sleep: async () => undefined, signal });
};

test('a message that surely never left, and is declined then, is not taken for delivered', async () => {
  expect(await sendWith(RETRY, REJECTED)).toEqual(REJECTED);
});

test('a message that may have arrived, and is declined then, has', async () => {
  expect(await sendWith({ ...RETRY, mayHaveArrived: true }, RETRY, REJECTED)).toBe('sent');
});

/** Handles a file whose download lasts until it is given up. */
const handleEndlessFile = (signal: AbortSignal) => {
  const drafted: string[] = [];
  const adapter = {
    channel: 'p',
    draw: () => [],
    openFile: async (_update: object, isGivenUp: AbortSignal) => ({
      name: 'a.pdf',
      sizeBytes: null,
      download: () =>
        new Promise((_resolve, reject) => {
          if (isGivenUp.aborted) reject(new Error('given up'));
          isGivenUp.addEventListener('abort', () => reject(new Error('given up')));
        }),
    }),
  };
  const conversation = {
    canReach: () => true,
    receive: async (_setting: object, file: { download(): Promise<unknown> }) => file.download(),
    failed: () => plainReply('zh', '失败'),
  };
  const inbox = { drafted: () => (drafted.length === 0 ? null : []), draft: (id: string) => void drafted.push(id) };
  const semaphore = createSemaphore(1);
  const times = { sleep: async () => undefined, now: () => new Date(0), log: () => undefined };
  const parts = { adapter, conversation, inbox, semaphore, signal, ...times };
  const done = handleRequest(REQUEST, parts as unknown as HandlerParts<object, string>);
  return { done, drafted };
};

test('a file that trickles is given up when the program stops, and taken up again at the next start', async () => {
  const stopping = new AbortController();
  const { done, drafted } = handleEndlessFile(stopping.signal);
  setTimeout(() => stopping.abort(), 5);
  expect([await done, drafted]).toEqual([false, []]);
});

test('a file that trickles is given up after a while, and its sender is told', async () => {
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
  const { done, drafted } = handleEndlessFile(new AbortController().signal);
  expect([await done, drafted]).toEqual([true, ['m']]);
});
