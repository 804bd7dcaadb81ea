// Changes of cards after re-indexing: which items are gone, which moved to another span, which have another answer now. Pure.
import type { Citation } from '../../types.ts';
import { answerText } from '../grade/answer-text.ts';
import { digest } from '../random-choice.ts';
import type { Item, ItemSubject } from '../types.ts';
import type { CardChange } from './records.ts';

/** Returns a fingerprint of items that changes when any of them comes or goes. */
export function fingerprintOf(items: readonly Item[]): string {
  return digest(...items.map(({ id }) => id));
}

/** The index with which cards are compared. */
interface Indexed {
  readonly live: readonly Item[];
  /** Items that maintainers took out: they stay as they are. */
  readonly retired: ReadonlySet<Item['id']>;
  /** True if the words of a citation still stand in what is indexed. */
  readonly stands: (citation: Citation) => boolean;
}

/**
 * Returns how the cards of kept items change with the live ones; those of one span stand together, changed ones first. An item that is not
 * made any more although its words still stand (another was chosen) is left out: nobody's knowledge is stale.
 */
export function changesOf(kept: readonly Item[], indexed: Indexed): CardChange[] {
  const ids = new Set(indexed.live.map(({ id }) => id));
  const search = searchOf(kept, indexed);
  const changes = kept.flatMap((from): CardChange[] => {
    if (indexed.retired.has(from.id)) return [];
    if (ids.has(from.id)) return [{ from, to: from, how: 'back' }];
    const change = search(from);
    return change === null ? [] : [change];
  });
  return changes.sort((a, b) => Number(b.how === 'changed') - Number(a.how === 'changed'));
}

/** Their question leaves open which of several answers is meant: another answer is another fact. */
const OPEN_SUBJECTS: ReadonlySet<ItemSubject> = new Set(['practice-of-district', 'not-one-of']);

/** Figures: neither years nor ordinals, which tell things apart. */
const FIGURE = /(?<![第\d.,])\d[\d.,]*(?![\d.,]*年)/gu;

/** Same kind, subject, district and question: the same is asked. */
const askedOf = ({ kind, subject, district, question }: Item): string =>
  JSON.stringify([kind, subject, district, question]);

/** Returns the same is asked of the same sentence of the same report, whatever figures the sentence and the question mention. */
const shapeOf = (item: Item): string => {
  const { quote, report } = item.citation;
  const question = item.question.replace(FIGURE, '#');
  return JSON.stringify([askedOf({ ...item, question }), quote.replace(FIGURE, '#'), report.path]);
};

/** Returns the right answer, however the options are ordered. */
function keyOf(item: Item): string {
  if (item.kind !== 'several') return answerText(item);
  return JSON.stringify(item.correct.map((index) => item.options[index]).sort());
}

/** Finds what became of an item that is not live; null: its words still stand. */
function searchOf(kept: readonly Item[], { live, stands }: Indexed): (from: Item) => CardChange | null {
  const known = new Set(kept.map(({ id }) => id));
  const byAsked = grouped(live, askedOf);
  // What stood beside it before is something else.
  const byShape = grouped(
    live.filter(({ id }) => !known.has(id)),
    shapeOf,
  );
  const reworded = (from: Item): CardChange => {
    const to = only(byShape.get(shapeOf(from)) ?? []);
    if (to === null || to.citation.quote === from.citation.quote) return { from, to: from, how: 'gone' };
    // Right or wrong is said of the whole statement: with another figure in it, it is another statement.
    const isSame = keyOf(to) === keyOf(from) && from.kind !== 'true-false';
    return { from, to, how: isSame ? 'moved' : 'changed' };
  };
  return (from) => {
    const key = keyOf(from);
    const asked = byAsked.get(askedOf(from)) ?? [];
    const same = asked.find((item) => keyOf(item) === key);
    if (same !== undefined) return { from, to: same, how: 'moved' };
    const isStale = !citationsOf(from).every(stands);
    const other = OPEN_SUBJECTS.has(from.subject) ? null : only(asked);
    if (other !== null && (isStale || other.spanHash === from.spanHash)) return { from, to: other, how: 'changed' };
    return isStale ? reworded(from) : null;
  };
}

function citationsOf(item: Item): readonly Citation[] {
  return item.kind === 'short-answer' ? item.keyPoints.map(({ citation }) => citation) : [item.citation];
}

function only(items: readonly Item[]): Item | null {
  const [first = null, ...others] = items;
  return others.length === 0 ? first : null;
}

function grouped(items: readonly Item[], nameOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name) ?? [];
    if (group.length === 0) groups.set(name, group);
    group.push(item);
  }
  return groups;
}
