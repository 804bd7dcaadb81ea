// Parses and builds the page's addresses. Pure.

/** The screens of the page. */
export const SCREENS = ['ask', 'read', 'browse', 'practise', 'history', 'shared', 'maintain', 'join'] as const;

/** A screen of the page. */
export type Screen = (typeof SCREENS)[number];

/** A route: a screen, a part of it (a report's id, a conversation's, a tab, a code; empty: none) and its query. */
export interface Route {
  readonly screen: Screen;
  readonly part: string;
  readonly query: Readonly<Record<string, string>>;
}

/** A range of a report's text, in UTF-16 units. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The part of an address that names a conversation. */
const CONVERSATION_ID = /^[0-9a-z]{1,24}$/u;

const isScreen = (name: string): name is Screen => (SCREENS as readonly string[]).includes(name);

/** Parses an address; unknown paths lead to `ask`. @example parseRoute('/read/a', '?from=3&to=9').part // => 'a' */
export function parseRoute(path: string, search = ''): Route {
  const [first = '', ...rest] = path.split('/').filter((part) => part !== '');
  const query = Object.fromEntries(new URLSearchParams(search));
  const part = decode(rest.join('/'));
  if (!isScreen(first)) return { screen: 'ask', part: '', query };
  return { screen: first, part: first === 'ask' && !CONVERSATION_ID.test(part) ? '' : part, query };
}

/** Returns the address of a route; empty query values are left out. */
export function hrefOf(screen: Screen, part = '', query: Readonly<Record<string, string | number>> = {}): string {
  const path = screen === 'ask' && part === '' ? '/' : `/${screen}${part === '' ? '' : `/${encodeURIComponent(part)}`}`;
  const set = Object.entries(query).filter(([, value]) => value !== '');
  const search = new URLSearchParams(Object.fromEntries(set.map(([name, value]) => [name, String(value)]))).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** A place of a report that is shown beside what led to it. */
export interface OpenEvidence {
  /** The report's id. */
  readonly report: string;
  readonly cited: Range;
  /** Id of the answer whose citations can be stepped through; empty: none. */
  readonly answer: string;
}

/** Names of the query parameters that hold the evidence beside a screen. */
const EVIDENCE_PARAMETERS = ['beside', 'from', 'to', 'answer'] as const;

/** Returns the evidence that an address shows beside its screen; null if it shows none. */
export function evidenceOf({ screen, query }: Route): OpenEvidence | null {
  const { beside: report = '', answer = '' } = query;
  const cited = rangeOf(query);
  return screen === 'read' || report === '' || cited === null ? null : { report, cited, answer };
}

/** Returns the address of a screen with other evidence beside it, or with none. */
export function hrefWithEvidence({ screen, part, query }: Route, evidence: OpenEvidence | null): string {
  const own = queryWithoutEvidence(query);
  if (evidence === null) return hrefOf(screen, part, own);
  const { report, cited, answer } = evidence;
  return hrefOf(screen, part, { ...own, beside: report, from: cited.from, to: cited.to, answer });
}

/** Returns the evidence that a link to a place of a report leads to; null for any other link, and on the screen of a report. */
export function evidenceBehind(link: Route, here: Route): OpenEvidence | null {
  if (link.screen !== 'read' || here.screen === 'read' || link.part === '') return null;
  const cited = rangeOf(link.query);
  return cited === null ? null : { report: link.part, cited, answer: link.query['answer'] ?? '' };
}

/** True if two addresses show the same screen, whatever evidence is beside it. */
export function isSameScreen(one: Route, other: Route): boolean {
  return hrefWithEvidence(one, null) === hrefWithEvidence(other, null);
}

function queryWithoutEvidence(query: Route['query']): Route['query'] {
  const names: readonly string[] = EVIDENCE_PARAMETERS;
  return Object.fromEntries(Object.entries(query).filter(([name]) => !names.includes(name)));
}

/** Returns the range of a report that a query names; null if there is none or it is invalid. */
export function rangeOf(query: Route['query']): Range | null {
  const from = naturalOf(query['from']);
  const to = naturalOf(query['to']);
  return from === null || to === null || to <= from ? null : { from, to };
}

function naturalOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/u.test(text) ? Number(text) : null;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
