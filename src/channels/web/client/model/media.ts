// Media queries that decide what is drawn, not only how.
import { useEffect, useState } from 'preact/hooks';

/** Media query: there is room for a report beside what led to it. */
export const WIDE_SCREEN = '(min-width: 62rem)';

/** Returns whether a media query holds now, and draws again when that changes. */
export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const changed = (): void => setHolds(list.matches);
    changed();
    list.addEventListener('change', changed);
    return () => list.removeEventListener('change', changed);
  }, [query]);
  return holds;
}
