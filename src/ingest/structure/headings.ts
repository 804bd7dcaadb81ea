// Recognises headings by their form: Markdown, numbered, and short bare lines. It looks at one line; `blocks.ts` weighs neighbours.

/** A heading's rank: a lower level encloses a higher one. */
export interface HeadingForm {
  readonly level: number;
  /** The heading as it is shown: without Markdown marks. */
  readonly label: string;
  /** `bare` headings are guessed from their shortness alone. */
  readonly kind: 'markdown' | 'numbered' | 'bare';
}

/** Level of short bare lines: below chapters, above 一、. */
export const BARE_LEVEL = 20;

/** Numbers up to this level （一） open a section however short; those below only where enough follows. */
export const SECTION_LEVEL = 40;

/** Numbering styles of Chinese reports, outermost first. */
const NUMBERINGS: readonly (readonly [level: number, pattern: RegExp])[] = [
  [10, /^第[一二三四五六七八九十百\d]{1,4}[章编篇部]分?(?=[\s、：:\p{Script=Han}])/u],
  [15, /^第[一二三四五六七八九十百\d]{1,4}节(?=[\s、：:\p{Script=Han}])/u],
  [30, /^[一二三四五六七八九十]{1,3}、/u],
  [40, /^[（(][一二三四五六七八九十]{1,3}[）)]/u],
  [50, /^\d{1,2}(?:[.．](?!\d)|、)/u],
  [60, /^[（(]\d{1,2}[）)]/u],
];

const MARKDOWN = /^(#{1,6})\s+(.+?)(?:\s+#+)?$/;
/** A line that ends so is (part of) a sentence. */
const SENTENCE_END = /[。！？!?；;，,、：:…—-]["”’」』）)】》]*$/u;
const LIST_ITEM = /^(?:[-*+•·●○◆■□▪]|\d{1,2}[)）])\s*/u;
/** Marks that no heading holds: cells, ends of sentences, a dash or a full date at its start. */
const NOT_IN_BARE = /[|\t。；]|^[—－-]|\d{4}年\d{1,2}月\d{1,2}日/u;
/** No heading, marks and all, is longer: patterns that look back need not look at such a line. */
const MAX_LINE_CHARACTERS = 1_000;
const LONGEST_BARE = 30;
const LONGEST_NUMBERED = 40;
const MAX_COMMAS = 2;

function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

/** Returns the level of a line's numbering (一、 （一） 1. 第一章 …), or null if it has none. */
export function numberingLevel(line: string): number | null {
  return NUMBERINGS.find(([, pattern]) => pattern.test(line))?.[0] ?? null;
}

function isBare(line: string): boolean {
  if (line.length > LONGEST_BARE || SENTENCE_END.test(line) || LIST_ITEM.test(line) || NOT_IN_BARE.test(line))
    return false;
  // Emphasis is no heading mark, but a line that is nothing but emphasis is one: **一年之变**
  return (
    countHan(line) >= 4 && countHan(line) * 2 >= line.length && (line.match(/[，,、]/gu)?.length ?? 0) <= MAX_COMMAS
  );
}

/**
 * Returns the heading that a whole line may be, or null.
 * @param line without white space at its ends
 */
export function headingForm(line: string): HeadingForm | null {
  if (line.length > MAX_LINE_CHARACTERS) return null;
  const markdown = MARKDOWN.exec(line);
  if (markdown)
    return { level: markdown[1]?.length ?? 1, label: (markdown[2] ?? '').replace(/\*\*/g, ''), kind: 'markdown' };
  const label = line.replace(/^\*\*(.+)\*\*$/, '$1').replace(/[\s|｜]+$/u, '');
  const level = numberingLevel(label);
  if (level !== null) {
    const isHeading = line.length <= LONGEST_NUMBERED && !SENTENCE_END.test(line) && !/[。；]/u.test(line);
    return isHeading && countHan(line) >= 2 ? { level, label, kind: 'numbered' } : null;
  }
  return isBare(label) ? { level: BARE_LEVEL, label, kind: 'bare' } : null;
}

const LONGEST_LEAD = 30;
const LONGEST_PLAIN_LEAD = 24;
const LEAD_MARK =
  /^(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]|其[一二三四五]|首先|[—－-]{1,2}|[\p{Script=Han}]{2,4}之[一二三四五六七八九十][:：])/u;

/**
 * Returns the topic that the first sentence of a paragraph states for the rest of it (“1.精准防控。始终坚持……”, “——最优的环境。围绕……”), or null.
 * Such a sentence stays body: it can be an answer; the rest of the paragraph is found under it.
 */
export function leadOf(sentence: string): { level: number | null; label: string } | null {
  if (!/[。：:]["”]?$/u.test(sentence)) return null;
  const level = numberingLevel(sentence);
  const longest = level !== null || LEAD_MARK.test(sentence) ? LONGEST_LEAD + 4 : LONGEST_PLAIN_LEAD;
  if (sentence.length > longest || countHan(sentence) < 4 || /[！？!?]/u.test(sentence)) return null;
  return { level, label: sentence.replace(/[。：:]["”]?$/u, '').replace(/^[—－-]+/u, '') };
}

/** True if a sentence opens a new point within a paragraph: a passage may well start there. */
export function opensPoint(sentence: string): boolean {
  return LEAD_MARK.test(sentence) || numberingLevel(sentence) !== null;
}
