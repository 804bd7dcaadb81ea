// The indexed reports for maintainers: what is to be put right, a form for each report, undo, removal.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { HealthJson } from '../../server/schemas-admin.ts';
import { usePage } from '../context.ts';
import { type MaintainedReport, maintainedReports, TO_DO, type ToDo } from '../model/health.ts';
import { IconButton } from '../parts/buttons.tsx';
import { Loaded } from '../parts/common.tsx';
import { SearchField } from '../parts/fields.tsx';
import { ThreadView } from '../parts/thread-view.tsx';
import { useResource } from '../resource.ts';
import { hrefOf } from '../router.ts';
import type { ScreenProps } from '../screens/part-screen.tsx';
import { CorrectionForm } from './correction-form.tsx';

/** Reports shown at once; more on demand. */
const SHOWN_AT_ONCE = 100;

/** The reports, those with something to do first. */
export function MaintainedReportsPart({ maintenance }: ScreenProps): JSX.Element {
  const health = useResource<HealthJson>('/api/health');
  const done = maintenance.thread.filter(({ state }) => state === 'done').length;
  useEffect(() => {
    if (done > 0) health.reload();
  }, [done]);
  const remove = (id: string, label: string): void => maintenance.say(`/remove ${id}`, label);
  return (
    <>
      <ThreadView chat={maintenance} />
      <Loaded resource={health}>
        {(value) => (
          <ReportList reports={maintainedReports(value.health ?? {})} reload={health.reload} remove={remove} />
        )}
      </Loaded>
    </>
  );
}

interface ReportListProps {
  readonly reports: readonly MaintainedReport[];
  readonly reload: () => void;
  readonly remove: (id: string, label: string) => void;
}

function ReportList({ reports, reload, remove }: ReportListProps): JSX.Element {
  const { wording } = usePage();
  const [toDo, setToDo] = useState<ToDo | null>(null);
  const [text, setText] = useState('');
  const [count, setCount] = useState(SHOWN_AT_ONCE);
  const found = reports.filter(
    (report) =>
      (toDo === null || report.toDo.includes(toDo)) &&
      `${report.title} ${report.district} ${report.path}`.includes(text),
  );
  return (
    <>
      <ToDoChoice reports={reports} toDo={toDo} choose={setToDo} />
      <SearchField label={wording.maintain.searchReports} value={text} search={setText} />
      <p class="hint">{wording.browse.shown(Math.min(count, found.length), found.length)}</p>
      <ul class="rows">
        {found.slice(0, count).map((report) => (
          <ReportRow key={report.id} report={report} reload={reload} remove={remove} />
        ))}
      </ul>
      {found.length > count && (
        <button type="button" onClick={() => setCount(count + SHOWN_AT_ONCE)}>
          {wording.browse.showMore}
        </button>
      )}
    </>
  );
}

interface ToDoChoiceProps {
  readonly reports: readonly MaintainedReport[];
  readonly toDo: ToDo | null;
  readonly choose: (toDo: ToDo | null) => void;
}

/** What is to be put right, as buttons that show the reports of each kind. */
function ToDoChoice({ reports, toDo, choose }: ToDoChoiceProps): JSX.Element {
  const { maintain } = usePage().wording;
  const counts = TO_DO.map((kind) => ({ kind, count: reports.filter((report) => report.toDo.includes(kind)).length }));
  const open = counts.filter(({ count }) => count > 0);
  if (open.length === 0) return <p class="hint">{maintain.nothingToDo}</p>;
  return (
    <section class="card" aria-label={maintain.toDoTitle}>
      <h2>{maintain.toDoTitle}</h2>
      <div class="counts">
        {open.map(({ kind, count }) => (
          <button
            key={kind}
            type="button"
            class="choice"
            aria-pressed={toDo === kind}
            onClick={() => choose(toDo === kind ? null : kind)}
          >
            {maintain.toDo[kind]} {count}
          </button>
        ))}
      </div>
    </section>
  );
}

interface ReportRowProps {
  readonly report: MaintainedReport;
  readonly reload: () => void;
  readonly remove: (id: string, label: string) => void;
}

function ReportRow({ report, reload, remove }: ReportRowProps): JSX.Element {
  const { maintain } = usePage().wording;
  const [isEditing, setEditing] = useState(false);
  const { id, title, district, publishedOn, kind, toDo, corrected, notes } = report;
  const label = `${maintain.remove}：${title}`;
  const about = [district ?? maintain.noDistrict, publishedOn ?? maintain.noDate, kind, id];
  const guesses = toDo.filter((each) => each.startsWith('guessed')).map((each) => maintain.toDo[each]);
  const isCorrected =
    corrected.length > 0
      ? [maintain.correctedFields(corrected.map((each) => maintain.fields[each] ?? each).join('、'))]
      : [];
  return (
    <li>
      <div class="row-place">
        <a class="row" href={hrefOf('read', id)}>
          <strong>{title}</strong>
          <span class="hint">{about.filter((part) => part !== null).join(' · ')}</span>
          {[...guesses, ...isCorrected, ...notes].map((line) => (
            <span key={line} class="hint remark">
              {line}
            </span>
          ))}
        </a>
        <button type="button" class="action" aria-expanded={isEditing} onClick={() => setEditing(!isEditing)}>
          {maintain.correct}
        </button>
        <IconButton icon="trash" label={label} act={() => remove(id, label)} />
      </div>
      {isEditing && (
        <CorrectionForm
          report={report}
          done={() => {
            setEditing(false);
            reload();
          }}
        />
      )}
    </li>
  );
}
