import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startWebhook, type Webhook } from '../../../src/channels/telegram/webhook.ts';
import { OWNER, openStage, QUESTION } from './fixtures.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const SECRET = 'a-secret-of-the-webhook';
const OPTIONS = { url: 'https://bot.example/quzhi/hook', secret: SECRET, port: 0 };

let accepted: unknown[];
let isStored: boolean;
let server: Webhook;
beforeEach(async () => {
  accepted = [];
  isStored = true;
  const accept = (update: unknown): boolean => {
    accepted.push(update);
    return isStored;
  };
  server = await startWebhook({ ...OPTIONS, accept, health: () => ({ status: 'ok', waiting: 3 }) });
});
afterEach(() => server.stop());

const post = (body: string, { path = '/quzhi/hook', secret = SECRET, method = 'POST' } = {}) =>
  fetch(`http://127.0.0.1:${server.port}${path}`, {
    method,
    ...(method === 'POST' ? { body } : {}),
    headers: { 'x-telegram-bot-api-secret-token': secret },
  });

test('an update with the secret is stored, then acknowledged', async () => {
  expect((await post('{"update_id":1}')).status).toBe(200);
  expect(accepted).toEqual([{ update_id: 1 }]);
});

test('an update that could not be stored is not acknowledged, so that it comes again', async () => {
  isStored = false;
  expect((await post('{"update_id":1}')).status).toBe(503);
});

describe('what is declined reaches nothing', () => {
  test.each([
    ['a wrong secret', '{}', { secret: 'another' }, 401],
    ['no secret', '{}', { secret: '' }, 401],
    ['another path', '{}', { path: '/' }, 404],
    ['another method', '{}', { method: 'GET' }, 404],
    ['what is no JSON', '{', {}, 400],
    ['too much', 'x'.repeat(1_100_000), {}, 413],
  ])('%s', async (_name, body, more, status) => {
    expect((await post(body, more)).status).toBe(status);
    expect(accepted).toEqual([]);
  });
});

test('/health tells how the bot is, to anyone', async () => {
  const response = await post('', { path: '/health', method: 'GET', secret: '' });
  expect([response.status, await response.json()]).toEqual([200, { status: 'ok', waiting: 3 }]);
});

test('a bot with a webhook registers it, fetches nothing, and answers what is posted, once', async () => {
  const stage = await openStage();
  await stage.restart({ webhook: OPTIONS });
  await stage.api.until(() => stage.log.some((line) => line.includes('/health')));
  const [, port = ''] = /port (\d+)/u.exec(stage.log.at(-1) ?? '') ?? [];
  const message = { message_id: 4, date: 0, from: OWNER, chat: { id: OWNER.id, type: 'private' }, text: QUESTION };
  const fetches = stage.api.calls.filter(({ method }) => method === 'getUpdates').length;
  for (let n = 0; n < 2; n += 1) {
    const response = await fetch(`http://127.0.0.1:${port}/quzhi/hook`, {
      method: 'POST',
      body: JSON.stringify({ update_id: 77, message }),
      headers: { 'x-telegram-bot-api-secret-token': SECRET },
    });
    expect(response.status).toBe(200);
  }
  await stage.api.until(() => stage.api.sent.length > 0);
  await stage.bot.stop();
  expect(stage.api.sent.map(({ replyTo }) => replyTo)).toEqual([4]);
  expect(stage.api.calls.find(({ method }) => method === 'setWebhook')?.payload).toMatchObject({
    url: OPTIONS.url,
    secret_token: SECRET,
  });
  expect(stage.api.calls.filter(({ method }) => method === 'getUpdates').length).toBe(fetches);
  expect(stage.api.violations).toEqual([]);
  await stage.end();
});
