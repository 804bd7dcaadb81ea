// WeCom held to what every messenger must do, and to what is WeCom's own.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWecom } from '../../../src/channels/wecom/index.ts';
import { startWecom } from '../../support/messengers/wecom.ts';
import { declareContract } from './contract.ts';
import { type MessengerStage, openMessengerStage, type Platform, QUESTION } from './stage.ts';

const PLATFORM: Platform = {
  channel: 'wecom',
  start: startWecom,
  create: createWecom as unknown as Platform['create'],
  sending: ['aibot_respond_msg', 'aibot_send_msg'],
};

describe('WeCom', () => declareContract(PLATFORM));

describe('WeCom alone', () => {
  let stage: MessengerStage;
  beforeEach(async () => {
    stage = await openMessengerStage(PLATFORM);
  });
  afterEach(async () => {
    await stage.end();
    expect(stage.api.violations).toEqual([]);
  });

  test('an answer that is declined, because it comes too late, is sent as a message of its own', async () => {
    stage.bench.service.before = async () => stage.api.inject('aibot_respond_msg', { code: 40_058 });
    stage.api.say(QUESTION);
    await stage.api.until(() => stage.api.calls.some(({ method }) => method === 'aibot_send_msg'));
    await stage.api.until(() => stage.api.shown.some(({ text, isWhole }) => isWhole && text.startsWith('12处')));
  });
});

test('wrong credentials end the start with what to do', async () => {
  const stage = await openMessengerStage(PLATFORM, 'wrong');
  expect(stage.failure()).toMatchObject({
    code: 'messenger/credentials',
    message: expect.stringContaining('WECOM_BOT_SECRET'),
  });
  await stage.end();
});
