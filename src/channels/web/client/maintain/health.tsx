// Status and ingest report: totals, reports that need review, and a link to the full report.
import type { JSX } from 'preact';
import type { HealthJson } from '../../server/schemas-admin.ts';
import { usePage } from '../context.ts';
import { healthView, type ReportIssue } from '../model/health.ts';
import { Loaded } from '../parts/common.tsx';
import { useResource } from '../resource.ts';
import { hrefOf } from '../router.ts';

/** The status, with reports that need review. */
export function HealthPart(): JSX.Element {
  const { maintain } = usePage().wording;
  const health = useResource<HealthJson>('/api/health');
  return (
    <Loaded resource={health}>
      {(state) => (
        <>
          <section class="card">
            <State state={state} />
            {state.hasPage && (
              <p>
                <a href="/api/health.html" target="_blank" rel="noopener">
                  {maintain.healthPage}
                </a>
              </p>
            )}
          </section>
          {state.health !== null && <IssueList issues={healthView(state.health, maintain).issues} />}
        </>
      )}
    </Loaded>
  );
}

/** The totals in the page's language; without them, the server's own status lines. */
function State({ state: { status, health } }: { state: HealthJson }): JSX.Element {
  const { maintain } = usePage().wording;
  const view = health === null ? null : healthView(health, maintain);
  const lines = view === null || view.counts === '' ? status : [view.counts, ...view.lines];
  return (
    <ul class="plain">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function IssueList({ issues }: { issues: readonly ReportIssue[] }): JSX.Element {
  const { maintain } = usePage().wording;
  if (issues.length === 0) return <p class="hint">{maintain.allWell}</p>;
  return (
    <section class="issues">
      <h2>{maintain.issues}</h2>
      <ul class="rows">
        {issues.map(({ name, id, lines }) => (
          <li key={`${id} ${name}`} class="row-place">
            <span class="row">
              <strong>{id === null ? name : <a href={hrefOf('read', id)}>{name}</a>}</strong>
              {lines.map((line) => (
                <span key={line} class="hint">
                  {line}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
