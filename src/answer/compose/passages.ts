// Drafts the answer to what asks for more than a fact: lists, definitions, "how". Whole sentences, in the report's order.

import { cuesOf } from '../../lexicon/words/answer-cues.ts';
import { defines } from '../../read/answer-type.ts';
import type { Candidate } from '../../read/candidates.ts';
import { coverage, literalMatch } from '../../read/match.ts';
import type { Ranked } from '../../read/ranking.ts';
import { bestWindow, trimMarks } from '../../text/clauses.ts';
import { itemsShown, longestEnumeration } from '../../text/enumeration.ts';
import { fold } from '../../text/normalise.ts';
import type { Ask, Term } from '../../understand/types.ts';
import { clip, type Draft, MAX_SHORT } from './draft.ts';
import { type ListDraft, type ListSources, listDrafts } from './lists.ts';
import { showsParts } from './practice-codes.ts';
import { spelledOut } from './spelled-out.ts';

/** A draft, and whether it shows all the parts that the question counts. */
interface PassageDraft {
  readonly draft: Draft;
  readonly isComplete: boolean;
}

/** A further sentence joins if its score comes this near to the best one's. */
const SCORE_SHARE = { list: 0.8, definition: 0.7, how: 0.7, open: 0.8 } as const;
const MAX_SENTENCES = 4;
/** A list is looked for among so many of the best sentences. */
const NEAR_TOP = 5;
/** So many sentences are looked at for one that spells a counted name out. */
const MAX_SPELLING = 20;
/** Sentences longer than this are cut to their best clauses in the direct answer. */
const LONG_SENTENCE = 220;
const LENGTH_COST = 0.0008;
const WHY = /为什么|为何|原因/u;

/** A sentence for the direct answer: whole, or the clauses of a long one that carry the question's words. */
export function saidOf(
  { prepared: { folded, sentence } }: Candidate,
  terms: readonly Term[],
  mostCharacters = LONG_SENTENCE,
): string {
  if (folded.length <= mostCharacters) return sentence.read;
  const worth = (window: string): number =>
    coverage(terms, (term) => literalMatch(term, window)) +
    0.03 * longestEnumeration(window) -
    LENGTH_COST * window.length;
  const span = bestWindow(folded, worth, mostCharacters);
  return clip(trimMarks(sentence.read.slice(span.start, span.end)), mostCharacters);
}

function inOrder(candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort((a, b) => a.passage.number - b.passage.number || a.position - b.position);
}

/** Sentences joined for reading: each ends with a mark. */
function joined(pieces: readonly string[]): string {
  return pieces.map((piece) => (/[。！？!?；;…”]$/u.test(piece) ? piece : `${piece}。`)).join('');
}

/** The sentences that a semicolon joins to a sentence, itself included, within its passage: they are parts of one statement. */
function statementOf(candidate: Candidate, ranked: readonly Ranked[]): Candidate[] {
  const { passage, position } = candidate;
  const isOpen = (index: number): boolean => /[;；]["”]?$/u.test(passage.sentences[index]?.read ?? '');
  let first = position;
  let last = position;
  while (first > 0 && isOpen(first - 1)) first--;
  while (last + 1 < passage.sentences.length && isOpen(last)) last++;
  const parts = passage.sentences.slice(first, last + 1);
  return ranked
    .map((other) => other.candidate)
    .filter((other) => other.passage === passage && parts.includes(other.prepared.sentence));
}

/** Sentences in the order of their reports; of a definition, the one that says what the thing is first; to a question why, causes first. */
function toldInOrder(chosen: readonly Candidate[], ask: Ask, content: string): readonly Candidate[] {
  const ordered = inOrder(chosen);
  if (ask.shape === 'how' && WHY.test(ask.text)) {
    const causes = ordered.filter(({ prepared }) => cuesOf(ask.text).some((told) => told.test(prepared.folded)));
    return [...causes, ...ordered.filter((candidate) => !causes.includes(candidate))];
  }
  const name = content.split(/\s+/u).find((part) => part.length > 1);
  if (ask.shape !== 'definition' || name === undefined) return ordered;
  const defining = ordered.find(({ prepared }) => defines(name, prepared.folded));
  return defining ? [defining, ...ordered.filter((candidate) => candidate !== defining)] : ordered;
}

/** The best statement, then the sentences whose scores lie near the best one's, as many as fit. */
function plainDraft({ ask, ranked, understanding: { terms, content } }: ListSources): Draft | null {
  const [best] = ranked.filter(({ candidate }) => candidate.prepared.sentence.role !== 'boilerplate');
  if (!best) return null;
  const share =
    SCORE_SHARE[ask.shape === 'list' || ask.shape === 'definition' || ask.shape === 'how' ? ask.shape : 'open'];
  const near = ranked.filter(
    ({ candidate, score }, index) =>
      index < MAX_SENTENCES &&
      score >= share * best.score &&
      (index === 0 || candidate.prepared.sentence.role === 'body'),
  );
  const wanted = new Set([
    best.candidate,
    ...inOrder(statementOf(best.candidate, ranked)),
    ...near.map(({ candidate }) => candidate),
  ]);
  const holdsAll =
    ask.itemCount !== null && ask.shape === 'list' && itemsShown(best.candidate.prepared.folded) >= ask.itemCount;
  let room: number = MAX_SHORT.passage;
  const chosen: Candidate[] = [];
  for (const candidate of holdsAll ? [best.candidate] : wanted) {
    const said = saidOf(candidate, terms);
    if (said.length + 1 > room) continue;
    room -= said.length + 1;
    chosen.push(candidate);
  }
  const [first, ...rest] = chosen;
  return first
    ? {
        short: clip(
          joined(toldInOrder(chosen, ask, content).map((candidate) => saidOf(candidate, terms))),
          MAX_SHORT.passage,
        ),
        supports: [first, ...rest],
      }
    : null;
}

function textOf({ short, supports }: Draft): string {
  return [fold(short), ...supports.map(({ prepared }) => prepared.folded)].join('\n');
}

/** Two things need no list: 甲和乙. */
function isPair(count: number, { supports: [first] }: Draft): boolean {
  return count === 2 && /[^、，。]{2}[和与及][^、，。]{2}/u.test(first.prepared.folded);
}

/** A number of things as it is written: 3, 三; 2, 二, 两. */
function written(count: number): string {
  const numeral = count <= 10 ? `[${'零一二三四五六七八九十'[count]}${count === 2 ? '两' : ''}]` : '';
  return `(?:${numeral || count}|${count})`;
}

/** True if a text says itself that so many things follow: 六项工程，分别为…. */
function introduces(count: number, text: string): boolean {
  return new RegExp(`${written(count)}(?:个|项|大|类|种|条|方面|件|批)[^。]{0,24}(?:分别|包括|即|依次)`, 'u').test(
    text,
  );
}

/** True if so many things follow where a text announces them, whatever marks part them: 三大法则：…，…，…. */
function announces(count: number, text: string): boolean {
  const behind = new RegExp(
    `${written(count)}(?:个|项|大|类|种|条|方面|件)[^。;,:\\n]{0,16}:(?<items>[^。\\n]+)`,
    'u',
  ).exec(text)?.groups?.['items'];
  const items = behind?.split(/[,;、]/u).filter((item) => item.trim().length > 1) ?? [];
  return items.length >= count;
}

function isComplete({ ask, understanding }: ListSources, draft: Draft): boolean {
  const items = Math.max(
    ...[fold(draft.short), ...draft.supports.map(({ prepared }) => prepared.folded)].map(itemsShown),
  );
  const count = ask.itemCount ?? 0;
  return (
    (!ask.isCountAsked ||
      items >= count ||
      isPair(count, draft) ||
      introduces(count, textOf(draft)) ||
      announces(count, textOf(draft))) &&
    showsParts(understanding, ask, textOf(draft))
  );
}

/** A sentence near the top that shows all the items by itself. */
function wholeList({ ask, ranked, understanding }: ListSources): Draft | null {
  const count = ask.itemCount;
  if (count === null) return null;
  const holder = ranked
    .slice(0, NEAR_TOP)
    .find(
      ({ candidate: { prepared } }) =>
        itemsShown(prepared.folded) >= count && showsParts(understanding, ask, prepared.folded),
    );
  return holder ? { short: saidOf(holder.candidate, understanding.terms), supports: [holder.candidate] } : null;
}

/** The best-ranked sentence that itself spells out what the question's name counts. */
function spelledDraft({ ask, ranked, understanding }: ListSources): Draft | null {
  if (ask.shape !== 'list' && ask.shape !== 'definition') return null;
  for (const { candidate } of ranked.slice(0, MAX_SPELLING)) {
    const { folded, sentence } = candidate.prepared;
    const said = sentence.role === 'body' ? spelledOut(understanding, folded, sentence.read) : null;
    if (said !== null) return { short: clip(said, MAX_SHORT.passage), supports: [candidate] };
  }
  return null;
}

/**
 * The draft for lists, definitions and "how"; null without candidates. A list that runs item by item over several sentences
 * is preferred where it has just as many items as are asked for, or where the best sentence does not hold enough.
 */
export function draftPassages(sources: ListSources): PassageDraft | null {
  const spelled = spelledDraft(sources);
  if (spelled) return { draft: spelled, isComplete: true };
  const plain = plainDraft(sources);
  if (!plain) return null;
  const { ask } = sources;
  const plainIsComplete = isComplete(sources, plain);
  const held = longestEnumeration(sources.ranked[0]?.candidate.prepared.folded ?? '');
  const wantsItems = ask.shape === 'list' || ask.shape === 'definition';
  const isBetter = ({ draft, itemCount }: ListDraft): boolean => {
    const enough =
      ask.itemCount === null
        ? held < itemCount && !plain.short.slice(0, 40).includes('、')
        : itemCount === ask.itemCount;
    return (
      (enough || !plainIsComplete) &&
      itemCount >= (ask.itemCount ?? 2) &&
      showsParts(sources.understanding, ask, textOf(draft))
    );
  };
  const listed = wantsItems ? listDrafts(sources).find(isBetter) : undefined;
  if (listed) return { draft: listed.draft, isComplete: true };
  const whole = plainIsComplete ? null : wholeList(sources);
  return whole ? { draft: whole, isComplete: true } : { draft: plain, isComplete: plainIsComplete };
}
