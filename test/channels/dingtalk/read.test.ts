import { expect, test } from 'vitest';
import { pressText, readUpdate } from '../../../src/channels/dingtalk/read.ts';

const FROM = { msgId: 'm', conversationId: 'cid1', conversationType: '1', senderStaffId: 'zhang', senderNick: '张' };
const inGroup = { ...FROM, conversationType: '2' };

test.each([
  ['words', { msgtype: 'text', text: { content: ' 有几处？ ' } }, { kind: 'message', text: '有几处？' }],
  [
    'a pressed button',
    { msgtype: 'text', text: { content: pressText('原文 1', 'given:a-b_1:2') } },
    { kind: 'press', token: 'given:a-b_1:2' },
  ],
  [
    'words with brackets of their own',
    { msgtype: 'text', text: { content: '有没有云政发〔2031〕' } },
    { kind: 'message', text: '有没有云政发〔2031〕' },
  ],
  [
    'a voice',
    { msgtype: 'audio', content: { recognition: '有几处', downloadCode: 'd' } },
    { kind: 'message', text: '有几处' },
  ],
  ['a voice without words', { msgtype: 'audio', content: {} }, { kind: 'message', text: null }],
  ['a file', { msgtype: 'file', content: { downloadCode: 'd', fileName: 'a.pdf' } }, { kind: 'file', caption: '' }],
  ['a picture', { msgtype: 'picture', content: { downloadCode: 'd' } }, { kind: 'file', caption: '' }],
  [
    'words of several parts',
    { msgtype: 'richText', content: { richText: [{ text: '有' }, { text: '几处' }] } },
    { kind: 'message', text: '有几处' },
  ],
  [
    'a picture with words',
    { msgtype: 'richText', content: { richText: [{ text: '读' }, { downloadCode: 'd' }] } },
    { kind: 'file', caption: '读' },
  ],
  ['what is none of these', { msgtype: 'video' }, { kind: 'message', text: null }],
])('%s are read as what they are', (_name, message, said) => {
  expect(readUpdate({ ...FROM, ...message })).toMatchObject({ id: 'm', name: '张', place: 'private', said });
});

test('a private chat bears the person’s id, a group its own', () => {
  expect(readUpdate({ ...FROM, msgtype: 'text' })?.speaker).toMatchObject({ chat: 'zhang', user: 'zhang' });
  expect(readUpdate({ ...inGroup, msgtype: 'text' })).toMatchObject({
    place: 'group',
    speaker: { chat: 'cid1', user: 'zhang' },
  });
});

test('who has no id of the company is not heard', () => {
  expect(readUpdate({ ...FROM, senderStaffId: '' })).toBeNull();
});
