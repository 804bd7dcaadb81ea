import { describe, expect, test } from 'vitest';
import type { BotApi, Outcome } from '../../../src/channels/telegram/api.ts';
import { sendReply, whileTyping } from '../../../src/channels/telegram/send.ts';
import type { Request } from '../../../src/channels/telegram/update.ts';
import { plainReply } from '../../../src/chat/reply.ts';
import { SPEAKER } from '../../chat/fixtures.ts';

const REQUEST: Request = {
  updateId: 1,
  speaker: SPEAKER,
  place: 'private',
  chatId: 7,
  messageId: 5,
  threadId: null,
  said: { kind: 'message', text: '问' },
};
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const untilAborted = (_milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

/** An API that answers each call with the next outcome, and good ones after that. */
function fakeApi(...outcomes: Outcome<unknown>[]): BotApi & { readonly payloads: object[] } {
  const payloads: object[] = [];
  return {
    payloads,
    call: async (_method, payload) => {
      payloads.push(payload);
      return outcomes.shift() ?? { ok: true, result: true };
    },
  };
}

describe('typing', () => {
  test('is shown before the work is handed back, so that the sign does not outlive the answer', async () => {
    let show = (): void => undefined;
    const api: BotApi = { call: () => new Promise((resolve) => (show = () => resolve({ ok: true, result: true }))) };
    let isDone = false;
    const done = whileTyping(REQUEST, async () => 'answer', { api, sleep: untilAborted }).then((result) => {
      isDone = true;
      return result;
    });
    await turn();
    expect(isDone).toBe(false);
    show();
    expect(await done).toBe('answer');
  });

  test('ends when the work fails, and the failure is told', async () => {
    const work = (): Promise<never> => Promise.reject(new TypeError('a bug'));
    await expect(whileTyping(REQUEST, work, { api: fakeApi(), sleep: untilAborted })).rejects.toThrow(TypeError);
  });
});

describe('a reply of several messages', () => {
  const long = plainReply('zh', '句子。'.repeat(3_000));
  const parts = (api: BotApi) => ({ api, log: () => undefined });

  test('is sent in order, each under the message it answers', async () => {
    const api = fakeApi();
    expect(await sendReply(REQUEST, long, parts(api))).toMatchObject({ ok: true });
    expect(api.payloads.length).toBe(3);
    for (const payload of api.payloads) expect(payload).toMatchObject({ reply_parameters: { message_id: 5 } });
  });

  test('ends at the first message that is declined', async () => {
    const api = fakeApi(
      { ok: true, result: true },
      { ok: false, fault: { kind: 'rejected', code: 403, description: 'blocked' } },
    );
    expect(await sendReply(REQUEST, long, parts(api))).toMatchObject({ ok: false });
    expect(api.payloads.length).toBe(2);
  });
});
