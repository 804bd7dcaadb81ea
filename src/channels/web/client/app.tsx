// The shell of the page: who the reader is, where we are, the screens, what is said in passing.
import type { JSX } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { WebLanguage } from '../server/schemas.ts';
import type { Api } from './api.ts';
import { type Page, PageContext, usePage } from './context.ts';
import { useTalk } from './model/conversation.ts';
import { type Identity, useIdentity } from './model/identity.ts';
import type { Keeper } from './model/kept-threads.ts';
import { useNotes } from './model/note.ts';
import { applyLanguage, keepLanguage, keptLanguage } from './model/settings.ts';
import { useLinks, useNavigation } from './navigation.ts';
import { FaultLine, Waiting } from './parts/frame.tsx';
import { Header, TabBar } from './parts/header.tsx';
import { SCREEN_VIEWS } from './screens/screens.tsx';
import { firstLanguage, pageWordingFor } from './wording/wordings.ts';

/** What the page is made of. */
export interface AppProps {
  readonly api: Api;
  /** Keeps the token for writes where the API finds it. */
  hold(csrf: string): void;
}

/** The whole page. */
export function App({ api, hold }: AppProps): JSX.Element {
  const identity = useIdentity(api, hold);
  const { me } = identity;
  const { language, speak } = useLanguage(api, me.language);
  const { route, go } = useNavigation();
  const { note, announce } = useNotes();
  const wording = pageWordingFor(language);
  const page: Page = useMemo(
    () => ({ me, api, language, wording, route, go, announce }),
    [me, api, language, wording, route, go, announce],
  );
  useLinks(go);
  return (
    <PageContext.Provider value={page}>
      <div class="page">
        <a class="skip" href="#main">
          {wording.skip}
        </a>
        <Header speak={speak} />
        <main id="main" tabIndex={-1}>
          <Screens identity={identity} />
        </main>
        <TabBar />
        <p class={note === '' ? 'note' : 'note shown'} role="status">
          {note}
        </p>
      </div>
    </PageContext.Provider>
  );
}

/** The language of the page: the one kept in this browser, else the one that the person chose elsewhere, else the browser's. */
function useLanguage(
  api: Api,
  chosen: WebLanguage | null,
): { readonly language: WebLanguage; speak: (language: WebLanguage) => void } {
  const [picked, setPicked] = useState(keptLanguage);
  const language = picked ?? firstLanguage(chosen, navigator.languages);
  useEffect(() => applyLanguage(language), [language]);
  const speak = useCallback(
    (wanted: WebLanguage) => {
      setPicked(wanted);
      keepLanguage(wanted);
      // The conversation speaks the same language from now on; where nobody is signed in there is none.
      api.send('POST', '/api/press', { token: `language:${wanted}` }).catch(() => undefined);
    },
    [api],
  );
  return { language, speak };
}

/** The screen of the route, once it is known who the reader is. Another person finds nothing of what was said before. */
function Screens({ identity: { me, state, refresh } }: { identity: Identity }): JSX.Element {
  const { wording } = usePage();
  if (state === 'asking') return <Waiting />;
  if (state === 'unreachable') return <FaultLine text={wording.faults.offline} />;
  return <Talks key={me.id} refresh={refresh} />;
}

/** Conversations live here, so that a thread outlasts a look elsewhere. */
function Talks({ refresh }: { refresh: () => void }): JSX.Element {
  const page = usePage();
  const { me } = page;
  const keeperOf = (name: string): Keeper => ({ owner: me.id, version: me.version, name });
  const asking = useTalk(page, keeperOf('ask'));
  const practice = useTalk(page, keeperOf('practise'));
  const upkeep = useTalk(page, keeperOf('maintain'));
  const View = SCREEN_VIEWS[me.role === 'stranger' ? 'join' : page.route.screen];
  return <View asking={asking} practice={practice} upkeep={upkeep} refresh={refresh} />;
}
