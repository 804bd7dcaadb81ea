// Tokens for scripts: created with an extent and an end, listed, revoked.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { NewTokenJson, TokenJson, TokensJson } from '../../server/schemas-admin.ts';
import { usePage } from '../context.ts';
import { IconButton, OneTimeText } from '../parts/buttons.tsx';
import { Rows } from '../parts/common.tsx';
import { Field, NumberField, Select } from '../parts/fields.tsx';
import { useResource } from '../resource.ts';
import { keyDates } from '../wording/key-dates.ts';

const MAX_NAME_CHARACTERS = 60;
const SCOPES = ['ask', 'all'] as const;

/** What a new token is to be. */
type NewToken = Pick<TokenJson, 'name' | 'scope'> & { readonly days: number };

/** The reader's tokens. */
export function TokensPart(): JSX.Element {
  const page = usePage();
  const { api, wording, fail } = page;
  const tokens = useResource<TokensJson>('/api/tokens');
  const [made, setMade] = useState<NewTokenJson | null>(null);
  const make = (wanted: NewToken): void =>
    void api.send<NewTokenJson>('POST', '/api/tokens', wanted).then((token) => {
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
        {(token) => (
          <li key={token.id} class="row-place">
            <span class="row">
              <strong>{token.name}</strong>
              <span class="hint">{[wording.maintain.scopes[token.scope], ...keyDates(token, page)].join(' · ')}</span>
            </span>
            <IconButton icon="trash" label={`${wording.history.remove}：${token.name}`} act={() => remove(token.id)} />
          </li>
        )}
      </Rows>
    </>
  );
}

function TokenForm({ make }: { make: (token: NewToken) => void }): JSX.Element {
  const { maintain } = usePage().wording;
  const [name, setName] = useState('');
  const [scope, setScope] = useState<string>(SCOPES[0]);
  const [days, setDays] = useState('90');
  const send = (event: Event): void => {
    event.preventDefault();
    make({ name: name.trim(), scope: scope === 'all' ? 'all' : 'ask', days: Number(days) });
    setName('');
  };
  const limits = { required: true, maxLength: MAX_NAME_CHARACTERS, autocomplete: 'off' } as const;
  const options = SCOPES.map((value) => ({ value, label: maintain.scopes[value] }));
  return (
    <form class="filters" onSubmit={send}>
      <Field label={maintain.tokenName} value={name} set={setName} {...limits} />
      <Select label={maintain.scope} value={scope} options={options} set={setScope} />
      <NumberField label={maintain.days} value={days} set={setDays} />
      <button type="submit" class="accent">
        {maintain.makeToken}
      </button>
    </form>
  );
}
