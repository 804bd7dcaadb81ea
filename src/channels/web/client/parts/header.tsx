// The header and the navigation between sections: in the header on wide screens, a tab bar on phones.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { WebLanguage } from '../../server/schemas.ts';
import { type Page, usePage } from '../context.ts';
import { Icon, type IconName, Logo } from '../icons.tsx';
import { applyTheme, storedTheme, type Theme } from '../model/settings.ts';
import { hrefOf, type Screen } from '../router.ts';
import { localeOf } from '../wording/wordings.ts';

const SECTIONS: readonly { readonly screen: Screen & IconName; readonly isFor: (page: Page) => boolean }[] = [
  { screen: 'ask', isFor: () => true },
  { screen: 'browse', isFor: () => true },
  { screen: 'practise', isFor: () => true },
  { screen: 'history', isFor: () => true },
  { screen: 'maintain', isFor: ({ me }) => me.acts.includes('add') },
];

const NEXT_THEME: Readonly<Record<Theme, Theme>> = { auto: 'light', light: 'dark', dark: 'auto' };
const THEME_ICON: Readonly<Record<Theme, IconName>> = { auto: 'auto', light: 'sun', dark: 'moon' };

/** The header: name, sections, language, theme. */
export function Header({ setLanguage }: { setLanguage: (language: WebLanguage) => void }): JSX.Element {
  const { wording, language } = usePage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <header class="top">
      <a class="brand" href={hrefOf('ask')}>
        <Logo />
        <span>{wording.name}</span>
      </a>
      <Sections place="wide" />
      <div class="switches">
        <button type="button" class="quiet" lang={localeOf(other)} onClick={() => setLanguage(other)}>
          {wording.otherLanguage}
        </button>
        <ThemeSwitch />
      </div>
    </header>
  );
}

/** The tab bar of narrow screens. */
export function TabBar(): JSX.Element {
  return <Sections place="narrow" />;
}

function Sections({ place }: { place: 'wide' | 'narrow' }): JSX.Element | null {
  const page = usePage();
  if (page.me.role === 'stranger') return null;
  return (
    <nav class={`sections ${place}`} aria-label={page.wording.nav}>
      {SECTIONS.filter(({ isFor }) => isFor(page)).map(({ screen }) => (
        <a key={screen} href={hrefOf(screen)} aria-current={page.route.screen === screen ? 'page' : undefined}>
          <Icon name={screen} />
          <span>{page.wording.screens[screen]}</span>
          {screen === 'practise' && page.due > 0 && (
            <span class="badge">
              {page.due}
              <span class="hidden">{page.wording.practise.due}</span>
            </span>
          )}
        </a>
      ))}
    </nav>
  );
}

function ThemeSwitch(): JSX.Element {
  const { theme: words } = usePage().wording;
  const [theme, setTheme] = useState(storedTheme);
  const turn = (): void => {
    const next = NEXT_THEME[theme];
    applyTheme(next);
    setTheme(next);
  };
  return (
    <button
      type="button"
      class="quiet icon-only"
      onClick={turn}
      aria-label={`${words.label}: ${words[theme]}`}
      title={words[theme]}
    >
      <Icon name={THEME_ICON[theme]} />
    </button>
  );
}
