// Districts side by side as a table: districts and columns found by search, up to 50 districts, turned if wanted; part of the address.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CitedDocumentJson } from '../../server/schemas.ts';
import type { DistrictsJson, SeriesJson } from '../../server/schemas-browse.ts';
import { addressOf } from '../api.ts';
import { usePage } from '../context.ts';
import { Loaded } from '../parts/common.tsx';
import { DocumentView, filesOf } from '../parts/document-view.tsx';
import { Field } from '../parts/fields.tsx';
import { Picker } from '../parts/picker.tsx';
import { useResource } from '../resource.ts';
import { hrefOf, type Route } from '../router.ts';

const MAX_DISTRICTS = 50;
const TOLD = ['practices', 'results', 'problems', 'plans'] as const;

const listed = (text: string | undefined): string[] => (text ?? '').split(',').filter((part) => part !== '');

/** The comparison in the address, and the choice of another. */
export function ComparePart(): JSX.Element {
  const { route } = usePage();
  const districts = useResource<DistrictsJson>('/api/districts');
  const named = listed(route.query['districts']);
  return (
    <>
      <Loaded resource={districts}>{(value) => <Choice all={value.districts} query={route.query} />}</Loaded>
      {named.length >= 2 && <ComparisonTable query={route.query} />}
    </>
  );
}

function ComparisonTable({
  query: { districts = '', topic = '', columns = '', turned = '' },
}: {
  query: Route['query'];
}): JSX.Element {
  const { browse } = usePage().wording;
  const { go, route } = usePage();
  const query = { kind: 'comparison', districts, topic, columns, turned };
  const comparison = useResource<CitedDocumentJson>('/api/documents', query);
  const turn = (): void =>
    go(hrefOf('browse', 'compare', { ...route.query, turned: turned === 'true' ? '' : 'true' }), 'replace');
  return (
    <>
      <p class="ways">
        <button type="button" onClick={turn}>
          {browse.turn}
        </button>
      </p>
      <Loaded resource={comparison}>
        {(document) => <DocumentView document={document} fileAt={filesOf(addressOf('', query).slice(1))} />}
      </Loaded>
    </>
  );
}

function Choice({ all, query }: { all: DistrictsJson['districts']; query: Route['query'] }): JSX.Element {
  const { wording, go } = usePage();
  const { browse } = wording;
  const [chosen, setChosen] = useState<readonly string[]>(listed(query['districts']));
  const [columns, setColumns] = useState<readonly string[]>(listed(query['columns']));
  const [topic, setTopic] = useState(query['topic'] ?? '');
  const indicators = useResource<SeriesJson>('/api/series');
  const compare = (event: Event): void => {
    event.preventDefault();
    const wanted = { districts: chosen.join(','), topic: topic.trim(), columns: columns.join(',') };
    go(hrefOf('browse', 'compare', { ...wanted, turned: query['turned'] ?? '' }), 'replace');
  };
  const told = TOLD.map((kind) => ({ value: `:${kind}`, label: browse.told[kind] }));
  const figures = (indicators.value?.charts ?? []).map(({ indicator }) => ({ value: indicator, label: indicator }));
  return (
    <form class="filters" onSubmit={compare}>
      <Picker
        label={browse.comparePick}
        options={all.map(({ name }) => ({ value: name, label: name }))}
        chosen={chosen}
        set={setChosen}
        most={MAX_DISTRICTS}
      />
      <Picker label={browse.columnsPick} options={[...told, ...figures]} chosen={columns} set={setColumns} most={12} />
      <Field label={browse.compareTopic} value={topic} set={setTopic} />
      <button type="submit" class="accent" disabled={chosen.length < 2}>
        {browse.compareGo}
      </button>
    </form>
  );
}
