// Selects quiz items with their keys for download.
import { drawItems } from '../../quiz/random-choice.ts';
import type { Item } from '../../quiz/types.ts';
import { districtNamed } from '../asking/places.ts';
import type { Turn } from '../turn.ts';

/** Which items. */
export interface ItemQuery {
  /** As a person names it; absent: all. */
  readonly district?: string | undefined;
  /** Absent: all there are. */
  readonly count?: number | undefined;
  readonly seed: string;
}

/** Items drawn by a seed; none where the district is unknown. */
export function itemsDrawn(
  { district, count = Number.POSITIVE_INFINITY, seed }: ItemQuery,
  { parts }: Turn,
): readonly Item[] {
  const items = parts.service.items();
  const districts = [...new Set(items.map((item) => item.district))].filter((name) => name !== null);
  const name = district === undefined ? null : districtNamed(district, districts);
  const wanted = district === undefined ? items : items.filter((item) => name !== null && item.district === name);
  return drawItems(wanted, { count, seed });
}
