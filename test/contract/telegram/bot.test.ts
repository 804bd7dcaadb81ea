import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OWNER, openStage, QUESTION, STRANGER, type Stage } from '../../channels/telegram/fixtures.ts';
import { answered, citation } from '../../chat/fixtures.ts';

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

describe('a question in a private chat', () => {
  test('is answered with the answer first, the source, a button, and the message it answers', async () => {
    const messageId = stage.say(QUESTION);
    await sent(1);
    expect(stage.api.sent[0]).toMatchObject({
      chatId: OWNER.id,
      replyTo: messageId,
      html: '<b>12处[1]</b>\n2031年，柳溪区新建公园12处，总面积达到340亩。[1]\n[1] 柳溪区建设公园的做法 · 云岭省清河市柳溪区 · 2032',
      buttons: { '原文 1': expect.stringMatching(/^source:/u) },
    });
  });

  test('shows that the bot is typing before the answer is out, and no link previews', async () => {
    stage.say(QUESTION);
    await sent(1);
    const order = stage.api.calls.map(({ method }) => method).filter((method) => method.startsWith('send'));
    expect(order).toEqual(['sendChatAction', 'sendMessage']);
    expect(calls('sendMessage')[0]?.payload.link_preview_options).toEqual({ is_disabled: true });
  });

  test('typing goes on while a slow answer is made', async () => {
    let finish = (): void => undefined;
    await stage.restart({
      sleep: (_milliseconds, signal) => new Promise((resolve) => (signal.aborted ? resolve() : setTimeout(resolve, 1))),
    });
    stage.bench.service.before = () => new Promise((resolve) => (finish = resolve));
    stage.say(QUESTION);
    await stage.api.until(() => calls('sendChatAction').length >= 3);
    finish();
    await sent(1);
  });

  test('every character of a report or a question is shown as it is', async () => {
    const quote = '<b>1 & 2</b> "3" <script>';
    stage.bench.service.answer = async () =>
      answered({ short: quote, claims: [{ text: quote, citations: [1] }], citations: [citation(1, { quote })] });
    stage.say('<i>& ?');
    await sent(1);
    expect(stage.api.sent[0]?.text).toContain(quote);
  });

  test('what holds no words gets a plain notice', async () => {
    stage.api.deliver({
      message: { message_id: 1, date: 0, from: OWNER, chat: { id: OWNER.id, type: 'private' }, sticker: {} },
    });
    await sent(1);
    expect(stage.api.sent[0]?.text).toContain('只能读文字');
  });

  test('ten odd messages each get one reply', async () => {
    const odd = [
      '',
      '🙂',
      '\u202e',
      '问'.repeat(4_096),
      '<b>',
      '&lt;',
      '/what',
      '/ask',
      '/start@QuzhiTestBot',
      '原文 1',
    ];
    for (const text of odd) stage.say(text);
    await sent(10);
    expect(stage.api.sent.map(({ replyTo }) => replyTo)).toEqual(Array.from({ length: 10 }, (_, n) => 101 + n));
  });

  test('malformed updates stop neither the fetching nor the replies to others', async () => {
    for (const odd of [
      {},
      { message: {} },
      { message: null },
      { callback_query: {} },
      { message: { chat: { id: 7 } } },
    ]) {
      stage.api.deliver(odd);
    }
    stage.api.deliver({ update_id: 'not a number' });
    const messageId = stage.say(QUESTION);
    await sent(1);
    expect(stage.api.sent[0]?.replyTo).toBe(messageId);
    await stage.bot.stop();
    expect(stage.bench.state.inboxOf('telegram').pending()).toEqual([]);
  });

  test('a failure inside is told plainly, with an id that the log explains and without its cause', async () => {
    stage.bench.service.before = () => {
      throw new Error('secret cause');
    };
    stage.say(QUESTION);
    await sent(1);
    await stage.api.until(() => stage.api.sent.some(({ replyTo }) => replyTo !== null));
    const reply = stage.api.sent.find(({ replyTo }) => replyTo !== null);
    const [, id = ''] = /编号 (\w+)/u.exec(reply?.text ?? '') ?? [];
    expect(JSON.stringify(stage.api.sent)).not.toContain('secret');
    expect(stage.log.join('\n')).toMatch(new RegExp(`request ${id} failed: Error: secret cause`, 'u'));
  });
});

describe('buttons', () => {
  const exactWords = '柳溪区地处清河之畔。2031年，柳溪区新建公园12处，总面积达到340亩。居民出行半小时可达。';

  test('open the exact words of an old answer after a restart', async () => {
    stage.say(QUESTION);
    await sent(1);
    const [answer] = stage.api.sent;
    stage.say('航天城有多大？');
    await sent(2);
    await stage.restart();
    stage.press(answer?.buttons['原文 1'] ?? '', answer?.messageId ?? 0);
    await sent(3);
    expect(stage.api.sent[2]).toMatchObject({ replyTo: answer?.messageId, text: expect.stringContaining(exactWords) });
    expect(calls('answerCallbackQuery')).toHaveLength(1);
  });

  test('that are forged open nothing', async () => {
    stage.press('source:1:1', 9_000);
    await sent(1);
    expect(stage.api.sent[0]?.text).toContain('找不到');
  });

  test('work although the server finds the press too old to acknowledge', async () => {
    stage.say(QUESTION);
    await sent(1);
    stage.api.inject('answerCallbackQuery', { status: 400, description: 'Bad Request: query is too old' });
    stage.press(stage.api.sent[0]?.buttons['原文 1'] ?? '', 9_000);
    await sent(2);
    expect(stage.api.sent[1]?.text).toContain(exactWords);
  });
});

describe('who may ask', () => {
  test('a stranger gets no answer, but the id to show to an owner', async () => {
    stage.say(QUESTION, STRANGER);
    await sent(1);
    expect(stage.api.sent[0]?.text).toContain(`编号是 ${STRANGER.id}`);
    expect(stage.bench.service.questions).toEqual([]);
  });

  test('a stranger who presses a button gets a note and no words', async () => {
    stage.press('source:1:1', 9_000, STRANGER);
    await stage.api.until(() => calls('answerCallbackQuery').length === 1);
    expect(calls('answerCallbackQuery')[0]?.payload.text).toContain('受邀');
    expect(stage.api.sent).toEqual([]);
  });

  test('with open access anyone may ask in private', async () => {
    await stage.restart({ access: 'open' });
    stage.say(QUESTION, STRANGER);
    await sent(1);
    expect(stage.api.sent[0]?.text).toContain('12处');
  });

  test('without owners the log says what to set', async () => {
    await stage.restart({ ownerIds: [] });
    await stage.api.until(() => stage.log.some((line) => line.includes('TELEGRAM_OWNER_IDS')));
  });
});

describe('in a group', () => {
  const group = (text: string, from = OWNER, more = {}): void => {
    const message = {
      message_id: 50,
      date: 0,
      from,
      chat: { id: -1_001, type: 'supergroup', title: 'g' },
      text,
      ...more,
    };
    stage.api.deliver({ message });
  };
  const named = { entities: [{ type: 'mention', offset: 0, length: '@QuzhiTestBot'.length }] };

  test('only what is said to the bot is answered, in its forum topic', async () => {
    group('大家好');
    group(`@QuzhiTestBot ${QUESTION}`, OWNER, { ...named, message_thread_id: 3, is_topic_message: true });
    await sent(1);
    expect(stage.api.sent[0]).toMatchObject({ chatId: -1_001, threadId: 3, replyTo: 50 });
    expect(stage.bench.service.questions).toEqual([{ text: QUESTION, history: [] }]);
  });

  test('strangers get silence', async () => {
    group(`@QuzhiTestBot ${QUESTION}`, STRANGER, named);
    stage.say('/help');
    await sent(1);
    expect(stage.api.sent).toHaveLength(1);
    expect(stage.api.sent[0]?.chatId).toBe(OWNER.id);
  });
});

test('menus are registered for private chats, groups and the owner, in Chinese for all and in English for English apps', async () => {
  await stage.api.until(() => calls('setMyCommands').length === 9);
  const menus = calls('setMyCommands').map(({ payload }) => ({
    scope: payload.scope as { type: string; chat_id?: number } | undefined,
    language: payload.language_code,
    text: JSON.stringify(payload.commands),
  }));
  expect(menus.map(({ language }) => language)).toEqual([
    undefined,
    'zh',
    'en',
    undefined,
    'zh',
    'en',
    undefined,
    'zh',
    'en',
  ]);
  expect(menus.map(({ scope }) => scope?.type)).toEqual([
    ...Array(3),
    ...Array(3).fill('all_group_chats'),
    ...Array(3).fill('chat'),
  ]);
  expect(menus[0]?.text).toContain('提问');
  expect(menus[2]?.text).toContain('Ask');
  expect(menus[0]?.text).not.toContain('reindex');
  expect(menus[3]?.text).not.toContain('export_me');
  expect(menus[6]?.scope?.chat_id).toBe(OWNER.id);
  expect(menus[6]?.text).toContain('reindex');
});

test('a long answer comes in several messages, in order, with the buttons under the last', async () => {
  stage.bench.service.indexed = Array.from({ length: 60 }, (_, n) => ({
    ...citation(1).report,
    title: `${n}号报告${'长'.repeat(50)}`,
  }));
  stage.say('/sources');
  await sent(2);
  expect(stage.api.sent.map(({ text }) => text).join('\n')).toMatch(/· 0号[\s\S]*· 59号/u);
});
