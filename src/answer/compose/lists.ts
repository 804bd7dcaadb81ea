// Lists whose items stand in several sentences: behind an introduction (一是…。二是…。), or one sentence an item round the same
// name (3个“零距离”). It proposes drafts; passages.ts takes the first that is complete.

import type { Candidate } from '../../read/candidates.ts';
import type { Preparer } from '../../read/prepared-sentence.ts';
import type { Ranked } from '../../read/ranking.ts';
import { clausesOf, trimMarks } from '../../text/clauses.ts';
import type { Library } from '../../types.ts';
import type { Ask, Understanding } from '../../understand/types.ts';
import { clip, type Draft, MAX_SHORT } from './draft.ts';
import { type ListItem, listItemsAfter } from './list-items.ts';

/** Introductions are looked for among this many of the best candidates. */
const MAX_INTRODUCTIONS = 4;
const MAX_INTRODUCTION_CHARACTERS = 160;
const MAX_ITEMS = 12;
const SHORT_OPENER = 40;
/** Names of one or two characters (“主”, “一”) stand everywhere. */
const MIN_NAME_CHARACTERS = 3;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** Input of list drafts. */
export interface ListSources {
  readonly understanding: Understanding;
  readonly ask: Ask;
  readonly ranked: readonly Ranked[];
  readonly library: Library;
  readonly preparer: Preparer;
}

/** A proposal, and how many items it shows. */
export interface ListDraft {
  readonly draft: Draft;
  readonly itemCount: number;
}

function candidateOf({ passage, sentence }: ListItem, like: Candidate, preparer: Preparer): Candidate {
  return { ...like, prepared: preparer.prepare(sentence), passage, position: passage.sentences.indexOf(sentence) };
}

function numbered(labels: readonly string[]): string {
  return labels.map((label, index) => `${index + 1}. ${label}`).join('；');
}

function afterIntroduction({ candidate }: Ranked, { ask, library, preparer }: ListSources): ListDraft | null {
  const items = listItemsAfter(candidate, library).slice(0, ask.itemCount ?? MAX_ITEMS);
  if (items.length === 0) return null;
  const introduction = clip(candidate.prepared.sentence.read, MAX_INTRODUCTION_CHARACTERS);
  const short = clip(`${introduction} ${numbered(items.map(({ label }) => label))}`, MAX_SHORT.passage);
  return {
    draft: { short, supports: [candidate, ...items.map((item) => candidateOf(item, candidate, preparer))] },
    itemCount: items.length,
  };
}

/** The clause of a sentence that holds a name. */
function clauseWith(name: string, { prepared }: Candidate): string {
  const span = clausesOf(prepared.folded).find(({ start, end }) => prepared.folded.slice(start, end).includes(name));
  return trimMarks(prepared.sentence.read.slice(span?.start ?? 0, span?.end ?? prepared.folded.length));
}

/** True if a sentence opens an item: its passage begins with it, or it is short enough to be a heading of what follows. */
const opensItem = ({ position, prepared }: Candidate): boolean =>
  position === 0 || prepared.folded.length <= SHORT_OPENER;

/** True if the first clause of a sentence ends with a name: 打造服务“零距离”，…. */
function headsClause(name: string, folded: string): boolean {
  const first = clausesOf(folded)[0];
  return (
    first !== undefined &&
    folded
      .slice(first.start, first.end)
      .replace(/["']+$/u, '')
      .endsWith(name)
  );
}

/** One sentence an item: those that open with what is quoted, in the report's order, but for the one that counts it. */
function roundOneName(name: string, { ask, ranked }: ListSources): ListDraft | null {
  const count = ask.itemCount ?? 0;
  const counting = new RegExp(`(?:\\d|[两二三四五六七八九十])(?:个|大|项)["']?${escaped(name)}`, 'u');
  const named = ranked
    .map(({ candidate }) => candidate)
    .filter(
      (candidate) =>
        candidate.prepared.sentence.role === 'body' &&
        opensItem(candidate) &&
        !counting.test(candidate.prepared.folded),
    )
    .filter(({ prepared }) => headsClause(name, prepared.folded))
    .slice(0, count)
    .sort((a, b) => a.passage.number - b.passage.number || a.position - b.position);
  const [first, ...rest] = named;
  if (!first || count < 2 || named.length < count || name.length < MIN_NAME_CHARACTERS) return null;
  const supports: [Candidate, ...Candidate[]] = [first, ...rest];
  return {
    draft: {
      short: clip(numbered(supports.map((candidate) => clauseWith(name, candidate))), MAX_SHORT.passage),
      supports,
    },
    itemCount: supports.length,
  };
}

/** Drafts that show a list item by item, most likely first; none where the text has no such list. */
export function listDrafts(sources: ListSources): ListDraft[] {
  const introduced = sources.ranked.slice(0, MAX_INTRODUCTIONS).map((ranked) => afterIntroduction(ranked, sources));
  const named = sources.understanding.quoted.map((name) => roundOneName(name, sources));
  return [...introduced, ...named].filter((draft) => draft !== null);
}
