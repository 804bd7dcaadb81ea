// A list that is loaded page by page, latest first: what a search holds, more of it, and what the page changes in it meanwhile.
import { useEffect, useState } from 'preact/hooks';
import { faultText, usePage } from '../context.ts';

interface ListState<Line> {
  readonly lines: readonly Line[];
  /** There are older ones. */
  readonly more: boolean;
  readonly isLoading: boolean;
  readonly fault: string;
}

/** A part of a list as the server gives it. */
type Page<Line> = Pick<ListState<Line>, 'lines' | 'more'>;

/** A list, with what changes it. */
export interface PagedList<Line> extends ListState<Line> {
  /** Loads older ones. */
  readonly loadMore: () => void;
  /** Changes what is held, after the server did. */
  readonly change: (changed: (held: Page<Line>) => Partial<Page<Line>>) => void;
  /** Tells a fault above the list. */
  readonly failed: (fault: unknown) => void;
}

/** Loads the lines that a search holds, anew whenever it changes. @param fetchPage the lines behind the last one known */
export function usePagedList<Line>(
  query: string,
  fetchPage: (last: Line | undefined) => Promise<Page<Line>>,
): PagedList<Line> {
  const { wording } = usePage();
  const [held, setHeld] = useState<ListState<Line>>({ lines: [], more: false, isLoading: true, fault: '' });
  const failed = (fault: unknown): void =>
    setHeld((was) => ({ ...was, isLoading: false, fault: faultText(fault, wording) }));
  const load = (before: readonly Line[], isWanted: () => boolean = () => true): Promise<void> =>
    fetchPage(before.at(-1)).then(({ lines, more }) => {
      if (isWanted()) setHeld({ lines: [...before, ...lines], more, isLoading: false, fault: '' });
    }, failed);
  useEffect(() => {
    let isWanted = true;
    void load([], () => isWanted);
    return () => {
      isWanted = false;
    };
  }, [query]);
  return {
    ...held,
    loadMore: () => void load(held.lines),
    change: (changed) => setHeld((was) => ({ ...was, ...changed(was) })),
    failed,
  };
}
