// The user's questions: search, open again, delete.
import type { JSX } from 'preact';
import type { ExchangeJson, ExchangeLineJson } from '../../server/schemas.ts';
import { usePage } from '../context.ts';
import { useHistory } from '../model/history.ts';
import { Account } from '../parts/account.tsx';
import { Confirm, IconButton } from '../parts/buttons.tsx';
import { FaultLine, Heading, Loaded, Waiting } from '../parts/common.tsx';
import { SearchField } from '../parts/fields.tsx';
import { ReplyPage } from '../parts/reply-view.tsx';
import { useResource } from '../resource.ts';
import { hrefOf } from '../router.ts';
import { dateTimeText } from '../wording/wordings.ts';
import type { ScreenProps } from './part-screen.tsx';

/** The history screen; with an id, one past answer. */
export function HistoryScreen({ asking, refresh }: ScreenProps): JSX.Element {
  const { route } = usePage();
  return route.part === '' ? <HistoryList asking={asking} refresh={refresh} /> : <PastAnswer id={route.part} />;
}

function HistoryList({ asking, refresh }: Pick<ScreenProps, 'asking' | 'refresh'>): JSX.Element {
  const { wording, route, go } = usePage();
  const query = route.query['query'] ?? '';
  const held = useHistory(query);
  const removeAll = (): void => {
    held.removeAll();
    asking.clear();
  };
  const search = (text: string): void => go(hrefOf('history', '', { query: text }), 'replace');
  return (
    <div class="history">
      <div class="screen-head">
        <Heading text={wording.history.title} />
        {held.exchanges.length > 0 && (
          <Confirm label={wording.history.removeAll} question={wording.history.removeAllSure} act={removeAll} />
        )}
      </div>
      <SearchField label={wording.history.search} value={query} search={search} />
      {held.fault !== '' && <FaultLine text={held.fault} />}
      {held.isLoading && held.exchanges.length === 0 && <Waiting />}
      {!held.isLoading && held.exchanges.length === 0 && held.fault === '' && (
        <p class="hint">{wording.history.none}</p>
      )}
      <ul class="rows">
        {held.exchanges.map((exchange) => (
          <ExchangeRow key={exchange.id} exchange={exchange} remove={held.remove} />
        ))}
      </ul>
      {held.more && (
        <button type="button" onClick={held.loadMore}>
          {wording.history.olderOnes}
        </button>
      )}
      <Account refresh={refresh} />
    </div>
  );
}

function ExchangeRow({ exchange, remove }: { exchange: ExchangeLineJson; remove: (id: string) => void }): JSX.Element {
  const { wording, language } = usePage();
  const { id, question, at, status, short } = exchange;
  return (
    <li class="row-place">
      <a class="row" href={hrefOf('history', id)}>
        <strong>{question}</strong>
        <span class="excerpt">{short}</span>
        <span class="hint">
          {dateTimeText(at, language)} · {wording.history[status]}
        </span>
      </a>
      <IconButton icon="trash" label={`${wording.history.remove}：${question}`} act={() => remove(id)} />
    </li>
  );
}

/** A past answer. */
function PastAnswer({ id }: { id: string }): JSX.Element {
  const { wording, language } = usePage();
  const exchange = useResource<ExchangeJson>(`/api/exchanges/${encodeURIComponent(id)}`);
  return (
    <Loaded resource={exchange}>
      {({ question, at, reply }) => (
        <div class="history">
          <Heading text={question} />
          <p class="hint">{dateTimeText(at, language)}</p>
          <ReplyPage reply={reply} />
          <p class="ways">
            <a href={hrefOf('history')}>{wording.back}</a>
            <a href={hrefOf('ask', '', { ask: question })}>{wording.ask.retry}</a>
          </p>
        </div>
      )}
    </Loaded>
  );
}
