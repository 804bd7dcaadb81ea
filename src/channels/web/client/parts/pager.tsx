// Page by page through a long list, by button and by key.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { usePage } from '../context.ts';
import { IconButton } from './buttons.tsx';

interface PagerProps {
  readonly offset: number;
  /** Rows on a page. */
  readonly size: number;
  readonly total: number;
  /** Goes to the page that begins at an offset. */
  turn(offset: number): void;
}

/** Says which part of a list is shown and turns its pages; the part alone where there is one page. */
export function Pager({ offset, size, total, turn }: PagerProps): JSX.Element {
  const { browse } = usePage().wording;
  const last = Math.min(offset + size, total);
  return (
    <div class="pager">
      <span role="status">{total === 0 ? browse.noneFound : browse.part(offset + 1, last, total)}</span>
      {total > size && (
        <>
          <IconButton
            icon="back"
            label={browse.pageBefore}
            act={offset > 0 ? () => turn(Math.max(0, offset - size)) : undefined}
          />
          <IconButton icon="next" label={browse.pageAfter} act={last < total ? () => turn(offset + size) : undefined} />
        </>
      )}
    </div>
  );
}

/** Lets the arrow keys, Home and End move the focus among the links of the list that the reference is put on. */
export function useListKeys(): { readonly current: HTMLDivElement | null } {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = list;
    current?.addEventListener('keydown', moveInList);
    return () => current?.removeEventListener('keydown', moveInList);
  }, []);
  return list;
}

function moveInList(event: KeyboardEvent): void {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a.row')];
  const at = links.indexOf(document.activeElement as HTMLElement);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: links.length - 1,
  };
  const to = steps[event.key];
  const link = to === undefined || at < 0 ? undefined : links[to];
  if (link === undefined) return;
  event.preventDefault();
  link.focus();
}
