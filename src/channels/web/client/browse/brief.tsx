// A brief of a district, a topic or a report, in the length that is wanted. The choice is part of the address.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CitedDocumentJson, DraftJson } from '../../server/schemas.ts';
import type { TopicsJson } from '../../server/schemas-browse.ts';
import { addressOf } from '../api.ts';
import { usePage } from '../context.ts';
import { Loaded, Waiting } from '../parts/common.tsx';
import { DocumentView, filesOf } from '../parts/document-view.tsx';
import { DistrictSelect, Select } from '../parts/fields.tsx';
import { useResource } from '../resource.ts';
import { hrefOf, type Route } from '../router.ts';

const LENGTHS = ['full', 'page', 'short', 'figures'] as const;

/** The brief that the address names, and the choice of another. */
export function BriefPart(): JSX.Element {
  const { wording, route, go } = usePage();
  const { browse } = wording;
  const { district = '', topic = '', report = '', length = 'full' } = route.query;
  const topics = useResource<TopicsJson>('/api/topics');
  const set = (change: Route['query']): void =>
    go(hrefOf('browse', 'brief', { district, topic, report: '', length, ...change }), 'replace');
  const names = (topics.value?.topics ?? []).map(({ name }) => ({ value: name, label: name }));
  return (
    <>
      <div class="filters">
        <DistrictSelect
          label={browse.briefPick}
          none={browse.allDistricts}
          value={district}
          set={(value) => set({ district: value })}
        />
        <Select
          label={browse.briefTopic}
          value={topic}
          options={[{ value: '', label: browse.wholeDistrict }, ...names]}
          set={(value) => set({ topic: value })}
        />
        <Select
          label={browse.length}
          value={length}
          options={LENGTHS.map((value) => ({ value, label: browse.lengths[value] }))}
          set={(value) => set({ length: value, report })}
        />
      </div>
      {district === '' && topic === '' && report === '' ? (
        <p class="hint">{browse.briefHint}</p>
      ) : (
        <BriefDocument query={{ kind: 'brief', district, topic, report, length }} />
      )}
    </>
  );
}

function BriefDocument({ query }: { query: Readonly<Record<string, string>> }): JSX.Element {
  const { me } = usePage();
  const brief = useResource<CitedDocumentJson>('/api/documents', query);
  const address = addressOf('', query).slice(1);
  return (
    <>
      <Loaded resource={brief}>{(document) => <DocumentView document={document} fileAt={filesOf(address)} />}</Loaded>
      {me.streams && me.acts.includes('draft') && <DraftPart key={address} query={query} />}
    </>
  );
}

/** The draft that the language model writes from the brief, on request; what no report carries can be taken over. */
function DraftPart({ query }: { query: Readonly<Record<string, string>> }): JSX.Element {
  const { api, fail, wording } = usePage();
  const { browse } = wording;
  const [draft, setDraft] = useState<DraftJson | null>(null);
  const [isWorking, setWorking] = useState(false);
  const send = (path: string, body: unknown): void => {
    setWorking(true);
    api
      .send<DraftJson>('POST', path, body)
      .then(setDraft, fail)
      .finally(() => setWorking(false));
  };
  const wanted = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
  return (
    <>
      <p class="ways">
        <button type="button" disabled={isWorking} onClick={() => send('/api/drafts', wanted)}>
          {browse.writeDraft}
        </button>
      </p>
      {isWorking && <Waiting text={wording.ask.writing} />}
      {draft !== null && (
        <>
          <p class="hint">{browse.draftNote}</p>
          <DocumentView
            document={draft.document}
            fileAt={(format) => addressOf(`/api/drafts/${encodeURIComponent(draft.id)}/file`, { format })}
            accept={(line) => send(`/api/drafts/${encodeURIComponent(draft.id)}/accept`, { line, isAccepted: true })}
          />
        </>
      )}
    </>
  );
}
