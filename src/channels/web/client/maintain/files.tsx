// Adds and removes reports: files are dropped or chosen, checked, and added once the maintainer confirms.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ReportsJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import { Icon } from '../icons.tsx';
import type { Chat } from '../model/chat.ts';
import { IconButton } from '../parts/buttons.tsx';
import { Rows } from '../parts/common.tsx';
import { ThreadView } from '../parts/thread-view.tsx';
import { useResource } from '../resource.ts';
import { hrefOf } from '../router.ts';
import type { ScreenProps } from '../screens/part-screen.tsx';

/** Upload, its thread, and the indexed reports. */
export function FilesPart({ maintenance }: ScreenProps): JSX.Element {
  const { wording } = usePage();
  return (
    <>
      <DropZone chat={maintenance} />
      <ThreadView chat={maintenance} />
      <div class="screen-head">
        <h2>{wording.maintain.reports}</h2>
        <button
          type="button"
          onClick={() => maintenance.say('/reindex', wording.maintain.reindex)}
          disabled={maintenance.isBusy}
        >
          {wording.maintain.reindex}
        </button>
      </div>
      <IndexedReports chat={maintenance} />
    </>
  );
}

function DropZone({ chat }: { chat: Chat }): JSX.Element {
  const { me, wording } = usePage();
  const [isOver, setOver] = useState(false);
  const send = (files: Iterable<File> | null | undefined): void => {
    for (const file of files ?? []) chat.upload(file);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    send(event.dataTransfer?.files);
  };
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <section
      class={isOver ? 'drop over' : 'drop'}
      aria-label={wording.maintain.choose}
      onDrop={drop}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
    >
      <Icon name="file" />
      <p>
        {wording.maintain.drop}{' '}
        <label class="choose">
          {wording.maintain.choose}
          <input
            type="file"
            class="hidden"
            multiple
            accept={me.formats.join(',')}
            onChange={(event) => {
              send(event.currentTarget.files);
              event.currentTarget.value = '';
            }}
          />
        </label>
      </p>
      <p class="hint">
        {me.formats.join(' ')}
        <br />
        {wording.maintain.limits}
      </p>
    </section>
  );
}

function IndexedReports({ chat }: { chat: Chat }): JSX.Element {
  const { wording } = usePage();
  const reports = useResource<ReportsJson>('/api/reports');
  const done = chat.thread.filter(({ state }) => state === 'done').length;
  useEffect(() => {
    if (done > 0) reports.reload();
  }, [done]);
  return (
    <Rows resource={reports} rowsOf={(value) => value.reports} none={wording.nothing}>
      {({ id, title, district, publishedOn }) => {
        const label = `${wording.maintain.remove}：${title}`;
        return (
          <li key={id} class="row-place">
            <a class="row" href={hrefOf('read', id)}>
              <strong>{title}</strong>
              <span class="hint">{[district, publishedOn, id].filter((part) => part !== null).join(' · ')}</span>
            </a>
            <IconButton icon="trash" label={label} act={() => chat.say(`/remove ${id}`, label)} />
          </li>
        );
      }}
    </Rows>
  );
}
