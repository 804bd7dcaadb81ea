// Open invitations, and for owners everybody's sessions and tokens: seen and ended.
import type { JSX } from 'preact';
import type { InvitationsJson, KeyJson, KeysJson } from '../../server/schemas-admin.ts';
import { usePage } from '../context.ts';
import { Confirm } from '../parts/buttons.tsx';
import { Rows } from '../parts/common.tsx';
import { type Resource, useResource } from '../resource.ts';
import { keyDates } from '../wording/key-dates.ts';
import { dateText } from '../wording/wordings.ts';

/** The invitations by which people can still join. */
export function OpenInvitations({ resource }: { resource: Resource<InvitationsJson> }): JSX.Element {
  const { api, wording, language, fail } = usePage();
  const { access, maintain } = wording;
  const end = (id: string): void =>
    void api.send('DELETE', `/api/invitations/${encodeURIComponent(id)}`).then(resource.reload, fail);
  return (
    <>
      <h2>{access.invitations}</h2>
      <Rows resource={resource} rowsOf={(value) => value.invitations} none={access.noInvitations}>
        {({ id, role, by, inviter, uses, expiresAt }) => (
          <li key={id} class="row-place">
            <span class="row">
              <strong>{maintain.roles[role]}</strong>
              <span class="hint">
                {access.invitedBy(inviter ?? by)} · ×{uses} · {access.ends(dateText(expiresAt, language))}
              </span>
            </span>
            <Confirm label={access.end} question={access.endSure(maintain.roles[role])} act={() => end(id)} />
          </li>
        )}
      </Rows>
    </>
  );
}

/** Everybody's sessions and tokens. */
export function AllKeys(): JSX.Element {
  const { api, wording, fail } = usePage();
  const keys = useResource<KeysJson>('/api/keys');
  const end = ({ id, user }: KeyJson): void => {
    const path = `/api/keys/${encodeURIComponent(id)}?user=${encodeURIComponent(user)}`;
    void api.send('DELETE', path).then(keys.reload, fail);
  };
  return (
    <>
      <h2>{wording.access.all}</h2>
      <Rows resource={keys} rowsOf={(value) => value.keys} none={wording.access.noSessions}>
        {(key) => <KeyRow key={key.id} held={key} end={end} />}
      </Rows>
    </>
  );
}

function KeyRow({ held, end }: { held: KeyJson; end: (key: KeyJson) => void }): JSX.Element {
  const page = usePage();
  const { access } = page.wording;
  const { user, holder, kind, name } = held;
  const called = holder ?? user;
  return (
    <li class="row-place">
      <span class="row">
        <strong>{called}</strong>
        <span class="hint">
          {[access.kinds[kind], name ?? access.unknownDevice, ...keyDates(held, page)].join(' · ')}
        </span>
      </span>
      <Confirm label={access.end} question={access.endSure(called)} act={() => end(held)} />
    </li>
  );
}
