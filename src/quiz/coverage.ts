// Which practices of the reports the items ask about: for each named practice an item on what it is, or the reason why there is none.

import { initiativesIn, isNoInitiative } from '../lexicon/names/initiatives.ts';
import { GENERAL, SLOGAN } from '../lexicon/words/item-cues.ts';
import { fold } from '../text/normalise.ts';
import type { Library } from '../types.ts';
import { CHOICE_BLANK } from './generate/draft.ts';
import { isWatchword } from './generate/name-items.ts';
import { poolsOf } from './generate/pools.ts';
import { practiceNames } from './generate/practice-items.ts';
import { enumerationsIn } from './generate/statements/enumerations.ts';
import { type ItemSource, type ReportLine, sourcesOf } from './generate/statements/sources.ts';
import { actorAt, isNotTold } from './generate/statements/voices.ts';
import type { Item, ItemSubject } from './types.ts';

/** Why a practice is not asked about. */
export type UnaskedReason = 'everyones' | 'watchword' | 'not-told' | 'not-the-districts' | 'too-little-said';

/** A practice of a report and the items on what it is. */
export interface PracticeCoverage {
  readonly district: string;
  readonly title: string;
  readonly name: string;
  /** Ids of the items. */
  readonly items: readonly string[];
  /** Null where there are items. */
  readonly reason: UnaskedReason | null;
}

/** Subjects whose question on a practice asks what it is. */
const ASKS_WHAT: ReadonlySet<ItemSubject> = new Set([
  'meaning',
  'purpose',
  'results',
  'practice',
  'parts',
  'not-one-of',
  'steps',
  'term',
  'district-of-practice',
]);

/** Returns what an item takes for answers beside a single key, folded: key points, or the options of a choice of several. */
function partsToldBy(item: Item): readonly string[] {
  if (item.kind === 'short-answer') return item.keyPoints.map(({ text }) => fold(text));
  return item.kind === 'several' || item.kind === 'order' ? item.options.map(fold) : [];
}

/** True if a question names what it asks for: of a sentence with a list left out, what stands right behind the blank. */
function isAskedFor(question: string, sought: string): boolean {
  const blank = question.indexOf(fold(CHOICE_BLANK));
  const place = blank < 0 ? question : (question.slice(blank).split(/[，,。]/u)[0] ?? '');
  return place.includes(sought);
}

/** True if an item asks what a practice is: for its name by what it is, or for what it is by its name. */
export function asksWhatItIs(item: Item, name: string): boolean {
  const sought = fold(name);
  const key =
    item.kind === 'fill-in' ? item.accepted[0] : item.kind === 'single' ? (item.options[item.correct] ?? '') : '';
  if (item.subject === 'name') return fold(key) === sought || fold(item.question).includes(`“${sought}”为“`);
  if (item.subject === 'matching') return false;
  const told = partsToldBy(item);
  const own = sought.split(/[、，,+]/u);
  if (own.length > 1 && own.every((part) => told.includes(part))) return true;
  return ASKS_WHAT.has(item.subject) && (isAskedFor(fold(item.question), sought) || told.join('\n').includes(sought));
}

function reasonOf(name: string, line: ReportLine, source: ItemSource): UnaskedReason {
  const at = Math.max(0, line.plain.indexOf(name));
  const target = { start: at, end: at + name.length };
  if (isNoInitiative(name) || GENERAL.test(name) || SLOGAN.test(name)) return 'everyones';
  if (initiativesIn(line.plain).some((each) => each.name === name && isWatchword({ ...each, line, source })))
    return 'watchword';
  if (line.isPlan || isNotTold(target, { line, source })) return 'not-told';
  return actorAt(target, { line, source }) === 'district' ? 'too-little-said' : 'not-the-districts';
}

/** Names of the counted lists of a line: 三大功能定位. */
function listNames(line: ReportLine): { name: string; line: ReportLine }[] {
  return enumerationsIn(line.plain)
    .filter(({ name }) => /^“?[一二三四五六七八九十两\d]/u.test(name))
    .map(({ name }) => ({ name: name.replace(/[“”]/gu, ''), line }));
}

/** Returns how the practices of a library's reports are asked about, report by report. */
export function coverageOf(items: readonly Item[], library: Library): PracticeCoverage[] {
  const sources = sourcesOf(library, null);
  const pools = poolsOf(sources);
  return sources.flatMap((source) => {
    const own = items.filter(({ citation }) => citation.report.id === source.report.id);
    const named = [...practiceNames(source, pools), ...source.lines.flatMap(listNames)];
    return [...new Map(named.map((each) => [fold(each.name), each])).values()].map(({ name, line }) => {
      const asking = own.filter((item) => asksWhatItIs(item, name)).map(({ id }) => id);
      const reason = asking.length > 0 ? null : reasonOf(name, line, source);
      return { district: source.district, title: source.report.title, name, items: asking, reason };
    });
  });
}
