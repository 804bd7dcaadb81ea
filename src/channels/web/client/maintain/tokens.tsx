// Tokens for scripts: created, listed, revoked.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { NewTokenJson, TokensJson } from '../../server/schemas-admin.ts';
import { usePage } from '../context.ts';
import { IconButton, OneTimeText } from '../parts/buttons.tsx';
import { Rows } from '../parts/common.tsx';
import { Field } from '../parts/fields.tsx';
import { useResource } from '../resource.ts';
import { dateText } from '../wording/wordings.ts';

const MAX_NAME_CHARACTERS = 60;

/** The reader's tokens. */
export function TokensPart(): JSX.Element {
  const { api, language, wording, fail } = usePage();
  const tokens = useResource<TokensJson>('/api/tokens');
  const [made, setMade] = useState<NewTokenJson | null>(null);
  const make = (name: string): void =>
    void api.send<NewTokenJson>('POST', '/api/tokens', { name }).then((token) => {
      setMade(token);
      tokens.reload();
    }, fail);
  const remove = (id: string): void =>
    void api.send('DELETE', `/api/tokens/${encodeURIComponent(id)}`).then(tokens.reload, fail);
  return (
    <>
      <section class="card">
        <TokenForm make={make} />
        {made !== null && <OneTimeText label={wording.maintain.tokenOnce} text={made.token} />}
        <p class="hint">{wording.maintain.tokenNote}</p>
      </section>
      <Rows resource={tokens} rowsOf={(value) => value.tokens} none={wording.maintain.noTokens}>
        {({ id, name, madeAt }) => (
          <li key={id} class="row-place">
            <span class="row">
              <strong>{name}</strong>
              <span class="hint">{dateText(madeAt, language)}</span>
            </span>
            <IconButton icon="trash" label={`${wording.history.remove}：${name}`} act={() => remove(id)} />
          </li>
        )}
      </Rows>
    </>
  );
}

function TokenForm({ make }: { make: (name: string) => void }): JSX.Element {
  const { maintain } = usePage().wording;
  const [name, setName] = useState('');
  const send = (event: Event): void => {
    event.preventDefault();
    make(name.trim());
    setName('');
  };
  const limits = { required: true, maxLength: MAX_NAME_CHARACTERS, autocomplete: 'off' } as const;
  return (
    <form class="filters" onSubmit={send}>
      <Field label={maintain.tokenName} value={name} set={setName} {...limits} />
      <button type="submit" class="accent">
        {maintain.makeToken}
      </button>
    </form>
  );
}
