// Loads data from the API for a part of the page.
import { useCallback, useEffect, useState } from 'preact/hooks';
import { addressOf, type Query } from './api.ts';
import { faultText, usePage } from './context.ts';

/** Data from the server and the state of loading it. */
export interface Resource<T> {
  readonly state: 'loading' | 'ready' | 'failed';
  /** Kept while the next value loads, so that the page does not flicker. */
  readonly value: T | null;
  readonly fault: string;
  /** Loads again. */
  reload(): void;
}

/** Loads from an address whenever it changes; null loads nothing. */
export function useResource<T>(path: string | null, query: Query = {}): Resource<T> {
  const { api, wording } = usePage();
  const address = path === null ? null : addressOf(path, query);
  const [round, setRound] = useState(0);
  const [held, setHeld] = useState<Omit<Resource<T>, 'reload'>>({ state: 'loading', value: null, fault: '' });
  // The language decides nothing of what is loaded: `wording` and `api` are left out of what starts it anew.
  useEffect(() => {
    if (address === null) return undefined;
    let isWanted = true;
    setHeld(({ value }) => ({ state: 'loading', value, fault: '' }));
    api.get<T>(address).then(
      (value) => isWanted && setHeld({ state: 'ready', value, fault: '' }),
      (fault: unknown) => isWanted && setHeld({ state: 'failed', value: null, fault: faultText(fault, wording) }),
    );
    return () => {
      isWanted = false;
    };
  }, [address, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { ...held, reload };
}
