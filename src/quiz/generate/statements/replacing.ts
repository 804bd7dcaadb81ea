// Replaces stretches of a text while a target in it is kept in sight.
import type { Span } from '../../../types.ts';

/** A text with a stretch of it that matters; null: none does. */
export interface Marked {
  readonly text: string;
  readonly target: Span | null;
}

/** A stretch of a text and what is to stand in its place. */
interface Replacement extends Span {
  readonly by: string;
}

/** Returns a text with one stretch replaced, the target moved along; null where the stretch touches the target. */
export function replaced({ text, target }: Marked, { start, end, by }: Replacement): Marked | null {
  const changed = text.slice(0, start) + by + text.slice(end);
  if (target === null || target.end <= start) return { text: changed, target };
  if (target.start < end) return null;
  const shift = by.length - (end - start);
  return { text: changed, target: { start: target.start + shift, end: target.end + shift } };
}

/** Returns all replacements made, whatever their order; null where one touches the target. They must not overlap. */
export function allReplaced(marked: Marked, replacements: readonly Replacement[]): Marked | null {
  const lastFirst = [...replacements].sort((left, right) => right.start - left.start);
  return lastFirst.reduce<Marked | null>((now, replacement) => now && replaced(now, replacement), marked);
}

/** Returns the first match of a pattern replaced by other words; null where it touches the target. No match: nothing changes. */
export function firstReplaced(marked: Marked, pattern: RegExp, by: string): Marked | null {
  const match = pattern.exec(marked.text);
  if (!match) return marked;
  return replaced(marked, { start: match.index, end: match.index + match[0].length, by });
}

/** Returns a replacement for every match of a global pattern. */
export function everyMatch(pattern: RegExp, text: string, by: string): Replacement[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, by }));
}
