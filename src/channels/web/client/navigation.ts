// Moves between addresses without loading the page anew; remembers how far each was scrolled.
import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { keepScrolled, keptScrolled } from './model/settings.ts';
import { parseRoute, type Route } from './router.ts';

/** Where we are, and how to go elsewhere. */
export interface Navigation {
  readonly route: Route;
  go(href: string, how?: 'push' | 'replace'): void;
}

interface Place {
  readonly route: Route;
  /** How far the place was scrolled when it was left, in CSS pixels; null: never seen, or left for a new place. */
  readonly scrolled: number | null;
}

const here = (): Route => parseRoute(location.pathname, location.search);

/** Follows the browser's history. Going back restores how far a place was scrolled. */
export function useNavigation(): Navigation {
  const [place, setPlace] = useState<Place>(() => ({ route: here(), scrolled: scrolledBeforeReload() }));
  useEffect(() => {
    history.scrollRestoration = 'manual';
    const moved = ({ state }: PopStateEvent): void => {
      setPlace({ route: here(), scrolled: (state as { scrolled?: number } | null)?.scrolled ?? 0 });
    };
    // A reload comes back to where the reader was.
    const left = (): void => keepScrolled(location.href, scrollY);
    addEventListener('popstate', moved);
    addEventListener('pagehide', left);
    return () => {
      removeEventListener('popstate', moved);
      removeEventListener('pagehide', left);
    };
  }, []);
  // Before anything else scrolls: a screen may bring its own place into view once it is drawn.
  useLayoutEffect(() => {
    if (place.scrolled !== null) restore(place.scrolled);
  }, [place]);
  const go = useCallback((href: string, how: 'push' | 'replace' = 'push') => {
    if (how === 'replace') history.replaceState(history.state, '', href);
    else {
      history.replaceState({ ...history.state, scrolled: scrollY }, '');
      history.pushState({ isInside: true }, '', href);
    }
    setPlace({ route: here(), scrolled: how === 'replace' ? null : 0 });
  }, []);
  return { route: place.route, go };
}

/** How far this place was scrolled when it was loaded anew; null where it was not, but opened. */
function scrolledBeforeReload(): number | null {
  const [navigation] = performance.getEntriesByType('navigation');
  const isReload = (navigation as PerformanceNavigationTiming | undefined)?.type === 'reload';
  return isReload ? keptScrolled(location.href) : null;
}

/** Whether this place was reached from another one of the page, so that going back stays within it. */
export function cameFromInside(): boolean {
  return (history.state as { isInside?: boolean } | null)?.isInside === true;
}

/** Scrolls; what the place shows may still be on its way, so for a moment it is tried again. */
function restore(top: number, tries = 10): void {
  scrollTo({ top, behavior: 'instant' });
  if (Math.abs(scrollY - top) > 2 && tries > 0) setTimeout(() => restore(top, tries - 1), 50);
}

/** Follows links within the page without loading it anew. */
export function useLinks(go: Navigation['go']): void {
  useEffect(() => {
    const follow = (event: MouseEvent): void => {
      const href = hrefOfClick(event);
      if (href === null) return;
      event.preventDefault();
      go(href);
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [go]);
}

/** The address within the page that a click leads to; null where the browser should follow it by itself. */
function hrefOfClick(event: MouseEvent): string | null {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!isPlain || event.defaultPrevented || !(event.target instanceof Element)) return null;
  const link = event.target.closest('a');
  if (link === null || link.target !== '' || link.hasAttribute('download')) return null;
  const isOurs =
    link.origin === location.origin && !link.pathname.startsWith('/api/') && !link.pathname.startsWith('/assets/');
  return isOurs && link.hash === '' ? link.pathname + link.search : null;
}
