// The options of a posed question as buttons, for channels without polls of their own.
import { letterOf } from '../chat/render.ts';
import type { Button, Posed } from '../chat/reply.ts';

/** Returns a button for each option where one is to be chosen; else what is chosen is written. */
export function choicesOf({ form, token, options }: Pick<Posed, 'form' | 'token' | 'options'>): Button[] {
  if (form !== 'one') return [];
  return options.map((_option, index) => ({ label: letterOf(index), token: optionToken(token, index) }));
}

/** Returns the token of a button that chooses one option of a posed question. */
export function optionToken(token: string, option: number): string {
  return `given:${token}:${option}`;
}

/** The choice that a pressed button makes; null where it is another button. */
export function readPressed(data: string): { readonly token: string; readonly option: number } | null {
  const [, token, option] = /^given:([\w-]{1,40}):(\d{1,2})$/u.exec(data) ?? [];
  return token === undefined ? null : { token, option: Number(option) };
}
