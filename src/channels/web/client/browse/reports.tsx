// The reports that are held, and a search in them.
import type { JSX } from 'preact';
import type { ReportLineJson, ReportsJson, SearchJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import { Loaded } from '../parts/frame.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { useResource } from '../resource.ts';
import { hrefOf } from '../router.ts';

const TOP_HITS = 20;

/** The reports, or what a search in them finds. */
export function ReportsPart(): JSX.Element {
  const { wording, route, go } = usePage();
  const query = route.query['query'] ?? '';
  const search = (text: string): void => go(hrefOf('browse', 'reports', { query: text }), 'replace');
  return (
    <>
      <SearchField label={wording.browse.searchReports} value={query} search={search} />
      {query === '' ? <ReportList /> : <Hits query={query} />}
    </>
  );
}

function ReportList(): JSX.Element {
  const { wording } = usePage();
  const reports = useResource<ReportsJson>('/api/reports');
  return (
    <Loaded resource={reports}>
      {(value) =>
        value.reports.length === 0 ? (
          <p class="hint">{wording.nothing}</p>
        ) : (
          <ul class="rows">
            {value.reports.map((report) => (
              <ReportRow key={report.id} report={report} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function ReportRow({ report }: { report: ReportLineJson }): JSX.Element {
  const { browse } = usePage().wording;
  const { id, title, district, publisher, publishedOn, characters, passages } = report;
  const about = [district, publisher, publishedOn, browse.characters(characters), browse.passages(passages)];
  return (
    <li>
      <a class="row" href={hrefOf('read', id)}>
        <strong>{title}</strong>
        <span class="hint">{about.filter((part) => part !== null).join(' · ')}</span>
      </a>
    </li>
  );
}

function Hits({ query }: { query: string }): JSX.Element {
  const { browse } = usePage().wording;
  const hits = useResource<SearchJson>('/api/search', { query, top: TOP_HITS });
  return (
    <Loaded resource={hits}>
      {(value) => (
        <ul class="rows" aria-live="polite">
          {value.hits.length === 0 && <li class="hint">{browse.noHits}</li>}
          {value.hits.map(({ report, title, heading, start, end, text }) => (
            <li key={`${report} ${start}`}>
              <a class="row" href={hrefOf('read', report, { from: start, to: end })}>
                <strong>{[title, ...heading].join(' › ')}</strong>
                <span class="excerpt">{text}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}
