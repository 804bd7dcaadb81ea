// The rows of a blueprint: how many items of which topic, kind and difficulty a paper holds.
import type { JSX } from 'preact';
import { usePage } from '../context.ts';
import { Field, NumberField, Select } from '../parts/fields.tsx';
import type { BlueprintFields } from './blueprint-words.ts';

const BLANK: BlueprintFields = { topic: '', kind: '', difficulty: '', count: '5' };
const MAX_ROWS = 12;
/** A choice of how hard items are. */
export function DifficultySelect({ value, set }: { value: string; set: (value: string) => void }): JSX.Element {
  const { practise } = usePage().wording;
  const options = Object.entries(practise.difficulties).map(([name, label]) => ({ value: name, label }));
  return (
    <Select
      label={practise.difficulty}
      value={value}
      options={[{ value: '', label: practise.anyDifficulty }, ...options]}
      set={set}
    />
  );
}

/** The rows, each with its fields, and a button for another. */
export function BlueprintRows({
  rows,
  set,
}: {
  rows: readonly BlueprintFields[];
  set: (rows: readonly BlueprintFields[]) => void;
}): JSX.Element {
  const { practise } = usePage().wording;
  const change = (n: number, fields: Partial<BlueprintFields>): void =>
    set(rows.map((row, index) => (index === n ? { ...row, ...fields } : row)));
  return (
    <fieldset class="blueprint">
      <legend>{practise.blueprint}</legend>
      {rows.map((row, n) => (
        // Rows have no name of their own: their place is who they are.
        <BlueprintRow
          key={n}
          row={row}
          change={(fields) => change(n, fields)}
          remove={() => set(rows.filter((_, index) => index !== n))}
        />
      ))}
      <button type="button" class="quiet" disabled={rows.length >= MAX_ROWS} onClick={() => set([...rows, BLANK])}>
        {practise.addRow}
      </button>
    </fieldset>
  );
}

interface RowProps {
  readonly row: BlueprintFields;
  readonly change: (fields: Partial<BlueprintFields>) => void;
  readonly remove: () => void;
}

function BlueprintRow({ row, change, remove }: RowProps): JSX.Element {
  const { practise } = usePage().wording;
  const kinds = Object.entries(practise.kinds).map(([name, label]) => ({ value: name, label }));
  return (
    <div class="quiz-form">
      <Field
        label={practise.topic}
        value={row.topic}
        set={(topic) => change({ topic })}
        maxLength={30}
        autocomplete="off"
      />
      <Select
        label={practise.kind}
        value={row.kind}
        options={[{ value: '', label: practise.anyKind }, ...kinds]}
        set={(kind) => change({ kind })}
      />
      <DifficultySelect value={row.difficulty} set={(difficulty) => change({ difficulty })} />
      <NumberField label={practise.count} value={row.count} set={(count) => change({ count })} />
      <button type="button" class="quiet" onClick={remove}>
        {practise.removeRow}
      </button>
    </div>
  );
}
