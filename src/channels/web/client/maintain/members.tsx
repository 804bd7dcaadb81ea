// Members and invitations.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { InvitationJson, InvitationsJson, MemberJson, MembersJson } from '../../server/schemas-admin.ts';
import { usePage } from '../context.ts';
import { Confirm, OneTimeText } from '../parts/buttons.tsx';
import { Rows } from '../parts/common.tsx';
import { NumberField, Select } from '../parts/fields.tsx';
import { useResource } from '../resource.ts';
import { AllKeys, OpenInvitations } from './keys.tsx';

const ROLES = ['official', 'trainee', 'maintainer'] as const;

/** The members, and how to invite more. */
export function MembersPart(): JSX.Element {
  const { api, wording, fail, me } = usePage();
  const invitations = useResource<InvitationsJson>('/api/invitations');
  const members = useResource<MembersJson>('/api/members');
  const revoke = (id: string): void =>
    void api.send('DELETE', `/api/members/${encodeURIComponent(id)}`).then(members.reload, fail);
  return (
    <>
      <InvitationForm onMade={invitations.reload} />
      <Rows resource={members} rowsOf={(value) => value.members} none={wording.maintain.noMembers}>
        {(member) => <MemberRow key={member.id} member={member} revoke={revoke} />}
      </Rows>
      <OpenInvitations resource={invitations} />
      {me.acts.includes('keys') && <AllKeys />}
    </>
  );
}

function MemberRow({ member, revoke }: { member: MemberJson; revoke: (id: string) => void }): JSX.Element {
  const { maintain } = usePage().wording;
  const { id, name, role } = member;
  const called = name ?? id;
  return (
    <li class="row-place">
      <span class="row">
        <strong>{called}</strong>
        <span class="hint">{maintain.roles[role]}</span>
      </span>
      <Confirm label={maintain.revoke} question={maintain.revokeSure(called)} act={() => revoke(id)} />
    </li>
  );
}

function InvitationForm({ onMade }: { onMade: () => void }): JSX.Element {
  const { api, wording, fail } = usePage();
  const { maintain } = wording;
  const [role, setRole] = useState<string>(ROLES[0]);
  const [days, setDays] = useState('7');
  const [uses, setUses] = useState('1');
  const [made, setMade] = useState<InvitationJson | null>(null);
  const make = (event: Event): void => {
    event.preventDefault();
    const wanted = { role, days: Number(days), uses: Number(uses) };
    api.send<InvitationJson>('POST', '/api/invitations', wanted).then((invitation) => {
      setMade(invitation);
      onMade();
    }, fail);
  };
  return (
    <section class="card">
      <h2>{maintain.invite}</h2>
      <form class="filters" onSubmit={make}>
        <Select
          label={maintain.role}
          value={role}
          options={ROLES.map((value) => ({ value, label: maintain.roles[value] }))}
          set={setRole}
        />
        <NumberField label={maintain.days} value={days} set={setDays} />
        <NumberField label={maintain.uses} value={uses} set={setUses} />
        <button type="submit" class="accent">
          {maintain.makeLink}
        </button>
      </form>
      {made !== null && <OneTimeText label={maintain.link} text={made.url} />}
    </section>
  );
}
