import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';

const TOKEN = { TELEGRAM_BOT_TOKEN: '1234567:made-up-token-of-no-value' };
const HOOK = {
  ...TOKEN,
  TELEGRAM_WEBHOOK_URL: 'https://bot.example/hook',
  TELEGRAM_WEBHOOK_SECRET: 'sixteen-letters-',
};

describe('retention and limits', () => {
  test('have defaults, and can be set', () => {
    expect(readConfig({})).toMatchObject({ retentionDays: 365, limits: { perPerson: 30, inAll: 3_000 } });
    const set = { QUZHI_RETENTION_DAYS: '30', QUZHI_LIMIT_PER_PERSON: '5', QUZHI_LIMIT_IN_ALL: '50' };
    expect(readConfig(set)).toMatchObject({ retentionDays: 30, limits: { perPerson: 5, inAll: 50 } });
  });

  test.each(['0', '-1', '1.5', 'many', '1234567'])('%j is no number of days', (value) => {
    expect(() => readConfig({ QUZHI_RETENTION_DAYS: value })).toThrow(
      expect.objectContaining({ code: 'config/invalid', message: expect.stringContaining('QUZHI_RETENTION_DAYS') }),
    );
  });
});

describe('the webhook', () => {
  test('is read whole', () => {
    const webhook = { url: 'https://bot.example/hook', secret: 'sixteen-letters-', port: 8_443, host: '127.0.0.1' };
    expect(readConfig(HOOK).telegram?.webhook).toEqual(webhook);
    expect(readConfig({ ...HOOK, TELEGRAM_WEBHOOK_PORT: '80' }).telegram?.webhook?.port).toBe(80);
    expect(readConfig(TOKEN).telegram?.webhook).toBeUndefined();
  });

  test.each([
    ['an address without https', { TELEGRAM_WEBHOOK_URL: 'http://bot.example/hook' }],
    ['no secret', { TELEGRAM_WEBHOOK_SECRET: '' }],
    ['a short secret', { TELEGRAM_WEBHOOK_SECRET: 'short' }],
    ['a secret that no header bears', { TELEGRAM_WEBHOOK_SECRET: 'sixteen letters!' }],
  ])('with %s is refused with what to write, and the secret in no message', (_name, more) => {
    const secret = 'TELEGRAM_WEBHOOK_SECRET' in more ? more.TELEGRAM_WEBHOOK_SECRET : HOOK.TELEGRAM_WEBHOOK_SECRET;
    const message = secret === '' ? expect.any(String) : expect.not.stringContaining(secret);
    expect(() => readConfig({ ...HOOK, ...more })).toThrow(
      expect.objectContaining({ code: 'config/invalid', message }),
    );
  });
});
