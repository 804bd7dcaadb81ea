// Parses the text of a reply block: citation marks, section headings, list items. Adds and drops no word.

/** A piece of text, or a citation mark. */
export type TextPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mark'; readonly n: number };

/** A part of a block: a heading (`【…】` alone on its line), a list (lines that open with `· `), or lines of text. */
export type Part =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'lines'; readonly lines: readonly string[] };

/** Splits a text at its citation marks. @param known numbers of the citations; other brackets stay text */
export function piecesOf(text: string, known: ReadonlySet<number>): TextPiece[] {
  const pieces: TextPiece[] = [];
  let rest = 0;
  for (const match of text.matchAll(/\[(\d{1,3})\]/gu)) {
    const n = Number(match[1]);
    if (!known.has(n)) continue;
    if (match.index > rest) pieces.push({ kind: 'text', text: text.slice(rest, match.index) });
    pieces.push({ kind: 'mark', n });
    rest = match.index + match[0].length;
  }
  if (rest < text.length) pieces.push({ kind: 'text', text: text.slice(rest) });
  return pieces;
}

/** Parses a block's text into headings, lists and lines; blank lines are dropped. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    const last = parts.at(-1);
    const heading = /^【(.+)】$/u.exec(trimmed)?.[1];
    const item = /^[·•]\s*(.+)$/u.exec(trimmed)?.[1];
    if (heading !== undefined) parts.push({ kind: 'heading', text: heading });
    else if (item !== undefined) {
      if (last?.kind === 'list') parts[parts.length - 1] = { kind: 'list', items: [...last.items, item] };
      else parts.push({ kind: 'list', items: [item] });
    } else if (last?.kind === 'lines') parts[parts.length - 1] = { kind: 'lines', lines: [...last.lines, trimmed] };
    else parts.push({ kind: 'lines', lines: [trimmed] });
  }
  return parts;
}

/** Groups parts under their headings, in order; parts before the first heading have none. */
export function sectionsOf(
  parts: readonly Part[],
): { readonly title: string | null; readonly parts: readonly Part[] }[] {
  const sections: { title: string | null; parts: Part[] }[] = [];
  for (const part of parts) {
    if (part.kind === 'heading') sections.push({ title: part.text, parts: [] });
    else if (sections.length === 0) sections.push({ title: null, parts: [part] });
    else sections.at(-1)?.parts.push(part);
  }
  return sections;
}
