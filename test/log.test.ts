import { expect, test } from 'vitest';
import { openLog } from '../src/log.ts';

function opened(level: string, secrets: readonly string[] = []): { lines: string[]; log: ReturnType<typeof openLog> } {
  const lines: string[] = [];
  return {
    lines,
    log: openLog({ level, secrets, write: (line) => void lines.push(line), now: () => new Date(Date.UTC(2026, 0, 2)) }),
  };
}

test('a line tells the time, the level and the message', () => {
  const { lines, log } = opened('info');
  log('info', 'telegram: listening');
  expect(lines).toEqual(['2026-01-02T00:00:00.000Z info telegram: listening']);
});

test.each([
  ['trace', 3],
  ['info', 3],
  ['warn', 2],
  ['error', 1],
  ['fatal', 0],
  ['silent', 0],
])('at level %s, %i of info, warn and error are written', (level, count) => {
  const { lines, log } = opened(level);
  for (const each of ['info', 'warn', 'error'] as const) log(each, 'said');
  expect(lines).toHaveLength(count);
});

test('a secret is shown nowhere, and an empty one hides nothing', () => {
  const { lines, log } = opened('info', ['4200:secret', '']);
  log('error', 'POST /bot4200:secret/getMe failed, token 4200:secret');
  expect(lines[0]).toMatch(/error POST \/bot…\/getMe failed, token …$/);
});

test('a message of several lines stays one line', () => {
  const { lines, log } = opened('info');
  log('error', 'Error: broken\n    at here\n');
  expect(lines[0]).toMatch(/error Error: broken ⏎ at here$/);
});
