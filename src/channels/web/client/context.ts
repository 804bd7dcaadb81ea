// The context of the page, provided by the shell: the user, the wording, the API, the current route.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { MeJson, WebLanguage } from '../server/schemas.ts';
import { type ApiClient, RequestFault } from './api.ts';
import type { Route } from './router.ts';
import type { PageWording } from './wording/wordings.ts';

/** The context of the page. */
export interface Page {
  readonly me: MeJson;
  readonly api: ApiClient;
  readonly language: WebLanguage;
  readonly wording: PageWording;
  readonly route: Route;
  /** Items that are due for review, once the hour of the user's reminder has come. */
  readonly due: number;
  /** Goes to an address of the page. @param how `replace`: without a step in the browser's history */
  go(href: string, how?: 'push' | 'replace'): void;
  /** Shows a message for a moment; screen readers announce it. */
  announce(text: string): void;
  /** Announces the error message of a failed call. */
  fail(fault: unknown): void;
}

/** Provides the page's context to its parts. */
export const PageContext = createContext<Page | null>(null);

/** Returns the page's context. @throws Error outside the shell */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error('usePage() is called outside the shell');
  return page;
}

const HAN = /\p{Script=Han}/u;

/** Returns an error message for a failed call: the server's own where it says more than the status does, in the page's language. */
export function faultText(fault: unknown, { faults }: PageWording): string {
  if (!(fault instanceof RequestFault)) throw fault;
  const ours: Readonly<Record<number, string>> = {
    0: faults.offline,
    401: faults.signedOut,
    404: faults.gone,
    413: faults.tooLarge,
  };
  const isOurLanguage = HAN.test(fault.message) === HAN.test(faults.other);
  const wanted = ours[fault.status] ?? (isOurLanguage ? fault.message : '');
  if (wanted !== '') return wanted;
  return { 403: faults.forbidden, 429: faults.tooMuch }[fault.status] ?? faults.other;
}
