// The ways to read a question in the light of the earlier ones of its chat: as it stands, and with what they spoke of. Which of them
// holds, the evidence decides (app/question-pipeline.ts). It consults questions only, never answers, so that a refusal can not
// become evidence.
import type { DistrictMention } from '../lexicon/places/districts.ts';
import { fold } from '../text/normalise.ts';
import { findAsks } from './asks.ts';
import { requestIn } from './gate.ts';
import { type Parsed, type Places, parse } from './parse.ts';
import { placeWords, spokenAnew } from './spoken.ts';
import {
  CHANGE_ASKED,
  DETAIL_ASKED,
  inFull,
  isSubject,
  leadsBack,
  MORE_ASKED,
  PLACE_POINTER,
  QUANTITY_NAMED,
  subjectIn,
  withoutMeasure,
  withYears,
} from './turn-words.ts';
import type { Ask, Carried } from './types.ts';

/** A question together with what it takes over from earlier ones. */
export interface Resolved {
  /** The question at hand; where it only names another district or year, the earlier question with that in its place. */
  readonly own: Parsed;
  /** Content carried over (folded); empty: none. */
  readonly carried: string;
  /** The question as it would have been put in full. */
  readonly spoken: string;
  readonly carries: Carried;
}

/** Longest chain of earlier questions looked at. */
const MAX_EARLIER = 6;

/** The earlier question, and how to read texts as it was read. */
interface Context {
  readonly earlier: Resolved;
  readonly read: (text: string) => Parsed;
}

/** A later question as it was put, beside its context. */
interface Turn extends Context {
  readonly raw: Parsed;
}

const asksNothing = ({ asks }: Parsed): boolean => asks.every(({ shape }) => shape === 'open');

/** The earlier question with the districts or the period of the later one in place of its own. */
function substituted(earlier: Resolved, later: Parsed): Resolved {
  const mentions: readonly DistrictMention[] = later.mentions.length > 0 ? later.mentions : earlier.own.mentions;
  const periods = later.periods.length > 0 ? later.periods : earlier.own.periods;
  const scope = later.mentions.length > 0 ? later.scope : earlier.own.scope;
  return {
    own: { ...earlier.own, mentions, periods, scope },
    carried: earlier.carried,
    spoken: anew(earlier.spoken, { earlier, later }),
    carries: 'question',
  };
}

/** A text on the districts and period of the earlier question, said of those of the later one where it names any. */
function anew(text: string, { earlier, later }: { earlier: Resolved; later: Parsed }): string {
  return spokenAnew(text, {
    from: earlier.own.mentions,
    to: later.mentions.map(({ fullName }) => fullName),
    period: later.periods[0],
  });
}

/** A later question with the districts and periods of the earlier one where it names none. */
function placed(later: Parsed, { own }: Resolved): Parsed {
  const isPlaced = later.mentions.length > 0;
  return {
    ...later,
    mentions: isPlaced ? later.mentions : own.mentions,
    periods: later.periods.length > 0 ? later.periods : own.periods,
    scope: isPlaced || own.scope === 'which' ? later.scope : own.scope,
  };
}

/** What joins the things that one ask is put of. */
const JOINED = /[和与及、]/u;

/** An ask put again of what a later question names; of each of the things that it joins, where they are counted (省级和市级的呢). */
function asksAgain(ask: Ask, { matching, words }: Parsed): Ask[] {
  const parts =
    ask.unit === null ? [] : matching.split(JOINED).map((part) => words.filter((word) => part.includes(word)));
  const isJoined = parts.length > 1 && parts.every((own) => own.length > 0);
  if (!isJoined) return [{ ...ask, text: matching, noun: ask.shape === 'figure' ? words.join('') : ask.noun }];
  return parts.map((own) => ({ ...ask, text: own.join(''), noun: own.join('') }));
}

/** The later question; one that names a quantity asks for it, and one that only says "and …" asks what the earlier one asked. */
function asking(later: Parsed, { earlier, raw }: Turn): Parsed {
  if (!asksNothing(later)) return later;
  if (QUANTITY_NAMED.test(later.plain)) return { ...later, asks: findAsks(`${later.plain}是多少`) };
  if (!leadsBack(raw.matching)) return later;
  const [first, ...rest] = earlier.own.asks.flatMap((ask) => asksAgain(ask, later));
  return first ? { ...later, asks: [first, ...rest] } : later;
}

/** What the earlier question was about, said of the later one's district and period. */
function subjectFor(later: Parsed, { earlier, read }: Context): string {
  const isEmpty = (text: string): boolean => read(text).words.length === 0;
  const subject = subjectIn(earlier.spoken, isEmpty);
  // What was counted (多少个项目) is no measure of something else.
  const isCounted = earlier.own.asks.some(({ unit }) => unit !== null);
  const isOfMeasure = isCounted || CHANGE_ASKED.test(later.matching) || asksNothing(later);
  return anew(isOfMeasure ? subject : withoutMeasure(subject, isEmpty), { earlier, later });
}

/** What was counted before, counted of another thing (德国卫士药业那个呢 → …多少天): its own subject is all that is said; null of others. */
function askedAgain(later: Parsed, own: Parsed, { earlier, raw }: Turn): string | null {
  const [{ unit }, ...more] = earlier.own.asks;
  if (unit === null || more.length > 0 || !asksNothing(later) || !leadsBack(raw.matching)) return null;
  const place = later.mentions.length > 0 ? '' : placeWords(own.mentions.map(({ fullName }) => fullName));
  return `${place}${later.original}多少${unit}`;
}

/** What was asked about before, asked for another aspect. */
function onTopic(later: Parsed, context: Turn): Resolved {
  const subject = subjectFor(later, context);
  const own = placed(asking(later, context), context.earlier);
  return {
    own,
    carried: context.read(subject).content.trim(),
    spoken: askedAgain(later, own, context) ?? `${subject}${later.original}`,
    carries: 'topic',
  };
}

/** The later question on its own subject, of the district and in the period spoken of. */
function inPlace(later: Parsed, context: Turn): Resolved {
  const own = placed(asking(later, context), context.earlier);
  const place = later.mentions.length > 0 ? '' : placeWords(own.mentions.map(({ fullName }) => fullName));
  const [period] = later.periods.length > 0 ? [] : own.periods;
  const spoken = spokenAnew(`${place}${later.original}`, { from: own.mentions, to: [], period });
  return { own, carried: '', spoken, carries: 'place' };
}

/** All that is told of what was asked about before. */
function inDetail(later: Parsed, context: Context): Resolved {
  const spoken = withoutMeasure(subjectFor(later, context), (text) => context.read(text).words.length === 0);
  const own = placed(context.read(spoken), context.earlier);
  return { own: { ...own, periods: later.periods }, carried: '', spoken, carries: 'question' };
}

/** A later question without the words that only point back, its ask in full. */
function readInFull(text: string, { earlier, read }: Context): Parsed {
  const folded = withYears(fold(text), earlier.own.periods[0]);
  const later = read(folded);
  return later.language === 'zh' ? read(inFull(folded)) : later;
}

/** A name as long as this is one, though each of its words alone is a measure (特色亮点是什么). */
const LONG_NAME = /[^\s]{4}/u;

function hasSubject({ words, quoted, asks, content }: Parsed): boolean {
  const isDefined = asks.some(({ shape }) => shape === 'definition') && LONG_NAME.test(content);
  return words.some(isSubject) || quoted.length > 0 || isDefined;
}

/** True if a question names a thing by a name or asks what it is. */
export const isOnNamed = ({ quoted, asks }: Pick<Parsed, 'quoted' | 'asks'>): boolean =>
  quoted.length > 0 || asks.some(({ shape }) => shape === 'definition' || shape === 'person');

/** True if a question stands alone whatever came before it. */
function standsAlone(raw: Parsed, later: Parsed): boolean {
  if (raw.scope === 'each' || raw.scope === 'which') return true;
  if (raw.mentions.length === 0) return false;
  return leadsBack(raw.matching) ? hasSubject(later) && !asksNothing(raw) : hasSubject(later) || !asksNothing(raw);
}

/** The ways to read a question after another, likeliest first. */
function readingsAfter(text: string, { earlier, read }: Context): [Resolved, ...Resolved[]] {
  const raw = read(text);
  const context = { earlier, read, raw };
  const alone: Resolved = { own: raw, carried: '', spoken: text.trim(), carries: 'nothing' };
  const later = readInFull(text, context);
  if (standsAlone(raw, later)) return [alone];
  const bare = raw.matching.replace(/^那么?/u, '');
  if (MORE_ASKED.test(bare)) return [{ ...earlier, carries: 'more' }];
  if (DETAIL_ASKED.test(bare)) return [inDetail(later, context)];
  if (later.words.length === 0 && later.mentions.length + later.periods.length > 0)
    return [substituted(earlier, later)];
  if (PLACE_POINTER.test(raw.matching)) return [inPlace(later, context)];
  const topic = onTopic(later, context);
  if (!hasSubject(later)) return raw.mentions.length > 0 ? [topic, alone] : [topic];
  const ways: [Resolved, ...Resolved[]] = [topic, inPlace(later, context)];
  return leadsBack(raw.matching) && earlier.own.mentions.length > 0 ? ways : [...ways, alone];
}

/** The reading of an earlier question of the chat: what it was answered from is not asked again. */
function likeliest(readings: readonly [Resolved, ...Resolved[]]): Resolved {
  const alone = readings.find(({ carries }) => carries === 'nothing');
  if (alone && isOnNamed(alone.own)) return alone;
  return readings.find(({ carries }) => carries === 'place') ?? readings[0];
}

/**
 * The ways to read a question in the light of the earlier ones, likeliest first.
 * @param history earlier questions of the chat, oldest first
 */
export function readingsOf(
  question: string,
  history: readonly string[],
  places: Places,
): readonly [Resolved, ...Resolved[]] {
  const [first = '', ...rest] = [...history.slice(-MAX_EARLIER), question];
  const alone = (own: Parsed): Resolved => ({ own, carried: '', spoken: own.original.trim(), carries: 'nothing' });
  let readings: [Resolved, ...Resolved[]] = [alone(parse(first, places))];
  for (const later of rest) {
    const earlier = likeliest(readings);
    const read = (text: string): Parsed => parse(text, places, earlier.own.periods[0]);
    const own = read(later);
    // Who calls for a text on a district asks nothing that went before of it.
    const isCall = requestIn(later) === 'summary' && own.mentions.length > 0;
    readings = isCall ? [alone(own)] : readingsAfter(later, { earlier, read });
  }
  return readings;
}
