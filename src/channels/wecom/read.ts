// What of WeCom's updates is a request: messages, files, pressed buttons of cards, and the first look into the chat of a day.
import type { MessengerRequest, Said } from '../messenger/adapter.ts';
import type { WecomUpdate } from './protocol.ts';

/** The channel's name. */
export const CHANNEL = 'wecom';

type ReadRequest = Omit<MessengerRequest<WecomUpdate>, 'isAgain' | 'update'>;

/** Returns the request in an update; null where it is none of ours. */
export function readUpdate({ body }: WecomUpdate): ReadRequest | null {
  const user = body.from?.userid ?? '';
  const place = body.chattype === 'group' ? 'group' : 'private';
  const chat = place === 'group' ? (body.chatid ?? '') : user;
  const said = body.msgtype === 'event' ? eventSaid(body) : messageSaid(body, place === 'group');
  if (user === '' || chat === '' || said === null) return null;
  return { id: body.msgid, speaker: { channel: CHANNEL, chat, user, language: 'zh' }, name: null, place, said };
}

/** True for the event of someone who opens the chat, which takes a welcome alone. */
export function isEntrance({ body }: WecomUpdate): boolean {
  return body.event?.eventtype === 'enter_chat';
}

function eventSaid({ event }: WecomUpdate['body']): Said | null {
  if (event?.eventtype === 'enter_chat') return { kind: 'message', text: '/start' };
  if (event?.eventtype !== 'template_card_event') return null;
  const token = event.template_card_event?.event_key ?? event.event_key;
  return token === undefined ? null : { kind: 'press', token };
}

function messageSaid({ msgtype, text, voice, mixed, file, image }: WecomUpdate['body'], isGroup: boolean): Said | null {
  const words = (content: string | undefined): Said => ({
    kind: 'message',
    // In groups the robot hears only what names it: its name opens the message.
    text: content === undefined ? null : isGroup ? content.replace(/^\s*@\S+\s*/u, '') : content,
  });
  switch (msgtype) {
    case 'text':
      return words(text?.content);
    case 'voice':
      return words(voice?.content);
    case 'mixed': {
      const parts = (mixed?.msg_item ?? []).flatMap((item) => item.text?.content ?? []);
      return words(parts.length === 0 ? undefined : parts.join('\n'));
    }
    case 'file':
      return file?.url === undefined ? null : { kind: 'file', caption: '' };
    case 'image':
      return image?.url === undefined ? null : { kind: 'file', caption: '' };
    default:
      return { kind: 'message', text: null };
  }
}
