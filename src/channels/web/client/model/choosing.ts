// What choosing does to a quiz item before it is sent. Pure.
import type { Given, PosedJson } from './thread.ts';

/** The options chosen after one more choice, in the order in which they were chosen; choosing a chosen one again lets it go. */
export function afterChoice(form: PosedJson['form'], before: readonly number[], option: number): readonly number[] {
  if (form === 'one') return [option];
  return before.includes(option) ? before.filter((other) => other !== option) : [...before, option];
}

/** Whether enough is given to be sent: something, or for an order everything. */
export function isReady({ form, options }: PosedJson, chosen: readonly number[], text: string): boolean {
  if (form === 'typed') return text.trim() !== '';
  return form === 'order' ? chosen.length === options.length : chosen.length > 0;
}

/** What is sent: the text, or the options (ascending, but for an order as it was chosen). */
export function givenOf({ form }: PosedJson, chosen: readonly number[], text: string): Given {
  if (form === 'typed') return { text: text.trim() };
  return { options: form === 'order' ? chosen : [...chosen].sort((a, b) => a - b) };
}
