// Characters without a shape of their own: controls, marks of direction, zero-width ones. In a report they hide words, turn a line around
// or speak to a terminal; nobody reads them.

/** Controls but white space; format characters (direction, zero width, soft hyphens, tags); halves of characters. */
const SHAPELESS = /[\p{Cf}\p{Cs}]|[^\P{Cc}\t\n\v\f\r]/gu;
/** Marks of direction and tags, which are put in to mislead. */
const MISLEADING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;

/**
 * Returns a text without characters that have no shape.
 * @example visibleText('新建\u202e289\u200b个') // => '新建289个'
 */
export function visibleText(text: string): string {
  return text.replace(SHAPELESS, '');
}

/** Returns how many characters of a text turn its direction or hide what it says. */
export function misleadingCount(text: string): number {
  return text.match(MISLEADING)?.length ?? 0;
}
