// What of DingTalk's updates is a request: messages, files, and buttons, whose press comes as a message of the person.
import type { MessengerRequest, Said } from '../messenger/adapter.ts';
import { CHANNEL, type DingtalkUpdate } from './protocol.ts';

type ReadRequest = Omit<MessengerRequest<DingtalkUpdate>, 'isAgain' | 'update'>;

/** Returns the request in an update; null where it is none of ours. */
export function readUpdate(update: DingtalkUpdate): ReadRequest | null {
  const { msgId: id, senderStaffId: user = '', senderNick: name = null } = update;
  const place = update.conversationType === '2' ? 'group' : 'private';
  const chat = place === 'group' ? (update.conversationId ?? '') : user;
  // Who is not of the company has no id of it, and cannot be written to.
  if (user === '' || chat === '') return null;
  return { id, speaker: { channel: CHANNEL, chat, user, language: 'zh' }, name, place, said: saidIn(update) };
}

/** Returns what a button makes its person write: its label, and its token, which tells it from other messages. */
export function pressText(label: string, token: string): string {
  return `${label} 〔${token}〕`;
}

function saidIn({ msgtype, text, content }: DingtalkUpdate): Said {
  const words = (said: string | undefined): Said => {
    const token = /〔(\w+:[\w:.-]{1,62})〕\s*$/u.exec(said ?? '')?.[1];
    return token === undefined ? { kind: 'message', text: said?.trim() ?? null } : { kind: 'press', token };
  };
  const picture = content?.richText?.find(({ downloadCode }) => downloadCode !== undefined);
  switch (msgtype) {
    case 'text':
      return words(text?.content);
    case 'audio':
      return words(content?.recognition);
    case 'richText': {
      const parts = (content?.richText ?? []).flatMap((part) => part.text ?? []);
      if (picture !== undefined) return { kind: 'file', caption: parts.join('').trim() };
      return words(parts.length === 0 ? undefined : parts.join(''));
    }
    case 'file':
    case 'picture':
      return content?.downloadCode === undefined ? words(undefined) : { kind: 'file', caption: '' };
    default:
      return words(undefined);
  }
}
