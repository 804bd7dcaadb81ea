import { describe, expect, test } from 'vitest';
import { optionToken, readPressed } from '../../../src/channels/posed-choices.ts';
import { callsOf } from '../../../src/channels/telegram/calls.ts';
import { drawPoll } from '../../../src/channels/telegram/draw-poll.ts';
import type { Request } from '../../../src/channels/telegram/update.ts';
import { type Posed, plainReply, type Reply } from '../../../src/chat/reply.ts';
import { seededRandom } from '../../chat/fixtures.ts';
import { faultsOfCall } from '../../support/bot-api-validate.ts';

const POSED: Posed = {
  token: 'a1',
  form: 'one',
  question: '柳溪区有几处公园？',
  options: ['1处', '12处', '21处'],
  key: { correct: [1], explanation: '新建12处。' },
  closesInSeconds: null,
};
const REQUEST: Request = {
  updateId: 1,
  speaker: { channel: 'telegram', chat: '7', user: '7', language: 'zh' },
  name: null,
  place: 'private',
  chatId: 7,
  messageId: 5,
  threadId: null,
  isAgain: false,
  said: { kind: 'message', text: '/quiz' },
};
const reply = (posed: Posed, fields: Partial<Reply> = {}): Reply => ({
  ...plainReply('zh', '第 1/5 题'),
  posed,
  ...fields,
});
const methods = (calls: readonly { method: string }[]): string[] => calls.map(({ method }) => method);

describe('a poll', () => {
  test('of an exam has no key and no explanation, and closes in time', () => {
    const poll = drawPoll({ ...POSED, key: null, closesInSeconds: 90.4 });
    expect(poll).toMatchObject({ type: 'regular', allows_revoting: false, open_period: 90 });
    expect(poll).not.toHaveProperty('correct_option_ids');
    expect(poll).not.toHaveProperty('explanation');
  });

  test.each([
    [1, 5],
    [0.2, 5],
    [2_628_000, 2_628_000],
    [2_628_001, undefined],
    [null, undefined],
  ])('that closes in %s s is open for %s s', (closesInSeconds, seconds) => {
    expect(drawPoll({ ...POSED, closesInSeconds })?.open_period).toBe(seconds);
  });

  test.each([
    ['steps to be put in order', { form: 'order' }],
    ['a blank', { form: 'typed', options: [] }],
    ['a question of 301 characters', { question: '问'.repeat(301) }],
    ['one option', { options: ['甲'] }],
    ['eleven options', { options: Array.from({ length: 11 }, (_, n) => String(n)) }],
    ['an option of 101 characters', { options: ['甲', '乙'.repeat(101)] }],
    ['an empty option', { options: ['甲', ' '] }],
    ['an explanation of 201 characters', { key: { correct: [0], explanation: '因'.repeat(201) } }],
    ['an explanation of four lines', { key: { correct: [0], explanation: 'a\nb\nc\nd' } }],
    ['two right options where one is to be chosen', { key: { correct: [0, 1], explanation: '' } }],
    ['no right option', { key: { correct: [], explanation: '' } }],
  ] as const)('cannot carry %s', (_name, fields) => {
    expect(drawPoll({ ...POSED, ...fields })).toBeNull();
  });

  test('never breaks a limit, whatever the lengths: it is a poll that the server takes, or none', () => {
    const random = seededRandom(8);
    const text = (most: number): string => '字'.repeat(Math.floor(random() * most));
    let drawn = 0;
    for (let round = 0; round < 3_000; round += 1) {
      const options = Array.from({ length: 1 + Math.floor(random() * 12) }, () => text(104));
      const correct = options.map((_, index) => index).filter(() => random() < 0.3);
      const form = random() < 0.5 ? 'one' : 'several';
      const key = random() < 0.3 ? null : { correct, explanation: `${text(205)}${'\n'.repeat(random() * 4)}` };
      const closesInSeconds = random() < 0.5 ? null : random() * 3e6;
      const posed = { token: 't', form, question: text(305), options, key, closesInSeconds } as const;
      const calls = callsOf(REQUEST, reply(posed, { blocks: [{ kind: 'text', text: `${text(1_500)}<&>。` }] }));
      drawn += calls.filter(({ method }) => method === 'sendPoll').length;
      for (const { method, payload } of calls) expect(faultsOfCall(method, { ...payload })).toEqual([]);
    }
    expect(drawn).toBeGreaterThan(100);
  });
});

describe('a reply with a question', () => {
  test('is one poll, with its words above and its buttons below', () => {
    const button = { label: '原文', token: 'words:a1' };
    const [call, ...more] = callsOf(REQUEST, reply(POSED, { buttons: [button] }));
    expect(more).toEqual([]);
    expect(call).toMatchObject({ method: 'sendPoll', token: 'a1' });
    expect(call?.payload).toMatchObject({
      description: '第 1/5 题',
      reply_markup: { inline_keyboard: [[{ callback_data: 'words:a1' }]] },
      reply_parameters: { message_id: 5 },
    });
  });

  test('sends words that are too long for a poll before it', () => {
    const calls = callsOf(REQUEST, reply(POSED, { blocks: [{ kind: 'text', text: '长句子。'.repeat(300) }] }));
    expect(methods(calls)).toEqual(['sendMessage', 'sendPoll']);
  });

  test('refers to no message where it follows an answer: it would quote the question before', () => {
    const said = { kind: 'answer', token: 'a0', options: [1] } as const;
    const [call] = callsOf({ ...REQUEST, said }, reply(POSED));
    expect(call?.payload).not.toHaveProperty('reply_parameters');
  });

  test('without words is a poll without a description', () => {
    const [call] = callsOf(REQUEST, reply(POSED, { blocks: [{ kind: 'text', text: '' }] }));
    expect(call?.payload).not.toHaveProperty('description');
  });
});

describe('a picture', () => {
  const picture = { name: 'p.png', png: Uint8Array.from([0x89, 0x50, 0xff]), caption: 'a < b' };

  test('carries the whole reply where there is room', () => {
    const [call, ...more] = callsOf(REQUEST, { ...plainReply('zh', '进度 <1>'), picture });
    expect(more).toEqual([]);
    expect(call).toMatchObject({
      method: 'sendPhoto',
      payload: { caption: '进度 &lt;1&gt;', photo: { base64: 'iVD/' } },
    });
  });

  test('else carries its own words, and the reply follows', () => {
    const calls = callsOf(REQUEST, { ...plainReply('zh', '进度。'.repeat(400)), picture });
    expect(methods(calls)).toEqual(['sendPhoto', 'sendMessage']);
    expect(calls[0]?.payload).toMatchObject({ caption: 'a &lt; b' });
  });
});

test('a button that chooses an option says which, in at most 64 bytes, and no other button is read as one', () => {
  const token = optionToken('x'.repeat(40), 9);
  expect(Buffer.byteLength(token)).toBeLessThanOrEqual(64);
  expect(readPressed(token)).toEqual({ token: 'x'.repeat(40), option: 9 });
  for (const other of ['given:', 'given:a', 'given:a:', 'given:a:x', 'words:a:1', `given:${'x'.repeat(41)}:1`, ''])
    expect(readPressed(other)).toBeNull();
});
