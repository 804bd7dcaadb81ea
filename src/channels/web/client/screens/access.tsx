// Where one is signed in, and one's tokens for scripts: seen and ended.
import type { JSX } from 'preact';
import type { SessionJson, SessionsJson } from '../../server/schemas-admin.ts';
import { usePage } from '../context.ts';
import { TokensPart } from '../maintain/tokens.tsx';
import { Confirm } from '../parts/buttons.tsx';
import { Rows } from '../parts/common.tsx';
import { useResource } from '../resource.ts';
import { keyDates } from '../wording/key-dates.ts';

/** One's own sessions and tokens. */
export function AccessPart(): JSX.Element {
  const { api, wording, fail, me } = usePage();
  const sessions = useResource<SessionsJson>('/api/sessions');
  const end = (id: string): void =>
    void api.send('DELETE', `/api/sessions/${encodeURIComponent(id)}`).then(sessions.reload, fail);
  return (
    <>
      <h2>{wording.access.sessions}</h2>
      <Rows resource={sessions} rowsOf={(value) => value.sessions} none={wording.access.noSessions}>
        {(session) => <SessionRow key={session.id} session={session} end={end} />}
      </Rows>
      {me.acts.includes('tokens') && (
        <>
          <h2>{wording.maintain.parts.tokens}</h2>
          <TokensPart />
        </>
      )}
    </>
  );
}

function SessionRow({ session, end }: { session: SessionJson; end: (id: string) => void }): JSX.Element {
  const page = usePage();
  const { access } = page.wording;
  const { id, device, isThis } = session;
  const called = device ?? access.unknownDevice;
  return (
    <li class="row-place">
      <span class="row">
        <strong>{called}</strong>
        <span class="hint">{[...(isThis ? [access.thisOne] : []), ...keyDates(session, page)].join(' · ')}</span>
      </span>
      {/* This one is ended by signing out, which also clears the page. */}
      {!isThis && <Confirm label={access.end} question={access.endSure(called)} act={() => end(id)} />}
    </li>
  );
}
