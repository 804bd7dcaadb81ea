import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OWNER, openStage, STRANGER, type Stage } from '../../channels/telegram/fixtures.ts';
import { fillIn, order, several, single } from '../../channels/telegram/made-items.ts';
import type { SentPoll } from '../../support/bot-api.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  await stage.end();
  expect(stage.api.violations).toEqual([]);
});

const polls = (count: number): Promise<void> => stage.api.until(() => stage.api.polls.length >= count);
const sent = (count: number): Promise<void> => stage.api.until(() => stage.api.sent.length >= count);
const pollAt = (index: number): SentPoll => {
  const poll = stage.api.polls.at(index);
  if (!poll) throw new Error(`no poll ${index}`);
  return poll;
};
const vote = (poll: SentPoll, ...chosen: number[]): void => stage.api.vote(poll.id, OWNER, chosen);
/** Answers kept of the owner, oldest first. */
const answers = () =>
  stage.bench.state.learning.history.of({ channel: 'telegram', user: String(OWNER.id) }, stage.clock.now);
const settledUpdates = (): Promise<void> =>
  stage.api.until(() => stage.bench.state.inboxOf('telegram').pending().length === 0);

describe('a choice is put as a native quiz poll', () => {
  test('with its key, its explanation, and a name to every vote', async () => {
    stage.bench.service.drawn = [single(1)];
    const message = stage.say('/quiz 1');
    await polls(1);
    const { payload } = stage.api.calls.find(({ method }) => method === 'sendPoll') ?? { payload: {} };
    expect(payload).toMatchObject({
      type: 'quiz',
      is_anonymous: false,
      allows_multiple_answers: false,
      allows_revoting: false,
      explanation: '新建12处。',
      reply_parameters: { message_id: message },
    });
    const poll = pollAt(0);
    const right = poll.options.map((option) => option === '12处');
    expect(poll.correct).toEqual([right.indexOf(true)]);
  });

  test('several right options take several answers', async () => {
    stage.bench.service.drawn = [several(1)];
    stage.say('/quiz 1');
    await polls(1);
    expect(pollAt(0)).toMatchObject({ type: 'quiz', isSeveral: true, correct: [0, 2] });
  });

  test('what is said before it stands in the poll itself: one message a question', async () => {
    stage.bench.service.drawn = [single(1), single(2)];
    stage.say('/quiz 2');
    await polls(1);
    vote(pollAt(0), 0);
    await polls(2);
    expect(stage.api.sent).toHaveLength(2);
    expect(stage.api.sent[1]?.text).toContain('2/2');
    expect(Object.values(stage.api.sent[1]?.buttons ?? {}).every((token) => token.length <= 64)).toBe(true);
  });
});

describe('a vote', () => {
  test('is graded once and brings the next question, then the summary', async () => {
    stage.bench.service.drawn = [single(1), single(2)];
    stage.say('/quiz 2');
    await polls(1);
    vote(pollAt(0), ...pollAt(0).correct);
    await polls(2);
    vote(pollAt(1), pollAt(1).correct[0] === 0 ? 1 : 0);
    await sent(3);
    expect(answers().map(({ isRight }) => isRight)).toEqual([true, false]);
    expect(stage.api.sent[2]?.text).toContain('1/2');
  });

  test('that comes before the poll’s sending is confirmed waits for it', async () => {
    stage.bench.service.drawn = [single(1)];
    let voted = false;
    stage.api.onSent(() => {
      const [poll] = stage.api.polls;
      if (!poll || voted) return;
      voted = true;
      vote(poll, 1);
    });
    stage.say('/quiz 1');
    await sent(2);
    expect(answers()).toHaveLength(1);
  });

  test.each([
    ['told of by the server', undefined],
    ['known only as the one open question of the chat', 'quietly'],
  ] as const)('on a poll whose sending was never confirmed finds its question: %s', async (_name, how) => {
    stage.bench.service.drawn = [single(1)];
    stage.api.inject('sendPoll', 'reply-lost');
    stage.say('/quiz 1');
    await polls(2);
    expect(pollAt(0).question).toBe(pollAt(1).question);
    await settledUpdates();
    stage.api.vote(pollAt(0).id, OWNER, pollAt(0).correct, how);
    await sent(3);
    expect(answers().map(({ isRight }) => isRight)).toEqual([true]);
  });

  test('on both copies of a poll counts once', async () => {
    stage.bench.service.drawn = [single(1), single(2)];
    stage.api.inject('sendPoll', 'reply-lost');
    stage.say('/quiz 2');
    await polls(2);
    await settledUpdates();
    vote(pollAt(1), ...pollAt(1).correct);
    vote(pollAt(0), pollAt(0).correct[0] === 0 ? 1 : 0);
    await polls(3);
    await sent(4);
    await settledUpdates();
    expect(answers().map(({ isRight }) => isRight)).toEqual([true]);
  });

  test('that is taken back, or comes from someone the question was not put to, changes nothing', async () => {
    stage.bench.service.drawn = [single(1)];
    stage.say('/quiz 1');
    await polls(1);
    vote(pollAt(0));
    stage.api.vote(pollAt(0).id, STRANGER, [1]);
    stage.api.vote(pollAt(0).id, { ...OWNER, id: 9 }, [1]);
    await stage.api.until(() => stage.api.unconfirmed().length === 0);
    await settledUpdates();
    expect(answers()).toEqual([]);
    expect(stage.api.sent).toHaveLength(1);
  });

  test('on a poll that is none of ours is let go', async () => {
    stage.api.deliver({ poll_answer: { poll_id: '77', user: OWNER, option_ids: [0], option_persistent_ids: ['0'] } });
    stage.api.deliver({ poll_answer: { poll_id: '78', option_ids: 'broken' } });
    stage.api.deliver({ poll: { id: '79' } });
    await stage.api.until(() => stage.api.unconfirmed().length === 0);
    await settledUpdates();
    expect(stage.api.sent).toEqual([]);
  });

  test('survives a restart between the poll and the vote', async () => {
    stage.bench.service.drawn = [single(1)];
    stage.say('/quiz 1');
    await polls(1);
    await settledUpdates();
    await stage.restart();
    vote(pollAt(0), ...pollAt(0).correct);
    await sent(2);
    expect(answers().map(({ isRight }) => isRight)).toEqual([true]);
  });
});

describe('where a poll cannot carry a question it is written', () => {
  test('an order, with letters to reply with', async () => {
    stage.bench.service.drawn = [order(1)];
    stage.say('/quiz 1');
    await sent(1);
    expect(stage.api.polls).toEqual([]);
    expect(stage.api.sent[0]?.text).toContain('B. 选址');
    stage.say('BCA');
    await sent(2);
    expect(answers().map(({ isRight }) => isRight)).toEqual([true]);
  });

  test('a blank, with a field to write in', async () => {
    stage.bench.service.drawn = [fillIn(1)];
    stage.say('/quiz 1');
    await sent(1);
    const call = stage.api.calls.find(({ method }) => method === 'sendMessage');
    expect(call?.payload.reply_markup).toEqual({ force_reply: true });
    stage.say('十二');
    await sent(2);
    expect(answers().map(({ isRight }) => isRight)).toEqual([true]);
  });

  test('a choice whose poll the server declines, as a group may', async () => {
    stage.bench.service.drawn = [single(1), single(2)];
    const declined = { status: 400, description: 'Bad Request: not enough rights to send polls to the chat' };
    stage.api.inject('sendPoll', declined);
    stage.say('/quiz 2');
    await sent(1);
    expect(stage.api.sent[0]?.text).toMatch(/1\/2[\s\S]*B\. /u);
    const { buttons = {}, messageId = 0 } = stage.api.sent[0] ?? {};
    stage.press(buttons['B'] ?? '', messageId);
    await polls(1);
    expect(answers()).toHaveLength(1);
    expect(stage.api.sent).toHaveLength(2);
  });

  test('a choice with an option that is too long, with a button for each', async () => {
    stage.bench.service.drawn = [single(1, { options: ['甲'.repeat(101), '12处', '丙'] })];
    stage.say('/quiz 1');
    await sent(1);
    const { buttons = {}, messageId = 0 } = stage.api.sent[0] ?? {};
    expect(Object.keys(buttons)).toEqual(expect.arrayContaining(['A', 'B', 'C']));
    stage.press(buttons['B'] ?? '', messageId);
    await sent(2);
    expect(answers().map(({ isRight }) => isRight)).toEqual([true]);
  });
});
