// The state of the house, and the way to the full health report.
import type { JSX } from 'preact';
import type { HealthJson } from '../../types.ts';
import { usePage } from '../context.ts';
import { Loaded } from '../parts/frame.tsx';
import { useResource } from '../resource.ts';

/** The state in lines; the report itself is a page of its own. */
export function HealthPart(): JSX.Element {
  const { maintain } = usePage().wording;
  const health = useResource<HealthJson>('/api/health');
  return (
    <Loaded resource={health}>
      {({ status, hasPage }) => (
        <section class="card">
          <ul class="plain">
            {status.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {hasPage && (
            <p>
              <a href="/api/health.html" target="_blank" rel="noopener">
                {maintain.healthPage}
              </a>
            </p>
          )}
        </section>
      )}
    </Loaded>
  );
}
