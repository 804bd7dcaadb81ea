// Districts in a sentence against the district its evidence is about: a figure of one must not become another's.
import { type DistrictFinder, type DistrictMention, districtFinder } from '../../lexicon/places/districts.ts';
import { phrasesOf } from '../../text/clauses.ts';
import { fold } from '../../text/normalise.ts';
import { findQuantities, sameQuantity } from '../../text/numbers.ts';
import type { Citation } from '../../types.ts';
import { wordsOf } from './words.ts';

/** The evidence that sentences are judged by, prepared once for an answer. */
export interface Bench {
  readonly evidence: readonly Citation[];
  readonly find: DistrictFinder;
}

/**
 * Prepares the search for districts: the indexed ones, those the evidence is about, and all divisions.
 * @param indexed full names
 */
export function finderFor(evidence: readonly Citation[], indexed: readonly string[]): DistrictFinder {
  const own = evidence.map(({ report }) => report.district).filter((district) => district !== null);
  return districtFinder([...new Set([...indexed, ...own])]);
}

/** True if a report is about the district that a mention names. */
function isOwn({ report }: Citation, { fullName, surface }: DistrictMention): boolean {
  return report.district !== null && (report.district === fullName || fold(report.district).includes(fold(surface)));
}

const standsIn = (citation: Citation, { surface }: DistrictMention): boolean =>
  wordsOf([citation]).includes(fold(surface));

/**
 * Sentences that name the districts which the text names, the citations are about, but do not name: whoever cites them as well
 * lets a reader see the name. One for each.
 */
export function namingSentences(text: string, cited: readonly Citation[], { evidence, find }: Bench): Citation[] {
  const missing = find(text).filter((mention) => !cited.some((citation) => standsIn(citation, mention)));
  const naming = missing.flatMap((mention) => {
    const ids = new Set(cited.filter((citation) => isOwn(citation, mention)).map(({ report }) => report.id));
    return evidence.filter((citation) => ids.has(citation.report.id) && standsIn(citation, mention)).slice(0, 1);
  });
  return [...new Set(naming)];
}

function isMisplaced(clause: string, cited: readonly Citation[], find: DistrictFinder): boolean {
  const [only, ...others] = find(clause);
  if (!only || others.some(({ surface }) => surface !== only.surface)) return false;
  const ofDistrict = cited.filter((citation) => isOwn(citation, only) || standsIn(citation, only));
  const figures = findQuantities(wordsOf(ofDistrict));
  return findQuantities(clause).some((own) => !figures.some((other) => sameQuantity(own, other)));
}

/** Districts that no cited sentence names, and clauses that give a district a figure of another one. */
export function wrongDistricts(text: string, cited: readonly Citation[], find: DistrictFinder): string[] {
  const unnamed = find(text).filter((mention) => !cited.some((citation) => standsIn(citation, mention)));
  const clauses = phrasesOf(fold(text)).filter((clause) => isMisplaced(clause, cited, find));
  return [...unnamed.map(({ surface }) => surface), ...clauses];
}
