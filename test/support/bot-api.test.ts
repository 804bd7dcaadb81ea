// The stand-in is trusted by the bot's tests, so it is tested itself: it must decline what the real server declines.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BotApiStandIn, startBotApi } from './bot-api.ts';
import { parseTelegramHtml } from './bot-api-html.ts';
import { faultsOfCall } from './bot-api-validate.ts';

describe('a call is held against the schema', () => {
  const good = { chat_id: 1, text: '<b>a</b> &amp; b', parse_mode: 'HTML', reply_parameters: { message_id: 2 } };

  test('a good one passes', () => {
    expect(faultsOfCall('sendMessage', good)).toEqual([]);
    expect(faultsOfCall('sendMessage', { ...good, chat_id: '@channel' })).toEqual([]);
    expect(faultsOfCall('getMe', {})).toEqual([]);
  });

  test.each([
    ['unheardOf', {}, 'no method'],
    ['sendMessage', { text: 'a' }, 'chat_id is missing'],
    ['sendMessage', { ...good, reply_to: 2 }, 'not in the schema'],
    ['sendMessage', { ...good, chat_id: 1.5 }, 'chat_id'],
    ['sendMessage', { ...good, reply_parameters: { message_id: '2' } }, 'reply_parameters.message_id'],
    ['sendMessage', { ...good, reply_parameters: {} }, 'message_id is missing'],
    ['sendMessage', { ...good, link_preview_options: true }, 'no LinkPreviewOptions'],
    ['sendMessage', { ...good, reply_markup: { inline_keyboard: [{ text: 'a' }] } }, 'no array'],
    [
      'sendMessage',
      { ...good, reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: '原'.repeat(22) }]] } },
      '66 bytes',
    ],
    ['sendMessage', { ...good, text: ' <b> </b> ' }, 'empty'],
    ['sendMessage', { ...good, text: '字'.repeat(4_097) }, 'too long'],
    ['sendMessage', { ...good, text: 'a < b' }, 'unescaped'],
    ['getUpdates', { timeout: 'long' }, 'no Integer'],
    ['getUpdates', { allowed_updates: [1] }, 'allowed_updates[0]'],
    ['deleteWebhook', { drop_pending_updates: 'no' }, 'no Boolean'],
    ['answerCallbackQuery', { callback_query_id: 'q', text: 'a'.repeat(201) }, 'longer than 200'],
    ['setMyCommands', { commands: [{ command: 'Ask', description: 'a' }] }, 'malformed'],
    ['setMyCommands', { commands: [{ command: 'ask' }] }, 'description is missing'],
    ['setMyCommands', { commands: [], scope: { kind: 'chat' } }, 'scope'],
  ])('%s with %j does not: %s', (method, payload, fault) => {
    expect(faultsOfCall(method, payload).join('; ')).toContain(fault);
  });

  test('4,096 characters count after parsing', () => {
    expect(faultsOfCall('sendMessage', { ...good, text: `<b>${'&lt;'.repeat(4_096)}</b>` })).toEqual([]);
  });
});

test.each([
  ['<b>a<i>b</i></b>&lt;&#60;&#x3c;', 'ab<<<'],
  ['<a href="x">y</a>', 'y'],
  ['a > b', 'a > b'],
])('%s is read as %s', (html, text) => {
  expect(parseTelegramHtml(html)).toEqual({ ok: true, text });
});

test.each([
  '<b>',
  '</b>',
  '<b><i></b></i>',
  '<p>a</p>',
  '&nbsp;',
  '&',
  '<3',
  '<blockquote><blockquote></blockquote></blockquote>',
])('%s cannot be parsed', (html) => {
  expect(parseTelegramHtml(html).ok).toBe(false);
});

describe('the server', () => {
  let api: BotApiStandIn;
  beforeEach(async () => {
    api = await startBotApi();
  });
  afterEach(() => api.stop());

  const call = async (method: string, payload = {}, token = api.token) => {
    const body = JSON.stringify(payload);
    const response = await fetch(`${api.root}/bot${token}/${method}`, { method: 'POST', body });
    return (await response.json()) as { ok: boolean; error_code?: number; result?: unknown; parameters?: unknown };
  };
  const fetched = async (payload = {}): Promise<unknown[]> =>
    ((await call('getUpdates', payload)).result as { update_id: number }[]).map(({ update_id }) => update_id);

  test('gives updates again until an offset confirms them, then forgets them', async () => {
    const [first, second] = [api.deliver({}), api.deliver({})];
    expect(await fetched()).toEqual([first, second]);
    expect(await fetched({ limit: 1 })).toEqual([first]);
    expect(await fetched({ offset: second })).toEqual([second]);
    expect(await fetched()).toEqual([second]);
    expect(await fetched({ offset: second + 1 })).toEqual([]);
    expect(api.unconfirmed()).toEqual([]);
  });

  test('a waiting fetch ends when an update comes', async () => {
    const waiting = fetched({ timeout: 30 });
    const id = api.deliver({});
    expect(await waiting).toEqual([id]);
  });

  test('declines and notes a call that breaks the schema', async () => {
    expect(await call('sendMessage', { chat_id: 1 })).toMatchObject({ ok: false, error_code: 400 });
    expect(api.violations).toEqual([expect.stringContaining('text is missing')]);
    expect(api.sent).toEqual([]);
  });

  test('knows one token', async () => {
    expect(await call('getMe', {}, '1:other')).toMatchObject({ ok: false, error_code: 401 });
  });

  test('injects faults one by one; only a lost reply takes effect', async () => {
    api.inject('sendMessage', { status: 429, retryAfterSeconds: 5 }, 'dropped', 'reply-lost');
    const message = { chat_id: 1, text: 'a' };
    expect(await call('sendMessage', message)).toMatchObject({ error_code: 429, parameters: { retry_after: 5 } });
    await expect(call('sendMessage', message)).rejects.toThrow();
    expect(api.sent).toHaveLength(0);
    await expect(call('sendMessage', message)).rejects.toThrow();
    expect(api.sent).toHaveLength(1);
    expect(await call('sendMessage', message)).toMatchObject({ ok: true });
  });
});
