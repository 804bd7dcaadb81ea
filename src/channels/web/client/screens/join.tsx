// Joining by invitation: the link carries the code, the user enters a name.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { JoinedJson } from '../../server/schemas-admin.ts';
import { faultText, usePage } from '../context.ts';
import { FaultLine, Heading } from '../parts/common.tsx';
import { Field } from '../parts/fields.tsx';
import { hrefOf } from '../router.ts';
import type { ScreenProps } from './part-screen.tsx';

const MAX_NAME_CHARACTERS = 60;

/** The screen for joining; without a code it explains how to get an invitation. */
export function JoinScreen({ refresh }: ScreenProps): JSX.Element {
  const { wording, route } = usePage();
  const code = route.screen === 'join' ? route.part : '';
  return (
    <div class="join card">
      <Heading text={route.query['own'] === undefined ? wording.join.title : wording.join.ownTitle} />
      <p>{wording.tagline}</p>
      {code === '' ? <p class="hint">{wording.join.needed}</p> : <JoinForm code={code} refresh={refresh} />}
    </div>
  );
}

function JoinForm({ code, refresh }: { code: string; refresh: () => void }): JSX.Element {
  const { api, wording, route, go } = usePage();
  // A link to the user's own other device: the name is known.
  const isOwn = route.query['own'] !== undefined;
  const [name, setName] = useState('');
  const [fault, setFault] = useState('');
  const join = (event: Event): void => {
    event.preventDefault();
    api.send<JoinedJson>('POST', '/api/join', { code, name: name.trim() }).then(
      () => {
        go(hrefOf('ask'), 'replace');
        refresh();
      },
      (refused: unknown) => setFault(faultText(refused, wording)),
    );
  };
  return (
    <form class="filters" onSubmit={join}>
      {!isOwn && <NameField name={name} change={setName} />}
      <button type="submit" class="accent">
        {isOwn ? wording.join.again : wording.join.go}
      </button>
      {fault !== '' && <FaultLine text={fault} />}
    </form>
  );
}

function NameField({ name, change }: { name: string; change: (name: string) => void }): JSX.Element {
  const { join } = usePage().wording;
  return (
    <>
      <p class="hint">{join.note}</p>
      <Field label={join.name} value={name} set={change} required maxLength={MAX_NAME_CHARACTERS} autocomplete="name" />
    </>
  );
}
