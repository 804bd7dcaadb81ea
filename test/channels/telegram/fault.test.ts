import { TelegramError } from 'telegraf';
import { describe, expect, test } from 'vitest';
import { describeFault, faultOf, waitBefore } from '../../../src/channels/telegram/fault.ts';

const declined = (error_code: number, fields = {}) =>
  new TelegramError({ error_code, description: 'as told', ...fields });

test.each([
  [declined(429, { parameters: { retry_after: 7 } }), { kind: 'flood', waitMs: 7_000 }],
  [declined(429), { kind: 'flood', waitMs: 1_000 }],
  [declined(500), { kind: 'outage' }],
  [declined(502), { kind: 'outage' }],
  [declined(409), { kind: 'conflict' }],
  [declined(401), { kind: 'token' }],
  [new TelegramError({ error_code: 404, description: 'Not Found' }), { kind: 'token' }],
  [declined(403), { kind: 'blocked' }],
  [declined(400, { parameters: { migrate_to_chat_id: -5 } }), { kind: 'moved', chatId: -5 }],
  [declined(400), { kind: 'rejected', code: 400, description: 'as told' }],
  [Object.assign(new Error('socket hang up'), { name: 'FetchError' }), { kind: 'outage' }],
  [Object.assign(new Error('timed out'), { name: 'AbortError' }), { kind: 'outage' }],
])('%s is understood', (error, fault) => {
  expect(faultOf(error)).toEqual(fault);
});

test('a bug of ours is no fault of the server', () => {
  expect(faultOf(new TypeError('undefined is not a function'))).toBeNull();
  expect(faultOf('text')).toBeNull();
});

describe('waiting', () => {
  test('doubles with each failure and stays below half a minute', () => {
    const waits = [0, 1, 2, 3, 10, 5_000].map((failures) => waitBefore({ kind: 'outage' }, failures));
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 30_000, 30_000]);
  });

  test('is as long as the server asks, in milliseconds', () => {
    expect(waitBefore({ kind: 'flood', waitMs: 120_000 }, 0)).toBe(120_000);
  });
});

test.each([
  [{ kind: 'conflict' } as const, 'token of its own'],
  [{ kind: 'token' } as const, 'TELEGRAM_BOT_TOKEN'],
  [{ kind: 'outage' } as const, 'TELEGRAM_API_ROOT'],
  [{ kind: 'flood', waitMs: 3_000 } as const, '3 s'],
  [{ kind: 'rejected', code: 403, description: 'blocked' } as const, 'blocked'],
])('the log says what to do about %j', (fault, remedy) => {
  expect(describeFault(fault)).toContain(remedy);
});
