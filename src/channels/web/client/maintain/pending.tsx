// The files that wait: how many are sound, which want a look and why, and what to do with them.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AcceptedJson, PendingFileJson, PendingJson } from '../../server/schemas-corpus.ts';
import { usePage } from '../context.ts';
import { Confirm } from '../parts/buttons.tsx';
import { Loaded } from '../parts/common.tsx';
import type { Resource } from '../resource.ts';

const LOOK_AGAIN_MS = 2_000;
/** Beyond this many, files are counted and not shown. */
const MAX_SHOWN = 200;

/** What can be done with the files. */
interface PendingActs {
  accept(ids: readonly string[] | 'sound'): void;
  discard(ids: readonly string[]): void;
  readonly isBusy: boolean;
}

/** The files that wait; looked at again while they are being checked or taken in. */
export function PendingFiles({ pending }: { pending: Resource<PendingJson> }): JSX.Element {
  const { files = [], progress = null } = pending.value ?? {};
  const [acts, isTaking] = useActs(pending);
  const isMoving = isTaking || progress !== null || files.some(({ verdict }) => verdict === 'unchecked');
  useEffect(() => {
    if (!isMoving) return undefined;
    const timer = setTimeout(pending.reload, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [isMoving, pending.value]);
  return <Loaded resource={pending}>{(value) => <PendingList value={value} acts={acts} />}</Loaded>;
}

function useActs(pending: Resource<PendingJson>): [PendingActs, boolean] {
  const { api, wording, announce, fail } = usePage();
  const [isBusy, setBusy] = useState(false);
  const run = (path: string, ids: readonly string[] | 'sound', told: (made: AcceptedJson) => string): void => {
    setBusy(true);
    api
      .send<AcceptedJson>('POST', path, { ids })
      .then((made) => announce(told(made)), fail)
      .finally(() => {
        setBusy(false);
        pending.reload();
      });
  };
  const acts = {
    accept: (ids: readonly string[] | 'sound') =>
      run('/api/pending/accept', ids, ({ files }) => wording.maintain.takenIn(files)),
    discard: (ids: readonly string[]) => run('/api/pending/discard', ids, () => wording.maintain.discarded),
    isBusy,
  };
  return [acts, isBusy];
}

function PendingList({ value, acts }: { value: PendingJson; acts: PendingActs }): JSX.Element | null {
  const { maintain } = usePage().wording;
  const { files, progress } = value;
  const of = (...verdicts: PendingFileJson['verdict'][]): PendingFileJson[] =>
    files.filter(({ verdict }) => verdicts.includes(verdict));
  const [unchecked, sound, doubtful, unreadable] = [of('unchecked'), of('sound'), of('doubtful'), of('unreadable')];
  const counts = [sound, doubtful, unreadable].map(({ length }) => length);
  const [good = 0, odd = 0, bad = 0] = counts;
  if (files.length === 0 && progress === null) return null;
  return (
    <section class="pending" aria-label={maintain.pending}>
      <h2>{maintain.pending}</h2>
      <p role="status">{maintain.pendingCounts(files.length, good, odd, bad)}</p>
      {unchecked.length > 0 && (
        <p>
          {maintain.checking(files.length - unchecked.length, files.length)}{' '}
          <progress value={files.length - unchecked.length} max={files.length} />
        </p>
      )}
      {progress !== null && <p class="waiting">{maintain.building(progress)}</p>}
      <div class="choices">
        {good > 0 && (
          <button type="button" class="accent" disabled={acts.isBusy} onClick={() => acts.accept('sound')}>
            {maintain.takeAll(good)}
          </button>
        )}
        {files.length > 0 && (
          <Confirm
            label={maintain.discardAll}
            question={maintain.discardAllSure(files.length)}
            act={() => acts.discard(files.map(({ id }) => id))}
          />
        )}
      </div>
      <FileGroup title={maintain.fileVerdicts.unreadable} files={unreadable} acts={acts} isOpen />
      <FileGroup title={maintain.fileVerdicts.doubtful} files={doubtful} acts={acts} isOpen />
      <FileGroup title={maintain.fileVerdicts.sound} files={sound} acts={acts} />
    </section>
  );
}

interface FileGroupProps {
  readonly title: string;
  readonly files: readonly PendingFileJson[];
  readonly acts: PendingActs;
  readonly isOpen?: boolean;
}

function FileGroup({ title, files, acts, isOpen = false }: FileGroupProps): JSX.Element | null {
  const { maintain } = usePage().wording;
  if (files.length === 0) return null;
  const left = files.length - MAX_SHOWN;
  return (
    <details open={isOpen}>
      <summary>
        {title} {files.length}
      </summary>
      <ul class="rows">
        {files.slice(0, MAX_SHOWN).map((file) => (
          <PendingRow key={file.id} file={file} acts={acts} />
        ))}
      </ul>
      {left > 0 && <p class="hint">{maintain.moreFiles(left)}</p>}
    </details>
  );
}

function PendingRow({ file, acts }: { file: PendingFileJson; acts: PendingActs }): JSX.Element {
  const { maintain } = usePage().wording;
  const { id, name, verdict, reports, remarks, url } = file;
  const about = reports.map(({ title, district, publishedOn }) =>
    [title, district ?? maintain.noDistrict, publishedOn ?? maintain.noDate].join(' · '),
  );
  return (
    <li class="row-place">
      <span class="row">
        <strong>{name}</strong>
        {url !== null && <span class="hint">{url}</span>}
        {about.map((line) => (
          <span key={line} class="hint">
            {line}
          </span>
        ))}
        {remarks.map((line) => (
          <span key={line} class="hint remark">
            {line}
          </span>
        ))}
      </span>
      {verdict !== 'unreadable' && (
        <button type="button" class="action" disabled={acts.isBusy} onClick={() => acts.accept([id])}>
          {maintain.takeIn}
        </button>
      )}
      <button type="button" class="action" disabled={acts.isBusy} onClick={() => acts.discard([id])}>
        {maintain.discard}
      </button>
    </li>
  );
}
