import { expect, test } from 'vitest';
import { type ChannelPlan, planChannels, type StandardInput } from '../../src/app/channel-plan.ts';
import { readConfig } from '../../src/config.ts';

const TELEGRAM = { TELEGRAM_BOT_TOKEN: '1234567:made-up-token-of-no-value' };
const NO_PAGE = { WEB_PORT: 'off' };

test.each<[StandardInput, Record<string, string>, ChannelPlan]>([
  ['person', {}, { main: 'terminal', page: 'beside' }],
  ['person', NO_PAGE, { main: 'terminal', page: 'off' }],
  ['person', TELEGRAM, { main: 'telegram', page: 'beside' }],
  ['person', { ...TELEGRAM, ...NO_PAGE }, { main: 'telegram', page: 'off' }],
  // A pipe is answered and ends the program; one that keeps quiet belongs to a service manager.
  ['pipe', {}, { main: 'terminal', page: 'when-quiet' }],
  ['pipe', NO_PAGE, { main: 'terminal', page: 'off' }],
  ['pipe', TELEGRAM, { main: 'telegram', page: 'beside' }],
  ['pipe', { ...TELEGRAM, ...NO_PAGE }, { main: 'telegram', page: 'off' }],
  ['nobody', {}, { main: 'page', page: 'alone' }],
  // The terminal ends at once where nobody is there.
  ['nobody', NO_PAGE, { main: 'terminal', page: 'off' }],
  ['nobody', TELEGRAM, { main: 'telegram', page: 'beside' }],
  ['nobody', { ...TELEGRAM, ...NO_PAGE }, { main: 'telegram', page: 'off' }],
])('with a %s at standard input and %j the plan is %j', (input, environment, plan) => {
  expect(planChannels(readConfig(environment), input)).toEqual(plan);
});
