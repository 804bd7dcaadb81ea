// Loads the user's past questions page by page, and deletes them.
import { useEffect, useState } from 'preact/hooks';
import type { ExchangeLineJson, HistoryJson } from '../../server/schemas.ts';
import { faultText, usePage } from '../context.ts';

interface HistoryState {
  readonly exchanges: readonly ExchangeLineJson[];
  readonly more: boolean;
  readonly isLoading: boolean;
  readonly fault: string;
}

/** The user's past questions, latest first, with actions on them. */
interface HistoryResource extends HistoryState {
  /** Loads older questions. */
  loadMore(): void;
  remove(id: string): void;
  removeAll(): void;
}

const NOTHING: HistoryState = { exchanges: [], more: false, isLoading: true, fault: '' };

/** Loads the past questions that contain a text; all if it is empty. */
export function useHistory(query: string): HistoryResource {
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
    loadMore: () => void load(held.exchanges),
    remove: (id) => void drop(`${ALL}/${encodeURIComponent(id)}`, (exchange) => exchange.id !== id),
    removeAll: () => void drop(ALL, () => false),
  };
}

const ALL = '/api/history';
