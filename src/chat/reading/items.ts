// Quiz items with their keys, as those who mind the house take them away. It makes none.
import { drawItems } from '../../quiz/making/draw.ts';
import type { Item, KeyPoint } from '../../quiz/types.ts';
import type { Citation } from '../../types.ts';
import { districtNamed } from '../places.ts';
import type { Turn } from '../turn.ts';

/** An item, whatever its kind. */
export interface ItemView {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly question: string;
  /** None for `fill-in` and `short-answer`. */
  readonly options: readonly string[];
  /** An index, indices, accepted texts, or the texts of the key points. */
  readonly correct: number | readonly number[] | readonly string[];
  readonly keyPoints?: readonly KeyPoint[];
  readonly explanation: string;
  readonly citation: Citation;
  readonly district: string | null;
  readonly topic: string;
}

/** Which items. */
export interface ItemQuery {
  /** As a person names it; absent: all. */
  readonly district?: string | undefined;
  /** Absent: all there are. */
  readonly count?: number | undefined;
  readonly seed: string;
}

/** Items drawn by a seed; none where the district is unknown. */
export function itemViews(
  { district, count = Number.POSITIVE_INFINITY, seed }: ItemQuery,
  { parts }: Turn,
): ItemView[] {
  const items = parts.service.items();
  const districts = [...new Set(items.map((item) => item.district))].filter((name) => name !== null);
  const name = district === undefined ? null : districtNamed(district, districts);
  const wanted = district === undefined ? items : items.filter((item) => name !== null && item.district === name);
  return drawItems(wanted, { count, seed }).map(viewOf);
}

function viewOf(item: Item): ItemView {
  const { id, kind, subject, question, explanation, citation, district, topic } = item;
  return { id, kind, subject, question, ...keyOf(item), explanation, citation, district, topic };
}

function keyOf(item: Item): Pick<ItemView, 'options' | 'correct' | 'keyPoints'> {
  switch (item.kind) {
    case 'fill-in':
      return { options: [], correct: item.accepted };
    case 'short-answer':
      return { options: [], correct: item.keyPoints.map(({ text }) => text), keyPoints: item.keyPoints };
    default:
      return { options: item.options, correct: item.correct };
  }
}
