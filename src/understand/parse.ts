// Reads one question on its own: language, districts, periods, scope, asks, content. follow-up.ts joins it to earlier ones.

import { chineseFor, isEnglish } from '../lexicon/english/english.ts';
import { type DistrictMention, findDistrictMentions } from '../lexicon/places/districts.ts';
import { contentOf } from '../lexicon/words/question-words.ts';
import { fold } from '../text/normalise.ts';
import { findAskedPeriods } from '../text/periods.ts';
import { wordSpans } from '../text/tokens.ts';
import { comparedAsks, findAsks } from './asks.ts';
import { blank, blankOut } from './blank.ts';
import { COMPARISON, EACH_DISTRICT, MAX_OF_ALL, WHICH_DISTRICT } from './cues.ts';
import type { Ask, Scope } from './types.ts';
import { contentWords } from './words.ts';

/** What the reports hold, as far as it decides what a question names. */
export interface Places {
  /** Full names of the indexed districts; null: names of districts are words like any other. */
  readonly districts: readonly string[] | null;
  /** True if a folded word may stand in some report. */
  readonly occurs: (word: string) => boolean;
}

/** One question read on its own. */
export interface Parsed {
  readonly original: string;
  readonly language: 'zh' | 'en';
  /** Folded Chinese text to match with; districts, periods and question words still in it. */
  readonly matching: string;
  /** `matching` with the names of districts blanked out, unit for unit. */
  readonly plain: string;
  readonly mentions: readonly DistrictMention[];
  readonly periods: readonly string[];
  readonly scope: Scope;
  readonly asks: readonly [Ask, ...Ask[]];
  readonly quoted: readonly string[];
  /** `matching` with districts, periods and question words blanked out, unit for unit. */
  readonly content: string;
  /** Distinct content words of two or more characters, in order. */
  readonly words: readonly string[];
}

/** Years that count from the day of asking. */
const NAMED_YEAR = /[今明去前本]年/u;
/** A year that a figure is only compared with: 比上年增长多少. */
const COMPARED_YEAR = /^(?:上|去|前)一?年/u;
const QUOTED = /["'《]([^"'《》]{1,30})["'》]/gu;

function scopeOf(matching: string, mentions: readonly DistrictMention[]): Scope {
  const named = new Set(mentions.filter(({ how }) => how !== 'containing').map(({ fullName }) => fullName));
  if (named.size >= 2) return 'compare';
  if (EACH_DISTRICT.test(matching) && named.size === 0) return 'each';
  if (WHICH_DISTRICT.test(matching) && named.size === 0) return MAX_OF_ALL.test(matching) ? 'each' : 'which';
  return COMPARISON.test(matching) && new Set(mentions.map(({ fullName }) => fullName)).size >= 2 ? 'compare' : 'one';
}

/** The text with the words blanked out that only say of how many districts it speaks (各区, 哪个区). */
function withoutScope(text: string, scope: Scope): string {
  if (scope === 'each')
    return text.replace(MAX_OF_ALL, blank).replace(EACH_DISTRICT, blank).replace(WHICH_DISTRICT, blank);
  const cues = { one: null, compare: COMPARISON, which: WHICH_DISTRICT }[scope];
  return cues ? text.replace(cues, blank) : text;
}

/** A name and the larger one that it begins (延吉 + 高新区) are one mention, of the larger. */
function merged(mentions: readonly DistrictMention[]): DistrictMention[] {
  const kept: DistrictMention[] = [];
  for (const mention of [...mentions].sort((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    const isPart =
      last !== undefined &&
      last.end === mention.start &&
      mention.fullName !== last.fullName &&
      mention.fullName.startsWith(last.fullName);
    if (isPart) kept[kept.length - 1] = { ...mention, start: last.start, surface: last.surface + mention.surface };
    else kept.push(mention);
  }
  return kept;
}

/** Words that stand before a name and may make one with its first character (和泉|山). */
const JOINING = /^[和与跟同在对从比给到向为将把由]/u;

/** The mentions but for short names that begin within another word (威海 in 挪威|海): what they are part of is no district. */
function withoutFragments(mentions: readonly DistrictMention[], folded: string): DistrictMention[] {
  if (mentions.every(({ how }) => how !== 'short')) return [...mentions];
  const spans = wordSpans(folded).filter(({ word }) => !JOINING.test(word));
  const isFragment = ({ how, start }: DistrictMention): boolean =>
    how === 'short' && spans.some((span) => span.start < start && start < span.end);
  return mentions.filter((mention) => !isFragment(mention));
}

/** What takes a mistyped name (洋浦 for 杨浦) stands in the reports as it is: then it is a word of its own. */
const isOtherWord = ({ how, surface }: DistrictMention, occurs: Places['occurs']): boolean =>
  (how === 'homophone' || how === 'typo') && occurs(surface);

/** What an English question becomes: its Chinese words, then the cue of what it asks. */
function translated(question: string): string {
  const { terms, shapeCue } = chineseFor(question);
  return fold([...terms, shapeCue ?? ''].join(' ').trim());
}

/**
 * Reads one question.
 * @param spokenOf the period from which months without a year count; none: they are left as words
 */
export function parse(question: string, { districts, occurs }: Places, spokenOf?: string): Parsed {
  const language = isEnglish(question) ? 'en' : 'zh';
  const folded = fold(question);
  const found = districts === null ? [] : findDistrictMentions(folded, districts);
  const mentions = merged(withoutFragments(found, folded)).filter((mention) => !isOtherWord(mention, occurs));
  const matching = language === 'en' ? translated(blankOut(question, mentions)) : folded;
  // A month without a year is of the year spoken of, be it before or after the month spoken of.
  const anchor = spokenOf === undefined ? null : `${spokenOf.slice(0, 4)}-12-31`;
  const periods = findAskedPeriods(folded, NAMED_YEAR.test(folded) ? null : anchor).filter(
    ({ start, surface }) => !(COMPARED_YEAR.test(surface) && /[比较]$/u.test(folded.slice(0, start))),
  );
  const inQuotes = [...matching.matchAll(QUOTED)].map(({ 0: quoted, index }) => ({
    start: index,
    end: index + quoted.length,
  }));
  const outside = mentions.filter(
    ({ start, end }) => !inQuotes.some((quote) => quote.start <= start && end <= quote.end),
  );
  const plain = language === 'en' ? matching : blankOut(matching, outside);
  // Without districts in the index there is nothing to choose among.
  const scope = districts?.length ? scopeOf(language === 'en' ? folded + matching : folded, mentions) : 'one';
  const content = contentOf(withoutScope(language === 'en' ? plain : blankOut(plain, periods), scope));
  return {
    original: question,
    language,
    matching,
    plain,
    mentions,
    periods: [...new Set(periods.map(({ period }) => period))],
    scope,
    asks: scope === 'compare' || MAX_OF_ALL.test(plain) ? comparedAsks(plain) : findAsks(plain),
    quoted: [...matching.matchAll(QUOTED)].map((match) => match[1] ?? ''),
    content,
    words: [...new Set(contentWords(content).map(({ word }) => word))].filter((word) => word.length > 1),
  };
}
