// Drafts the answer to what asks for more than a fact: lists, definitions, "how". Whole sentences, in the report's order.
import type { Library, Passage, Sentence } from '../types.ts';
import type { Ask, Term } from '../understand/types.ts';
import type { Candidate } from './candidates.ts';
import { bestWindow, trimMarks } from './clauses.ts';
import { clip, type Draft, MOST_SHORT } from './draft.ts';
import { longestEnumeration } from './kinds.ts';
import { leadsAfter, type Lead } from './leads.ts';
import { coverage, literalMatch } from './match.ts';
import type { Preparer } from './prepared.ts';
import type { Ranked } from './ranking.ts';

/** A further sentence joins if its score comes this near to the best one's. */
const SCORE_SHARE = { list: 0.8, definition: 0.7, how: 0.7, open: 0.8 } as const;
const MOST_SENTENCES = 4;
/** Sentences longer than this are cut to their best clauses in the direct answer. */
const LONG_SENTENCE = 220;
const LENGTH_COST = 0.0008;

/** A sentence for the direct answer: whole, or the clauses of a long one that carry the question's words. */
function saidOf(candidate: Candidate, terms: readonly Term[]): string {
  const { folded, sentence } = candidate.prepared;
  if (folded.length <= LONG_SENTENCE) return sentence.read;
  const worth = (window: string): number =>
    coverage(terms, (term) => literalMatch(term, window)) + 0.03 * longestEnumeration(window) - LENGTH_COST * window.length;
  const span = bestWindow(folded, worth, LONG_SENTENCE);
  return trimMarks(sentence.read.slice(span.start, span.end));
}

function inOrder(candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort((a, b) => a.passage.number - b.passage.number || a.position - b.position);
}

/** Sentences joined for reading: each ends with a mark. */
function joined(pieces: readonly string[]): string {
  return pieces.map((piece) => (/[。！？!?；;…”]$/u.test(piece) ? piece : `${piece}。`)).join('');
}

function candidateOf(lead: Lead, like: Candidate, preparer: Preparer): Candidate {
  const { passage, sentence }: { passage: Passage; sentence: Sentence } = lead;
  const position = passage.sentences.indexOf(sentence);
  return { ...like, prepared: preparer.prepare(sentence), passage, position };
}

/** The introduction and its items, where a list runs over several sentences. */
function draftLeads(best: Candidate, ask: Ask, { library, preparer }: { library: Library; preparer: Preparer }): Draft | null {
  const leads = leadsAfter(best, library);
  if (leads.length === 0 || (ask.itemCount !== null && leads.length < ask.itemCount)) return null;
  const items = leads.slice(0, ask.itemCount ?? leads.length);
  const intro = clip(best.prepared.sentence.read, LONG_SENTENCE);
  const short = `${intro}${items.map(({ label }, index) => `${index + 1}. ${label}`).join('；')}`;
  return { short: clip(short, MOST_SHORT.passage), supports: [best, ...items.map((lead) => candidateOf(lead, best, preparer))] };
}

/**
 * The draft for lists, definitions and "how"; null without candidates.
 * @param ranked best first
 */
export function draftPassages(
  ask: Ask,
  ranked: readonly Ranked[],
  terms: readonly Term[],
  sources: { library: Library; preparer: Preparer },
): Draft | null {
  const [best] = ranked;
  if (!best) return null;
  const listLike = ask.shape === 'list' || ask.itemCount !== null;
  const enumerated = ask.itemCount !== null && longestEnumeration(best.candidate.prepared.folded) >= ask.itemCount;
  const leads = listLike && !enumerated ? draftLeads(best.candidate, ask, sources) : null;
  if (leads) return leads;
  const share = SCORE_SHARE[ask.shape === 'list' || ask.shape === 'definition' || ask.shape === 'how' ? ask.shape : 'open'];
  const near = ranked.slice(0, MOST_SENTENCES).filter(({ score }) => score >= share * best.score);
  let room: number = MOST_SHORT.passage;
  const kept: Candidate[] = [];
  for (const { candidate } of near) {
    const said = saidOf(candidate, terms);
    if (said.length + 1 > room) continue;
    room -= said.length + 1;
    kept.push(candidate);
  }
  const chosen = kept.length > 0 ? kept : [best.candidate];
  const [first, ...rest] = chosen;
  if (!first) return null;
  return { short: clip(joined(inOrder(chosen).map((candidate) => saidOf(candidate, terms))), MOST_SHORT.passage), supports: [first, ...rest] };
}
