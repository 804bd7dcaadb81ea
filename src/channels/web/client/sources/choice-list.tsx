// Choices to tick, searched where there are many; what is chosen comes first and is always drawn.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePage } from '../context.ts';

/** A choice and its words. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoiceListProps {
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  toggle(value: string): void;
  /** Searches elsewhere than in the choices at hand; absent: in them. */
  search?: (text: string) => void;
}

/** Choices drawn at once, beside those that are chosen. */
const MAX_DRAWN = 12;

/** A group of choices. */
export function ChoiceList({ legend, choices, chosen, toggle, search }: ChoiceListProps): JSX.Element {
  const { wording } = usePage();
  const [text, setText] = useState('');
  const labels = new Map(choices.map(({ value, label }) => [value, label]));
  const isFound = ({ value, label }: Choice): boolean =>
    search !== undefined || text.split(/\s+/u).every((word) => label.includes(word) || value.includes(word));
  const others = choices.filter((choice) => !chosen.includes(choice.value) && isFound(choice));
  const drawn = [
    ...chosen.map((value) => ({ value, label: labels.get(value) ?? value })),
    ...others.slice(0, MAX_DRAWN),
  ];
  const type = (said: string): void => {
    setText(said);
    search?.(said);
  };
  return (
    <fieldset class="choice-list">
      <legend>{legend}</legend>
      {(search !== undefined || choices.length > MAX_DRAWN) && (
        <input
          type="search"
          aria-label={wording.sources.find(legend)}
          placeholder={wording.sources.find(legend)}
          value={text}
          onInput={(event) => type(event.currentTarget.value)}
        />
      )}
      {drawn.map(({ value, label }) => (
        <label key={value} class="pick-one">
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          <span>{label}</span>
        </label>
      ))}
      {others.length > MAX_DRAWN && <p class="hint">{wording.sources.more(others.length - MAX_DRAWN)}</p>}
    </fieldset>
  );
}
