import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OWNER, openStage, QUESTION, STRANGER, type Stage } from '../../channels/telegram/fixtures.ts';

// A busy machine may take seconds for what takes milliseconds.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  await stage.end();
  expect(stage.api.violations).toEqual([]);
});

const calls = (method: string) => stage.api.calls.filter((call) => call.method === method);
const sent = (count: number): Promise<void> => stage.api.until(() => stage.api.sent.length >= count);
const called = (method: string, count = 1): Promise<void> => stage.api.until(() => calls(method).length >= count);
const lastText = (): string => stage.api.sent.at(-1)?.text ?? '';

describe('an invitation', () => {
  test('is a link to the bot; whoever follows it may ask, until they are sent away', async () => {
    stage.say('/invite 学员');
    await sent(1);
    const [, code = ''] = /https:\/\/t\.me\/QuzhiTestBot\?start=([\w-]+)$/u.exec(lastText()) ?? [];
    stage.say(`/start ${code}`, STRANGER);
    await stage.api.until(() =>
      stage.api.sent.some(({ chatId, text }) => chatId === STRANGER.id && text.includes('学员')),
    );
    stage.say(QUESTION, STRANGER);
    await stage.api.until(() =>
      stage.api.sent.some(({ chatId, text }) => chatId === STRANGER.id && text.includes('12处')),
    );
    stage.say(`/revoke ${STRANGER.id}`);
    await stage.api.until(() => lastText().includes('已移除'));
    stage.say(QUESTION, STRANGER);
    await stage.api.until(() => lastText().includes('受邀'));
    expect(stage.bench.service.questions).toHaveLength(1);
  });
});

describe('a reply that is kept', () => {
  test('is sent after a restart as it was made, and not made again', async () => {
    await stage.restart({ sleep: (_milliseconds) => new Promise((resolve) => setImmediate(resolve)) });
    stage.api.chance((method) => (method === 'sendMessage' ? { status: 500 } : undefined));
    stage.say(QUESTION);
    await called('sendMessage', 3);
    await stage.bot.stop();
    const asked = stage.bench.service.questions.length;
    stage.api.chance(() => undefined);
    await stage.restart();
    await sent(1);
    expect([asked, stage.bench.service.questions.length]).toEqual([1, 0]);
    expect(stage.api.sent).toHaveLength(1);
  });

  test('of several messages goes on where it was interrupted', async () => {
    const title = `${'长'.repeat(55)}。`;
    const report = stage.bench.service.indexed[0];
    stage.bench.service.indexed = Array.from({ length: 60 }, (_, n) => ({
      ...(report as NonNullable<typeof report>),
      title: `${n}${title}`,
    }));
    await stage.bot.stop();
    const [update] = stage.bench.state.inboxOf('telegram').store(
      [
        {
          id: '5',
          payload: JSON.stringify({
            update_id: 5,
            message: { message_id: 9, from: OWNER, chat: { id: OWNER.id, type: 'private' }, text: '/sources' },
          }),
        },
      ],
      new Date(0),
    );
    const call = (text: string) =>
      JSON.stringify({
        method: 'sendMessage',
        payload: { chat_id: OWNER.id, text, parse_mode: 'HTML', link_preview_options: { is_disabled: true } },
      });
    stage.bench.state.inboxOf('telegram').draft(update?.id ?? '', [call('一'), call('二'), call('三')]);
    stage.bench.state.inboxOf('telegram').arrived('5', 0);
    await stage.restart();
    await sent(2);
    expect(stage.api.sent.map(({ text }) => text)).toEqual(['二', '三']);
    await stage.bot.stop();
    expect(stage.bench.state.inboxOf('telegram').drafted('5')).toBeNull();
  });
});

test('a message that has arrived is not sent again when the bot stops before the next', async () => {
  await stage.restart({ sleep: (_milliseconds) => new Promise((resolve) => setImmediate(resolve)) });
  const [report] = stage.bench.service.indexed;
  const titled = (n: number) => ({ ...(report as NonNullable<typeof report>), title: `${n}${'长'.repeat(55)}。` });
  stage.bench.service.indexed = Array.from({ length: 60 }, (_, n) => titled(n));
  let sends = 0;
  stage.api.chance((method) => {
    if (method === 'sendMessage') sends += 1;
    return method === 'sendMessage' && sends > 1 ? { status: 500 } : undefined;
  });
  stage.say('/sources');
  await called('sendMessage', 4);
  await stage.bot.stop();
  stage.api.chance(() => undefined);
  await stage.restart();
  await sent(2);
  await stage.bot.stop();
  expect(stage.api.sent).toHaveLength(2);
  expect(stage.api.sent[0]?.text).not.toBe(stage.api.sent[1]?.text);
});

describe('slow work', () => {
  test('shows a line that goes when the answer comes', async () => {
    let finish = (): void => undefined;
    await stage.restart({
      sleep: (milliseconds, signal) =>
        new Promise((resolve) =>
          milliseconds === 6_000 || signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve()),
        ),
    });
    stage.bench.service.before = () => new Promise((resolve) => (finish = resolve));
    const question = stage.say(QUESTION);
    await sent(1);
    expect(stage.api.sent[0]).toMatchObject({ text: expect.stringContaining('/stop'), replyTo: null });
    finish();
    await sent(2);
    expect(stage.api.sent[1]).toMatchObject({ replyTo: question, text: expect.stringContaining('12处') });
    expect(stage.api.deleted).toEqual([stage.api.sent[0]?.messageId]);
  });

  test('is stopped by /stop, which does not wait its turn', async () => {
    stage.bench.service.before = () => new Promise(() => undefined);
    const question = stage.say(QUESTION);
    await called('sendChatAction');
    stage.say('/stop');
    await sent(1);
    expect(stage.api.sent[0]).toMatchObject({ replyTo: question, text: expect.stringContaining('已停止') });
    stage.bench.service.before = () => undefined;
    stage.say('/stop');
    await sent(2);
    expect(lastText()).toContain('没有正在处理');
  });

  test('of one kind is done so many at a time, others wait their turn', async () => {
    const releases: (() => void)[] = [];
    await stage.restart({ concurrency: 2, access: 'open' });
    stage.bench.service.before = () => new Promise((resolve) => releases.push(resolve));
    for (let id = 1; id <= 5; id += 1) stage.say(QUESTION, { ...OWNER, id: 500 + id });
    await called('sendChatAction', 5);
    await stage.api.until(() => releases.length === 2);
    expect(stage.bench.service.questions).toHaveLength(2);
    for (let n = 0; n < 5; n += 1) {
      await stage.api.until(() => releases.length > 0 || stage.api.sent.length === 5);
      releases.shift()?.();
      await sent(n + 1);
    }
    expect(stage.api.sent).toHaveLength(5);
  });
});

describe('buttons', () => {
  test('a judgement is thanked in passing, with no message of its own', async () => {
    stage.say(QUESTION);
    await sent(1);
    stage.press(stage.api.sent[0]?.buttons['👍'] ?? '', 9_000);
    await called('answerCallbackQuery');
    expect(calls('answerCallbackQuery')[0]?.payload.text).toContain('谢谢');
    expect(stage.api.sent).toHaveLength(1);
  });

  test('browsing rewrites the message that was pressed', async () => {
    stage.say('/districts');
    await sent(1);
    stage.press(stage.api.sent[0]?.buttons['柳溪区'] ?? '', 9_000);
    await called('editMessageText');
    expect(stage.api.edited[0]).toMatchObject({ messageId: 9_000, buttons: { 主要做法: expect.any(String) } });
    expect(stage.api.sent).toHaveLength(1);
  });

  test('a complaint is raised to the owner', async () => {
    stage.say(QUESTION);
    await sent(1);
    stage.press(`${stage.api.sent[0]?.buttons['👎']}:figure`, 9_000);
    await sent(2);
    expect(stage.api.sent[1]).toMatchObject({ chatId: OWNER.id, text: expect.stringContaining('提醒：') });
  });

  test('a failed question is asked again by its button', async () => {
    stage.bench.service.before = () => {
      throw new Error('down');
    };
    stage.say(QUESTION);
    await stage.api.until(() => stage.api.sent.some(({ buttons }) => '再试一次' in buttons));
    stage.bench.service.before = () => undefined;
    stage.press(stage.api.sent.find(({ buttons }) => '再试一次' in buttons)?.buttons['再试一次'] ?? '', 9_000);
    await stage.api.until(() => lastText().includes('12处'));
  });
});
