// Loads one's past questions page by page, and deletes them.
import { useEffect, useState } from 'preact/hooks';
import type { ExchangeLineJson, HistoryJson } from '../../server/schemas.ts';
import { faultText, usePage } from '../context.ts';

interface Held {
  readonly exchanges: readonly ExchangeLineJson[];
  readonly more: boolean;
  readonly isLoading: boolean;
  readonly fault: string;
}

/** One's past questions, latest first, and what can be done with them. */
export interface PastQuestions extends Held {
  /** Loads older ones. */
  goOn(): void;
  remove(id: string): void;
  removeAll(): void;
}

const NOTHING: Held = { exchanges: [], more: false, isLoading: true, fault: '' };

/** The past questions that hold a text; all where it is empty. */
export function useHistory(query: string): PastQuestions {
  const { api, wording, announce } = usePage();
  const [held, setHeld] = useState(NOTHING);
  const failed = (fault: unknown): void =>
    setHeld((was) => ({ ...was, isLoading: false, fault: faultText(fault, wording) }));
  const load = (before: readonly ExchangeLineJson[], isWanted: () => boolean = () => true): Promise<void> =>
    api.get<HistoryJson>('/api/history', { query, before: before.at(-1)?.id }).then(({ exchanges, more }) => {
      if (isWanted()) setHeld({ exchanges: [...before, ...exchanges], more, isLoading: false, fault: '' });
    }, failed);
  const drop = (path: string, isKept: (exchange: ExchangeLineJson) => boolean): Promise<void> =>
    api.send('DELETE', path).then(() => {
      setHeld((was) => ({ ...was, exchanges: was.exchanges.filter(isKept), more: was.more && path !== ALL }));
      announce(wording.history.removed);
    }, failed);
  useEffect(() => {
    let isWanted = true;
    void load([], () => isWanted);
    return () => {
      isWanted = false;
    };
  }, [query]);
  return {
    ...held,
    goOn: () => void load(held.exchanges),
    remove: (id) => void drop(`${ALL}/${encodeURIComponent(id)}`, (exchange) => exchange.id !== id),
    removeAll: () => void drop(ALL, () => false),
  };
}

const ALL = '/api/history';
