// A sentence made ready for matching: folded once, its words, figures, dates and persons found once. It judges nothing.
import { findPersons, type PersonMention } from '../lexicon/names/names.ts';
import { parseChineseNumeral } from '../text/chinese-numerals.ts';
import { fold } from '../text/normalise.ts';
import { findQuantities, type Quantity } from '../text/numbers.ts';
import { findReadPeriods, type PeriodMention } from '../text/periods.ts';
import { words } from '../text/tokens.ts';
import type { Sentence } from '../types.ts';

const FREQUENCY = /(?:每(?:[一二两三四五六七八九十半]|\d{1,2})?个?|半个?)(?<unit>天|日|周|星期|月|季度?|年|小时)/gu;

/** Stands before what a figure is compared with: 比2018年, 较上月〔2023年7月〕. */
const COMPARING = /[比较](?:[上去]个?[月年](?:同[月期])?〔)?$/u;
const MAX_COMPARING = 8;

/** True if a period is only what another is measured by: 比2016年翻了一番 says nothing of 2016. */
function isCompared({ start, end }: PeriodMention, text: string): boolean {
  const before = text.slice(Math.max(0, start - MAX_COMPARING), start);
  return COMPARING.test(before) || (/[与和同]$/u.test(before) && text.slice(end, end + 2) === '相比');
}

/** True if a figure has a number: 亿元 in 亿元以上项目 has none, in 近亿元 it stands for one. */
function saysANumber({ surface, start }: Quantity, text: string): boolean {
  return (
    /[\d〇零一二两三四五六七八九十几半数]/u.test(surface) ||
    /[近约超逾上]$/u.test(text.slice(Math.max(0, start - 1), start))
  );
}

/** How often something happens, as a length of time: `每两月`; and half a day, which is no figure otherwise. */
function frequenciesIn(text: string): Quantity[] {
  return [...text.matchAll(FREQUENCY)].map(({ 0: surface, index, groups }) => ({
    start: index,
    end: index + surface.length,
    surface,
    value: 1,
    unit: groups?.['unit'] ?? '',
    approximate: false,
    kind: 'duration' as const,
  }));
}

// A bare 一 counts nothing: 一个老旧小区, 一大批, 一项难题.
const COUNTED =
  /(?<![第每])(?!一[条项个大类张种支名家所座批])(?<numeral>[一二两三四五六七八九十百]+)(?<unit>条|项|个|大|类|张|种|支|名|家|所|座|批)/gu;

/** Numbers of things in names, which are no figures otherwise: 六大主导产业, “六条措施”. 大 counts as 个. */
function countedIn(text: string, others: readonly Quantity[]): Quantity[] {
  return [...text.matchAll(COUNTED)]
    .map(({ 0: surface, index, groups }) => ({
      start: index,
      end: index + surface.length,
      surface,
      value: parseChineseNumeral(groups?.['numeral'] ?? '') ?? 0,
      unit: groups?.['unit'] === '大' ? '个' : (groups?.['unit'] ?? ''),
      approximate: false,
      kind: 'other' as const,
    }))
    .filter(({ start, end }) => !others.some((other) => other.start < end && start < other.end));
}

/** A sentence with everything that choosing and cutting look at; each part is found when first asked for. */
export class PreparedSentence {
  readonly sentence: Sentence;
  /** The sentence as read, folded, unit for unit. */
  readonly folded: string;
  #words: readonly string[] | null = null;
  #quantities: readonly Quantity[] | null = null;
  #periods: readonly PeriodMention[] | null = null;
  #persons: readonly PersonMention[] | null = null;

  constructor(sentence: Sentence) {
    this.sentence = sentence;
    this.folded = fold(sentence.read);
  }

  /** Distinct words of two or more characters. */
  get words(): readonly string[] {
    this.#words ??= [...new Set(words(this.folded))].filter((word) => word.length > 1);
    return this.#words;
  }

  /** Figures and frequencies (每两月), with spans in `sentence.read`. */
  get quantities(): readonly Quantity[] {
    if (this.#quantities === null) {
      const stated = findQuantities(this.sentence.read).filter((figure) => saysANumber(figure, this.sentence.read));
      const figures = [...stated, ...frequenciesIn(this.sentence.read)];
      this.#quantities = [...figures, ...countedIn(this.sentence.read, figures)];
    }
    return this.#quantities;
  }

  /** Dates and periods that it speaks of, with spans in `sentence.read`. */
  get periods(): readonly PeriodMention[] {
    this.#periods ??= findReadPeriods(this.sentence.read).filter((period) => !isCompared(period, this.sentence.read));
    return this.#periods;
  }

  /** Persons, with spans in `sentence.read`. */
  get persons(): readonly PersonMention[] {
    this.#persons ??= findPersons(this.sentence.read);
    return this.#persons;
  }
}

/** Prepares sentences, each once as long as the sentence is held by anyone. */
export class Preparer {
  readonly #known = new WeakMap<Sentence, PreparedSentence>();

  prepare(sentence: Sentence): PreparedSentence {
    const known = this.#known.get(sentence);
    if (known) return known;
    const prepared = new PreparedSentence(sentence);
    this.#known.set(sentence, prepared);
    return prepared;
  }
}
