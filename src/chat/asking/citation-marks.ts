// Puts citation marks `[1]` behind the sentences they support. It adds marks and changes no other character.
import type { Answered, Claim } from '../../types.ts';

const END = /[。！？；.!?;…]+[”’」』）)]*$/u;

/** The marks of citation numbers: each once, ascending. @example marksOf([2, 1, 2]) // => '[1][2]' */
export function marksOf(numbers: readonly number[]): string {
  return [...new Set(numbers)]
    .sort((a, b) => a - b)
    .map((n) => `[${n}]`)
    .join('');
}

/** A claim with its marks. */
export function markedClaim(claim: Claim): string {
  return `${claim.text.trim()}${marksOf(claim.citations)}`;
}

/** Returns a text without width, case, space and punctuation, for comparison. */
function essence(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s，。；、：！？,;:!?“”‘’"'「」『』（）()[\]《》]/gu, '')
    .replace(/\.$/u, '');
}

/** The direct answer with its marks, and the claims that it does not say already. */
export interface MarkedShort {
  readonly text: string;
  readonly rest: readonly Claim[];
}

/**
 * Marks the direct answer: behind each claim that stands in it word for word, else at its end.
 * An answer always ends up with at least one mark.
 */
export function markShort(answer: Answered): MarkedShort {
  const short = answer.short.trim();
  const said = essence(short);
  const isSaid = (claim: Claim): boolean => said !== '' && said.includes(essence(claim.text));
  const covered = answer.claims.filter(isSaid);
  const rest = answer.claims.filter((claim) => !isSaid(claim));
  const inline = markInside(short, covered);
  if (inline.unplaced.length === 0 && covered.length > 0) return { text: inline.text, rest };
  const rows = covered.length > 0 ? null : markRows(short, answer);
  if (rows !== null) return { text: rows, rest };
  const behind = covered.length > 0 ? inline.unplaced : supporting(short, answer.claims);
  return { text: inline.text + marksOf(behind.flatMap((claim) => claim.citations)), rest };
}

const ROW = /^(?<label>[^：:]{2,20})[：:](?<said>.+)$/u;

/** Marks each row of a table of districts (`泉山区：30名`) by the claims from that district's reports; null where it is no such table. */
function markRows(short: string, { claims, citations }: Answered): string | null {
  const rows = short.split('\n').map((line) => {
    const { label = '', said = '' } = ROW.exec(line)?.groups ?? {};
    const own = citations.filter(({ report }) => label !== '' && report.district?.includes(label)).map(({ n }) => n);
    const about = claims.filter((claim) => claim.citations.some((n) => own.includes(n)));
    return {
      line,
      marks: marksOf(about.length === 0 ? [] : supporting(said, about).flatMap((claim) => claim.citations)),
    };
  });
  return rows.some(({ marks }) => marks !== '') ? rows.map(({ line, marks }) => line + marks).join('\n') : null;
}

/** Words before the report's own: a frame, a verdict, the part of the district that a figure is of. */
const LEAD =
  /^(?:The report says:? |Yes: |No, the report says |不?是，(?:原文为)?|有，(?:提到了：)?|原文为|[^：（(]{2,30}：)/u;

/**
 * The claims behind a direct answer: for each of its parts (`12处（共340亩）` has two) the first claim that contains it;
 * all claims where a part stands in none, since the answer was then made from all.
 */
function supporting(short: string, claims: readonly Claim[]): readonly Claim[] {
  const parts = short
    .replace(LEAD, '')
    .split(/[（）()]/u)
    .map(essence);
  const found = parts
    .filter((part) => part !== '')
    .map((part) => claims.find((claim) => essence(claim.text).includes(part)));
  return found.includes(undefined) || found.length === 0 ? claims : found.filter((claim) => claim !== undefined);
}

/** Puts the marks of each claim behind its words, and a line end behind a marked sentence that others follow. */
function markInside(short: string, claims: readonly Claim[]): { text: string; unplaced: readonly Claim[] } {
  const unplaced: Claim[] = [];
  let text = short;
  for (const claim of claims) {
    const end = endOf(claim.text.trim().replace(END, ''), text);
    if (end === null) {
      unplaced.push(claim);
      continue;
    }
    const isSentence = /[。！？!?][”’」』）)]*$/u.test(text.slice(0, end)) && /^[^\s[]/u.test(text.slice(end));
    text = text.slice(0, end) + marksOf(claim.citations) + (isSentence ? '\n' : '') + text.slice(end);
  }
  return { text, unplaced };
}

/** Returns the offset behind the clause or sentence that the words form in a text; null if they form none. */
function endOf(words: string, text: string): number | null {
  if (words === '') return null;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const rest = text.slice(at + words.length);
    const end = /^(?:[。！？；.!?;…]+[”’」』）)]*|(?=[，、,：:\s[]|$))/u.exec(rest);
    if (end) return at + words.length + end[0].length;
  }
  return null;
}
