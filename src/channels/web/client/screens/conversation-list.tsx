// The user's conversations: found, opened, renamed, written out, deleted; and the links by which they are shared.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ConversationLineJson, SharesJson } from '../../server/schemas-conversations.ts';
import { usePage } from '../context.ts';
import { useConversations } from '../model/conversations.ts';
import { Confirm, IconButton } from '../parts/buttons.tsx';
import { FaultLine, Rows, Waiting } from '../parts/common.tsx';
import { MAX_NAME_CHARACTERS } from '../parts/conversation-bar.tsx';
import { Field, SearchField } from '../parts/fields.tsx';
import { useResource } from '../resource.ts';
import { hrefOf } from '../router.ts';
import { dateTimeText } from '../wording/wordings.ts';
import type { ScreenProps } from './part-screen.tsx';

/** The conversations, latest first. */
export function ConversationList({ conversation, asking }: ScreenProps): JSX.Element {
  const { wording, route, go } = usePage();
  const query = route.query['query'] ?? '';
  const held = useConversations(query);
  const search = (text: string): void => go(hrefOf('history', '', { query: text }), 'replace');
  const remove = (id: string): void => {
    held.remove(id);
    if (id !== conversation.id) return;
    asking.clear();
    conversation.forget();
  };
  return (
    <>
      <SearchField label={wording.conversation.search} value={query} search={search} />
      {held.fault !== '' && <FaultLine text={held.fault} />}
      {held.isLoading && held.lines.length === 0 && <Waiting />}
      {!held.isLoading && held.lines.length === 0 && held.fault === '' && <p class="hint">{wording.history.none}</p>}
      <ul class="rows">
        {held.lines.map((line) => (
          <ConversationRow key={line.id} line={line} rename={held.rename} remove={remove} />
        ))}
      </ul>
      {held.more && (
        <button type="button" onClick={held.loadMore}>
          {wording.history.olderOnes}
        </button>
      )}
      <SharedLinks />
    </>
  );
}

interface RowProps {
  readonly line: ConversationLineJson;
  readonly rename: (id: string, name: string) => void;
  readonly remove: (id: string) => void;
}

function ConversationRow({ line, rename, remove }: RowProps): JSX.Element {
  const { wording, language } = usePage();
  const words = wording.conversation;
  const { id, name, question, questions, at } = line;
  const [draft, setDraft] = useState<string | null>(null);
  const title = name ?? question;
  const send = (event: Event): void => {
    event.preventDefault();
    if (draft !== null && draft.trim() !== '') rename(id, draft.trim());
    setDraft(null);
  };
  return (
    <li class="row-place">
      <a class="row" href={hrefOf('ask', id)}>
        <strong>{title}</strong>
        {name !== null && <span class="excerpt">{question}</span>}
        <span class="hint">
          {dateTimeText(at, language)} · {words.questions(questions)}
        </span>
      </a>
      <IconButton icon="pen" label={`${words.rename}：${title}`} act={() => setDraft(title)} />
      <Confirm label={wording.history.remove} question={words.removeSure(title)} act={() => remove(id)} />
      {draft !== null && (
        <form class="rename" onSubmit={send}>
          <Field label={words.name} value={draft} set={setDraft} maxLength={MAX_NAME_CHARACTERS} />
          <button type="submit">{wording.yes}</button>
        </form>
      )}
    </li>
  );
}

/** The links that the user made; each can be ended. */
function SharedLinks(): JSX.Element | null {
  const { me, api, wording, language, fail } = usePage();
  const words = wording.conversation;
  const shares = useResource<SharesJson>(me.acts.includes('share') ? '/api/shares' : null);
  if (shares.value === null || shares.value.shares.length === 0) return null;
  const end = (id: string): void =>
    void api.send('DELETE', `/api/shares/${encodeURIComponent(id)}`).then(shares.reload, fail);
  return (
    <section class="card" aria-label={words.links}>
      <h2>{words.links}</h2>
      <Rows resource={shares} rowsOf={(value) => value.shares} none={wording.history.none}>
        {({ id, conversation, exchange, at }) => (
          <li key={id} class="row-place">
            <a class="row" href={exchange === null ? hrefOf('ask', conversation) : hrefOf('history', exchange)}>
              {exchange === null ? words.linkOfAll : words.linkOfOne}
              <span class="hint">{dateTimeText(at, language)}</span>
            </a>
            <button type="button" class="action" onClick={() => end(id)}>
              {words.endLink}
            </button>
          </li>
        )}
      </Rows>
    </section>
  );
}
