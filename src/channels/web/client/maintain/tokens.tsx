// Tokens for scripts: made, listed, taken back.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { NewTokenJson, TokenLineJson, TokensJson } from '../../server/schemas-admin.ts';
import { faultText, usePage } from '../context.ts';
import { Icon } from '../icons.tsx';
import { Loaded } from '../parts/frame.tsx';
import { useResource } from '../resource.ts';
import { Once } from './members.tsx';

const MAX_NAME_CHARACTERS = 60;

/** One's own tokens. */
export function TokensPart(): JSX.Element {
  const { api, wording, announce } = usePage();
  const tokens = useResource<TokensJson>('/api/tokens');
  const [made, setMade] = useState<NewTokenJson | null>(null);
  const failed = (fault: unknown): void => announce(faultText(fault, wording));
  const make = (name: string): void =>
    void api.send<NewTokenJson>('POST', '/api/tokens', { name }).then((token) => {
      setMade(token);
      tokens.reload();
    }, failed);
  const remove = (id: string): void =>
    void api.send('DELETE', `/api/tokens/${encodeURIComponent(id)}`).then(() => tokens.reload(), failed);
  return (
    <>
      <section class="card">
        <TokenForm make={make} />
        {made !== null && <Once label={wording.maintain.tokenOnce} text={made.token} />}
        <p class="hint">{wording.maintain.tokenNote}</p>
      </section>
      <Loaded resource={tokens}>
        {(value) => (
          <>
            {value.tokens.length === 0 && <p class="hint">{wording.maintain.noTokens}</p>}
            <ul class="rows">
              {value.tokens.map((token) => (
                <TokenRow key={token.id} token={token} remove={remove} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
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
  return (
    <form class="filters" onSubmit={send}>
      <label class="field">
        <span>{maintain.tokenName}</span>
        <input
          value={name}
          required
          maxLength={MAX_NAME_CHARACTERS}
          autocomplete="off"
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="accent">
        {maintain.makeToken}
      </button>
    </form>
  );
}

function TokenRow({ token, remove }: { token: TokenLineJson; remove: (id: string) => void }): JSX.Element {
  const { wording, language } = usePage();
  const { id, name, madeAt } = token;
  return (
    <li class="row-place">
      <span class="row">
        <strong>{name}</strong>
        <span class="hint">{new Date(madeAt).toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en')}</span>
      </span>
      <button
        type="button"
        class="quiet icon-only"
        aria-label={`${wording.history.remove}：${name}`}
        title={wording.history.remove}
        onClick={() => remove(id)}
      >
        <Icon name="trash" />
      </button>
    </li>
  );
}
