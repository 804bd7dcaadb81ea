// Draws a posed question as a native poll where one can carry it. It reveals a key only where it is given one.
import type { Posed } from '../../chat/reply.ts';
import type { DrawnMessage } from './draw.ts';

/** A poll's limits (Bot API 10.1), in characters unless said otherwise. */
export const POLL_LIMITS = {
  question: 300,
  option: 100,
  options: 10,
  explanation: 200,
  explanationLineFeeds: 2,
  description: 1_024,
  openSeconds: { least: 5, most: 2_628_000 },
} as const;

/** The payload of a poll without its target. */
export interface DrawnPoll {
  readonly question: string;
  readonly options: readonly { readonly text: string }[];
  readonly is_anonymous: false;
  readonly type: 'quiz' | 'regular';
  readonly allows_multiple_answers: boolean;
  readonly allows_revoting: false;
  readonly correct_option_ids?: readonly number[];
  readonly explanation?: string;
  readonly open_period?: number;
  /** The text above the question. */
  readonly description?: string;
  readonly description_parse_mode?: 'HTML';
}

/** The poll that shows a posed question; null where none can carry it. @param above HTML to stand above it, ≤ 1,024 characters parsed */
export function drawPoll(posed: Posed, above: DrawnMessage | null = null): DrawnPoll | null {
  if (!fits(posed)) return null;
  const { form, question, options, key, closesInSeconds } = posed;
  const { least, most } = POLL_LIMITS.openSeconds;
  return {
    question,
    options: options.map((text) => ({ text })),
    // An anonymous poll tells nobody's answer.
    is_anonymous: false,
    type: key === null ? 'regular' : 'quiz',
    allows_multiple_answers: form === 'several',
    allows_revoting: false,
    ...(key === null ? {} : { correct_option_ids: [...key.correct].sort((a, b) => a - b) }),
    ...(key === null || key.explanation === '' ? {} : { explanation: key.explanation }),
    ...(closesInSeconds === null || closesInSeconds > most
      ? {}
      : { open_period: Math.max(least, Math.round(closesInSeconds)) }),
    ...(above === null ? {} : { description: above.html, description_parse_mode: 'HTML' as const }),
  };
}

function fits({ form, question, options, key }: Posed): boolean {
  if (form !== 'one' && form !== 'several') return false;
  const isWithin = (text: string, most: number): boolean => text.trim() !== '' && text.length <= most;
  if (!isWithin(question, POLL_LIMITS.question)) return false;
  if (options.length < 2 || options.length > POLL_LIMITS.options) return false;
  if (!options.every((option) => isWithin(option, POLL_LIMITS.option))) return false;
  if (key === null) return true;
  const lineFeeds = key.explanation.split('\n').length - 1;
  const isExplained =
    key.explanation.length <= POLL_LIMITS.explanation && lineFeeds <= POLL_LIMITS.explanationLineFeeds;
  return isExplained && key.correct.length > 0 && (form === 'several' || key.correct.length === 1);
}
