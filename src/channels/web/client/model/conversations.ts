// Loads the user's conversations page by page; renames and deletes them.
import type { ConversationLineJson, ConversationsJson } from '../../server/schemas-conversations.ts';
import { usePage } from '../context.ts';
import { type PagedList, usePagedList } from './paged-list.ts';

/** The user's conversations, latest first, with actions on them. */
interface ConversationsResource extends PagedList<ConversationLineJson> {
  rename(id: string, name: string): void;
  remove(id: string): void;
}

const ALL = '/api/conversations';

/** Loads the conversations that hold a text in their name, questions or answers; all if it is empty. */
export function useConversations(query: string): ConversationsResource {
  const { api, wording, announce } = usePage();
  const list = usePagedList<ConversationLineJson>(query, (last) =>
    api
      .get<ConversationsJson>(ALL, { query, before: last?.latest })
      .then(({ conversations, more }) => ({ lines: conversations, more })),
  );
  return {
    ...list,
    rename: (id, name) =>
      void api.send('POST', `${ALL}/${id}`, { name }).then(() => {
        list.change(({ lines }) => ({ lines: lines.map((line) => (line.id === id ? { ...line, name } : line)) }));
      }, list.failed),
    remove: (id) =>
      void api.send('DELETE', `${ALL}/${id}`).then(() => {
        list.change(({ lines }) => ({ lines: lines.filter((line) => line.id !== id) }));
        announce(wording.history.removed);
      }, list.failed),
  };
}
