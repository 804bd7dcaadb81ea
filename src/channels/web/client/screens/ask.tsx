// The screen for asking: thread, composer and suggestions.
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SuggestionsJson } from '../../server/schemas.ts';
import { usePage } from '../context.ts';
import type { Chat } from '../model/chat.ts';
import type { Conversation } from '../model/conversation.ts';
import { cameFromInside } from '../navigation.ts';
import { Heading } from '../parts/common.tsx';
import { Composer } from '../parts/composer.tsx';
import { ConversationBar } from '../parts/conversation-bar.tsx';
import { ThreadView } from '../parts/thread-view.tsx';
import { useResource } from '../resource.ts';
import { hrefOf } from '../router.ts';
import { SourceChip } from '../sources/source-chip.tsx';
import type { ScreenProps } from './part-screen.tsx';

/** The screen for asking. */
export function AskScreen({ asking: chat, conversation }: ScreenProps): JSX.Element {
  const { wording } = usePage();
  const draft = useQuestionInAddress(chat);
  const isEmpty = chat.thread.length === 0;
  const attach = useAttaching(chat, conversation);
  const drop = useDroppedFile(attach);
  return (
    <div ref={drop} class={isEmpty ? 'ask empty' : 'ask'}>
      {isEmpty ? (
        <header class="welcome">
          <Heading text={wording.ask.title} />
          <p>{wording.tagline}</p>
        </header>
      ) : (
        <>
          <Heading text={wording.screens.ask} isHidden />
          <ConversationBar conversation={conversation} chat={chat} />
        </>
      )}
      <ThreadView chat={chat} />
      <div class="dock">
        <Composer draft={draft} isBusy={chat.isBusy} send={chat.say} stop={chat.stop} attach={attach} />
        <SourceChip conversation={conversation} />
      </div>
      {isEmpty && <Suggestions chat={chat} />}
    </div>
  );
}

/** Returns what takes a file to ask about; undefined for those who may send none. */
function useAttaching(chat: Chat, conversation: Conversation): ((file: File) => void) | undefined {
  const { me } = usePage();
  return me.acts.includes('file') && me.formats.length > 0
    ? (file) => chat.askAbout(file, conversation.reload)
    : undefined;
}

/** Lets a file be dropped onto an element. Returns the reference to put on it. */
function useDroppedFile(take: ((file: File) => void) | undefined): { readonly current: HTMLDivElement | null } {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = place;
    if (take === undefined || current === null) return undefined;
    const over = (event: DragEvent): void => event.preventDefault();
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (file !== undefined) take(file);
    };
    current.addEventListener('dragover', over);
    current.addEventListener('drop', drop);
    return () => {
      current.removeEventListener('dragover', over);
      current.removeEventListener('drop', drop);
    };
  });
  return place;
}

function Suggestions({ chat }: { chat: Chat }): JSX.Element | null {
  const { wording } = usePage();
  const { value } = useResource<SuggestionsJson>('/api/suggestions');
  if (value === null || value.questions.length === 0) return null;
  return (
    <section class="suggestions" aria-label={wording.ask.suggestions}>
      <h2>{wording.ask.suggestions}</h2>
      <ul>
        {value.questions.map((question) => (
          <li key={question}>
            <button type="button" onClick={() => chat.say(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Commands can change data: one in a link from elsewhere must not run just because the link is followed. */
const isCommand = (text: string): boolean => /^\s*[/／]/u.test(text);

/**
 * Asks the question in the address (`/?ask=…`) once, and removes it from the address, so that going back does not ask it again.
 * @returns the draft for the composer: a command from outside the page, which the user must send; else empty
 */
function useQuestionInAddress(chat: Chat): string {
  const { route, go } = usePage();
  const [draft, setDraft] = useState('');
  const asked = route.query['ask'] ?? '';
  useEffect(() => {
    if (asked === '') return;
    const isTrusted = cameFromInside() || !isCommand(asked);
    go(hrefOf('ask'), 'replace');
    if (isTrusted) chat.say(asked);
    else setDraft(asked);
  }, [asked]);
  return draft;
}
