// Reminders where the page shows what is due: promised only where they come, and there at the hour.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pageReminder } from '../../../src/chat/practice/page-reminder.ts';
import type { Turn } from '../../../src/chat/turn.ts';
import { manyItems } from '../../quiz/made-up-items.ts';
import { replyTo, SPEAKER } from '../fixtures.ts';
import { openRoom, type Room, tokenOfPosed } from './fixtures.ts';

let room: Room;
beforeEach(() => {
  room = openRoom(manyItems(12));
});
afterEach(() => room.bench.remove());

/** What the page reminds of now: 16:00 in Shanghai. */
const reminded = async (): Promise<number | null> => {
  const looked = await room.bench.conversation.browse.reminder({ speaker: SPEAKER });
  return looked.kind === 'found' ? (looked.value.reminder?.due ?? null) : null;
};

/** Answers an item and lets five days pass: its card is due. */
async function makeDue(): Promise<void> {
  await room.answer(tokenOfPosed(await room.ask('/quiz 1')), { options: [0] });
  await room.say('/stop');
  room.pass(5 * 24);
}

describe('a reminder on the page', () => {
  test('is there from its hour on while something is due, and not during a pause', async () => {
    await makeDue();
    expect(await reminded()).toBeNull();
    await room.say('/remind 17:00');
    expect(await reminded()).toBeNull();
    await room.say('/remind 15:00');
    expect(await reminded()).toBe(1);
    await room.say('/pause 2');
    expect(await reminded()).toBeNull();
  });

  test.each([
    ['message', '提醒你'],
    ['page', '打开网页'],
    ['never', '这里到点不会提醒'],
  ] as const)('is promised as the channel keeps it: %s', async (reminds, words) => {
    const { blocks } = await replyTo(room.bench, '/remind 08:30', { reminds });
    expect(blocks[0].text).toContain(words);
  });

  test('of an impossible time is refused by name', async () => {
    const { blocks } = await replyTo(room.bench, '/remind 25:99');
    expect(blocks[0].text).toContain('「25:99」不是');
    expect(room.bench.state.learning.habits.of({ channel: SPEAKER.channel, user: SPEAKER.user })).toBeNull();
  });
});

test('nothing is reminded of where nobody set anything', () => {
  const turn = { speaker: SPEAKER, parts: { state: room.bench.state, now: () => room.now } } as unknown as Turn;
  expect(pageReminder(turn)).toBeNull();
});
