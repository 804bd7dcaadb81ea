// The user’s conversations and questions: search, open again, delete; and the account: stored data, sign-in on another device, sign-out.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ExchangeJson, ExchangeLineJson } from '../../server/schemas.ts';
import type { DeviceLinkJson } from '../../server/schemas-admin.ts';
import { usePage } from '../context.ts';
import { useHistory } from '../model/history.ts';
import { forgetTab } from '../model/settings.ts';
import { Confirm, IconButton, OneTimeText } from '../parts/buttons.tsx';
import { FaultLine, Heading, Loaded, Tabs, Waiting } from '../parts/common.tsx';
import { SearchField } from '../parts/fields.tsx';
import { ReplyPage } from '../parts/reply-view.tsx';
import { useResource } from '../resource.ts';
import { hrefOf } from '../router.ts';
import { dateTimeText } from '../wording/wordings.ts';
import { AccessPart } from './access.tsx';
import { ConversationList } from './conversation-list.tsx';
import type { ScreenProps } from './part-screen.tsx';

/** The part of the address under which single questions are listed. */
const QUESTIONS = 'questions';
/** The part under which one's sessions and tokens are listed. */
const ACCESS = 'access';

/** The history screen: conversations, single questions; with an id, one past answer. */
export function HistoryScreen(props: ScreenProps): JSX.Element {
  const { me, wording, route } = usePage();
  const { part } = route;
  if (part !== '' && part !== QUESTIONS && part !== ACCESS) return <PastAnswer id={part} />;
  const tabs = [
    { text: wording.conversation.list, href: hrefOf('history'), isHere: part === '' },
    { text: wording.conversation.questionList, href: hrefOf('history', QUESTIONS), isHere: part === QUESTIONS },
    ...(me.isSignedIn
      ? [{ text: wording.access.title, href: hrefOf('history', ACCESS), isHere: part === ACCESS }]
      : []),
  ];
  return (
    <div class="history">
      <Heading text={wording.history.title} />
      <Tabs label={wording.history.title} tabs={tabs} />
      {part === '' && <ConversationList {...props} />}
      {part === QUESTIONS && <QuestionList {...props} />}
      {part === ACCESS && <AccessPart />}
      <Account />
    </div>
  );
}

/** Every question by itself, latest first. */
function QuestionList({ asking, conversation }: ScreenProps): JSX.Element {
  const { wording, route, go } = usePage();
  const query = route.query['query'] ?? '';
  const held = useHistory(query);
  const removeAll = (): void => {
    held.removeAll();
    asking.clear();
    conversation.forget();
  };
  const search = (text: string): void => go(hrefOf('history', QUESTIONS, { query: text }), 'replace');
  return (
    <>
      <SearchField label={wording.history.search} value={query} search={search} />
      {held.lines.length > 0 && (
        <Confirm label={wording.history.removeAll} question={wording.history.removeAllSure} act={removeAll} />
      )}
      {held.fault !== '' && <FaultLine text={held.fault} />}
      {held.isLoading && held.lines.length === 0 && <Waiting />}
      {!held.isLoading && held.lines.length === 0 && held.fault === '' && <p class="hint">{wording.history.none}</p>}
      <ul class="rows">
        {held.lines.map((exchange) => (
          <ExchangeRow key={exchange.id} exchange={exchange} remove={held.remove} />
        ))}
      </ul>
      {held.more && (
        <button type="button" onClick={held.loadMore}>
          {wording.history.olderOnes}
        </button>
      )}
    </>
  );
}

function ExchangeRow({ exchange, remove }: { exchange: ExchangeLineJson; remove: (id: string) => void }): JSX.Element {
  const { wording, language } = usePage();
  const { id, question, at, status, short } = exchange;
  return (
    <li class="row-place">
      <a class="row" href={hrefOf('history', id)}>
        <strong>{question}</strong>
        <span class="excerpt">{short}</span>
        <span class="hint">
          {dateTimeText(at, language)} · {wording.history[status]}
        </span>
      </a>
      <IconButton icon="trash" label={`${wording.history.remove}：${question}`} act={() => remove(id)} />
    </li>
  );
}

/** A past answer. */
function PastAnswer({ id }: { id: string }): JSX.Element {
  const { wording, language } = usePage();
  const exchange = useResource<ExchangeJson>(`/api/exchanges/${encodeURIComponent(id)}`);
  return (
    <Loaded resource={exchange}>
      {({ question, at, reply }) => (
        <div class="history">
          <Heading text={question} />
          <p class="hint">{dateTimeText(at, language)}</p>
          <ReplyPage reply={reply} isOwn />
          <p class="ways">
            <a href={hrefOf('history')}>{wording.back}</a>
            <a href={hrefOf('ask', '', { ask: question })}>{wording.ask.retry}</a>
          </p>
        </div>
      )}
    </Loaded>
  );
}

/** The user's account. */
function Account(): JSX.Element {
  const { me, wording } = usePage();
  const { history, maintain } = wording;
  const name = me.isSignedIn ? (me.name ?? me.id) : history.local;
  const commands = [
    ['/privacy', history.kept],
    ['/export_me', history.exportMine],
    ['/forget_me', history.forgetMe],
  ] as const;
  return (
    <section class="card account" aria-label={history.mine}>
      <p>
        {name} <span class="hint">{maintain.roles[me.role]}</span>
      </p>
      <p class="ways">
        {commands.map(([command, label]) => (
          <a key={command} href={hrefOf('ask', '', { ask: command })}>
            {label}
          </a>
        ))}
      </p>
      <AllowNotifications />
      {me.isSignedIn && <DeviceLink />}
      {me.isSignedIn && <SignOut />}
    </section>
  );
}

/** Asks the browser to let reminders come up; nothing where that is settled. */
function AllowNotifications(): JSX.Element | null {
  const { wording } = usePage();
  const [permission, setPermission] = useState('Notification' in window ? Notification.permission : 'denied');
  if (permission !== 'default') return null;
  return (
    <button type="button" class="quiet" onClick={() => void Notification.requestPermission().then(setPermission)}>
      {wording.practise.allowReminders}
    </button>
  );
}

/** Creates a link that signs the user in on another device. */
function DeviceLink(): JSX.Element {
  const { api, wording, fail } = usePage();
  const [made, setMade] = useState<DeviceLinkJson | null>(null);
  const make = (): void => void api.send<DeviceLinkJson>('POST', '/api/devices').then(setMade, fail);
  if (made !== null) return <OneTimeText label={wording.history.deviceOnce} text={made.url} />;
  return (
    <button type="button" class="quiet" onClick={make}>
      {wording.history.device}
    </button>
  );
}

/** Signs out, and loads the page anew: nothing that was shown stays in it. */
function SignOut(): JSX.Element {
  const { api, wording, fail } = usePage();
  const leave = (): void =>
    void api.send('POST', '/api/leave').then(() => {
      forgetTab();
      location.replace(hrefOf('ask'));
    }, fail);
  return <Confirm label={wording.join.leave} question={wording.join.leaveSure} act={leave} />;
}
