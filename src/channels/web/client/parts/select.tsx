// A choice of one out of many, under a label.
import type { JSX } from 'preact';

/** A labelled choice. */
export function Select({
  label,
  value,
  options,
  choose,
}: {
  label: string;
  value: string;
  options: readonly { readonly value: string; readonly label: string }[];
  choose: (value: string) => void;
}): JSX.Element {
  // What is set may be none of the options any more: it is shown all the same.
  const isKnown = options.some((option) => option.value === value);
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
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
