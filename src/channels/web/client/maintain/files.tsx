// Adding reports: files are dropped or chosen, checked, and added once the maintainer agrees; reports can be removed.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ReportsJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import { Icon } from '../icons.tsx';
import type { Talk } from '../model/conversation.ts';
import { Loaded } from '../parts/frame.tsx';
import { ThreadView } from '../parts/turn-view.tsx';
import { useResource } from '../resource.ts';
import { hrefOf } from '../router.ts';
import type { ScreenProps } from '../screens/props.ts';

/** The place for files, what came of them, and the reports that are held. */
export function FilesPart({ upkeep }: ScreenProps): JSX.Element {
  const { wording } = usePage();
  return (
    <>
      <DropPlace talk={upkeep} />
      <ThreadView talk={upkeep} />
      <div class="screen-head">
        <h2>{wording.maintain.reports}</h2>
        <button type="button" onClick={() => upkeep.say('/reindex', wording.maintain.reindex)} disabled={upkeep.isBusy}>
          {wording.maintain.reindex}
        </button>
      </div>
      <HeldReports talk={upkeep} />
    </>
  );
}

function DropPlace({ talk }: { talk: Talk }): JSX.Element {
  const { me, wording } = usePage();
  const [isOver, setOver] = useState(false);
  const send = (files: Iterable<File> | null | undefined): void => {
    for (const file of files ?? []) talk.upload(file);
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

function HeldReports({ talk }: { talk: Talk }): JSX.Element {
  const { wording } = usePage();
  const reports = useResource<ReportsJson>('/api/reports');
  const done = talk.thread.filter(({ state }) => state === 'done').length;
  useEffect(() => {
    if (done > 0) reports.reload();
  }, [done]);
  return (
    <Loaded resource={reports}>
      {(value) => (
        <ul class="rows">
          {value.reports.map(({ id, title, district, publishedOn }) => (
            <li key={id} class="row-place">
              <a class="row" href={hrefOf('read', id)}>
                <strong>{title}</strong>
                <span class="hint">{[district, publishedOn, id].filter((part) => part !== null).join(' · ')}</span>
              </a>
              <button
                type="button"
                class="quiet icon-only"
                aria-label={`${wording.maintain.remove}：${title}`}
                title={wording.maintain.remove}
                onClick={() => talk.say(`/remove ${id}`, `${wording.maintain.remove}：${title}`)}
              >
                <Icon name="trash" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}
