// The form in which a report's title, district, publisher, date and kind are put right.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { DistrictsJson } from '../../server/schemas-browse.ts';
import { faultText, usePage } from '../context.ts';
import type { MaintainedReport } from '../model/health.ts';
import { FaultLine } from '../parts/common.tsx';
import { useResource } from '../resource.ts';

const FIELDS = ['title', 'district', 'publisher', 'publishedOn', 'kind'] as const;
type FieldName = (typeof FIELDS)[number];
type Values = Readonly<Record<FieldName, string>>;

interface CorrectionFormProps {
  readonly report: MaintainedReport;
  /** Called when the index holds the correction. */
  readonly done: () => void;
}

/** The fields as they are known, to be changed; sends what was changed, and a guess that is confirmed. */
export function CorrectionForm({ report, done }: CorrectionFormProps): JSX.Element {
  const page = usePage();
  const { maintain } = page.wording;
  const [values, setValues] = useState<Values>(valuesOf(report));
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const path = `/api/reports/${encodeURIComponent(report.id)}/correction`;
  const run = (call: Promise<unknown>, told: string): void => {
    setBusy(true);
    setFault('');
    call
      .then(
        () => {
          page.announce(told);
          done();
        },
        (problem: unknown) => setFault(faultText(problem, page.wording)),
      )
      .finally(() => setBusy(false));
  };
  const save = (event: Event): void => {
    event.preventDefault();
    const set = changed(values, report);
    if (Object.keys(set).length > 0) run(page.api.send('POST', path, set), maintain.saved);
    else done();
  };
  return (
    <form class="card correction" onSubmit={save}>
      <div class="filters">
        {FIELDS.map((name) => (
          <CorrectedField
            key={name}
            name={name}
            value={values[name]}
            set={(value) => setValues({ ...values, [name]: value })}
          />
        ))}
      </div>
      <p class="hint">{maintain.correctionNote}</p>
      {fault !== '' && <FaultLine text={fault} />}
      <div class="choices">
        <button type="submit" class="accent" disabled={isBusy}>
          {isBusy ? maintain.saving : maintain.save}
        </button>
        {report.corrected.length > 0 && (
          <button type="button" disabled={isBusy} onClick={() => run(page.api.send('DELETE', path), maintain.undone)}>
            {maintain.undo}
          </button>
        )}
      </div>
    </form>
  );
}

function CorrectedField({
  name,
  value,
  set,
}: {
  name: FieldName;
  value: string;
  set: (value: string) => void;
}): JSX.Element {
  const { maintain } = usePage().wording;
  const districts = useResource<DistrictsJson>(name === 'district' ? '/api/districts' : null);
  const known = districts.value?.districts ?? [];
  return (
    <label class="field">
      <span>{maintain.fields[name]}</span>
      <input
        value={value}
        maxLength={200}
        required={name === 'title'}
        list={name === 'district' ? 'known-districts' : undefined}
        placeholder={name === 'publishedOn' ? '2023-05-28' : ''}
        onInput={(event) => set(event.currentTarget.value)}
      />
      {name === 'district' && (
        <datalist id="known-districts">
          {known.map((district) => (
            <option key={district.name} value={district.name} />
          ))}
        </datalist>
      )}
    </label>
  );
}

const valuesOf = (report: MaintainedReport): Values => ({
  title: report.title,
  district: report.district ?? '',
  publisher: report.publisher ?? '',
  publishedOn: report.publishedOn ?? '',
  kind: report.kind ?? '',
});

/** Returns what is sent: changed fields, and where nothing was changed the guesses, which are confirmed so. */
function changed(values: Values, report: MaintainedReport): Partial<Values> {
  const before = valuesOf(report);
  const names = FIELDS.filter((name) => values[name].trim() !== before[name]);
  const confirmed = FIELDS.filter((name) => report.inferred.includes(name) && values[name] !== '');
  return Object.fromEntries((names.length > 0 ? names : confirmed).map((name) => [name, values[name].trim()]));
}
