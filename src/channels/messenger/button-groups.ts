// The buttons of a reply, in groups as large as a card holds, each with a title.
import { createHash } from 'node:crypto';
import { wordingFor } from '../../chat/i18n/wording.ts';
import type { Button, Reply } from '../../chat/reply.ts';
import { buttonsOf } from './draw-markdown.ts';

/** Buttons of one card. */
export interface ButtonGroup {
  readonly title: string;
  readonly buttons: readonly Button[];
}

/** Returns the groups of a reply's buttons. */
export function groupButtons(
  reply: Reply,
  { perCard, labelCharacters }: { readonly perCard: number; readonly labelCharacters: number },
): ButtonGroup[] {
  const buttons = buttonsOf(reply).map(({ label, token }) => ({
    label: [...label].slice(0, labelCharacters).join(''),
    token,
  }));
  const { cardTitle, cardChoice } = wordingFor(reply.language);
  const title = reply.posed === undefined ? cardTitle : cardChoice;
  return Array.from({ length: Math.ceil(buttons.length / perCard) }, (_, n) => ({
    title,
    buttons: buttons.slice(n * perCard, (n + 1) * perCard),
  }));
}

/** Returns the name of the message that answers an update: the same at each try. */
export function answerIdOf(updateId: string): string {
  return createHash('sha256').update(updateId).digest('hex').slice(0, 32);
}
