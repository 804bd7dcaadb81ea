// Sorts the buttons of a reply by where the page draws them. It knows the first words of tokens and nothing of what they do.
import type { ReplyJson, ShownJson } from '../../server/schemas.ts';

/** A thing the reader can press. */
export type ButtonJson = ReplyJson['buttons'][number];

/** Drawn elsewhere than in the row of buttons: marks open sources, thumbs stand in the foot, chips change what was understood. */
const ELSEWHERE = ['source', 'good', 'bad', 'swap', 'year'];

const verbOf = ({ token }: ButtonJson): string => token.split(':')[0] ?? '';

/** The buttons that stay in the row under a reply. */
export function rowOf(buttons: readonly ButtonJson[], shown: ShownJson | undefined): ButtonJson[] {
  return buttons.filter((button) => shown === undefined || !ELSEWHERE.includes(verbOf(button)));
}

/** The token of a button by its first word, where the reply has one. */
export function tokenOf(buttons: readonly ButtonJson[], verb: string): string | null {
  return buttons.find((button) => verbOf(button) === verb)?.token ?? null;
}
