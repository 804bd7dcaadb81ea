// Fields of forms under their labels: text, a choice of one, a search.
import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { DistrictsJson } from '../../server/schemas-browse.ts';
import { Icon } from '../icons.tsx';
import { useResource } from '../resource.ts';

const SEARCH_DELAY_MS = 400;

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly autocomplete?: 'off' | 'name';
}

/** A text field under its label. */
export function Field({ label, value, set, ...attributes }: FieldProps): JSX.Element {
  return (
    <label class="field">
      <span>{label}</span>
      <input {...attributes} value={value} onInput={(event) => set(event.currentTarget.value)} />
    </label>
  );
}

/** A field for a number from 1 on, under its label. */
export function NumberField({ label, value, set }: FieldProps): JSX.Element {
  return (
    <label class="field">
      <span>{label}</span>
      <input type="number" min={1} value={value} onInput={(event) => set(event.currentTarget.value)} />
    </label>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly set: (value: string) => void;
}

/** A choice of one out of many, under its label. */
export function Select({ label, value, options, set }: SelectProps): JSX.Element {
  // What is set may be none of the options any more: it is shown all the same.
  const isKnown = options.some((option) => option.value === value);
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => set(event.currentTarget.value)}>
        {!isKnown && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** More districts than this are searched by typing, not looked through. */
const MAX_OPTIONS = 40;

/** A choice of a district: out of a list, or by typing where there are many. @param none what stands for no district */
export function DistrictSelect({ none, ...props }: Omit<SelectProps, 'options'> & { none: string }): JSX.Element {
  const { value } = useResource<DistrictsJson>('/api/districts');
  const names = (value?.districts ?? []).map(({ name, short }) => ({ value: name, label: short }));
  if (names.length > MAX_OPTIONS) return <TypedSelect {...props} options={names} none={none} />;
  return <Select {...props} options={[{ value: '', label: none }, ...names]} />;
}

/** A choice of one out of very many: the browser proposes what holds the typed text. */
function TypedSelect({ label, value, options, set, none }: SelectProps & { none: string }): JSX.Element {
  const id = useId();
  const shown = options.find((option) => option.value === value)?.label ?? value;
  const choose = (text: string): void => {
    const chosen = options.find((option) => option.label === text || option.value === text);
    if (chosen !== undefined || text === '') set(chosen?.value ?? '');
  };
  return (
    <label class="field">
      <span>{label}</span>
      <input
        list={id}
        placeholder={none}
        value={shown}
        onChange={(event) => choose(event.currentTarget.value.trim())}
      />
      <datalist id={id}>
        {options.map((option) => (
          <option key={option.value} value={option.label}>
            {option.value}
          </option>
        ))}
      </datalist>
    </label>
  );
}

/** A search field: it searches when sent, and a moment after typing ends. @param value what is searched for now */
export function SearchField({
  label,
  value,
  search,
  delayMs = SEARCH_DELAY_MS,
}: {
  label: string;
  value: string;
  search: (text: string) => void;
  /** How long after the last key it searches by itself. */
  delayMs?: number;
}): JSX.Element {
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text.trim() === value) return undefined;
    const timer = setTimeout(() => search(text.trim()), delayMs);
    return () => clearTimeout(timer);
  }, [text]);
  const send = (event: Event): void => {
    event.preventDefault();
    search(text.trim());
  };
  return (
    <search class="search">
      <form onSubmit={send}>
        <Icon name="search" />
        <input
          type="search"
          aria-label={label}
          placeholder={label}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </form>
    </search>
  );
}
