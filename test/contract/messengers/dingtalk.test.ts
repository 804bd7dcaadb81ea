// DingTalk held to what every messenger must do, and to what is DingTalk's own.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDingtalk } from '../../../src/channels/dingtalk/index.ts';
import { startDingtalk } from '../../support/messengers/dingtalk.ts';
import { declareContract } from './contract.ts';
import { type MessengerStage, openMessengerStage, type Platform, QUESTION, viewOf } from './stage.ts';

const PLATFORM: Platform = {
  channel: 'dingtalk',
  start: startDingtalk,
  create: createDingtalk as unknown as Platform['create'],
  sending: [
    'robot/sendBySession',
    'robot/oToMessages/batchSend',
    'robot/groupMessages/send',
    'card/instances',
    'card/instances/createAndDeliver',
  ],
};

describe('DingTalk', () => declareContract(PLATFORM));

describe('DingTalk alone', () => {
  let stage: MessengerStage;
  beforeEach(async () => {
    stage = await openMessengerStage(PLATFORM);
  });
  afterEach(async () => {
    await stage.end();
    expect(stage.api.violations).toEqual([]);
  });
  const { told, whole, settled } = viewOf(() => stage);
  const callsOf = (name: string): number => stage.api.calls.filter(({ method }) => method === name).length;

  test('where the app may open no cards, answers are messages, and the log says which permission is missing', async () => {
    stage.api.inject('card/instances/createAndDeliver', ...Array.from({ length: 4 }, () => ({ code: 403 })));
    stage.api.say(QUESTION);
    await told('12处');
    stage.api.say(QUESTION);
    await stage.api.until(() => whole().filter(({ text }) => text.startsWith('12处')).length === 2);
    expect(stage.log.filter((line) => line.includes('Card.Streaming.Write'))).toHaveLength(1);
  });

  test('where the place to reply to is closed, the robot’s own interface is used', async () => {
    stage.api.inject('robot/sendBySession', { code: 400 });
    stage.api.say('/help');
    stage.api.say(QUESTION);
    await told('12处');
    await settled();
    expect(callsOf('robot/oToMessages/batchSend')).toBeGreaterThan(0);
  });

  test('a token that is no longer taken is renewed', async () => {
    stage.api.say(QUESTION);
    await told('12处');
    stage.api.inject('card/instances/createAndDeliver', { code: 401 });
    stage.api.say(QUESTION);
    await stage.api.until(() => whole().filter(({ text }) => text.startsWith('12处')).length === 2);
    await settled();
  });
});

test('wrong credentials end the start with what to do', async () => {
  const stage = await openMessengerStage(PLATFORM, 'wrong');
  expect(stage.failure()).toMatchObject({
    code: 'messenger/credentials',
    message: expect.stringContaining('DINGTALK_CLIENT_SECRET'),
  });
  await stage.end();
});
