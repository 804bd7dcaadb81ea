// Loads the user's past questions page by page, and deletes them.
import type { ExchangeLineJson, HistoryJson } from '../../server/schemas.ts';
import { usePage } from '../context.ts';
import { type PagedList, usePagedList } from './paged-list.ts';

/** The user's past questions, latest first, with actions on them. */
interface HistoryResource extends PagedList<ExchangeLineJson> {
  remove(id: string): void;
  removeAll(): void;
}

const ALL = '/api/history';

/** Loads the past questions that contain a text; all if it is empty. */
export function useHistory(query: string): HistoryResource {
  const { api, wording, announce } = usePage();
  const list = usePagedList<ExchangeLineJson>(query, (last) =>
    api.get<HistoryJson>(ALL, { query, before: last?.id }).then(({ exchanges, more }) => ({ lines: exchanges, more })),
  );
  const drop = (path: string, isKept: (line: ExchangeLineJson) => boolean): Promise<void> =>
    api.send('DELETE', path).then(() => {
      list.change(({ lines, more }) => ({ lines: lines.filter(isKept), more: more && path !== ALL }));
      announce(wording.history.removed);
    }, list.failed);
  return {
    ...list,
    remove: (id) => void drop(`${ALL}/${encodeURIComponent(id)}`, (line) => line.id !== id),
    removeAll: () => void drop(ALL, () => false),
  };
}
