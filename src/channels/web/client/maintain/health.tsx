// The state of the house: how much is held, which reports want a look; and the way to the full health report.
import type { JSX } from 'preact';
import type { HealthJson } from '../../server/schemas-admin.ts';
import { usePage } from '../context.ts';
import { healthView, type Troubled } from '../model/health.ts';
import { Loaded } from '../parts/frame.tsx';
import { useResource } from '../resource.ts';
import { hrefOf } from '../router.ts';

/** The state in short; the report itself is a page of its own. */
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
          {state.health !== null && <TroubledList troubled={healthView(state.health, maintain).troubled} />}
        </>
      )}
    </Loaded>
  );
}

/** In the page's language where the health report tells it; else as the house says it. */
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

function TroubledList({ troubled }: { troubled: readonly Troubled[] }): JSX.Element {
  const { maintain } = usePage().wording;
  if (troubled.length === 0) return <p class="hint">{maintain.allWell}</p>;
  return (
    <section class="troubled">
      <h2>{maintain.troubled}</h2>
      <ul class="rows">
        {troubled.map(({ name, id, lines }) => (
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
