// The bar above a thread: the conversation's name, and what can be done with it.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import { Icon } from '../icons.tsx';
import type { Chat } from '../model/chat.ts';
import type { Conversation } from '../model/conversation.ts';
import { isKept } from '../model/reply.ts';
import { ShareButton } from './share-button.tsx';

/** Longest name of a conversation, as the server has it. */
export const MAX_NAME_CHARACTERS = 80;

/** The bar of a conversation in which something was asked. */
export function ConversationBar({ conversation, chat }: { conversation: Conversation; chat: Chat }): JSX.Element {
  const { wording } = usePage();
  const words = wording.conversation;
  const { id, kept } = conversation;
  const first = chat.thread.find(({ said }) => said !== null)?.said ?? wording.screens.ask;
  const hasKept = chat.thread.some(({ reply }) => reply?.shown !== undefined && isKept(reply.shown));
  return (
    <div class="conversation-bar">
      <Name name={kept?.name ?? first} rename={conversation.rename} />
      {hasKept && <ShareButton thing={{ conversation: id }} label={words.share} />}
      {hasKept && (
        <a class="action" href={`/api/conversations/${id}/text`} download>
          <Icon name="save" />
          <span>{words.save}</span>
        </a>
      )}
      <button type="button" class="action" onClick={conversation.startNew}>
        <Icon name="plus" />
        <span>{words.startNew}</span>
      </button>
    </div>
  );
}

/** A name, and the field to change it. */
function Name({ name, rename }: { name: string; rename: (name: string) => void }): JSX.Element {
  const words = usePage().wording.conversation;
  const [draft, setDraft] = useState<string | null>(null);
  if (draft === null) {
    return (
      <button type="button" class="action name" onClick={() => setDraft(name)} title={words.rename}>
        <span class="hidden">{words.rename}：</span>
        <span class="cut">{name}</span>
      </button>
    );
  }
  const send = (event: Event): void => {
    event.preventDefault();
    if (draft.trim() !== '' && draft !== name) rename(draft.trim());
    setDraft(null);
  };
  return (
    <form class="name" onSubmit={send}>
      <input
        aria-label={words.name}
        value={draft}
        maxLength={MAX_NAME_CHARACTERS}
        ref={(field) => field?.focus()}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={({ key }) => key === 'Escape' && setDraft(null)}
        onBlur={send}
      />
    </form>
  );
}
