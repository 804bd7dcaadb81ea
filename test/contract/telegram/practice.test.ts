// Practice over Telegram, beyond single polls: exams, the picture of progress, and crashes between an answer and its reply.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OWNER, openStage, type Stage } from '../../channels/telegram/fixtures.ts';
import { single } from '../../channels/telegram/made-items.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const LEARNER = { channel: 'telegram', user: String(OWNER.id) };

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  stage.bench.service.drawn = [1, 2, 3].map((n) => single(n));
});
afterEach(async () => {
  await stage.end();
  expect(stage.api.violations).toEqual([]);
});

const polls = (count: number): Promise<void> => stage.api.until(() => stage.api.polls.length >= count);
const sent = (count: number): Promise<void> => stage.api.until(() => stage.api.sent.length >= count);
const answers = () => stage.bench.state.learning.history.of(LEARNER, stage.clock.now);
const vote = (index: number, isRight: boolean): void => {
  const { id = '', options = [] } = stage.api.polls.at(index) ?? {};
  const right = options.findIndex((option) => option.endsWith('2处'));
  stage.api.vote(id, OWNER, [isRight ? right : (right + 1) % options.length]);
};
/** Presses the latest button with this label. */
const press = async (label: string): Promise<void> => {
  await stage.api.until(() => stage.api.sent.some(({ buttons }) => label in buttons));
  const { buttons = {}, messageId = 0 } = stage.api.sent.findLast((message) => label in message.buttons) ?? {};
  stage.press(buttons[label] ?? '', messageId);
};
/** What was said since the exam was made and its start page told the rules. */
const saidSinceStart = (): string =>
  stage.api.sent
    .slice(2)
    .map(({ text }) => text)
    .join();
const begin = (): Promise<void> => press('开始考试');

test('an exam’s polls give nothing away, close with the paper, and its results come at its end', async () => {
  stage.say('/exam 2 10 1');
  await sent(1);
  const code = /考试码 ([A-Z0-9]+)/u.exec(stage.api.sent[0]?.text ?? '')?.[1] ?? '';
  stage.say(`/exam ${code}`);
  await begin();
  await polls(1);
  vote(0, true);
  await polls(2);
  for (const { type, correct, explanation, openSeconds } of stage.api.polls) {
    expect({ type, correct, explanation }).toEqual({ type: 'regular', correct: [], explanation: '' });
    expect(openSeconds).toBe(600);
  }
  expect(saidSinceStart()).not.toMatch(/答对|答错/u);
  vote(1, false);
  await press('交卷');
  await stage.api.until(() => stage.api.polls.every(({ isClosed }) => isClosed));
  expect(stage.api.sent.at(-1)?.text).toContain('已交卷：答了 2/2 题');
  expect(saidSinceStart()).not.toMatch(/答对|答错/u);
  stage.clock.now = new Date(stage.clock.now.getTime() + 3_600_000);
  stage.tick();
  await stage.api.until(() => stage.api.sent.some(({ text }) => text.includes('1/2')));
});

test('a paper that is handed in early has its poll closed', async () => {
  stage.say('/exam 2 10 1');
  await sent(1);
  const code = /考试码 ([A-Z0-9]+)/u.exec(stage.api.sent[0]?.text ?? '')?.[1] ?? '';
  stage.say(`/exam ${code}`);
  await begin();
  await polls(1);
  stage.say('/stop');
  await stage.api.until(() => stage.api.polls[0]?.isClosed === true);
  expect(stage.api.sent.at(-1)?.text).toContain('已交卷');
  expect(stage.api.polls).toHaveLength(1);
});

test('a paper that is not handed in when its time is over is handed in as it is', async () => {
  stage.say('/exam 2 10 1');
  await sent(1);
  const code = /考试码 ([A-Z0-9]+)/u.exec(stage.api.sent[0]?.text ?? '')?.[1] ?? '';
  stage.say(`/exam ${code}`);
  await begin();
  await polls(1);
  vote(0, true);
  await polls(2);
  stage.clock.now = new Date(stage.clock.now.getTime() + 600_000);
  stage.tick();
  await sent(5);
  expect(stage.api.sent[4]?.text).toContain('答了 1/2 题');
  stage.tick();
  vote(1, true);
  await stage.api.until(() => stage.api.unconfirmed().length === 0);
  await stage.api.until(() => stage.bench.state.inboxOf('telegram').pending().length === 0);
  stage.clock.now = new Date(stage.clock.now.getTime() + 3_000_000);
  stage.tick();
  await stage.api.until(() => stage.api.sent.some(({ text }) => text.includes('得 1/2 分（50%）· 答对 1 · 未答 1')));
});

test('/progress is one picture with its words', async () => {
  stage.say('/quiz 1');
  await polls(1);
  vote(0, true);
  await sent(2);
  stage.say('/progress');
  await sent(3);
  const { photo = '', text } = stage.api.sent[2] ?? {};
  expect(photo.slice(1, 4)).toBe('PNG');
  expect(photo.length).toBeGreaterThan(5_000);
  expect(text).toContain('练过 1/3');
});

describe('a crash after an answer was graded and before its reply was kept', () => {
  test('loses neither: the next question comes at the next start, and nothing is graded twice', async () => {
    stage.say('/quiz 2');
    await polls(1);
    await stage.bot.stop();
    // What such a crash leaves: the update is stored, the answer is graded, no reply is kept.
    const { state, conversation } = stage.bench;
    const { id = '', options = [] } = stage.api.polls[0] ?? {};
    const given = { options: [options.findIndex((option) => option.endsWith('2处'))] };
    const update = { update_id: 5_000, poll_answer: { poll_id: id, user: OWNER, option_ids: given.options } };
    state.inboxOf('telegram').store([{ id: '5000', payload: JSON.stringify(update) }], stage.clock.now);
    const found = state.inboxOf('telegram').polls.find(id, LEARNER.user);
    const speaker = { channel: 'telegram', chat: LEARNER.user, user: LEARNER.user, language: 'zh' } as const;
    await conversation.answer({ speaker }, found?.token ?? '', given);
    expect(answers()).toHaveLength(1);
    await stage.restart();
    await polls(2);
    expect(answers()).toHaveLength(1);
    expect(stage.api.polls[1]?.question).not.toBe(stage.api.polls[0]?.question);
    vote(1, true);
    await stage.api.until(() => stage.api.sent.some(({ text }) => text.includes('2/2（')));
    expect(answers()).toHaveLength(2);
  });

  test('while its poll was being sent, sends it again, and either copy can be answered', async () => {
    stage.api.inject('sendPoll', 'reply-lost', ...Array.from({ length: 500 }, () => ({ status: 500 })));
    stage.say('/quiz 1');
    await polls(1);
    await stage.restart({ graceMs: 1 });
    stage.api.clearFaults();
    await polls(2);
    expect(stage.api.polls[0]?.question).toBe(stage.api.polls[1]?.question);
    vote(0, true);
    await stage.api.until(() => answers().length === 1);
    vote(1, false);
    await stage.api.until(() => stage.api.unconfirmed().length === 0);
    await stage.api.until(() => stage.bench.state.inboxOf('telegram').pending().length === 0);
    expect(answers().map(({ isRight }) => isRight)).toEqual([true]);
  });
});
