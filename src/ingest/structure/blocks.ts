// Text → blocks: what each paragraph, heading and piece of page furniture is. It cuts no sentences and no passages.
import type { Span } from '../../types.ts';
import { isTableHeader, MAX_HEADER_ROWS } from '../formats/table.ts';
import { frontMatterSpan } from '../source/front-matter.ts';
import { TitleFinder } from '../source/title-line.ts';
import { boilerplateLine } from './boilerplate.ts';
import { BARE_LEVEL, type HeadingForm, headingForm } from './headings.ts';
import { cutLine, type LinePart, lineSpans, trimmed } from './line-parts.ts';
import { findAbstract, findCaptions } from './repeats.ts';
import { findTableRows } from './table-lines.ts';
import type { CutText, TextBlock } from './text-block.ts';

/** The title is looked for in this many lines. */
const TITLE_LINES = 12;
/** From this many on, bare lines in a row are a list and no headings. */
const LIST_RUN = 3;
/** Of a line, this much is looked at to see whether it holds the headers of a table. */
const LONGEST_LOOK = 1_000;
/** Of headings that open no path: the title, which every passage has anyway, and the headers of a table. */
const UNNAMED_FORM: HeadingForm = { level: 0, label: '', kind: 'markdown' };

function body(span: Span): TextBlock {
  return { start: span.start, end: span.end, role: 'body', heading: null };
}

function boilerplate(span: Span): TextBlock {
  return { start: span.start, end: span.end, role: 'boilerplate', heading: null };
}

function headingBlock(span: Span, heading: HeadingForm): TextBlock {
  return { start: span.start, end: span.end, role: 'heading', heading };
}

function blockOf(text: string, piece: LinePart): TextBlock {
  if (piece.kind === 'byline') return boilerplate(piece);
  const content = text.slice(piece.start, piece.end);
  if (piece.kind === 'heading')
    return headingBlock(piece, { level: BARE_LEVEL, label: content.replace(/\s+/g, ' '), kind: 'bare' });
  if (boilerplateLine(content)) return boilerplate(piece);
  const form = headingForm(content);
  return form ? headingBlock(piece, form) : body(piece);
}

/** Returns the blocks of a line: a row of a table is one, whatever it holds. */
function lineBlocks(text: string, line: Span, title: Span | null): TextBlock[] {
  const blocks = title ? [headingBlock(title, UNNAMED_FORM)] : [];
  const rest = trimmed(text, title?.end ?? line.start, line.end);
  return rest ? [...blocks, ...cutLine(text, rest).map((piece) => blockOf(text, piece))] : blocks;
}

/** True if a line holds the headers of a table whose rows follow as sentences, which name their columns themselves. */
function isHeaderOfRows(text: string, lines: readonly Span[], index: number): boolean {
  const contents = lines
    .slice(index, index + MAX_HEADER_ROWS + 1)
    .map(({ start, end }) => text.slice(start, Math.min(end, start + LONGEST_LOOK)));
  const headers = contents.findIndex((content) => !isTableHeader(content));
  return headers > 0 && /^[^|]+[：。]/u.test(contents[headers] ?? '');
}

function rawBlocks(text: string, title: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  // A front matter describes the report and says nothing itself.
  const end = frontMatterSpan(text)?.end ?? 0;
  const finder = new TitleFinder(title);
  const lines = lineSpans(text, end, text.length);
  const rows = new Map(findTableRows(text, lines).map((row) => [row.from, row]));
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    const row = rows.get(index);
    if (!line) break;
    if (row) {
      const last = lines[row.to - 1] ?? line;
      blocks.push({ ...body({ start: line.start, end: last.end }), read: row.read });
      index = row.to - 1;
    } else if (isHeaderOfRows(text, lines, index)) blocks.push(headingBlock(line, UNNAMED_FORM));
    else blocks.push(...lineBlocks(text, line, index < TITLE_LINES ? finder.match(text, line) : null));
  }
  return blocks;
}

/** Ends of the runs of neighbouring headings that are alike, as [from, to) over the blocks without boilerplate. */
function headingRuns(blocks: readonly TextBlock[]): TextBlock[][] {
  const runs: TextBlock[][] = [];
  let last: TextBlock | null = null;
  for (const block of blocks) {
    if (block.role === 'boilerplate') continue;
    const alike =
      block.heading &&
      last?.heading &&
      block.heading.kind === last.heading.kind &&
      block.heading.level === last.heading.level;
    if (alike) runs.at(-1)?.push(block);
    else if (block.heading && block.heading.level > 0) runs.push([block]);
    last = block;
  }
  return runs;
}

/** Classifies a run of neighbouring headings: a heading in two lines, a list, or an item without a body. */
function settleRun(run: readonly TextBlock[]): Map<TextBlock, TextBlock> {
  const kind = run[0]?.heading?.kind;
  if (run.length === 1 || kind === 'markdown') return new Map();
  if (run.length >= LIST_RUN) return new Map(run.map((block) => [block, body(block)]));
  const [first, second] = run;
  if (!first?.heading || !second?.heading) return new Map();
  if (kind === 'numbered') return new Map([[first, body(first)]]);
  const joined = { ...first.heading, label: `${first.heading.label} ${second.heading.label}` };
  return new Map(run.map((block) => [block, headingBlock(block, joined)]));
}

/** Headings are headings of something: those guessed from too many short lines, or with nothing below them, are body. */
function settle(blocks: readonly TextBlock[]): TextBlock[] {
  const bareCount = blocks.filter((block) => block.heading?.kind === 'bare').length;
  const bodyCount = blocks.filter((block) => block.role === 'body').length;
  const trusted =
    bareCount > bodyCount ? blocks.map((block) => (block.heading?.kind === 'bare' ? body(block) : block)) : [...blocks];
  const changes = new Map(headingRuns(trusted).flatMap((run) => [...settleRun(run)]));
  const settled = trusted.map((block) => changes.get(block) ?? block);
  const lastBody = settled.findLastIndex((block) => block.role === 'body');
  return settled.map((block, index) => (index > lastBody && block.role === 'heading' ? body(block) : block));
}

/**
 * Returns the blocks of a report's text, in order; every character behind its front matter that is not white space lies in exactly one.
 * @param text the text without hard wraps (see `unwrap`) and residue (see `maskPageResidue`)
 * @param title marks the line that repeats it as a heading
 */
export function cutBlocks(text: string, title: string): CutText {
  const raw = rawBlocks(text, title);
  const captions = findCaptions(text, raw);
  const settled = settle(raw.map((block) => (captions.has(block) ? boilerplate(block) : block)));
  const abstract = findAbstract(text, settled);
  const blocks = settled.map((block) => (block === abstract ? boilerplate(block) : block));
  return { blocks, hasAbstract: abstract !== null, captionCount: captions.size };
}
