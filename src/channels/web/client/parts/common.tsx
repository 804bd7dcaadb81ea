// Parts that every screen uses: heading, loading, errors, tabs, rows.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { usePage } from '../context.ts';
import type { Resource } from '../resource.ts';

/**
 * The heading of a screen. After navigation it takes the focus, so that screen readers announce the screen; on first load it does not.
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

/** A loading indicator; it appears only after a moment. */
export function Waiting({ text }: { text?: string }): JSX.Element {
  const { wording } = usePage();
  return (
    <p class="waiting" role="status">
      <span class="spinner" aria-hidden="true" />
      {text ?? wording.loading}
    </p>
  );
}

/** An error message. */
export function FaultLine({ text }: { text: string }): JSX.Element {
  return (
    <p class="fault" role="alert">
      {text}
    </p>
  );
}

/** Draws loaded data; until then the loading indicator, or the error. */
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

/** A list of loaded rows, or a hint if there are none. */
export function Rows<Value, Row>({
  resource,
  rowsOf,
  none,
  children,
}: {
  resource: Resource<Value>;
  rowsOf: (value: Value) => readonly Row[];
  none: string;
  children: (row: Row) => JSX.Element;
}): JSX.Element {
  return (
    <Loaded resource={resource}>
      {(value) => {
        const rows = rowsOf(value);
        return rows.length === 0 ? <p class="hint">{none}</p> : <ul class="rows">{rows.map(children)}</ul>;
      }}
    </Loaded>
  );
}
