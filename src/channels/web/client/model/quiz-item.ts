// The choices in a quiz item before the response is sent. Pure.
import type { ItemAnswer, QuizItemJson } from './thread.ts';

/** Returns the chosen options after one more choice, in the order of choosing; choosing an option again removes it. */
export function afterChoice(form: QuizItemJson['form'], before: readonly number[], option: number): readonly number[] {
  if (form === 'one') return [option];
  return before.includes(option) ? before.filter((other) => other !== option) : [...before, option];
}

/** True if the response can be sent: something is chosen or typed; for an order, every option. */
export function isReady({ form, options }: QuizItemJson, chosen: readonly number[], text: string): boolean {
  if (form === 'typed') return text.trim() !== '';
  return form === 'order' ? chosen.length === options.length : chosen.length > 0;
}

/** Returns the response to send: the text, or the options (ascending; for an order, as chosen). */
export function responseOf({ form }: QuizItemJson, chosen: readonly number[], text: string): ItemAnswer {
  if (form === 'typed') return { text: text.trim() };
  return { options: form === 'order' ? chosen : [...chosen].sort((a, b) => a - b) };
}
