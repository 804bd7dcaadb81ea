// From a question and its history to what it asks: the one entrance of this folder.
import type { DistrictMention } from '../lexicon/districts.ts';
import { districtNames } from '../lexicon/districts.ts';
import { contentOf } from '../lexicon/question-words.ts';
import { synonymsOf } from '../lexicon/synonyms.ts';
import { relatedTo } from '../lexicon/topics.ts';
import type { Question } from '../types.ts';
import { resolve, type Resolved } from './follow-up.ts';
import { contentWords, partsOf } from './words.ts';
import type { Term, Understanding } from './types.ts';

/** What understanding needs to know of the world. */
export interface Surroundings {
  /** Full names of the indexed districts. */
  readonly districts: readonly string[];
  /** How much a word says in general language, > 0 (inverse document frequency). */
  readonly weigh: (word: string) => number;
}

/** Content carried over from an earlier question counts this much beside the question's own. */
const CARRIED_WEIGHT = 0.4;
/** A character alone says little: it counts this much of its weight. */
const CHARACTER_WEIGHT = 0.3;

function termsOf(content: string, weigh: (word: string) => number, carried: boolean): Term[] {
  const words = [...new Set(contentWords(content))];
  return words.map((word) => ({
    word,
    weight: weigh(word) * (carried ? CARRIED_WEIGHT : 1) * (word.length === 1 ? CHARACTER_WEIGHT : 1),
    synonyms: synonymsOf(word),
    related: relatedTo(word),
    parts: partsOf(word),
    carried,
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
    own.set(mention.fullName, `${own.get(mention.fullName) ?? ''} ${contentOf(stretch).trim()}`.trim());
  });
  return own;
}

function spokenQuestion({ own, carried, followUp }: Resolved, districts: readonly string[]): string {
  if (!followUp) return own.original.trim();
  const place = districts.map((district) => districtNames(district).display).join('、');
  const topic = contentWords(carried).join('');
  return `${place}${topic ? ` ${topic}` : ''}：${own.original.trim()}`;
}

/**
 * Understands a question.
 * @example understand({ text: '泉山呢？', history: ['山阳区引进了多少家企业？'] }, surroundings).districts // => ['江苏省徐州市泉山区']
 */
export function understand(question: Question, { districts, weigh }: Surroundings): Understanding {
  const resolved = resolve(question.text, question.history, districts);
  const { own, carried } = resolved;
  const indexed = [...new Set(own.mentions.filter((m) => m.indexed).map((m) => m.fullName))];
  const ownWords = termsOf(own.content, weigh, false);
  const known = new Set(ownWords.map(({ word }) => word));
  return {
    question: spokenQuestion(resolved, indexed),
    matching: `${own.plain} ${carried}`.trim(),
    language: own.language,
    scope: own.scope,
    districts: indexed,
    foreignDistricts: [...new Set(own.mentions.filter((m) => !m.indexed).map((m) => m.fullName))],
    periods: own.periods,
    asks: own.asks,
    terms: [...ownWords, ...termsOf(carried, weigh, true).filter(({ word }) => !known.has(word))],
    content: own.content,
    quoted: own.quoted,
    ownTerms: own.scope === 'compare' ? ownTerms(own.matching, own.mentions.filter((m) => m.indexed)) : new Map(),
    followUp: resolved.followUp,
  };
}
