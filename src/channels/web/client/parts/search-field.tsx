// A field to search with: it searches when sent, and a moment after typing ends.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../icons.tsx';

const PAUSE_MS = 400;

/** A search field under a label. @param value what is searched for now */
export function SearchField({
  label,
  value,
  search,
}: {
  label: string;
  value: string;
  search: (text: string) => void;
}): JSX.Element {
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text.trim() === value) return undefined;
    const timer = setTimeout(() => search(text.trim()), PAUSE_MS);
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
