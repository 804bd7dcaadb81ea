// Loads the user's conversations page by page; renames and deletes them.
import { useEffect, useState } from 'preact/hooks';
import type { ConversationLineJson, ConversationsJson } from '../../server/schemas-conversations.ts';
import { faultText, usePage } from '../context.ts';

interface ConversationsState {
  readonly lines: readonly ConversationLineJson[];
  readonly more: boolean;
  readonly isLoading: boolean;
  readonly fault: string;
}

/** The user's conversations, latest first, with actions on them. */
interface ConversationsResource extends ConversationsState {
  /** Loads older ones. */
  loadMore(): void;
  rename(id: string, name: string): void;
  remove(id: string): void;
}

const NOTHING: ConversationsState = { lines: [], more: false, isLoading: true, fault: '' };
const ALL = '/api/conversations';

/** Loads the conversations that hold a text in their name, questions or answers; all if it is empty. */
export function useConversations(query: string): ConversationsResource {
  const { api, wording, announce } = usePage();
  const [held, setHeld] = useState(NOTHING);
  const failed = (fault: unknown): void =>
    setHeld((was) => ({ ...was, isLoading: false, fault: faultText(fault, wording) }));
  const load = (before: readonly ConversationLineJson[], isWanted: () => boolean = () => true): Promise<void> =>
    api.get<ConversationsJson>(ALL, { query, before: before.at(-1)?.latest }).then(({ conversations, more }) => {
      if (isWanted()) setHeld({ lines: [...before, ...conversations], more, isLoading: false, fault: '' });
    }, failed);
  const change = (lines: (before: readonly ConversationLineJson[]) => readonly ConversationLineJson[]): void =>
    setHeld((was) => ({ ...was, lines: lines(was.lines) }));
  useEffect(() => {
    let isWanted = true;
    void load([], () => isWanted);
    return () => {
      isWanted = false;
    };
  }, [query]);
  return {
    ...held,
    loadMore: () => void load(held.lines),
    rename: (id, name) =>
      void api.send('POST', `${ALL}/${id}`, { name }).then(() => {
        change((lines) => lines.map((line) => (line.id === id ? { ...line, name } : line)));
      }, failed),
    remove: (id) =>
      void api.send('DELETE', `${ALL}/${id}`).then(() => {
        change((lines) => lines.filter((line) => line.id !== id));
        announce(wording.history.removed);
      }, failed),
  };
}
