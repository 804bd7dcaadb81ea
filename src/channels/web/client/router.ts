// Parses and builds the page's addresses. Pure.

/** The screens of the page. */
export const SCREENS = ['ask', 'read', 'browse', 'practise', 'history', 'maintain', 'join'] as const;

/** A screen of the page. */
export type Screen = (typeof SCREENS)[number];

/** A route: a screen, a part of it (a report's id, a tab, a code; empty: none) and its query. */
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

const isScreen = (name: string): name is Screen => (SCREENS as readonly string[]).includes(name);

/** Parses an address; unknown paths lead to `ask`. @example parseRoute('/read/a', '?from=3&to=9').part // => 'a' */
export function parseRoute(path: string, search = ''): Route {
  const [first = '', ...rest] = path.split('/').filter((part) => part !== '');
  const query = Object.fromEntries(new URLSearchParams(search));
  if (first === 'ask' || !isScreen(first)) return { screen: 'ask', part: '', query };
  return { screen: first, part: decode(rest.join('/')), query };
}

/** Returns the address of a route; empty query values are left out. */
export function hrefOf(screen: Screen, part = '', query: Readonly<Record<string, string | number>> = {}): string {
  const path = screen === 'ask' ? '/' : `/${screen}${part === '' ? '' : `/${encodeURIComponent(part)}`}`;
  const set = Object.entries(query).filter(([, value]) => value !== '');
  const search = new URLSearchParams(Object.fromEntries(set.map(([name, value]) => [name, String(value)]))).toString();
  return search === '' ? path : `${path}?${search}`;
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
