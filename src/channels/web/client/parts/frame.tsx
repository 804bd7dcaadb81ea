// Small parts that every screen uses: its heading, waiting, faults, tabs.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { usePage } from '../context.ts';
import type { Resource } from '../resource.ts';

/**
 * The heading of a screen. When the reader moves here from elsewhere it takes the focus, so that a screen reader says where we are;
 * at first it leaves the focus where the browser put it.
 */
export function Heading({ text, isHidden = false }: { text: string; isHidden?: boolean }): JSX.Element {
  const { wording, route } = usePage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = text === wording.name ? text : `${text} · ${wording.name}`;
    const here = `${route.screen}/${route.part}`;
    const { place = here } = document.body.dataset;
    if (place !== here) heading.current?.focus({ preventScroll: true });
    document.body.dataset['place'] = here;
  }, [text, wording.name]);
  return (
    <h1 ref={heading} tabIndex={-1} class={isHidden ? 'hidden' : undefined}>
      {text}
    </h1>
  );
}

/** Waiting for something; it shows only when it takes a moment. */
export function Waiting({ text }: { text?: string }): JSX.Element {
  const { wording } = usePage();
  return (
    <p class="waiting" role="status">
      <span class="spinner" aria-hidden="true" />
      {text ?? wording.loading}
    </p>
  );
}

/** What went wrong. */
export function FaultLine({ text }: { text: string }): JSX.Element {
  return (
    <p class="fault" role="alert">
      {text}
    </p>
  );
}

/** Draws what was loaded; until then waiting, or the fault. */
export function Loaded<T>({
  resource,
  children,
}: {
  resource: Resource<T>;
  children: (value: T) => JSX.Element;
}): JSX.Element {
  if (resource.state === 'failed') return <FaultLine text={resource.fault} />;
  return resource.value === null ? <Waiting /> : children(resource.value);
}

/** Links to the parts of a screen. */
export function Tabs({
  label,
  tabs,
}: {
  label: string;
  tabs: readonly { readonly text: string; readonly href: string; readonly isHere: boolean }[];
}): JSX.Element {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map(({ text, href, isHere }) => (
        <a key={href} href={href} aria-current={isHere ? 'page' : undefined}>
          {text}
        </a>
      ))}
    </nav>
  );
}
