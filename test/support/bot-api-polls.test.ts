// The stand-in's polls are trusted by the bot's tests, so they are tested themselves.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BotApiStandIn, startBotApi } from './bot-api.ts';
import { faultsOfCall } from './bot-api-validate.ts';

const GOOD = {
  chat_id: 7,
  question: '有几处公园？',
  options: [{ text: '1处' }, { text: '12处' }],
  type: 'quiz',
  is_anonymous: false,
  correct_option_ids: [1],
  explanation: '新建12处。',
};
const VOTER = { id: 7, is_bot: false, first_name: 'Voter' };
const texts = (count: number, length = 1) => Array.from({ length: count }, () => ({ text: '字'.repeat(length) }));

describe('a poll is held against the schema and its limits', () => {
  test.each([
    ['a quiz', {}],
    ['a regular poll', { type: 'regular', correct_option_ids: undefined, explanation: undefined }],
    [
      'the most there may be',
      { question: '问'.repeat(300), options: texts(12, 100), explanation: `${'因'.repeat(198)}\n\n` },
    ],
    ['several right options', { options: texts(4), correct_option_ids: [0, 2], allows_multiple_answers: true }],
    ['words above it', { description: `<b>${'字'.repeat(1_024)}</b>`, description_parse_mode: 'HTML', open_period: 5 }],
  ])('%s passes', (_name, fields) => {
    expect(faultsOfCall('sendPoll', { ...GOOD, ...fields })).toEqual([]);
  });

  test.each([
    ['question of 301', { question: '问'.repeat(301) }],
    ['question of 0', { question: ' ' }],
    ['poll of 0 options', { options: [], correct_option_ids: [] }],
    ['poll of 13 options', { options: texts(13) }],
    ['option of 101', { options: texts(2, 101) }],
    ['option of 0', { options: [{ text: '' }, { text: 'b' }] }],
    ['no InputPollOption', { options: ['a', 'b'] }],
    ['without correct_option_ids', { correct_option_ids: [] }],
    ['out of range', { correct_option_ids: [2] }],
    ['out of range', { correct_option_ids: [-1] }],
    ['do not rise', { options: texts(3), correct_option_ids: [2, 1], allows_multiple_answers: true }],
    ['one answer', { options: texts(3), correct_option_ids: [0, 1] }],
    ['has no key', { type: 'regular', explanation: undefined }],
    ['without a quiz', { type: 'regular', correct_option_ids: undefined }],
    ['explanation of 201', { explanation: '因'.repeat(201) }],
    ['line feeds', { explanation: 'a\nb\nc\nd' }],
    ['open_period of 4', { open_period: 4 }],
    ['open_period of 2628001', { open_period: 2_628_001 }],
    ['description of 1025', { description: '字'.repeat(1_025) }],
    ['cannot be parsed', { description: 'a < b', description_parse_mode: 'HTML' }],
    ['not in the schema', { correct_option_id: 1 }],
    ['66 bytes', { reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: '原'.repeat(22) }]] } }],
  ])('%s is a fault', (fault, fields) => {
    expect(faultsOfCall('sendPoll', { ...GOOD, ...fields }).join('; ')).toContain(fault);
  });

  test('a picture’s words have a limit, too', () => {
    const photo = { chat_id: 7, photo: 'bytes', parse_mode: 'HTML' };
    expect(faultsOfCall('sendPhoto', { ...photo, caption: '字'.repeat(1_024) })).toEqual([]);
    expect(faultsOfCall('sendPhoto', { ...photo, caption: '字'.repeat(1_025) }).join()).toContain('too long');
    expect(faultsOfCall('sendPhoto', { ...photo, caption: '<b>' }).join()).toContain('parse');
  });
});

describe('the server', () => {
  let api: BotApiStandIn;
  beforeEach(async () => {
    api = await startBotApi();
  });
  afterEach(() => api.stop());

  const call = async (method: string, payload: object) => {
    const response = await fetch(`${api.root}/bot${api.token}/${method}`, {
      method: 'POST',
      body: JSON.stringify(payload),
    });
    return ((await response.json()) as { result: Record<string, unknown> }).result;
  };
  const updates = async () => (await call('getUpdates', {})) as unknown as Record<string, unknown>[];

  test('gives a poll an id and tells of votes on it', async () => {
    const { poll } = await call('sendPoll', GOOD);
    const { id } = poll as { id: string };
    api.vote(id, VOTER, [1]);
    const [answer, state] = await updates();
    expect(answer?.['poll_answer']).toMatchObject({ poll_id: id, user: VOTER, option_ids: [1] });
    expect(state?.['poll']).toMatchObject({ id, question: GOOD.question, is_anonymous: false });
  });

  test('takes no vote that the real one would not take', async () => {
    const { poll, message_id } = await call('sendPoll', GOOD);
    const { id } = poll as { id: string };
    expect(() => api.vote(id, VOTER, [0, 1])).toThrow('one answer');
    expect(() => api.vote(id, VOTER, [2])).toThrow('no such option');
    expect(() => api.vote('none', VOTER, [0])).toThrow('no poll');
    expect(await call('stopPoll', { chat_id: 7, message_id })).toMatchObject({ id, is_closed: true });
    expect(() => api.vote(id, VOTER, [0])).toThrow('closed');
  });
});
