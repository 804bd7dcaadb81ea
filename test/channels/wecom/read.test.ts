import { expect, test } from 'vitest';
import type { WecomUpdate } from '../../../src/channels/wecom/protocol.ts';
import { readUpdate } from '../../../src/channels/wecom/read.ts';

const update = (body: object): WecomUpdate => ({
  cmd: 'aibot_msg_callback',
  headers: { req_id: 'r' },
  body: { msgid: 'm', chattype: 'single', from: { userid: 'zhang' }, ...body },
});

test.each([
  ['a text', { msgtype: 'text', text: { content: '问' } }, { kind: 'message', text: '问' }],
  ['a voice, as WeCom wrote it down', { msgtype: 'voice', voice: { content: '问' } }, { kind: 'message', text: '问' }],
  [
    'words amid pictures',
    { msgtype: 'mixed', mixed: { msg_item: [{ text: { content: '问' } }, {}] } },
    { kind: 'message', text: '问' },
  ],
  ['pictures alone', { msgtype: 'mixed', mixed: { msg_item: [{}] } }, { kind: 'message', text: null }],
  ['a film', { msgtype: 'video', video: {} }, { kind: 'message', text: null }],
  ['a file', { msgtype: 'file', file: { url: 'http://x' } }, { kind: 'file', caption: '' }],
  [
    'a pressed button',
    { msgtype: 'event', event: { eventtype: 'template_card_event', event_key: 'source:1:1' } },
    { kind: 'press', token: 'source:1:1' },
  ],
  [
    'a first look into the chat',
    { msgtype: 'event', event: { eventtype: 'enter_chat' } },
    { kind: 'message', text: '/start' },
  ],
])('%s is read', (_what, body, said) => {
  expect(readUpdate(update(body))).toMatchObject({
    id: 'm',
    place: 'private',
    said,
    speaker: { chat: 'zhang', user: 'zhang' },
  });
});

test('in a group the robot’s name is taken off, and the chat is the group', () => {
  const body = { chattype: 'group', chatid: 'g', msgtype: 'text', text: { content: '@区知 问' } };
  expect(readUpdate(update(body))).toMatchObject({
    place: 'group',
    said: { text: '问' },
    speaker: { chat: 'g', user: 'zhang' },
  });
});

test.each([
  ['nobody', { from: {}, msgtype: 'text', text: { content: '问' } }],
  ['a group without a name', { chattype: 'group', msgtype: 'text', text: { content: '问' } }],
  ['another event', { msgtype: 'event', event: { eventtype: 'feedback_event' } }],
  ['a file without an address', { msgtype: 'file' }],
])('%s is none of ours', (_what, body) => expect(readUpdate(update(body))).toBeNull());
