import { describe, expect, test } from 'vitest';
import {
  type Bot,
  chatKeyOf,
  requestOf,
  type TelegramMessage,
  type TelegramUpdate,
} from '../../../src/channels/telegram/update.ts';

const BOT: Bot = { id: 42, is_bot: true, username: 'QuzhiBot', commands: new Set(['ask', 'help']) };
const PERSON = { id: 7, is_bot: false };
const mention = (offset: number, length = 9) => ({ type: 'mention', offset, length });

const inChat = (type: string, fields: Partial<TelegramMessage>): TelegramUpdate => ({
  update_id: 1,
  message: { message_id: 5, from: PERSON, chat: { id: -100, type }, ...fields },
});
const heard = (update: TelegramUpdate): string | null | undefined => {
  const request = requestOf(update, BOT);
  if (request === null) return undefined;
  const { said } = request;
  if (said.kind === 'message') return said.text;
  return said.kind === 'press' ? said.token : said.kind;
};

describe('in a private chat', () => {
  test.each([
    [{ text: '公园有几处？' }, '公园有几处？'],
    [{ caption: '公园有几处？' }, '公园有几处？'],
    [{ text: '/help@OtherBot' }, '/help@OtherBot'],
    [{}, null],
  ])('%j is heard', (fields, expected) => {
    expect(heard(inChat('private', fields))).toBe(expected);
  });
});

describe('in a group', () => {
  test.each([
    ['a mention', { text: '@QuzhiBot 公园有几处？', entities: [mention(0)] }, '公园有几处？'],
    ['a mention in other letters at the end', { text: '公园有几处 @quzhibot', entities: [mention(6)] }, '公园有几处'],
    ['a mention in a caption', { caption: '@QuzhiBot 这是哪里？', caption_entities: [mention(0)] }, '这是哪里？'],
    ['a command', { text: '/ask 公园有几处？' }, '/ask 公园有几处？'],
    ['a command addressed to it', { text: '/ask@quzhiBOT 公园' }, '/ask@quzhiBOT 公园'],
    ['an unknown command addressed to it', { text: '/what@QuzhiBot' }, '/what@QuzhiBot'],
    [
      'a reply to it',
      { text: '那2031年呢？', reply_to_message: { message_id: 4, from: BOT, chat: { id: -100, type: 'group' } } },
      '那2031年呢？',
    ],
    [
      'a mention by name',
      { text: '区知 在吗', entities: [{ type: 'text_mention', offset: 0, length: 2, user: BOT }] },
      '在吗',
    ],
  ])('%s is heard', (_name, fields, expected) => {
    expect(heard(inChat('supergroup', fields))).toBe(expected);
  });

  test.each([
    ['talk', { text: '公园有几处？' }],
    ['a mention of somebody else', { text: '@OtherBot1 你好', entities: [mention(0, 10)] }],
    ['a name that only begins like its own', { text: '@QuzhiBot2 你好', entities: [mention(0, 10)] }],
    ['a command to another bot', { text: '/ask@OtherBot 公园' }],
    ['a command it does not know', { text: '/play' }],
    [
      'a reply to somebody else',
      { text: '好', reply_to_message: { message_id: 4, from: PERSON, chat: { id: -100, type: 'group' } } },
    ],
    ['its name without being called', { text: 'QuzhiBot 是什么' }],
    ['a sticker', {}],
    ['another bot', { text: '@QuzhiBot 你好', entities: [mention(0)], from: { id: 8, is_bot: true } }],
  ])('%s is not heard', (_name, fields) => {
    expect(heard(inChat('group', fields))).toBeUndefined();
  });
});

test.each([
  { update_id: 1 },
  { update_id: 1, callback_query: { id: 'q', from: PERSON, data: 'source:1:1' } },
  { update_id: 1, channel_post: { message_id: 1 } } as TelegramUpdate,
  inChat('channel', { text: '/help' }),
])('update %# is none of its business', (update) => {
  expect(requestOf(update, BOT)).toBeNull();
});

test('a pressed button is heard with its token, and replied to under its message', () => {
  const message = { message_id: 9, chat: { id: 7, type: 'private' } };
  const request = requestOf(
    { update_id: 3, callback_query: { id: 'q', from: PERSON, data: 'source:1:2', message } },
    BOT,
  );
  expect(request).toMatchObject({
    messageId: 9,
    chatId: 7,
    said: { kind: 'press', callbackId: 'q', token: 'source:1:2' },
  });
});

test('the speaker is told apart by chat and person, and spoken to in the language of the app', () => {
  const from = { ...PERSON, language_code: 'en-GB' };
  expect(requestOf(inChat('private', { text: '/help', from }), BOT)?.speaker).toEqual({
    channel: 'telegram',
    chat: '-100',
    user: '7',
    language: 'en',
  });
  expect(
    requestOf(inChat('private', { text: '/help', from: { ...PERSON, language_code: 'zh-hans' } }), BOT)?.speaker
      .language,
  ).toBe('zh');
});

test('replies stay in the forum topic of the question', () => {
  const fields = { text: '/help', message_thread_id: 77 };
  expect(requestOf(inChat('supergroup', { ...fields, is_topic_message: true }), BOT)?.threadId).toBe(77);
  expect(requestOf(inChat('supergroup', fields), BOT)?.threadId).toBeNull();
});

test('updates of one chat share a key, those of different chats do not', () => {
  const message = { message_id: 9, chat: { id: -100, type: 'group' } };
  const pressed = { update_id: 3, callback_query: { id: 'q', from: PERSON, message } };
  expect(chatKeyOf(pressed)).toBe(chatKeyOf(inChat('group', { text: 'x' })));
  expect(chatKeyOf({ update_id: 3, callback_query: { id: 'q', from: PERSON } })).toBe('7');
  expect(chatKeyOf({ update_id: 3 })).not.toBe(chatKeyOf(pressed));
});

describe('beside words', () => {
  const document = { file_id: 'f1', file_name: 'a.docx', file_size: 12 };

  test('a file is taken with its name, size and caption', () => {
    expect(requestOf(inChat('private', { document, caption: '标题：甲' }), BOT)?.said).toEqual({
      kind: 'file',
      fileId: 'f1',
      fileName: 'a.docx',
      sizeBytes: 12,
      caption: '标题：甲',
    });
  });

  test('a file in a group is heard only where its caption names the bot', () => {
    expect(heard(inChat('supergroup', { document, caption: '看看' }))).toBeUndefined();
    const named = { document, caption: '@QuzhiBot 看看', caption_entities: [mention(0)] };
    expect(requestOf(inChat('supergroup', named), BOT)?.said).toMatchObject({ kind: 'file', caption: '看看' });
  });

  test('of an album without words nothing is heard, of one with words the words', () => {
    expect(heard(inChat('private', { media_group_id: '9' }))).toBeUndefined();
    expect(heard(inChat('private', { media_group_id: '9', caption: '这是哪里？' }))).toBe('这是哪里？');
  });

  test('an inline query is heard from whoever types it', () => {
    const inline_query = { id: 'q', from: PERSON, query: '公园' };
    const update = { update_id: 1, inline_query };
    expect(requestOf(update, BOT)).toMatchObject({
      said: { kind: 'inline', queryId: 'q', text: '公园' },
      place: 'private',
    });
    expect(chatKeyOf(update)).toBe('7');
  });

  test('a group that moves is heard although nobody speaks to the bot', () => {
    expect(requestOf(inChat('group', { migrate_to_chat_id: -200 }), BOT)?.said).toEqual({ kind: 'moved', to: -200 });
  });
});

describe('what is passed on', () => {
  test.each(['private', 'group'])('is no command of whoever passes it on, in a %s', (type) => {
    const text = '/help';
    expect(heard(inChat(type, { text }))).toBe('/help');
    expect(heard(inChat(type, { text, forward_origin: { type: 'user' } }))).toBeUndefined();
    expect(heard(inChat(type, { text, via_bot: { id: 9 } }))).toBeUndefined();
  });

  test('may be a question', () => {
    const fields = { text: '公园有几处？', forward_origin: { type: 'user' } };
    expect(heard(inChat('private', fields))).toBe('公园有几处？');
  });
});
