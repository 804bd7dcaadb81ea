// What is said in passing: shown for a moment, and heard by screen readers.
import { useCallback, useEffect, useState } from 'preact/hooks';

const SHOWN_MS = 4_000;

/** The note that is shown now (empty: none), and how to say another. */
export interface Notes {
  readonly note: string;
  announce(text: string): void;
}

/** Notes, one at a time; a new one takes the place of the last. */
export function useNotes(): Notes {
  const [said, setSaid] = useState({ text: '' });
  useEffect(() => {
    if (said.text === '') return undefined;
    const timer = setTimeout(() => setSaid({ text: '' }), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const announce = useCallback((text: string) => setSaid({ text }), []);
  return { note: said.text, announce };
}
