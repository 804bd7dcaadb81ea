// Members and invitations.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { InvitationJson, MemberJson, MembersJson } from '../../server/schemas-admin.ts';
import { faultText, usePage } from '../context.ts';
import { copyText, Deed } from '../parts/answer-foot.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Loaded } from '../parts/frame.tsx';
import { Select } from '../parts/select.tsx';
import { type Resource, useResource } from '../resource.ts';

const ROLES = ['official', 'trainee', 'maintainer'] as const;

/** The members, and how to invite more. */
export function MembersPart(): JSX.Element {
  const { wording } = usePage();
  const members = useResource<MembersJson>('/api/members');
  return (
    <>
      <InvitationForm />
      <Loaded resource={members}>
        {(value) => (
          <>
            {value.members.length === 0 && <p class="hint">{wording.maintain.noMembers}</p>}
            <ul class="rows">
              {value.members.map((member) => (
                <MemberRow key={member.id} member={member} members={members} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </>
  );
}

function MemberRow({ member, members }: { member: MemberJson; members: Resource<MembersJson> }): JSX.Element {
  const { api, wording, announce } = usePage();
  const { id, name, role } = member;
  const called = name ?? id;
  const revoke = (): void =>
    void api.send('DELETE', `/api/members/${encodeURIComponent(id)}`).then(
      () => members.reload(),
      (fault: unknown) => announce(faultText(fault, wording)),
    );
  return (
    <li class="row-place">
      <span class="row">
        <strong>{called}</strong>
        <span class="hint">{wording.maintain.roles[role]}</span>
      </span>
      <Confirm label={wording.maintain.revoke} question={wording.maintain.revokeSure(called)} act={revoke} />
    </li>
  );
}

function InvitationForm(): JSX.Element {
  const { api, wording, announce } = usePage();
  const { maintain } = wording;
  const [role, setRole] = useState<string>(ROLES[0]);
  const [days, setDays] = useState('7');
  const [uses, setUses] = useState('1');
  const [made, setMade] = useState<InvitationJson | null>(null);
  const make = (event: Event): void => {
    event.preventDefault();
    api
      .send<InvitationJson>('POST', '/api/invitations', { role, days: Number(days), uses: Number(uses) })
      .then(setMade, (fault: unknown) => announce(faultText(fault, wording)));
  };
  return (
    <section class="card">
      <h2>{maintain.invite}</h2>
      <form class="filters" onSubmit={make}>
        <Select
          label={maintain.role}
          value={role}
          options={ROLES.map((value) => ({ value, label: maintain.roles[value] }))}
          choose={setRole}
        />
        <NumberField label={maintain.days} value={days} set={setDays} />
        <NumberField label={maintain.uses} value={uses} set={setUses} />
        <button type="submit" class="accent">
          {maintain.makeLink}
        </button>
      </form>
      {made !== null && <Once label={maintain.link} text={made.url} />}
    </section>
  );
}

function NumberField({
  label,
  value,
  set,
}: {
  label: string;
  value: string;
  set: (value: string) => void;
}): JSX.Element {
  return (
    <label class="field">
      <span>{label}</span>
      <input type="number" min={1} value={value} onInput={(event) => set(event.currentTarget.value)} />
    </label>
  );
}

/** A text that is shown once, to be copied. */
export function Once({ label, text }: { label: string; text: string }): JSX.Element {
  const page = usePage();
  return (
    <p class="once" role="status">
      <span class="hint">{label}</span>
      <code>{text}</code>
      <Deed
        icon="copy"
        label={page.wording.ask.copy}
        act={() => void copyText(text, page.wording.read.linkCopied, page)}
      />
    </p>
  );
}
