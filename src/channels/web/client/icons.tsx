// Line icons in the colour of the text. Decorative: the label says what they mean.
import type { JSX } from 'preact';

const PATHS = {
  ask: 'M21 12a8 8 0 0 1-8 8H4l2-3a8 8 0 1 1 15-5Z',
  browse: 'M4 5h6v6H4zM14 5h6v6h-6zM4 15h6v4H4zM14 15h6v4h-6z',
  practise: 'M4 19V6l8-3 8 3v13M8 10h8M8 14h5',
  history: 'M12 7v5l3 2M4 12a8 8 0 1 0 2.5-5.8M4 4v4h4',
  maintain: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4',
  send: 'M5 12h14M13 6l6 6-6 6',
  stop: 'M7 7h10v10H7z',
  up: 'M12 19V6M6 11l6-6 6 6',
  good: 'M7 11v9H4v-9zM7 11l4-8c1.5 0 2.5 1 2.5 2.5V9H19a1.5 1.5 0 0 1 1.5 1.8l-1.3 7.4A2 2 0 0 1 17.2 20H7',
  bad: 'M17 13V4h3v9zM17 13l-4 8c-1.5 0-2.5-1-2.5-2.5V15H5a1.5 1.5 0 0 1-1.5-1.8l1.3-7.4A2 2 0 0 1 6.8 4H17',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  print: 'M7 9V4h10v5M7 17H4v-8h16v8h-3M7 14h10v6H7z',
  link: 'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1-1',
  close: 'M6 6l12 12M18 6 6 18',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6l1.4 1.4M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4',
  moon: 'M20 14.5A8 8 0 0 1 9.5 4 8 8 0 1 0 20 14.5Z',
  auto: 'M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16',
  search: 'M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12M15.5 15.5 20 20',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  chevron: 'M7 10l5 5 5-5',
  back: 'M19 12H6M11 6l-6 6 6 6',
  next: 'M5 12h13M13 6l6 6-6 6',
  share: 'M12 15V4M8 8l4-4 4 4M5 13v7h14v-7',
  save: 'M12 4v11M8 11l4 4 4-4M5 15v5h14v-5',
  plus: 'M12 5v14M5 12h14',
  clip: 'M8 12l6-6a3 3 0 0 1 4 4l-8 8a5 5 0 0 1-7-7l7-7',
  pen: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
} as const;

/** Name of an icon. */
export type IconName = keyof typeof PATHS;

/** An icon, 1.25 em wide. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The logo: a map pin over lines of text. */
export function Logo(): JSX.Element {
  return (
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" />
      <path d="M16 6.5a6.5 6.5 0 0 1 6.5 6.5c0 4.5-6.5 10.5-6.5 10.5S9.5 17.5 9.5 13A6.5 6.5 0 0 1 16 6.5Z" />
      <circle cx="16" cy="13" r="2.2" />
      <path d="M8 26h16" />
    </svg>
  );
}
