// The name of an indicator: its parts, when a text is one, and when it is self-explanatory. It finds none.
import { factCue } from '../../lexicon/words/fact-cues.ts';
import { BARE_VERBS, BREAKS, EMPTY_NOUNS, PLAIN_MEASURES, PRESENCE } from '../../lexicon/words/indicator-words.ts';
import { indicatorCalled } from '../../lexicon/words/indicators.ts';
import type { Quantity } from '../../text/numbers.ts';

/** The indicator that a figure measures, in its parts. */
export interface IndicatorName {
  /** The verb by which it comes about (新增, 改造), perhaps empty. */
  readonly verb: string;
  /** The thing that is counted or measured. */
  readonly noun: string;
  /** The predicate of the noun: 同比增长, 占全市; mostly empty. */
  readonly tail: string;
  /** The words before all this in the clause, as far as they belong to no other figure. */
  readonly left: string;
  /** End of the words that name it, at or behind the figure. */
  readonly end: number;
  /** Nouns of the figures that follow in a list: 开工率、*投产率*分别为90%和80%. */
  readonly others?: readonly string[];
}

/** A figure with its name. */
export type NamedFigure = IndicatorName & { readonly figure: Quantity };

/** Context in which a figure is named. */
export interface NamingContext {
  /** Names of the district, left out at the head. */
  readonly names: readonly string[];
  /** The figure named last in the sentence. */
  readonly previous: NamedFigure | null;
}

/** Longest name, in UTF-16 units. */
export const LONGEST_NOUN = 24;
/** Steps of a project, which say nothing without it. */
export const STEP = /^新?(?:落地|开工|投产|竣工|签约|入库|投用|落户|建成|完工|封顶|入驻|挂牌|上市|达产|到位)+$/;
/** Verbs that a measure does without: 实现*社会消费品零售总额*. */
export const REACHING = /^(?:实现|完成)$/;

const NO_NAME = factCue('no name');

/** True if a text can be the name of something. */
export function isName(text: string): boolean {
  if (text.length < 2 || text.length > LONGEST_NOUN || !/\p{L}{2}/u.test(text)) return false;
  if (NO_NAME.test(text)) return false;
  for (const [open = '', close = ''] of ['“”', '《》', '‘’'])
    if (text.split(open).length !== text.split(close).length) return false;
  return ![BREAKS, EMPTY_NOUNS, BARE_VERBS].some(({ words }) => words.has(text));
}

/** True if a name says what is measured without a word more: 市场主体, but not 总投资 nor 办结率. */
export function isSelfExplanatory({ verb, noun, tail }: Pick<IndicatorName, 'verb' | 'noun' | 'tail'>): boolean {
  if (indicatorCalled(verb + noun) !== null) return true;
  if (PLAIN_MEASURES.words.has(verb + noun)) return false;
  const isPlain =
    PLAIN_MEASURES.words.has(noun.replace(/^(?:可|预计|年|累计|实现|创)+(?=..)/, '')) ||
    PLAIN_MEASURES.words.has(noun) ||
    /^.{0,2}[率额]$/.test(noun) ||
    STEP.test(noun);
  return (verb !== '' && !REACHING.test(verb)) || tail !== '' || !isPlain;
}

/** Returns a name with the thing before it where it says nothing alone: 增速 → 工业产值增速. */
export function ofThingBefore(own: IndicatorName, previous: NamedFigure | null): IndicatorName | null {
  if (isSelfExplanatory({ ...own, tail: '' })) return own;
  return previous && previous.tail === '' && isName(previous.noun + own.noun)
    ? { ...own, noun: previous.noun + own.noun }
    : null;
}

/** Returns a verb as it stands in a name: none if it says only that the thing is there. */
export function spoken(verb: string): string {
  return PRESENCE.words.has(verb) ? '' : verb;
}

/** Returns a name in words. @example wordsOf({ verb: '改造', noun: '老旧小区', tail: '' }) // => '改造老旧小区' */
export function wordsOf({ verb, noun, tail }: Pick<IndicatorName, 'verb' | 'noun' | 'tail'>): string {
  return `${verb}${noun}${tail}`;
}
