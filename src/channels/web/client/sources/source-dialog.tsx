// Chooses the reports that a conversation is limited to: by district, year and publisher, or one by one.
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DistrictsJson, ReportsJson } from '../../server/schemas-browse.ts';
import type { SourceSetJson } from '../../server/schemas-conversations.ts';
import { usePage } from '../context.ts';
import { choiceCount, keptSet, NO_SOURCES, type SourceKind, toggled } from '../model/source-set.ts';
import { useResource } from '../resource.ts';
import { type Choice, ChoiceList } from './choice-list.tsx';

const LISTED_REPORTS = 30;

interface SourceDialogProps {
  /** What is chosen so far; null: all reports. */
  readonly sources: SourceSetJson | null;
  limit(sources: SourceSetJson | null): void;
  close(): void;
}

/** The dialogue; it is closed by whoever drew it. */
export function SourceDialog({ sources, limit, close }: SourceDialogProps): JSX.Element {
  const { wording } = usePage();
  const words = wording.sources;
  const dialog = useRef<HTMLDialogElement>(null);
  const [set, setSet] = useState(sources ?? NO_SOURCES);
  useEffect(() => dialog.current?.showModal(), []);
  const toggle = (kind: SourceKind) => (value: string) => setSet((before) => toggled(before, kind, value));
  const keep = (chosen: SourceSetJson): void => {
    limit(keptSet(chosen));
    close();
  };
  return (
    <dialog ref={dialog} class="source-dialog" aria-label={words.title} onClose={close}>
      <h2>{words.title}</h2>
      <p class="hint">{words.note}</p>
      <Choices set={set} toggle={toggle} />
      <div class="choices">
        <button type="button" onClick={close}>
          {wording.no}
        </button>
        <button type="button" onClick={() => keep(NO_SOURCES)} disabled={choiceCount(set) === 0 && sources === null}>
          {words.all}
        </button>
        <button type="button" class="accent" onClick={() => keep(set)}>
          {wording.yes}
        </button>
      </div>
    </dialog>
  );
}

interface ChoicesProps {
  readonly set: SourceSetJson;
  readonly toggle: (kind: SourceKind) => (value: string) => void;
}

function Choices({ set, toggle }: ChoicesProps): JSX.Element {
  const words = usePage().wording.sources;
  const [text, setText] = useState('');
  const districts = useResource<DistrictsJson>('/api/districts');
  const reports = useResource<ReportsJson>('/api/reports', { query: text, limit: LISTED_REPORTS });
  const plain = ({ value, reports: count }: { value: string; reports: number }): Choice => {
    return { value, label: `${value}（${count}）` };
  };
  const named = (districts.value?.districts ?? []).map(({ name, short }) => ({ value: name, label: short }));
  const titles = useTitles(reports.value);
  return (
    <div class="source-choices">
      <ChoiceList legend={words.districts} choices={named} chosen={set.districts} toggle={toggle('districts')} />
      <ChoiceList
        legend={words.years}
        choices={(reports.value?.years ?? []).map(plain)}
        chosen={set.years}
        toggle={toggle('years')}
      />
      <ChoiceList
        legend={words.publishers}
        choices={(reports.value?.publishers ?? []).map(plain)}
        chosen={set.publishers}
        toggle={toggle('publishers')}
      />
      <ChoiceList
        legend={words.reports}
        choices={titles}
        chosen={set.reports}
        toggle={toggle('reports')}
        search={setText}
      />
    </div>
  );
}

/** The titles of the reports that were found so far: those that are ticked keep theirs when others are searched for. */
function useTitles(page: ReportsJson | null): readonly Choice[] {
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    if (page !== null)
      setTitles((before) => new Map([...before, ...page.reports.map(({ id, title }) => [id, title] as const)]));
  }, [page]);
  const found = (page?.reports ?? []).map(({ id, title }) => ({ value: id, label: title }));
  const others = [...titles].filter(([id]) => !found.some(({ value }) => value === id));
  return [...found, ...others.map(([value, label]) => ({ value, label }))];
}
