// Answers that speak of several districts: comparisons, "each district", "which district". A cell for each district, a
// citation for each cell, and 未找到 in an empty one.
import { findDistrictMentions } from '../../lexicon/places/districts.ts';
import type { Candidate } from '../../read/candidates.ts';
import { extractClauses } from '../../read/cut.ts';
import { literalMatch } from '../../read/match.ts';
import type { Ranked } from '../../read/ranking.ts';
import { fold } from '../../text/normalise.ts';
import type { Library, ReportMeta } from '../../types.ts';
import { SEVERAL_DISTRICTS } from '../../understand/cues.ts';
import { isTelling } from '../../understand/turn-words.ts';
import type { Ask, Understanding } from '../../understand/types.ts';
import { nameOf } from '../cells/row.ts';
import { type Choice, choose } from '../choice.ts';
import type { AnswerResources, SearchResult } from '../context.ts';
import { decide } from '../decide.ts';
import { chooseByModel } from '../model-choice.ts';
import { clip, type Draft, MAX_SHORT } from './draft.ts';
import { saidOf } from './passages.ts';

/** One district's part of the answer; without a choice it is empty. */
export interface ReaderCell {
  readonly district: string;
  readonly choice: Choice | null;
}

/** A cell of a comparison may be this much less sure than a plain answer: both its district and its topic were named. */
const COMPARED_SHARE = 0.3;
/** "Each district" presupposes less: a cell that is hardly about the topic stays out. */
const EACH_SHARE = 0.15;
const BEST_SHARE = 0.15;
/** "Which district": others are named beside the best if the question asks for several and they score this near. */
const PLURAL_SHARE = 0.75;
/** … or, if the question says how many it wants, this near. */
const COUNTED_SHARE = 0.5;
const OPENING_CHARACTERS = 300;
const NO_DISTRICTS: readonly string[] = [];
/** The first sentence of a cell takes at most this share of its room, so that others find a place. */
const FIRST_PIECE_SHARE = 0.7;
const MIN_PIECE_CHARACTERS = 24;
/** "Each district" shows this many cells at most: more would leave no room for what they say. */
const MAX_CELLS = 8;
const MISSING = { zh: '未找到', en: 'not found' } as const;

/** The question as one district's cell puts it: without the words that belong to the other districts alone. */
function forCell(understanding: Understanding, district: string): Understanding {
  const own = understanding.ownTerms.get(district) ?? '';
  const foreign = [...understanding.ownTerms]
    .filter(([other]) => other !== district)
    .map(([, words]) => words)
    .join(' ');
  const keeps = (word: string): boolean => own.includes(word) || !foreign.includes(word);
  const [first, ...rest] = understanding.asks.map(
    (ask): Ask => (ask.shape === 'name' ? { ...ask, shape: 'open' } : ask),
  );
  return {
    ...understanding,
    asks: first ? [first, ...rest] : understanding.asks,
    districts: [district],
    terms: understanding.terms.filter(({ word }) => keeps(word)),
    quoted: understanding.quoted.filter(keeps),
  };
}

/** A cell speaks of the topic if it holds the weightiest word that names it by more than this much. */
const MIN_TOPIC = 0.6;

/** True if the sentences of a cell, or the headings above them, hold the one topic that a comparison names (比较甲区和乙区的楼宇经济). */
function holdsTopic({ draft: { supports } }: Choice, { scope, terms, content, ownTerms }: Understanding): boolean {
  const stretches = content.split(/[^\p{L}\p{N}]+/u).filter(({ length }) => length > 1);
  if (scope !== 'compare' || ownTerms.size > 0 || stretches.length !== 1) return true;
  const telling = terms.filter(({ word }) => isTelling(word)).sort((a, b) => b.weight - a.weight);
  const [topic] = telling;
  return (
    !topic || supports.some(({ prepared, above }) => literalMatch(topic, `${above} ${prepared.folded}`) >= MIN_TOPIC)
  );
}

/** A language model is asked of at most so many districts: each is a request of its own. */
const MAX_ASKED_DISTRICTS = 6;

/**
 * Returns the choice of a cell as a language model makes it: null where it finds nothing; undefined where it is not asked or comes to no
 * choice, and the other readers decide.
 */
async function byModel(
  { district, choice }: ReaderCell,
  understanding: Understanding,
  { chooser, following }: AnswerResources,
): Promise<Choice | null | undefined> {
  if (!chooser || !choice) return undefined;
  const question = `${understanding.question}（这里只问${nameOf(district)}）`;
  const read = await chooseByModel({ ...understanding, question }, choice.ranked, {
    chooser,
    signal: following?.signal,
  });
  if (read === null) return undefined;
  return read.status === 'absent' ? null : { ...choice, draft: read.draft };
}

/** Returns a cell for each search, those emptied that are not sure enough, or much less sure than the best one where no district was named. */
async function readCells(
  understanding: Understanding,
  found: readonly SearchResult[],
  resources: AnswerResources,
): Promise<ReaderCell[]> {
  const isCompared = understanding.scope === 'compare';
  const cells: ReaderCell[] = [];
  for (const one of found) {
    const district = one.search.districts[0] ?? '';
    cells.push({ district, choice: await choose(forCell(understanding, district), one, resources) });
  }
  const best = Math.max(0, ...cells.map(({ choice }) => choice?.confidence ?? 0));
  const { threshold } = resources.confidence.named;
  const least = isCompared ? COMPARED_SHARE * threshold : Math.max(EACH_SHARE * threshold, BEST_SHARE * best);
  const isAsked = isCompared && cells.length <= MAX_ASKED_DISTRICTS;
  const read = await Promise.all(cells.map((cell) => (isAsked ? byModel(cell, understanding, resources) : undefined)));
  return cells.map(({ district, choice }, index) => {
    const chosen = read[index];
    if (chosen !== undefined) return { district, choice: chosen };
    const mustBeWhole = !isCompared || understanding.asks[0].shape === 'figure';
    const flaw = choice && decide({ stage: 'chosen', known: choice });
    const hasFlaw = mustBeWhole ? flaw !== null : flaw?.reason === 'period-not-covered';
    const isSure = choice !== null && choice.confidence >= least && !hasFlaw && holdsTopic(choice, understanding);
    return { district, choice: isSure ? choice : null };
  });
}

/** A row of the grid, and the sentences that it is made of. */
interface Row {
  readonly text: string;
  readonly supports: readonly Candidate[];
}

/** The best clauses of a cell's sentences, as many as there is room for. */
function rowOf({ district, choice }: ReaderCell, understanding: Understanding, room: number): Row {
  const label = `${nameOf(district)}：`;
  if (!choice) return { text: `${label}${MISSING[understanding.answerLanguage]}`, supports: [] };
  const left = room - label.length;
  const { short, supports } = choice.draft;
  if (short.length <= left) return { text: `${label}${short.replace(/[。；;]+$/u, '')}`, supports };
  const { terms } = forCell(understanding, district);
  const said: string[] = [];
  const used: Candidate[] = [];
  let length = 0;
  for (const support of supports) {
    const most = Math.max(MIN_PIECE_CHARACTERS, Math.min(left - length, left * FIRST_PIECE_SHARE));
    const piece = saidOf(support, terms, most).replace(/[。；;]+$/u, '');
    if (length + piece.length > left) continue;
    length += piece.length + 1;
    said.push(piece);
    used.push(support);
  }
  return { text: label + said.join('；'), supports: used.length > 0 ? used : supports.slice(0, 1) };
}

/** The draft of a comparison or of "each district"; null where every cell is empty. */
export async function draftGrid(
  understanding: Understanding,
  found: readonly SearchResult[],
  resources: AnswerResources,
): Promise<Draft | null> {
  const cells = await readCells(understanding, found, resources);
  const filled = cells.filter(({ choice }) => choice !== null).slice(0, MAX_CELLS);
  const shown = understanding.scope === 'compare' ? cells : filled;
  const room = Math.floor(MAX_SHORT.passage / Math.max(1, shown.length)) - 2;
  const rows = shown.map((cell) => rowOf(cell, understanding, room));
  // First the best of each district, then the others.
  const supports = [
    ...rows.flatMap((row) => row.supports.slice(0, 1)),
    ...rows.flatMap((row) => row.supports.slice(1)),
  ];
  const [first, ...rest] = supports;
  if (!first) return null;
  return {
    short: clip(rows.map(({ text }) => text).join('\n'), MAX_SHORT.passage),
    supports: [first, ...rest],
  };
}

/** The best sentence of each district, best district first. */
function bestByDistrict(ranked: readonly Ranked[]): Ranked[] {
  const seen = new Set<string>();
  return ranked.filter(({ candidate: { report, prepared } }) => {
    const district = report.district ?? report.title;
    if (prepared.sentence.role === 'boilerplate' || seen.has(district)) return false;
    seen.add(district);
    return true;
  });
}

/** The first place that a report without a district names in its opening, as written; its title if it names none. */
function placeOf(report: ReportMeta, library: Library): string {
  const opening = fold(`${report.title} ${library.textOf(report.id).slice(0, OPENING_CHARACTERS)}`);
  return findDistrictMentions(opening, NO_DISTRICTS)[0]?.surface ?? report.title;
}

/** The draft of "which district": the district that the best sentence speaks of, several where several are asked for. */
export function draftWhich(understanding: Understanding, ranked: readonly Ranked[], library: Library): Draft | null {
  const rows = bestByDistrict(ranked);
  const best = rows[0]?.score ?? 0;
  const count = understanding.asks[0].isCountAsked ? (understanding.asks[0].itemCount ?? 1) : 0;
  const near = rows.filter(({ score }, index) => score >= (index < count ? COUNTED_SHARE : PLURAL_SHARE) * best);
  const named = SEVERAL_DISTRICTS.test(understanding.matching) ? near : rows.slice(0, 1);
  const [first, ...rest] = named.map(({ candidate }) => candidate);
  if (!first) return null;
  const room = Math.floor(MAX_SHORT.passage / named.length) - 20;
  const said = [first, ...rest].map((candidate) => {
    const name =
      candidate.report.district === null ? placeOf(candidate.report, library) : nameOf(candidate.report.district);
    return `${name}（${extractClauses(understanding, candidate.prepared, Math.min(room, 120)).window}）`;
  });
  return { short: clip(said.join('\n'), MAX_SHORT.passage), supports: [first, ...rest] };
}
