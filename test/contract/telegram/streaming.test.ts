import { afterEach, beforeEach, expect, test } from 'vitest';
import { OWNER, openStage, QUESTION, type Stage } from '../../channels/telegram/fixtures.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  await stage.end();
  expect(stage.api.violations).toEqual([]);
});

const calls = (method: string) => stage.api.calls.filter((call) => call.method === method);

test('what a language model settles is shown as a draft while it writes, and the reply alone stays', async () => {
  stage.bench.service.written = ['新建公园12处。', '共340亩。'];
  stage.say(QUESTION);
  await stage.api.until(() => stage.api.sent.length >= 1);
  const [draft] = calls('sendMessageDraft');
  expect(draft?.payload).toMatchObject({ chat_id: OWNER.id, text: expect.stringMatching(/^新建公园12处。/u) });
  expect(calls('sendMessage')).toHaveLength(1);
  expect(calls('deleteMessage')).toHaveLength(0);
});
