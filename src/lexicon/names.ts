// placeholder until the vocabulary lands
import type { Span } from '../types.ts';
/** A person. */
export interface PersonMention extends Span {
  readonly name: string;
  readonly post: string | null;
}
/** Persons. */
export function findPersons(_text: string): PersonMention[] {
  return [];
}
