// The indexed reports, and a search in them.
import type { JSX } from 'preact';
import type { ReportLineJson, ReportsJson, SearchJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import { Rows } from '../parts/common.tsx';
import { SearchField } from '../parts/fields.tsx';
import { useResource } from '../resource.ts';
import { hrefOf } from '../router.ts';

const TOP_HITS = 20;

/** The reports, or the results of a search in them. */
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
    <Rows resource={reports} rowsOf={(value) => value.reports} none={wording.nothing}>
      {(report) => <ReportRow key={report.id} report={report} />}
    </Rows>
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
    <div aria-live="polite">
      <Rows resource={hits} rowsOf={(value) => value.hits} none={browse.noHits}>
        {({ report, title, heading, start, end, text }) => (
          <li key={`${report} ${start}`}>
            <a class="row" href={hrefOf('read', report, { from: start, to: end })}>
              <strong>{[title, ...heading].join(' › ')}</strong>
              <span class="excerpt">{text}</span>
            </a>
          </li>
        )}
      </Rows>
    </div>
  );
}
