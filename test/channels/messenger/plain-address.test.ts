import { expect, test } from 'vitest';
import { warnOfPlainAddress } from '../../../src/channels/messenger/plain-address.ts';

test.each([
  [null, 0],
  ['wss://wecom.example', 0],
  ['https://ding.example', 0],
  ['ws://127.0.0.1:9000', 0],
  ['http://[::1]:9000', 0],
  ['ws://wecom.example', 1],
  ['http://127.0.0.1.example', 1],
])('%j is warned of %i times', (address, times) => {
  const lines: string[] = [];
  warnOfPlainAddress('WECOM_URL', address, (level, message) => void lines.push(`${level} ${message}`));
  expect(lines).toHaveLength(times);
  for (const line of lines) expect(line).toMatch(/^warn WECOM_URL /u);
});
