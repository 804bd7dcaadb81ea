// The user's account: stored data, sign-in on another device, sign-out.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { DeviceLinkJson } from '../../server/schemas-admin.ts';
import { usePage } from '../context.ts';
import { hrefOf } from '../router.ts';
import { Confirm, OneTimeText } from './buttons.tsx';

/** The user's account. @param refresh loads the user again */
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

/** Creates a link that signs the user in on another device. */
function DeviceLink(): JSX.Element {
  const { api, wording, fail } = usePage();
  const [made, setMade] = useState<DeviceLinkJson | null>(null);
  const make = (): void => void api.send<DeviceLinkJson>('POST', '/api/devices').then(setMade, fail);
  if (made !== null) return <OneTimeText label={wording.history.deviceOnce} text={made.url} />;
  return (
    <button type="button" class="quiet" onClick={make}>
      {wording.history.device}
    </button>
  );
}

function SignOut({ refresh }: { refresh: () => void }): JSX.Element {
  const { api, wording, go, fail } = usePage();
  const leave = (): void =>
    void api.send('POST', '/api/leave').then(() => {
      go(hrefOf('ask'), 'replace');
      refresh();
    }, fail);
  return <Confirm label={wording.join.leave} question={wording.join.leaveSure} act={leave} />;
}
