// A choice of several out of many: what is chosen stands first, what fits the search below it.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePage } from '../context.ts';

const MAX_OFFERED = 24;

interface PickerProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly set: (chosen: readonly string[]) => void;
  /** Most that can be chosen. */
  readonly most: number;
}

/** A choice of several, found by search. */
export function Picker({ label, options, chosen, set, most }: PickerProps): JSX.Element {
  const { browse } = usePage().wording;
  const [text, setText] = useState('');
  const fitting = options.filter(({ label: name }) => name.includes(text.trim()));
  const picked = options.filter(({ value }) => chosen.includes(value));
  const offered = fitting.filter(({ value }) => !chosen.includes(value)).slice(0, MAX_OFFERED);
  const turn = (value: string): void =>
    set(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value].slice(0, most));
  return (
    <fieldset class="pick">
      <legend>
        {label} <span class="hint">{browse.chosen(chosen.length, most)}</span>
      </legend>
      {options.length > MAX_OFFERED && (
        <input
          type="search"
          aria-label={`${browse.search}：${label}`}
          placeholder={browse.search}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      )}
      {[...picked, ...offered].map(({ value, label: name }) => (
        <label key={value} class="pick-one">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            disabled={!chosen.includes(value) && chosen.length >= most}
            onChange={() => turn(value)}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
