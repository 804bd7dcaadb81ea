// Updates that would end every start: taken up a few times, then put aside.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openStage, QUESTION, type Stage } from '../../channels/telegram/fixtures.ts';
import { NOW } from '../../chat/fixtures.ts';

// A busy machine may take seconds for what takes milliseconds.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 });

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.end());
const fetches = (): number => stage.api.calls.filter(({ method }) => method === 'getUpdates').length;
const sent = (count: number): Promise<void> => stage.api.until(() => stage.api.sent.length >= count);

test('a stored update that is none, or of another form, stops no start; one that never ends is put aside and can be retried', async () => {
  const inbox = stage.bench.state.inboxOf('telegram');
  const strange = {
    update_id: 700,
    message: { message_id: 1, chat: { id: 7, type: 'private' }, from: { id: 7 }, text: 5 },
  };
  inbox.store(
    [
      { id: '699', payload: '{' },
      { id: '700', payload: JSON.stringify(strange) },
    ],
    NOW,
  );
  for (let start = 0; start < 6; start += 1) {
    const fetched = fetches();
    await stage.restart();
    await stage.api.until(() => fetches() > fetched);
  }
  expect(stage.bench.state.inboxOf('telegram').pending()).toEqual([]);
  expect(stage.bench.state.letters.aside().map(({ channel, id }) => [channel, id])).toEqual([['telegram', '699']]);
  expect(stage.bench.state.letters.retry('telegram', '699')).toBe(true);
  expect(stage.bench.state.inboxOf('telegram').pending()).toHaveLength(1);
  stage.say(QUESTION);
  await sent(1);
});
