// From a question and its history to what it asks: the one entrance of this folder.
import { type DistrictMention, districtNames } from '../lexicon/places/districts.ts';
import { divisions } from '../lexicon/places/divisions.ts';
import { formerNameIn } from '../lexicon/places/former-names.ts';
import { contentOf } from '../lexicon/words/question-words.ts';
import { synonymsOf } from '../lexicon/words/synonyms.ts';
import { relatedTo } from '../lexicon/words/topics.ts';
import type { FormerName, Language, Question } from '../types.ts';
import { type Resolved, readingsOf } from './follow-up.ts';
import type { Parsed, Places } from './parse.ts';
import { placeWords } from './spoken.ts';
import { isSubject } from './turn-words.ts';
import type { ForeignDistrict, Term, Understanding } from './types.ts';
import { type ContentWord, contentWords, partsOf } from './words.ts';

/** What is known of the index and of general language. */
interface Surroundings extends Places {
  /** How much a word says in general language, > 0 (inverse document frequency). */
  readonly weigh: (word: string) => number;
  /** True if general language knows the word at all. */
  readonly knows: (word: string) => boolean;
}

/** Content carried over from an earlier question counts this much beside a subject of the question's own; in full where it has none. */
const CARRIED_WEIGHT = 0.4;
/** A character alone says little: it counts this much of its weight. */
const CHARACTER_WEIGHT = 0.3;

/**
 * A word of the field, one in quotation marks, or one that general language does not know but the reports do (a name) weighs
 * this much; one that neither knows, less.
 */
const FIELD_WEIGHT = 10;
const UNKNOWN_WEIGHT = 6;
const MAX_WEIGHT = 11;

function weightOf({ word, isKnown }: ContentWord, { weigh, knows, occurs }: Surroundings): number {
  if (word.length === 1) return CHARACTER_WEIGHT * weigh(word);
  if (knows(word)) return Math.min(MAX_WEIGHT, weigh(word));
  return isKnown || occurs(word) ? FIELD_WEIGHT : UNKNOWN_WEIGHT;
}

function termsOf(content: string, surroundings: Surroundings, carriedWeight: number | null = null): Term[] {
  const words = new Map(contentWords(content).map((found) => [found.word, found]));
  return [...words.values()].map((found) => ({
    word: found.word,
    weight: weightOf(found, surroundings) * (carriedWeight ?? 1),
    synonyms: synonymsOf(found.word),
    related: relatedTo(found.word),
    parts: partsOf(found.word),
    carried: carriedWeight !== null,
  }));
}

/**
 * Which stretch of a comparison belongs to which district: what follows a district's name up to the next name or mark;
 * what stands elsewhere belongs to both.
 */
function ownTerms(folded: string, mentions: readonly DistrictMention[]): Map<string, string> {
  const own = new Map<string, string>();
  const ordered = [...mentions].sort((a, b) => a.start - b.start);
  ordered.forEach((mention, index) => {
    const limit = ordered[index + 1]?.start ?? folded.length;
    const stretch = (folded.slice(mention.end, limit).split(/[,，。?？!！;；]/u)[0] ?? '').trim();
    own.set(
      mention.fullName,
      `${own.get(mention.fullName) ?? ''} ${contentOf(stretch)
        .replace(/[^\p{L}\p{N}+]+/gu, ' ')
        .trim()}`.trim(),
    );
  });
  // What follows one name alone (甲区和乙区的产业) is said of both.
  const speaking = [...own.values()].filter((words) => words !== '');
  return speaking.length > 1 ? own : new Map();
}

/** The question in full, with present names for former ones; what only names another district may not hold it (两区相比如何 → 丙区呢). */
function spokenQuestion(
  { spoken, carries }: Resolved,
  districts: readonly string[],
  formerNames: readonly FormerName[],
): string {
  const place = placeWords(districts);
  const asked = carries === 'nothing' || spoken.includes(place) ? spoken : `${place}：${spoken}`;
  return formerNames.reduce((text, { name, fullName }) => text.replaceAll(name, placeWords([fullName])), asked);
}

/** Former names by which a question calls its districts, each once. */
function formerNamesIn({ mentions }: Parsed): FormerName[] {
  const found = mentions.flatMap(({ surface, fullName }) => formerNameIn(surface, fullName) ?? []);
  return [...new Set(found)];
}

const PLACE_END = /(?<=..)(?:特别行政区|自治[区州县]|省|市|区|县|旗|盟)$/u;

/** Unlabelled districts that a question names; one that opens it may stand without its suffix (昆山上半年…). */
function foreignIn({ mentions, words, content }: Parsed, indexed: readonly string[]): ForeignDistrict[] {
  if (indexed.length > 0) return [];
  const named = mentions
    .filter((mention) => !mention.indexed)
    .map(({ fullName, surface }) => ({ fullName, name: surface.replace(PLACE_END, ''), isCertain: true }));
  const [first = ''] = words;
  const division =
    named.length === 0 && content.trimStart().startsWith(first) ? divisions().byShortName.get(first)?.[0] : undefined;
  return division ? [{ fullName: division.fullName, name: first, isCertain: false }] : named;
}

const CITY_END = /(?<=..)(?:省|市|州|盟|地区)$/u;

/** Cities and provinces without their suffix, as texts name them (江苏 for 江苏省); a district with it (泉山 may be a hill). */
function textNamesOf({ mentions }: Parsed): string[] {
  const names = mentions
    .filter(({ indexed }) => indexed)
    .map(({ how, surface, fullName }) => (how === 'containing' ? surface : districtNames(fullName).display));
  return [...new Set(names.map((name) => name.replace(CITY_END, '')))];
}

const WEAK: ReadonlySet<string> = new Set(['short', 'typo', 'homophone']);

/**
 * The ways to understand a question after the earlier ones of its chat, likeliest first; one where it stands alone.
 * @example understandings({ text: '泉山呢？', history: ['山阳区引进了多少家企业？'] }, surroundings)[0].districts // => ['江苏省徐州市泉山区']
 */
export function understandings(
  question: Question,
  surroundings: Surroundings,
): readonly [Understanding, ...Understanding[]] {
  const { text, history, language } = question;
  const [first, ...others] = readingsOf(text, history, surroundings);
  const understood = (resolved: Resolved): Understanding => understandAs(resolved, surroundings, language);
  return [understood(first), ...others.map(understood)];
}

function understandAs(resolved: Resolved, surroundings: Surroundings, language?: Language): Understanding {
  const { districts } = surroundings;
  const { own, carried, carries } = resolved;
  // A comparison keeps its unlabelled districts too: each is a cell, if only to say that nothing was found.
  const compared = own.mentions.filter(({ indexed }) => indexed || own.scope === 'compare');
  const indexed = [...new Set(compared.map(({ fullName }) => fullName))];
  const ownWords = termsOf(own.content, surroundings);
  const known = new Set(ownWords.map(({ word }) => word));
  const formerNames = formerNamesIn(own);
  return {
    question: spokenQuestion(resolved, indexed, formerNames),
    formerNames,
    matching: `${own.plain} ${carried}`.trim(),
    language: own.language,
    answerLanguage: language ?? own.language,
    scope: own.scope,
    districts: indexed,
    namedDistricts: districts === null ? [] : [...new Set(own.mentions.map(({ fullName }) => fullName))],
    foreignDistricts: districts === null ? [] : foreignIn(own, indexed),
    placeNames: own.mentions.map(({ surface }) => surface),
    textNames: textNamesOf(own),
    regions: own.mentions.flatMap(({ how, surface }) =>
      how === 'containing' && CITY_END.test(surface) ? surface : [],
    ),
    isWeaklyPlaced: own.mentions.every(({ how }) => WEAK.has(how)),
    places: [],
    periods: own.periods,
    asks: own.asks,
    terms: [
      ...ownWords,
      ...termsOf(carried, surroundings, own.words.some(isSubject) ? CARRIED_WEIGHT : 1).filter(
        ({ word }) => !known.has(word),
      ),
    ],
    content: own.content,
    quoted: own.quoted,
    ownTerms: own.scope === 'compare' ? ownTerms(own.matching, own.mentions) : new Map(),
    carries,
  };
}
