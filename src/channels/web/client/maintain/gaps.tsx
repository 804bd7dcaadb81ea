// Questions that could not be answered, most frequent first.
import type { JSX } from 'preact';
import type { GapsJson } from '../../server/schemas-admin.ts';
import { usePage } from '../context.ts';
import { Loaded } from '../parts/frame.tsx';
import { useResource } from '../resource.ts';

/** The gaps. */
export function GapsPart(): JSX.Element {
  const { wording } = usePage();
  const nameOf = (reason: string): string =>
    (wording.maintain.reasons as Readonly<Record<string, string>>)[reason] ?? reason;
  const gaps = useResource<GapsJson>('/api/gaps');
  return (
    <Loaded resource={gaps}>
      {(value) => (
        <>
          <p class="hint">{wording.maintain.gapsNote}</p>
          {value.gaps.length === 0 && <p>{wording.maintain.noGaps}</p>}
          <ul class="rows">
            {value.gaps.map(({ reason, subject, question, times }) => (
              <li key={`${reason} ${question}`} class="row">
                <strong>{question}</strong>
                <span class="hint">
                  {[nameOf(reason), subject, wording.maintain.times(times)].filter((part) => part !== '').join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}
