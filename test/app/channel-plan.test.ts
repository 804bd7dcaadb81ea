import { expect, test } from 'vitest';
import { type ChannelPlan, planChannels, type StandardInput } from '../../src/app/channel-plan.ts';
import { readConfig } from '../../src/config.ts';

const TELEGRAM = { TELEGRAM_BOT_TOKEN: '1234567:made-up-token-of-no-value' };
const WECOM = { WECOM_BOT_ID: 'made-up', WECOM_BOT_SECRET: 'of-no-value' };
const DINGTALK = { DINGTALK_CLIENT_ID: 'made-up', DINGTALK_CLIENT_SECRET: 'of-no-value' };
const NO_PAGE = { WEB_PORT: 'off' };

test.each<[StandardInput, Record<string, string>, ChannelPlan]>([
  ['person', {}, { main: 'terminal', page: 'beside' }],
  ['person', NO_PAGE, { main: 'terminal', page: 'off' }],
  ['person', TELEGRAM, { main: 'messengers', page: 'beside' }],
  ['person', WECOM, { main: 'messengers', page: 'beside' }],
  ['person', DINGTALK, { main: 'messengers', page: 'beside' }],
  ['nobody', { ...WECOM, ...TELEGRAM, ...NO_PAGE }, { main: 'messengers', page: 'off' }],
  ['person', { ...TELEGRAM, ...NO_PAGE }, { main: 'messengers', page: 'off' }],
  // A pipe is answered and ends the program; one that keeps quiet belongs to a service manager.
  ['pipe', {}, { main: 'terminal', page: 'when-quiet' }],
  ['pipe', NO_PAGE, { main: 'terminal', page: 'off' }],
  ['pipe', TELEGRAM, { main: 'messengers', page: 'beside' }],
  ['pipe', { ...TELEGRAM, ...NO_PAGE }, { main: 'messengers', page: 'off' }],
  ['nobody', {}, { main: 'page', page: 'alone' }],
  // The terminal ends at once where nobody is there.
  ['nobody', NO_PAGE, { main: 'terminal', page: 'off' }],
  ['nobody', TELEGRAM, { main: 'messengers', page: 'beside' }],
  ['nobody', { ...TELEGRAM, ...NO_PAGE }, { main: 'messengers', page: 'off' }],
])('with a %s at standard input and %j the plan is %j', (input, environment, plan) => {
  expect(planChannels(readConfig(environment), input)).toEqual(plan);
});
