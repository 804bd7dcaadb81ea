// Adds reports: files and folders are dropped or chosen, uploaded one after the other, checked, and taken in once the maintainer says so.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PendingJson } from '../../server/schemas-corpus.ts';
import { faultText, usePage } from '../context.ts';
import { Icon } from '../icons.tsx';
import { chosenFiles, droppedFiles, type NamedFile } from '../model/dropped-files.ts';
import { NO_UPLOADS, type UploadState, uploadAll } from '../model/upload-queue.ts';
import { ThreadView } from '../parts/thread-view.tsx';
import { useResource } from '../resource.ts';
import type { ScreenProps } from '../screens/part-screen.tsx';
import { PendingFiles } from './pending.tsx';

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Upload, the files that wait, and the rebuilding of the index. */
export function FilesPart({ maintenance }: ScreenProps): JSX.Element {
  const page = usePage();
  const { maintain } = page.wording;
  const pending = useResource<PendingJson>('/api/pending');
  const [uploads, setUploads] = useState<UploadState>(NO_UPLOADS);
  const send = (files: readonly NamedFile[]): void => {
    const parts = {
      send: ({ file, path }: NamedFile) => page.api.add(file, path),
      sleep,
      reasonOf: (fault: unknown) => faultText(fault, page.wording),
      onChange: setUploads,
    };
    void uploadAll(files, parts).then(pending.reload);
  };
  return (
    <>
      <DropZone send={send} />
      <UploadProgress uploads={uploads} />
      <PendingFiles pending={pending} />
      <ThreadView chat={maintenance} />
      <button type="button" onClick={() => maintenance.say('/reindex', maintain.reindex)} disabled={maintenance.isBusy}>
        {maintain.reindex}
      </button>
    </>
  );
}

function UploadProgress({ uploads: { total, done, refused } }: { uploads: UploadState }): JSX.Element | null {
  const { maintain } = usePage().wording;
  if (total === 0) return null;
  return (
    <section class="card" role="status">
      <p>{maintain.uploaded(done, total)}</p>
      <progress value={done} max={total} />
      <ul class="plain">
        {refused.map(({ path, reason }) => (
          <li key={path} class="fault">
            {path}：{reason}
          </li>
        ))}
      </ul>
    </section>
  );
}

function DropZone({ send }: { send: (files: readonly NamedFile[]) => void }): JSX.Element {
  const { me, wording } = usePage();
  const { maintain } = wording;
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(send);
  };
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <section
      class={isOver ? 'drop over' : 'drop'}
      aria-label={maintain.choose}
      onDrop={drop}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
    >
      <Icon name="file" />
      <p>
        {maintain.drop} <Choose label={maintain.choose} accept={me.formats.join(',')} send={send} />{' '}
        <Choose label={maintain.chooseFolder} isFolder send={send} />
      </p>
      <p class="hint">
        {me.formats.join(' ')}
        <br />
        {maintain.limits}
      </p>
    </section>
  );
}

interface ChooseProps {
  readonly label: string;
  readonly accept?: string;
  /** True: a folder is chosen, with all that lies in it. */
  readonly isFolder?: boolean;
  readonly send: (files: readonly NamedFile[]) => void;
}

function Choose({ label, accept, isFolder = false, send }: ChooseProps): JSX.Element {
  return (
    <label class="choose">
      {label}
      <input
        type="file"
        class="hidden"
        multiple
        {...(accept !== undefined && { accept })}
        {...(isFolder && { webkitdirectory: true })}
        onChange={(event) => {
          send(chosenFiles(event.currentTarget.files));
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
