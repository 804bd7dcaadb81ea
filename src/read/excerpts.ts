// The excerpts that a reader gets: windows of whole sentences around the sentences that rank best, and the way back from a
// reader's spans to the sentences that hold them.
import { districtNames } from '../lexicon/places/districts.ts';
import { ADDED_YEAR } from '../text/added-dates.ts';
import { simplified } from '../text/normalise.ts';
import type { Passage, ReportMeta, Sentence, Span } from '../types.ts';
import type { Candidate } from './candidates.ts';
import type { Ranked } from './ranking.ts';
import type { Excerpt, JudgedSpan, Judgement } from './reader.ts';

/** About what 160 pieces hold. */
const MAX_CHARACTERS = 200;
/** A sentence longer than an excerpt is read in parts that end at such marks. */
const PART_ENDS = /[；;。，,、]/u;

/** A stretch of a sentence inside an excerpt. */
interface Part {
  readonly sentence: Sentence;
  /** Where the part begins in the excerpt, and in the sentence as read. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** An excerpt with the sentences that it is made of. */
export interface Window {
  readonly excerpt: Excerpt;
  readonly parts: readonly Part[];
}

/** What a reader says of one sentence. */
export interface SentenceJudgement {
  /** Calibrated probability that the excerpt around it answers, 0 … 1. */
  readonly answered: number;
  /** Share of the reader's belief that falls into this sentence, 0 … 1. */
  readonly share: number;
  /** The words in it that may answer, likeliest first, in UTF-16 units of the sentence as read; may be none. */
  readonly spans: readonly JudgedSpan[];
}

function periodOf({ publishedOn }: ReportMeta): string {
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?/.exec(publishedOn ?? '') ?? [];
  if (year === undefined) return '';
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`;
}

/** Cuts a long sentence into parts that an excerpt can hold. */
function partsOf(sentence: Sentence): Span[] {
  const { read } = sentence;
  const parts: Span[] = [];
  let start = 0;
  while (read.length - start > MAX_CHARACTERS) {
    let end = start + MAX_CHARACTERS;
    while (end > start + MAX_CHARACTERS / 2 && !PART_ENDS.test(read[end - 1] ?? '')) end--;
    parts.push({ start, end });
    start = end;
  }
  return [...parts, { start, end: read.length }];
}

/** Cuts the added years out of a stretch of a sentence: whoever reads the excerpt knows its period. */
function withoutAddedYears({ read }: Sentence, { start, end }: Span): Span[] {
  const kept: Span[] = [];
  let from = start;
  for (const { index, 0: added } of read.slice(start, end).matchAll(ADDED_YEAR)) {
    kept.push({ start: from, end: start + index });
    from = start + index + added.length;
  }
  return [...kept, { start: from, end }];
}

function windowOfParts(
  pieces: readonly { sentence: Sentence; span: Span }[],
  passage: Passage,
  report: ReportMeta,
): Window {
  let text = '';
  const parts = pieces.flatMap(({ sentence, span }) =>
    withoutAddedYears(sentence, span).map(({ start, end }): Part => {
      const part = { sentence, at: text.length, from: start, to: end };
      text += sentence.read.slice(start, end);
      return part;
    }),
  );
  return {
    parts,
    excerpt: {
      text: simplified(text),
      title: report.title,
      district: report.district === null ? '' : districtNames(report.district).display,
      period: periodOf(report),
      heading: passage.heading.at(-1) ?? '',
    },
  };
}

/** The window around a sentence: its own parts, or it with as many neighbours up to the next heading as fit, those behind it first. */
function windowsAround({ passage, position, report, prepared: { sentence } }: Candidate): Window[] {
  const own = partsOf(sentence);
  if (own.length > 1) return own.map((span) => windowOfParts([{ sentence, span }], passage, report));
  const { sentences } = passage;
  let [from, to] = [position, position + 1];
  let room = MAX_CHARACTERS - sentence.read.length;
  const fits = (index: number): boolean => {
    const next = sentences[index];
    return next !== undefined && next.role !== 'heading' && next.read.length <= room;
  };
  while (fits(to) || fits(from - 1)) {
    const next = fits(to) ? to++ : --from;
    room -= sentences[next]?.read.length ?? 0;
  }
  const pieces = sentences
    .slice(from, to)
    .map((each) => ({ sentence: each, span: { start: 0, end: each.read.length } }));
  return [windowOfParts(pieces, passage, report)];
}

/** The windows that the best sentences stand in, best first, each sentence in one window; at most so many. */
export function windowsFor(ranked: readonly Ranked[], maxWindows: number): Window[] {
  const seen = new Set<Sentence>();
  const windows: Window[] = [];
  for (const { candidate } of ranked) {
    if (windows.length >= maxWindows) break;
    if (seen.has(candidate.prepared.sentence) || candidate.prepared.sentence.role === 'heading') continue;
    for (const window of windowsAround(candidate)) {
      for (const { sentence } of window.parts) seen.add(sentence);
      windows.push(window);
    }
  }
  return windows.slice(0, maxWindows);
}

/**
 * Share of its belief that a reader which points at no words gives to each sentence of an excerpt: among them the ranking decides.
 * The shipped reader gives the sentence that answers 0.89 at the mean (31 questions of models/reader/check.jsonl).
 */
const UNPOINTED_SHARE = 0.9;

/** The parts of each sentence of a window, in order. */
function partsBySentence(parts: readonly Part[]): ReadonlyMap<Sentence, readonly Part[]> {
  const of = new Map<Sentence, Part[]>();
  for (const part of parts) of.set(part.sentence, [...(of.get(part.sentence) ?? []), part]);
  return of;
}

const endOf = ({ at, from, to }: Part): number => at + to - from;

/** What of a span of an excerpt falls into a sentence, in UTF-16 units of its text as read; null unless at least half of it does. */
function within({ start, end }: Span, parts: readonly Part[]): Span | null {
  const touched = parts.filter((part) => start < endOf(part) && end > part.at);
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return null;
  const [from, to] = [Math.max(start, first.at), Math.min(end, endOf(last))];
  return to - from < (end - start) / 2 ? null : { start: from - first.at + first.from, end: to - last.at + last.from };
}

/** What a reader's judgements of windows say of the sentences in them. */
export function judgementsOf(
  windows: readonly Window[],
  judgements: readonly Judgement[],
): ReadonlyMap<Sentence, SentenceJudgement> {
  const judged = new Map<Sentence, SentenceJudgement>();
  for (const [index, { parts }] of windows.entries()) {
    const judgement = judgements[index];
    if (!judgement) continue;
    const { answered, spans: all } = judgement;
    for (const [sentence, own] of partsBySentence(parts)) {
      const spans = all.flatMap(({ probability, ...span }) => {
        const held = within(span, own);
        return held ? [{ ...held, probability }] : [];
      });
      const pointed = spans.reduce((sum, { probability }) => sum + probability, 0);
      const share = all.length === 0 ? UNPOINTED_SHARE : pointed;
      const known = judged.get(sentence);
      if (known && known.answered * known.share >= answered * share) continue;
      judged.set(sentence, { answered, share, spans });
    }
  }
  return judged;
}
