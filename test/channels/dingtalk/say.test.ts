import { expect, test } from 'vitest';
import { sayMarkdown } from '../../../src/channels/dingtalk/say.ts';

const CLOSES_AT = 1_000_000;

test.each([
  [CLOSES_AT - 10_001, 'reply'],
  [CLOSES_AT - 10_000, '/v1.0/robot/oToMessages/batchSend'],
  [CLOSES_AT + 1, '/v1.0/robot/oToMessages/batchSend'],
])('at %i a message goes by %s: the place to reply to closes at 1,000,000', async (at, by) => {
  const used: string[] = [];
  const use = async (name: string) => {
    used.push(name);
    return { code: 0, message: '', body: {} };
  };
  const api = { robotCode: 'r', reply: () => use('reply'), call: (_method: string, path: string) => use(path) };
  const update = { msgId: 'm', sessionWebhook: 'https://x.example', sessionWebhookExpiredTime: CLOSES_AT };
  const speaker = { channel: 'dingtalk', chat: 'zhang', user: 'zhang', language: 'zh' } as const;
  await sayMarkdown({ title: 't', text: 't' }, { speaker, place: 'private', update, now: () => new Date(at) }, api);
  expect(used).toEqual([by]);
});
