// Draws a reply for WeCom: Markdown in a message that answers the question, cards with the buttons, and a file.
import type { Reply } from '../../chat/reply.ts';
import type { MessengerRequest } from '../messenger/adapter.ts';
import { answerIdOf, groupButtons } from '../messenger/button-groups.ts';
import { drawMarkdown, escapeMarkdown } from '../messenger/draw-markdown.ts';
import { LIMITS, type WecomUpdate } from './protocol.ts';
import { isEntrance } from './read.ts';

/** A card with buttons, as WeCom takes it. */
export interface ButtonCard {
  readonly card_type: 'button_interaction';
  readonly main_title: { readonly title: string };
  readonly button_list: readonly { readonly text: string; readonly style: number; readonly key: string }[];
  readonly task_id: string;
}

/** A message as it is kept in the outbox. */
export type WecomMessage =
  /** The answer to what somebody said: it takes the place of what was shown meanwhile, and is shown once however often it is sent. */
  | { readonly kind: 'answer'; readonly streamId: string; readonly markdown: string }
  | { readonly kind: 'welcome'; readonly text: string }
  | { readonly kind: 'markdown'; readonly markdown: string }
  | { readonly kind: 'card'; readonly card: ButtonCard }
  | { readonly kind: 'file'; readonly name: string; readonly text: string };

const DIALECT = { maxBytes: LIMITS.textBytes, escapeText: escapeMarkdown };
/** WeCom shows about so many characters of a button. */
const MAX_LABEL_CHARACTERS = 20;

/** Returns the messages of a reply, in order. */
export function drawForWecom(reply: Reply, request: MessengerRequest<WecomUpdate>): readonly WecomMessage[] {
  const texts = drawMarkdown(reply, DIALECT);
  const { update, id } = request;
  const isAnswer = update?.cmd === 'aibot_msg_callback';
  const isWelcome = update !== null && isEntrance(update);
  const messages = texts.map((markdown, index): WecomMessage => {
    if (isAnswer && index === 0) return { kind: 'answer', streamId: answerIdOf(id), markdown };
    return isWelcome && index === 0 ? { kind: 'welcome', text: markdown } : { kind: 'markdown', markdown };
  });
  const cards = cardsOf(reply, id).map((card): WecomMessage => ({ kind: 'card', card }));
  const { file } = reply;
  return [...messages, ...cards, ...(file === undefined ? [] : [{ kind: 'file', ...file } as const])];
}

function cardsOf(reply: Reply, id: string): ButtonCard[] {
  const size = { perCard: LIMITS.buttonsOfCard, labelCharacters: MAX_LABEL_CHARACTERS };
  return groupButtons(reply, size).map(({ title, buttons }, n) => ({
    card_type: 'button_interaction',
    main_title: { title },
    button_list: buttons.map(({ label, token }) => ({ text: label, style: 1, key: token })),
    task_id: `${answerIdOf(id)}-${n}`,
  }));
}
