// Joins a question to the earlier questions of its chat: who and what "那…呢" speaks of. It consults questions only,
// never answers, so that a refusal can not become evidence.
import type { DistrictMention } from '../lexicon/places/districts.ts';
import { POINTS_BACK } from './cues.ts';
import { type Parsed, parse } from './parse.ts';
import { spokenAnew } from './spoken.ts';

/** A question together with what it takes over from earlier ones. */
export interface Resolved {
  /** The question at hand; where it only names another district or year, the earlier question with that in its place. */
  readonly own: Parsed;
  /** Content carried over (folded); empty: none. */
  readonly carried: string;
  /** The question as it would have been put in full; where topics were carried over, as it was put. */
  readonly spoken: string;
  /** True if anything was taken over. */
  readonly followUp: boolean;
}

/** A question with at most this many content words and no district can not stand alone. */
const FEW_WORDS = 3;
/** Longest chain of earlier questions looked at. */
const MAX_EARLIER = 6;

function isElliptical(question: Parsed): boolean {
  if (question.scope === 'each' || question.scope === 'which') return false;
  if (POINTS_BACK.test(question.matching)) return question.mentions.length === 0 || question.words.length <= FEW_WORDS;
  return question.words.length <= FEW_WORDS && question.mentions.length === 0 && question.quoted.length === 0;
}

/** The earlier question with the districts or the period of the later one in place of its own. */
function substituted(earlier: Resolved, later: Parsed): Resolved {
  const mentions: readonly DistrictMention[] = later.mentions.length > 0 ? later.mentions : earlier.own.mentions;
  const periods = later.periods.length > 0 ? later.periods : earlier.own.periods;
  const scope = later.mentions.length > 0 ? later.scope : earlier.own.scope;
  const spoken = spokenAnew(earlier.spoken, {
    from: earlier.own.mentions,
    to: later.mentions.map(({ fullName }) => fullName),
    period: later.periods[0],
  });
  return { own: { ...earlier.own, mentions, periods, scope }, carried: earlier.carried, spoken, followUp: true };
}

/** The earlier question's asks, of what the later one names instead (那重大产业项目呢？). */
function aboutOther(asks: Parsed['asks'], { words, matching }: Parsed): Parsed['asks'] {
  const noun = words.join('');
  const [first, ...rest] = asks.map((ask) => ({
    ...ask,
    text: matching,
    noun: ask.shape === 'figure' ? noun : ask.noun,
  }));
  return first ? [first, ...rest] : asks;
}

function join(earlier: Resolved, later: Parsed): Resolved {
  const spoken = later.original.trim();
  if (!isElliptical(later)) return { own: later, carried: '', spoken, followUp: false };
  const namesOnly = later.words.length === 0 && later.asks.every(({ shape }) => shape === 'open');
  if (namesOnly && (later.mentions.length > 0 || later.periods.length > 0)) return substituted(earlier, later);
  const asksNothing = later.asks.every(({ shape }) => shape === 'open');
  return {
    own: {
      ...later,
      mentions: later.mentions.length > 0 ? later.mentions : earlier.own.mentions,
      periods: later.periods.length > 0 ? later.periods : earlier.own.periods,
      asks: asksNothing ? aboutOther(earlier.own.asks, later) : later.asks,
      scope: later.mentions.length > 0 ? later.scope : earlier.own.scope,
    },
    carried: `${earlier.own.content} ${earlier.carried}`.trim(),
    spoken,
    followUp: true,
  };
}

/**
 * Reads a question in the light of the earlier ones.
 * @param history earlier questions of the chat, oldest first
 * @param districts full names of the indexed districts; null: names of districts are words like any other
 */
export function resolve(question: string, history: readonly string[], districts: readonly string[] | null): Resolved {
  const [first, ...rest] = [...history.slice(-MAX_EARLIER), question];
  const opening = parse(first ?? '', districts);
  let resolved: Resolved = { own: opening, carried: '', spoken: opening.original.trim(), followUp: false };
  for (const later of rest) resolved = join(resolved, parse(later, districts));
  return resolved;
}
