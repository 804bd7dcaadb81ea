import { expect, test } from 'vitest';
import { openLog } from '../src/log.ts';

interface Opened {
  readonly lines: string[];
  readonly log: ReturnType<typeof openLog>;
  /** The latest line, read. */
  readonly last: () => Record<string, unknown>;
}

function opened(level: string, secrets: readonly string[] = []): Opened {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  return {
    lines,
    log: openLog({ level, secrets, destination, now: () => new Date(Date.UTC(2026, 0, 2)) }),
    last: () => JSON.parse(lines.at(-1) ?? 'null') as Record<string, unknown>,
  };
}

test('a line is an object of level, time and message, and tells nothing of the machine', () => {
  const { last, log } = opened('info');
  log('info', 'telegram: listening');
  expect(last()).toEqual({ level: 'info', time: '2026-01-02T00:00:00.000Z', msg: 'telegram: listening' });
});

test('fields stand beside the message under their names', () => {
  const { last, log } = opened('info');
  log('warn', 'question', { question: '柳溪区有几处公园？', verdict: 'answered' });
  expect(last()).toMatchObject({ level: 'warn', msg: 'question', question: '柳溪区有几处公园？', verdict: 'answered' });
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
  const { last, log } = opened('info', ['4200:secret', '']);
  log('error', 'POST /bot4200:secret/getMe failed, token 4200:secret', { question: 'what is 4200:secret?' });
  expect(last()).toMatchObject({ msg: 'POST /bot…/getMe failed, token …', question: 'what is …?' });
});

test('a secret that is also a part of the form leaves the line readable', () => {
  const { last, log } = opened('info', ['"', 'level', ':']);
  log('info', 'level: "high"');
  expect(last()).toMatchObject({ level: 'info', msg: '…… …high…' });
});

test('a message of several lines stays one line, and a % in it stays a %', () => {
  const { lines, last, log } = opened('info');
  log('error', 'Error: broken, 100%d\n    at here\n');
  expect(lines[0]?.trimEnd()).not.toContain('\n');
  expect(last()['msg']).toBe('Error: broken, 100%d\n    at here');
});
