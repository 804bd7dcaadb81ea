// What every part of the page may use: who the reader is, the words, the server, where we are. Handed down by the shell.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { MeJson, WebLanguage } from '../server/schemas.ts';
import { type Api, ApiFault } from './api.ts';
import type { Route } from './router.ts';
import type { PageWording } from './wording/wordings.ts';

/** The page around a screen. */
export interface Page {
  readonly me: MeJson;
  readonly api: Api;
  readonly language: WebLanguage;
  readonly wording: PageWording;
  readonly route: Route;
  /** Goes to an address of the page. @param how `replace`: without a step in the browser's history */
  go(href: string, how?: 'push' | 'replace'): void;
  /** Says something in passing, seen and heard. */
  announce(text: string): void;
}

/** Where the page stands for its parts. */
export const PageContext = createContext<Page | null>(null);

/** The page around the calling part. @throws Error outside the shell */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error('usePage() is called outside the shell');
  return page;
}

/** What went wrong, in words for people: the server's own where it knows better what was refused and why. */
export function faultText(fault: unknown, { faults }: PageWording): string {
  if (!(fault instanceof ApiFault)) throw fault;
  const ours: Readonly<Record<number, string>> = {
    0: faults.offline,
    401: faults.signedOut,
    404: faults.gone,
    413: faults.tooLarge,
  };
  const wanted = ours[fault.status] ?? fault.message;
  if (wanted !== '') return wanted;
  return { 403: faults.forbidden, 429: faults.tooMuch }[fault.status] ?? faults.other;
}
