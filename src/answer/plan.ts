// What to look for, and where: one search for a plain question, one for each district of a comparison.
import type { ReportId } from '../types.ts';
import type { Understanding } from '../understand/types.ts';

/** One search that an answer needs. */
export interface Search {
  /** Folded text to search with. */
  readonly text: string;
  /** Words of the topics that it names; they count little. */
  readonly related: readonly string[];
  /** Full names of the districts whose reports are searched; empty: all reports. */
  readonly districts: readonly string[];
  /** Names of those districts and of what contains them: passages of reports of no certain district that hold one are searched too. */
  readonly textNames: readonly string[];
  /** The reports that are searched instead; null: those of the districts. */
  readonly reports: readonly ReportId[] | null;
  /** How many passages are looked at. */
  readonly count: number;
}

const PASSAGES_FOR_ONE = 14;
const PASSAGES_FOR_CELL = 8;
const PASSAGES_FOR_WHICH = 24;
/** A question about "every district" looks at this many districts at most. */
export const MAX_DISTRICTS = 12;

/** The question for one district of a comparison: what is said of all of them, and what is said of it alone. */
function cellText({ matching, ownTerms }: Understanding, district: string): string {
  let shared = matching;
  for (const [other, own] of ownTerms) {
    if (other !== district)
      for (const piece of own.split(/\s+/u)) if (piece.length > 1) shared = shared.replace(piece, ' ');
  }
  return shared;
}

/**
 * The searches that a question needs, in the order in which the answer names its parts: never none.
 * @param districts full names of all indexed districts
 */
export function searchesFor(understanding: Understanding, districts: readonly string[]): [Search, ...Search[]] {
  const everywhere: Search = {
    text: understanding.matching,
    related: [],
    districts: [],
    textNames: [],
    reports: understanding.places.length > 0 ? understanding.places : null,
    count: PASSAGES_FOR_WHICH,
  };
  if (understanding.scope === 'which') return [{ ...everywhere, districts: understanding.districts }];
  if (understanding.scope === 'one')
    return [
      {
        ...everywhere,
        districts: understanding.districts,
        textNames: understanding.textNames,
        count: PASSAGES_FOR_ONE,
      },
    ];
  const named =
    understanding.scope === 'compare' || understanding.districts.length > 0
      ? understanding.districts
      : districts.slice(0, MAX_DISTRICTS);
  const related = [...new Set(understanding.terms.flatMap((term) => term.related))];
  const [first, ...rest] = named.map((district) => ({
    text: cellText(understanding, district),
    related,
    districts: [district],
    textNames: [],
    reports: null,
    count: PASSAGES_FOR_CELL,
  }));
  return first ? [first, ...rest] : [everywhere];
}
