// Navigates between addresses without reloading the page, and restores scroll positions.
import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { storedScroll, storeScroll } from './model/settings.ts';
import { evidenceBehind, evidenceOf, hrefWithEvidence, isSameScreen, parseRoute, type Route } from './router.ts';

/** The current route, and navigation. */
interface Navigation {
  readonly route: Route;
  go(href: string, how?: 'push' | 'replace'): void;
}

interface VisitedPlace {
  readonly route: Route;
  /** Scroll position to restore, in CSS pixels; null: none. */
  readonly scrolled: number | null;
}

const here = (): Route => parseRoute(location.pathname, location.search);

/** Follows the browser's history; going back restores the scroll position. */
export function useNavigation(): Navigation {
  const [place, setPlace] = useState<VisitedPlace>(() => ({ route: here(), scrolled: scrolledBeforeReload() }));
  useEffect(() => {
    history.scrollRestoration = 'manual';
    const moved = ({ state }: PopStateEvent): void => {
      const scrolled = (state as { scrolled?: number } | null)?.scrolled ?? 0;
      // What is read beside a screen comes and goes without moving the screen.
      setPlace((before) => ({ route: here(), scrolled: isSameScreen(before.route, here()) ? null : scrolled }));
    };
    // A reload restores the scroll position.
    const left = (): void => storeScroll(location.href, scrollY);
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
    setPlace((before) => {
      const isStill = how === 'replace' || isSameScreen(before.route, here());
      return { route: here(), scrolled: isStill ? null : 0 };
    });
  }, []);
  return { route: place.route, go };
}

/** Returns the scroll position before a reload; null if the page was opened, not reloaded. */
function scrolledBeforeReload(): number | null {
  const [navigation] = performance.getEntriesByType('navigation');
  const isReload = (navigation as PerformanceNavigationTiming | undefined)?.type === 'reload';
  return isReload ? storedScroll(location.href) : null;
}

/** True if this address was reached from within the page, so that going back stays within it. */
export function cameFromInside(): boolean {
  return (history.state as { isInside?: boolean } | null)?.isInside === true;
}

/** Scrolls; retries for a moment, since the content may still be loading. */
function restore(top: number, tries = 10): void {
  scrollTo({ top, behavior: 'instant' });
  if (Math.abs(scrollY - top) > 2 && tries > 0) setTimeout(() => restore(top, tries - 1), 50);
}

/** Follows links within the page without reloading it; one to a place of a report opens it beside the screen. */
export function useLinks(go: Navigation['go']): void {
  useEffect(() => {
    const follow = (event: MouseEvent): void => {
      const link = linkOfClick(event);
      if (link === null) return;
      event.preventDefault();
      const { pathname, search } = link.address;
      const evidence = evidenceBehind(parseRoute(pathname, search), here());
      if (evidence === null || link.isWhole) go(pathname + search);
      else go(hrefWithEvidence(here(), evidence), evidenceOf(here()) === null ? 'push' : 'replace');
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [go]);
}

/** A link within the page. */
interface InnerLink {
  readonly address: URL;
  /** True if it leads to the report as a screen of its own. */
  readonly isWhole: boolean;
}

/** Returns the link within the page that was clicked; null if the browser should handle the click. */
function linkOfClick(event: MouseEvent): InnerLink | null {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!isPlain || event.defaultPrevented || !(event.target instanceof Element)) return null;
  const link = event.target.closest('a');
  const href = link?.getAttribute('href') ?? null;
  if (link === null || href === null || link.hasAttribute('target') || link.hasAttribute('download')) return null;
  // A mark of a drawing is a link too, and has none of the properties of a link in text.
  const address = new URL(href, location.href);
  const isOurs =
    address.origin === location.origin &&
    !address.pathname.startsWith('/api/') &&
    !address.pathname.startsWith('/assets/');
  return isOurs && address.hash === '' ? { address, isWhole: link.hasAttribute('data-whole') } : null;
}
