// One's own questions: searched, opened again, deleted.
import type { JSX } from 'preact';
import type { ExchangeLineJson } from '../../server/schemas.ts';
import { usePage } from '../context.ts';
import { Icon } from '../icons.tsx';
import { useHistory } from '../model/history.ts';
import { Account } from '../parts/account.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { FaultLine, Heading, Waiting } from '../parts/frame.tsx';
import { PastAnswer } from '../parts/past-answer.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { hrefOf } from '../router.ts';
import type { ScreenProps } from './props.ts';

/** The screen of one's history; with an id, one answer out of it. */
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
        <button type="button" onClick={held.goOn}>
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
  const when = new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <li class="row-place">
      <a class="row" href={hrefOf('history', id)}>
        <strong>{question}</strong>
        <span class="excerpt">{short}</span>
        <span class="hint">
          {when} · {wording.history[status]}
        </span>
      </a>
      <button
        type="button"
        class="quiet icon-only"
        aria-label={`${wording.history.remove}：${question}`}
        title={wording.history.remove}
        onClick={() => remove(id)}
      >
        <Icon name="trash" />
      </button>
    </li>
  );
}
