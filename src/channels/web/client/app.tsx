// The shell of the page: current user, route, language, screens and toasts.
import type { FunctionComponent, JSX } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { WebLanguage } from '../server/schemas.ts';
import type { ApiClient } from './api.ts';
import { faultText, type Page, PageContext, usePage } from './context.ts';
import { useChat } from './model/chat.ts';
import { useConversation } from './model/conversation.ts';
import { type Identity, useIdentity } from './model/identity.ts';
import { useReminder } from './model/reminder.ts';
import { applyLanguage, storedLanguage, storeLanguage } from './model/settings.ts';
import { turnsOf } from './model/thread.ts';
import { useLinks, useNavigation } from './navigation.ts';
import { FaultLine, Waiting } from './parts/common.tsx';
import { EvidencePane } from './parts/evidence-pane.tsx';
import { Header, TabBar } from './parts/header.tsx';
import type { Screen } from './router.ts';
import { AskScreen } from './screens/ask.tsx';
import { BrowseScreen } from './screens/browse.tsx';
import { HistoryScreen } from './screens/history.tsx';
import { JoinScreen } from './screens/join.tsx';
import { MaintainScreen } from './screens/maintain.tsx';
import type { ScreenProps } from './screens/part-screen.tsx';
import { PractiseScreen } from './screens/practise.tsx';
import { ReadScreen } from './screens/read.tsx';
import { SharedScreen } from './screens/shared.tsx';
import { initialLanguage, pageWordingFor } from './wording/wordings.ts';

/** The component of each screen. */
const SCREEN_VIEWS: Readonly<Record<Screen, FunctionComponent<ScreenProps>>> = {
  ask: AskScreen,
  read: ReadScreen,
  browse: BrowseScreen,
  practise: PractiseScreen,
  history: HistoryScreen,
  shared: SharedScreen,
  maintain: MaintainScreen,
  join: JoinScreen,
};

const TOAST_MS = 4_000;

interface AppProps {
  readonly api: ApiClient;
  /** Stores the CSRF token for the API. */
  setCsrf(csrf: string): void;
}

/** The whole page. */
export function App({ api, setCsrf }: AppProps): JSX.Element {
  const identity = useIdentity(api, setCsrf);
  const { me } = identity;
  const { language, setLanguage } = useLanguage(api, me.language);
  const { route, go } = useNavigation();
  const { toast, announce } = useToast();
  const wording = pageWordingFor(language);
  const due = useReminder({ api, me, screen: route.screen, title: wording.name, announce });
  const page: Page = useMemo(() => {
    const fail = (fault: unknown): void => announce(faultText(fault, wording));
    return { me, api, language, wording, route, due, go, announce, fail };
  }, [me, api, language, wording, route, due, go, announce]);
  useLinks(go);
  return (
    <PageContext.Provider value={page}>
      <div class="page">
        <a class="skip" href="#main">
          {wording.skip}
        </a>
        <Header setLanguage={setLanguage} />
        <main id="main" tabIndex={-1}>
          <Screens identity={identity} />
        </main>
        <TabBar />
        <p class={toast === '' ? 'toast' : 'toast shown'} role="status">
          {toast}
        </p>
      </div>
    </PageContext.Provider>
  );
}

/** The language of the page: the one stored in this browser, else the user's, else the browser's. */
function useLanguage(
  api: ApiClient,
  chosen: WebLanguage | null,
): { readonly language: WebLanguage; setLanguage: (language: WebLanguage) => void } {
  const [picked, setPicked] = useState(storedLanguage);
  const language = picked ?? initialLanguage(chosen, navigator.languages);
  useEffect(() => applyLanguage(language), [language]);
  const setLanguage = useCallback(
    (wanted: WebLanguage) => {
      setPicked(wanted);
      storeLanguage(wanted);
      // The conversation speaks the same language from now on; where nobody is signed in there is none.
      api.send('POST', '/api/press', { token: `language:${wanted}` }).catch(() => undefined);
    },
    [api],
  );
  return { language, setLanguage };
}

/** The screen of the route, once the user is known. Another user finds nothing of the threads before. */
function Screens({ identity: { me, state, refresh } }: { identity: Identity }): JSX.Element {
  const { wording } = usePage();
  if (state === 'asking') return <Waiting />;
  if (state === 'unreachable') return <FaultLine text={wording.faults.offline} />;
  return <Chats key={me.id} refresh={refresh} />;
}

/** Holds what one practises and maintains, and the tab's conversation, so that they survive a change of screens. */
function Chats({ refresh }: { refresh: () => void }): JSX.Element {
  const page = usePage();
  const { id, version } = page.me;
  const practice = useChat(page, { owner: id, version, name: 'practice' });
  const maintenance = useChat(page, { owner: id, version, name: 'maintenance' });
  const conversation = useConversation();
  return <Asking key={conversation.id} {...{ conversation, practice, maintenance, refresh }} />;
}

/** Holds the thread of one conversation, and draws the screen of the route with the evidence beside it. */
function Asking({ conversation, ...others }: Omit<ScreenProps, 'asking'>): JSX.Element {
  const page = usePage();
  const { me, route } = page;
  const asking = useChat(page, { owner: me.id, version: me.version, name: conversation.id });
  const { kept } = conversation;
  useEffect(() => {
    if (kept !== null) asking.load(turnsOf(kept.exchanges));
  }, [kept]);
  const View = SCREEN_VIEWS[me.role === 'stranger' ? 'join' : route.screen];
  return (
    <>
      <div class="screen">
        <View asking={asking} conversation={conversation} {...others} />
      </div>
      <EvidencePane asking={asking} />
    </>
  );
}

/** A message shown for a moment and announced by screen readers; a new one replaces the last. */
function useToast(): { readonly toast: string; announce: (text: string) => void } {
  const [said, setSaid] = useState({ text: '' });
  useEffect(() => {
    if (said.text === '') return undefined;
    const timer = setTimeout(() => setSaid({ text: '' }), TOAST_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const announce = useCallback((text: string) => setSaid({ text }), []);
  return { toast: said.text, announce };
}
