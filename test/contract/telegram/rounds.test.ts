import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { GROUP, OWNER, openStage, STRANGER, type Stage } from '../../channels/telegram/fixtures.ts';
import { order, single } from '../../channels/telegram/made-items.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const MEMBER = { id: 21, is_bot: false, first_name: 'Member' };
const OTHER = { id: 22, is_bot: false, first_name: 'Other' };
const ITEMS = [order(1), ...[1, 2, 3, 4, 5, 6].map((n) => single(n))];

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  furnish();
});
afterEach(async () => {
  await stage.end();
  expect(stage.api.violations).toEqual([]);
});

/** Approves the group, lets two people in, and gives items. */
function furnish(): void {
  const { members } = stage.bench.state;
  const at = stage.clock.now;
  members.approve('telegram', String(GROUP.id), { by: String(OWNER.id), at });
  for (const [index, { id, first_name: name }] of [MEMBER, OTHER].entries()) {
    const code = `round-${index}`;
    const invite = {
      code,
      role: 'trainee',
      by: String(OWNER.id),
      at,
      expiresAt: new Date(at.getTime() + 1e9),
      uses: 1,
    };
    members.invite({ ...invite, role: 'trainee' });
    members.redeem(code, { channel: 'telegram', user: String(id), name, at });
  }
  stage.bench.service.drawn = ITEMS;
}

const polls = (count: number): Promise<void> => stage.api.until(() => stage.api.polls.length >= count);
const sent = (count: number): Promise<void> => stage.api.until(() => stage.api.sent.length >= count);
const quiet = (): Promise<void> =>
  stage.api.until(
    () => stage.api.unconfirmed().length === 0 && stage.bench.state.inboxOf('telegram').pending().length === 0,
  );
const begin = (text: string, from = MEMBER): number => stage.say(text, from, GROUP);
const vote = (index: number, voter: typeof MEMBER, isRight: boolean): void => {
  const poll = stage.api.polls.at(index);
  const right = poll?.correct[0] ?? 0;
  stage.api.vote(poll?.id ?? '', voter, [isRight ? right : (right + 1) % 3]);
};
const buttonsOf = (index: number): Readonly<Record<string, string>> => stage.api.sent.at(index)?.buttons ?? {};
const press = (label: string, from = MEMBER): void => {
  const index = stage.api.sent.findLastIndex(({ buttons }) => label in buttons);
  stage.press(buttonsOf(index)[label] ?? '', stage.api.sent[index]?.messageId ?? 0, from, GROUP);
};
const later = (seconds: number): void => {
  stage.clock.now = new Date(stage.clock.now.getTime() + seconds * 1_000);
};
const lastText = (): string => stage.api.sent.at(-1)?.text ?? '';

test('a round without a time limit moves on by its button and ends with a score table', async () => {
  begin('/round 2');
  await polls(1);
  vote(0, MEMBER, true);
  vote(0, OTHER, false);
  await quiet();
  press('下一题');
  await polls(2);
  vote(1, MEMBER, true);
  vote(1, OTHER, true);
  await quiet();
  expect(stage.api.sent).toHaveLength(2);
  press('看成绩');
  await sent(3);
  expect(lastText()).toContain('共 2 题，2 人作答');
  expect(lastText()).toContain('1. Member　2/2');
  expect(lastText()).toContain('2. Other　1/2');
  expect(new Set(stage.api.polls.map(({ chatId }) => chatId))).toEqual(new Set([GROUP.id]));
});

test('a timed round moves on by the clock, question after question', async () => {
  begin('/round 2 30');
  await polls(1);
  expect(stage.api.polls[0]?.openSeconds).toBe(30);
  vote(0, OTHER, true);
  await quiet();
  later(31);
  stage.tick();
  await quiet();
  expect(stage.api.polls).toHaveLength(1);
  later(2);
  stage.tick();
  await polls(2);
  stage.tick();
  later(33);
  stage.tick();
  await sent(3);
  expect(lastText()).toContain('1. Other　1/2');
  later(60);
  stage.tick();
  await quiet();
  expect(stage.api.sent).toHaveLength(3);
});

test('a round goes on after a restart, whatever was due meanwhile once', async () => {
  begin('/round 3 30');
  await polls(1);
  await quiet();
  later(40);
  await stage.restart();
  stage.bench.service.drawn = [];
  await polls(2);
  later(40);
  stage.tick();
  await polls(3);
  expect(new Set(stage.api.polls.map(({ question }) => question)).size).toBe(3);
});

test('a timed round in a topic of a forum stays there', async () => {
  const chat = { ...GROUP, is_forum: true };
  const message = { message_id: 70, date: 0, from: MEMBER, chat, message_thread_id: 33, is_topic_message: true };
  stage.api.deliver({ message: { ...message, text: '/round 2 30' } });
  await polls(1);
  await quiet();
  later(33);
  stage.tick();
  await polls(2);
  expect(stage.api.sent.map(({ threadId }) => threadId)).toEqual([33, 33]);
});

test('votes of strangers are not counted, nor is anything said to them', async () => {
  begin('/round 1');
  await polls(1);
  vote(0, STRANGER, true);
  await quiet();
  press('看成绩');
  await sent(2);
  expect(lastText()).toBe('本轮结束，没有人作答。');
});

describe('who may', () => {
  test('a stranger in the group begins nothing and is not answered', async () => {
    begin('/round 2', STRANGER);
    await quiet();
    expect(stage.api.sent).toEqual([]);
  });

  test('only who began, or a maintainer, moves it on', async () => {
    begin('/round 3');
    await polls(1);
    press('下一题', OTHER);
    await quiet();
    expect(stage.api.polls).toHaveLength(1);
    const notes = stage.api.calls.filter(({ method }) => method === 'answerCallbackQuery');
    expect(notes.at(-1)?.payload.text).toContain('发起人');
    press('下一题', OWNER);
    await polls(2);
  });

  test('a button that was pressed already moves nothing', async () => {
    begin('/round 3');
    await polls(1);
    press('下一题');
    await polls(2);
    const [first] = [stage.api.sent[0]];
    stage.press(first?.buttons['下一题'] ?? '', first?.messageId ?? 0, MEMBER, GROUP);
    await quiet();
    expect(stage.api.polls).toHaveLength(2);
  });

  test('a second round waits for the first, which /stop ends', async () => {
    begin('/round 3');
    await polls(1);
    begin('/round 2', OTHER);
    await sent(2);
    expect(lastText()).toContain('第 1/3 题');
    stage.say('/stop', MEMBER, GROUP);
    await sent(3);
    begin('/round 2', OTHER);
    await polls(2);
  });

  test('in private there is no round', async () => {
    stage.say('/round 2', OWNER);
    await sent(1);
    expect(stage.api.polls).toEqual([]);
  });
});

test('items that a poll cannot carry are never drawn, and a wrong size is explained', async () => {
  begin('/round 20');
  await polls(1);
  expect(lastText()).toContain('1/6');
  stage.say('/stop', MEMBER, GROUP);
  await sent(2);
  for (const [index, size] of ['21', '0', '5 9', '5 601', 'many', '1 20 3'].entries()) {
    begin(`/round ${size}`);
    await sent(3 + index);
    expect(lastText()).toContain('用法');
  }
});

test('a round takes a district; who may not end it is told who may', async () => {
  begin('/round 2 塔山县');
  await sent(1);
  expect(lastText()).toContain('没有与「塔山县」有关');
  begin('/round 2 柳溪');
  await polls(1);
  stage.say('/stop', OTHER, GROUP);
  await sent(3);
  expect(lastText()).toContain('只有发起人或维护人员');
});

test('a command of private chats is answered in a group with where it works', async () => {
  stage.say('/quiz', MEMBER, GROUP);
  await sent(1);
  expect(lastText()).toContain('私聊');
  stage.say('/unheard_of', MEMBER, GROUP);
  stage.say('/quiz', STRANGER, GROUP);
  await quiet();
  expect(stage.api.sent).toHaveLength(1);
});

test('a group that goes on under another id keeps its round and its polls', async () => {
  begin('/round 2');
  await polls(1);
  await quiet();
  const to = -700;
  const message = { message_id: 900, date: 0, from: MEMBER, chat: GROUP, migrate_to_chat_id: to };
  stage.api.deliver({ message });
  await quiet();
  vote(0, MEMBER, true);
  await quiet();
  const { buttons = {}, messageId = 0 } = stage.api.sent[0] ?? {};
  stage.press(buttons['结束'] ?? '', messageId, MEMBER, { ...GROUP, id: to });
  await sent(2);
  expect(stage.api.sent[1]).toMatchObject({ chatId: to, text: expect.stringContaining('1. Member　1/1') });
});
