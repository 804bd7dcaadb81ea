// Reads what a learner asks to be quizzed on: districts, a topic, a number. It draws nothing.
import { districtNames } from '../lexicon/district-names.ts';
import { relatedTo } from '../lexicon/topics.ts';
import { fold } from '../text/normalise.ts';
import type { Item } from './types.ts';

/** What is wished for. */
export interface Wishes {
  /** Items that fit. */
  readonly items: readonly Item[];
  /** The words that chose them, for the reader; empty: everything. */
  readonly about: string;
  /** Whole numbers among the words, in order. */
  readonly numbers: readonly number[];
  /** Words that fit no item; none are chosen then. */
  readonly unknown: readonly string[];
}

/** Reads `柳溪区 营商环境 5`: words that name a district choose by district, others by topic, or by what the question says. */
export function readWishes(argument: string, items: readonly Item[]): Wishes {
  const words = argument.split(/[\s,，、]+/u).filter((word) => word !== '');
  const isNumber = (word: string): boolean => /^\d{1,6}$/u.test(word.normalize('NFKC'));
  const numbers = words.filter(isNumber).map((word) => Number(word.normalize('NFKC')));
  const named = words.filter((word) => !isNumber(word));
  const districts = new Set(items.map(({ district }) => district).filter((name) => name !== null));
  const chosen = named.map((word) => [...districts].filter((name) => namesDistrict(word, name)));
  const wanted = new Set(chosen.flat());
  const topics = named.filter((_, index) => chosen[index]?.length === 0);
  const ofDistrict =
    wanted.size === 0 ? items : items.filter(({ district }) => district !== null && wanted.has(district));
  const fitting = topics.reduce<readonly Item[]>((left, topic) => left.filter(onTopic(topic)), ofDistrict);
  const unknown = topics.filter((topic) => !ofDistrict.some(onTopic(topic)));
  return { items: fitting, about: named.join(' '), numbers, unknown };
}

/** Whether a word is a name of a district (full, short, without its suffix). */
export function namesDistrict(word: string, fullName: string): boolean {
  const folded = fold(word);
  return districtNames(fullName).names.some((name) => fold(name) === folded);
}

function onTopic(topic: string): (item: Item) => boolean {
  const folded = fold(topic);
  const related = relatedTo(topic);
  return (item) => {
    const own = fold(`${item.topic} ${item.question}`);
    return own.includes(folded) || related.some((word) => own.includes(word));
  };
}
