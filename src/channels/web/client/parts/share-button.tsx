// A button that makes a link to an answer or a conversation, and shows it; the link is ended in the history.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { NewShareJson } from '../../server/schemas-conversations.ts';
import { usePage } from '../context.ts';
import { ActionButton, OneTimeText } from './buttons.tsx';

/** What is shared: one answer, or a whole conversation. */
export type SharedThing = { readonly exchange: string } | { readonly conversation: string };

/** The button, and behind it the link once it is made; nothing for those who may not share. */
export function ShareButton({ thing, label }: { thing: SharedThing; label: string }): JSX.Element | null {
  const { me, api, wording, fail } = usePage();
  const [url, setUrl] = useState('');
  if (!me.acts.includes('share')) return null;
  const make = (): void =>
    void api.send<NewShareJson>('POST', '/api/shares', thing).then((made) => setUrl(made.url), fail);
  return (
    <>
      <ActionButton icon="share" label={label} act={make} />
      {url !== '' && <OneTimeText label={wording.conversation.shareNote} text={url} />}
    </>
  );
}
