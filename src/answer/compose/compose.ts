// From drafts to an answer: supports become claims, claims get numbered citations, and the verifier reads it all once more.

import type { Candidate } from '../../read/candidates.ts';
import { scanConfidence } from '../../text/page-confidence.ts';
import type { Answered, Citation, Claim, Interpretation, Library } from '../../types.ts';
import { type Faults, verify } from '../verify/verify.ts';
import { clip, type Draft } from './draft.ts';

/** Longest claim (UTF-16 units); its citation still quotes the whole sentence. */
const MAX_CLAIM_CHARACTERS = 300;

/** The citation of a candidate's sentence: the slice of the source, and how it is read where that differs. */
export function citationOf(candidate: Candidate, n: number, library: Library): Citation {
  const { start, end, read } = candidate.prepared.sentence;
  const quote = library.textOf(candidate.passage.reportId).slice(start, end);
  const squeezed = quote.replace(/\s+/gu, ' ').trim();
  const reading = read.replace(/\s+/gu, ' ').trim() === squeezed ? null : read;
  const { report } = candidate;
  const heading = candidate.passage.heading;
  return { n, report, start, end, quote, reading, heading, ...scanConfidence(report, { start, end }, library) };
}

/** Distinct sentences, in the order given. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ passage, prepared }) => {
    const key = `${passage.number}:${prepared.sentence.start}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Characters of a sentence by which it is found in the direct answer. */
const OPENING_CHARACTERS = 10;

/** Sentences in the order in which the direct answer says them, then the others, so that its marks ascend. */
function asSaid(candidates: readonly Candidate[], short: string): Candidate[] {
  const placeOf = ({ prepared }: Candidate): number => {
    const words = prepared.sentence.read.trim();
    const at = [words.slice(0, OPENING_CHARACTERS), words.slice(-OPENING_CHARACTERS)].map((part) =>
      short.indexOf(part),
    );
    return at.find((place) => place >= 0) ?? short.length;
  };
  return candidates
    .map((candidate) => ({ candidate, place: placeOf(candidate) }))
    .sort((a, b) => a.place - b.place)
    .map(({ candidate }) => candidate);
}

/** Parts of an answer before citations are numbered. */
interface Composition {
  readonly draft: Draft;
  /** Further sentences worth showing below the supports. */
  readonly extras: readonly Candidate[];
  /** Of the sentence that it stands on, 0 … 1; absent where it stands on more than a sentence that was weighed. */
  readonly confidence?: number | undefined;
  readonly interpretation: Interpretation;
}

/** Returns the answer that a draft makes; null if the verifier finds something in it that no citation carries. */
export function compose({ draft, extras, confidence, interpretation }: Composition, library: Library): Answered | null {
  const candidates = distinct([...asSaid(draft.supports, draft.short), ...extras]);
  const citations = candidates.map((candidate, index) => citationOf(candidate, index + 1, library));
  const claims = candidates.map(
    (candidate, index): Claim => ({
      text: clip(candidate.prepared.sentence.read, MAX_CLAIM_CHARACTERS),
      citations: [index + 1],
    }),
  );
  const [firstClaim, ...moreClaims] = claims;
  const [firstCitation, ...moreCitations] = citations;
  if (!firstClaim || !firstCitation) return null;
  const answer: Answered = {
    status: 'answered',
    short: draft.short,
    claims: [firstClaim, ...moreClaims],
    citations: [firstCitation, ...moreCitations],
    interpretation,
    mode: 'extractive',
    ...(draft.isUnsure && { certainty: 'unsure' }),
    ...(confidence !== undefined && { confidence }),
  };
  const faults: Faults = verify(answer, draft.computed);
  return faults.length === 0 ? answer : null;
}
