// Who the reader is, what is kept of them, and the way out. The conversation's own commands do it.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { DeviceLinkJson } from '../../server/schemas-admin.ts';
import { faultText, usePage } from '../context.ts';
import { Once } from '../maintain/members.tsx';
import { hrefOf } from '../router.ts';
import { Confirm } from './confirm.tsx';

/** The reader's account. @param refresh asks anew who the reader is */
export function Account({ refresh }: { refresh: () => void }): JSX.Element {
  const { me, wording } = usePage();
  const { history, maintain } = wording;
  const name = me.isSignedIn ? (me.name ?? me.id) : history.local;
  const commands = [
    ['/privacy', history.kept],
    ['/export_me', history.exportMine],
    ['/forget_me', history.forgetMe],
  ] as const;
  return (
    <section class="card account" aria-label={history.mine}>
      <p>
        {name} <span class="hint">{maintain.roles[me.role]}</span>
      </p>
      <p class="ways">
        {commands.map(([command, label]) => (
          <a key={command} href={hrefOf('ask', '', { ask: command })}>
            {label}
          </a>
        ))}
      </p>
      {me.isSignedIn && <DeviceLink />}
      {me.isSignedIn && <SignOut refresh={refresh} />}
    </section>
  );
}

/** Makes a link by which the reader signs in on another device. */
function DeviceLink(): JSX.Element {
  const { api, wording, announce } = usePage();
  const [made, setMade] = useState<DeviceLinkJson | null>(null);
  const make = (): void =>
    void api
      .send<DeviceLinkJson>('POST', '/api/devices')
      .then(setMade, (fault: unknown) => announce(faultText(fault, wording)));
  if (made !== null) return <Once label={wording.history.deviceOnce} text={made.url} />;
  return (
    <button type="button" class="quiet" onClick={make}>
      {wording.history.device}
    </button>
  );
}

function SignOut({ refresh }: { refresh: () => void }): JSX.Element {
  const { api, wording, go, announce } = usePage();
  const leave = (): void =>
    void api.send('POST', '/api/leave').then(
      () => {
        go(hrefOf('ask'), 'replace');
        refresh();
      },
      (fault: unknown) => announce(faultText(fault, wording)),
    );
  return <Confirm label={wording.join.leave} question={wording.join.leaveSure} act={leave} />;
}
