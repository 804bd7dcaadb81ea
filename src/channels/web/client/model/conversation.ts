// The conversation of this tab: which one it is, what the server keeps of it, and what can be done with it.
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ConversationJson, SourceCountJson, SourceSetJson } from '../../server/schemas-conversations.ts';
import { usePage } from '../context.ts';
import { useResource } from '../resource.ts';
import { hrefOf } from '../router.ts';
import { storeConversation, storedConversation } from './settings.ts';

/** The conversation that a tab shows. */
export interface Conversation {
  readonly id: string;
  /** What is kept of it; null while that loads, and of one in which nothing was said or set yet. */
  readonly kept: ConversationJson | null;
  rename(name: string): void;
  /** Limits it to some reports. @param sources null: all reports */
  limit(sources: SourceSetJson | null): void;
  /** Loads again what is kept: something was said or sent that changes it. */
  reload(): void;
  /** Puts the file away that its questions are about: the reports answer again. */
  closeFile(): void;
  /** Goes on in a new conversation. */
  startNew(): void;
  /** Goes on in a new conversation at the next question, since this one was deleted. */
  forget(): void;
}

/** Returns an id that no conversation has. */
function newConversation(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => (byte % 36).toString(36)).join('');
}

/** The id of the tab's conversation, and whether the server may know it. */
interface Current {
  readonly id: string;
  readonly isNew: boolean;
}

function startingConversation(): Current {
  const id = storedConversation();
  return id === null ? { id: newConversation(), isNew: true } : { id, isNew: false };
}

/** Returns the tab's conversation: the one in the address (`/ask/ID`), else the one before, else a new one. */
export function useConversation(): Conversation {
  const { me, api, route, go, fail } = usePage();
  const [held, setHeld] = useState<Current>(startingConversation);
  const named = route.screen === 'ask' && route.part !== '' && route.part !== held.id ? route.part : null;
  const { id, isNew } = named === null ? held : { id: named, isNew: false };
  useEffect(() => {
    setHeld({ id, isNew });
    storeConversation(id);
  }, [id]);
  const path = `/api/conversations/${id}`;
  const { value, reload } = useResource<ConversationJson>(isNew || me.role === 'stranger' ? null : path);
  const again = (): void => {
    setHeld({ id, isNew: false });
    reload();
  };
  const set = (change: { name?: string; sources?: SourceSetJson | null }): void =>
    void api.send<SourceCountJson>('POST', path, change).then(again, fail);
  const closeFile = (): void => void api.send('DELETE', `${path}/file`).then(again, fail);
  const forget = useCallback(() => setHeld({ id: newConversation(), isNew: true }), []);
  const startNew = (): void => {
    forget();
    go(hrefOf('ask'), 'replace');
  };
  const kept = value?.id === id ? value : null;
  const rename = (name: string): void => set({ name });
  const limit = (sources: SourceSetJson | null): void => set({ sources });
  return { id, kept, rename, limit, reload: again, closeFile, startNew, forget };
}
