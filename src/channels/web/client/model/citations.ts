// What the page says of citations: which an answer has, where each stands, the address of its words.
import type { CitationJson, ShownJson } from '../../server/schemas.ts';
import { hrefOf } from '../router.ts';

/** The citations of an answer, or the nearest evidence of a refusal. */
export function citationsOf({ answer }: ShownJson): readonly CitationJson[] {
  return answer.status === 'answered' ? answer.citations : (answer.refusal?.nearest ?? []);
}

/** The address of a citation's words in the reader. @param answerId the answer whose evidence is stepped through there */
export function citationHref({ document, start, end }: CitationJson, answerId: string | null): string {
  return hrefOf('read', document.id, { from: start, to: end, answer: answerId ?? '' });
}

/** Whether a reply says the words of a citation itself, line ends and spaces aside: then they need not be said again below it. */
function isSaid({ quote, reading }: CitationJson, texts: readonly string[]): boolean {
  const bare = (text: string): string => text.replace(/\[\d{1,3}\]|[\s。；;.]/gu, '');
  const said = bare(texts.join(''));
  return [quote, reading ?? quote].some((words) => said.includes(bare(words)));
}

/** Citations of one place. */
export interface Gathered {
  readonly place: string;
  readonly citations: readonly CitationJson[];
}

/** Parts citations into those whose words the texts say already, gathered by their place, and the others; both in order. */
export function gather(citations: readonly CitationJson[], said: readonly string[]): [Gathered[], CitationJson[]] {
  const byPlace = new Map<string, CitationJson[]>();
  const others: CitationJson[] = [];
  for (const citation of citations) {
    const place = placeOf(citation);
    if (isSaid(citation, said)) byPlace.set(place, [...(byPlace.get(place) ?? []), citation]);
    else others.push(citation);
  }
  return [[...byPlace].map(([place, own]) => ({ place, citations: own })), others];
}

/** Where a citation comes from, in a line. */
export function placeOf({ document, heading }: CitationJson): string {
  const title = [`《${document.title}》`, ...heading].join(' › ');
  return [title, document.publisher, document.publishedOn].filter((part) => part !== null).join(' · ');
}
