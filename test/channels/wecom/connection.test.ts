import { expect, test } from 'vitest';
import { UNSENT } from '../../../src/channels/messenger/answer.ts';
import { createConnection } from '../../../src/channels/wecom/connection.ts';
import { startWecom } from '../../support/messengers/wecom.ts';

test('what is asked for without a connection is known not to have left', async () => {
  const options = { botId: 'b', secret: 's', url: 'ws://127.0.0.1:1', log: () => undefined };
  expect(await createConnection({ ...options, sleep: async () => undefined }).request('aibot_send_msg', {})).toBe(
    UNSENT,
  );
});

test('where another program takes the connection over, maintainers are told, and a minute passes before it is taken back', async () => {
  const api = await startWecom();
  const waits: number[] = [];
  const alerts: string[] = [];
  const stopping = new AbortController();
  const sleep = async (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    stopping.abort();
  };
  const options = { botId: api.id, secret: api.secret, url: api.url, log: () => undefined };
  const [first, second] = [createConnection({ ...options, sleep }), createConnection({ ...options, sleep })];
  const running = first.run(
    () => undefined,
    stopping.signal,
    (text) => void alerts.push(text),
  );
  await api.until(() => api.signIns() === 1);
  await Promise.all([running, second.run(() => undefined, stopping.signal)]);
  await api.stop();
  expect(waits[0]).toBe(60_000);
  expect(alerts).toEqual([expect.stringContaining('Run one of them')]);
});
