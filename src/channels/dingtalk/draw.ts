// Draws a reply for DingTalk: a card that holds the answer, Markdown, cards with buttons, and a file.
import type { Reply } from '../../chat/reply.ts';
import type { MessengerRequest } from '../messenger/adapter.ts';
import { answerIdOf, groupButtons } from '../messenger/button-groups.ts';
import { drawMarkdown, escapeMarkdown } from '../messenger/draw-markdown.ts';
import { type DingtalkUpdate, LIMITS } from './protocol.ts';
import { pressText } from './read.ts';

/** A message as it is kept in the outbox. */
export type DingtalkMessage =
  /** The answer to what somebody said, in the card that showed how far it was; shown once however often it is sent. */
  | { readonly kind: 'answer'; readonly cardId: string; readonly title: string; readonly text: string }
  | { readonly kind: 'markdown'; readonly title: string; readonly text: string }
  /** Each button makes its person write `says`. */
  | {
      readonly kind: 'buttons';
      readonly title: string;
      readonly buttons: readonly { readonly label: string; readonly says: string }[];
    }
  | { readonly kind: 'file'; readonly name: string; readonly text: string };

const DIALECT = { maxBytes: LIMITS.textBytes, escapeText: escapeMarkdown };
const GROUPS = { perCard: LIMITS.buttonsOfCard, labelCharacters: LIMITS.labelCharacters };

/** Returns the messages of a reply, in order. */
export function drawForDingtalk(reply: Reply, request: MessengerRequest<DingtalkUpdate>): readonly DingtalkMessage[] {
  const { said, id, update } = request;
  const hasCard = update !== null && (said.kind === 'message' || said.kind === 'file');
  const messages = drawMarkdown(reply, DIALECT).map((text, index): DingtalkMessage => {
    const shown = { title: titleOf(text), text };
    return hasCard && index === 0
      ? { kind: 'answer', cardId: answerIdOf(id), ...shown }
      : { kind: 'markdown', ...shown };
  });
  const cards = groupButtons(reply, GROUPS).map(({ title, buttons }): DingtalkMessage => {
    const drawn = buttons.map(({ label, token }) => ({ label, says: pressText(label, token) }));
    return { kind: 'buttons', title, buttons: drawn };
  });
  const { file } = reply;
  return [...messages, ...cards, ...(file === undefined ? [] : [{ kind: 'file', ...file } as const])];
}

/** The first line of a message without marks: what the list of chats shows of it. */
function titleOf(markdown: string): string {
  const [line = ''] = markdown.split('\n');
  return [...line.replace(/\\(?=\W)|^> |\*\*/gu, '').trim()].slice(0, LIMITS.titleCharacters).join('') || '…';
}
