// Sorts the parts of a reply by where the page draws them: blocks, buttons, citations. Pure; changes no text.
import { scanNote } from '../../../../chat/asking/place.ts';
import { isMended } from '../../../../chat/asking/reading.ts';
import type { CitationJson, ReplyJson, ShownJson } from '../../server/schemas.ts';
import { hrefOf } from '../router.ts';

/** A block of a reply. */
export type BlockJson = ReplyJson['blocks'][number];

/**
 * Returns the blocks of a reply's body. Drawn elsewhere: sources and their introduction (from the answer itself), the interpretation
 * (chips), and the heading of a quiz item.
 */
export function bodyBlocks({ blocks, shown, posed }: ReplyJson): readonly BlockJson[] {
  const own = posed === undefined ? blocks : blocks.slice(0, blocks.length - trailingNotices(blocks).length);
  return shown === undefined ? own : own.filter((block) => block.kind !== 'source' && !isDrawnElsewhere(block, shown));
}

/** Returns the heading of a reply's quiz item: the notices at the end of the reply. */
export function itemHeading({ blocks, posed }: ReplyJson): string {
  return posed === undefined
    ? ''
    : trailingNotices(blocks)
        .map(({ text }) => text)
        .join(' ');
}

function trailingNotices(blocks: readonly BlockJson[]): readonly BlockJson[] {
  const last = blocks.findLastIndex(({ kind }) => kind !== 'notice');
  return blocks.slice(last + 1);
}

/** True if the page draws a notice elsewhere: the interpretation as chips, the introduction of the nearest evidence as its title. */
function isDrawnElsewhere(block: BlockJson, { answer: { interpretation } }: ShownJson): boolean {
  if (block.kind !== 'notice' || block.tells === undefined) return false;
  return block.tells === 'nearest' || interpretation.districts.length > 0 || interpretation.period !== null;
}

/** A button of a reply. */
type ButtonJson = ReplyJson['buttons'][number];

/** Not in the row of buttons: marks open sources, thumbs are among the actions, chips change the interpretation. */
const ELSEWHERE = ['source', 'good', 'bad', 'swap', 'year'];

const verbOf = ({ token }: ButtonJson): string => token.split(':')[0] ?? '';

/** Returns the buttons of the row under a reply. */
export function rowButtons(buttons: readonly ButtonJson[], shown: ShownJson | undefined): ButtonJson[] {
  return buttons.filter((button) => shown === undefined || !ELSEWHERE.includes(verbOf(button)));
}

/** Returns the token of the button whose token starts with a verb; null if there is none. */
export function tokenOf(buttons: readonly ButtonJson[], verb: string): string | null {
  return buttons.find((button) => verbOf(button) === verb)?.token ?? null;
}

/** Returns the citations of an answer, or the nearest evidence of a refusal. */
export function citationsOf({ answer }: ShownJson): readonly CitationJson[] {
  return answer.status === 'answered' ? answer.citations : (answer.refusal?.nearest ?? []);
}

/** True if an answer is about a file of one's own, which nobody can open. @param answerId id of the answer */
export function isOfOwnFile(answerId: string): boolean {
  return answerId.startsWith('file-');
}

/** True if the server keeps an answer: not one about a file of one's own, nor one that somebody else shared. */
export function isKept({ id }: ShownJson): boolean {
  return /^[0-9a-z]+$/u.test(id);
}

/** Returns the address of a citation in the report view. @param answerId answer whose citations can be stepped through there */
export function citationHref({ document, start, end }: CitationJson, answerId: string | null): string {
  return hrefOf('read', document.id, { from: start, to: end, answer: answerId ?? '' });
}

/** True if the texts already contain the cited words (ignoring whitespace and marks), so that they need not be repeated below. */
function isQuotedIn({ quote, reading }: CitationJson, texts: readonly string[]): boolean {
  const bare = (text: string): string => text.replace(/\[\d{1,3}\]|[\s。；;.]/gu, '');
  const said = bare(texts.join(''));
  return [quote, reading ?? quote].some((words) => said.includes(bare(words)));
}

/** Citations with the same source line. */
interface PlaceGroup {
  readonly place: string;
  readonly citations: readonly CitationJson[];
}

/** Splits citations into those whose words the texts already contain, grouped by source line, and the others; both in order. */
export function groupByPlace(
  citations: readonly CitationJson[],
  said: readonly string[],
): [PlaceGroup[], CitationJson[]] {
  const byPlace = new Map<string, CitationJson[]>();
  const others: CitationJson[] = [];
  for (const citation of citations) {
    const place = placeOf(citation);
    if (isQuotedIn(citation, said)) byPlace.set(place, [...(byPlace.get(place) ?? []), citation]);
    else others.push(citation);
  }
  return [[...byPlace].map(([place, own]) => ({ place, citations: own })), others];
}

/** Returns a citation's source line: title, headings, publisher, date. */
export function placeOf({ document, heading, confidence }: CitationJson): string {
  const title = [`《${document.title}》`, ...heading].join(' › ');
  const scan = document.isScanned === true ? scanNote(confidence) : null;
  return [title, document.publisher, document.publishedOn, scan].filter((part) => part !== null).join(' · ');
}

/** Returns the exact words of a citation in quotation marks; damaged words behind their reading. @param inOriginal stands before damaged words */
export function quotedWords({ quote, reading }: CitationJson, inOriginal: string): string {
  const words = quote.trim();
  return isMended(quote, reading) ? `「${reading}」（${inOriginal}：「${words}」）` : `「${words}」`;
}
