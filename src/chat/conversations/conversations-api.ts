// One's own conversations, and links that show an answer or a conversation to other members. Every call is authorized, limited and
// audited like a message.
import type { ConversationLine, ConversationSettings, SourceSet } from '../../store/state/conversations.ts';
import type { HistoryQuery, PastExchange } from '../../store/state/exchanges.ts';
import type { Share } from '../../store/state/shares.ts';
import { judge, roleOf } from '../access/policy.ts';
import { hashOf } from '../access/sign-in.ts';
import { redraw } from '../asking/asking.ts';
import type { Lookup, LookupResult } from '../browse/browse-api.ts';
import type { Reply } from '../reply.ts';
import type { Setting, Turn } from '../turn.ts';
import { reportsIn } from './source-set.ts';

/** A past exchange with its answer drawn. */
export interface DrawnExchange extends PastExchange {
  readonly reply: Reply;
}

/** A conversation, opened. */
export interface OpenConversation extends ConversationSettings {
  /** Null: nothing was asked in it yet. */
  readonly line: ConversationLine | null;
  /** How many of the indexed reports its sources are; null: it has none, all answer. */
  readonly sourceCount: number | null;
  /** The latest exchanges, oldest first. */
  readonly exchanges: readonly DrawnExchange[];
  /** The file that its questions are about for now; null: none. */
  readonly file: { readonly title: string; readonly until: Date } | null;
}

/** What a link shows. */
export interface SharedView {
  /** Display name of whoever shared it; null: unknown. */
  readonly by: string | null;
  readonly at: Date;
  readonly exchanges: readonly DrawnExchange[];
}

/** The API of conversations. Which one is meant stands in the setting's speaker. */
export interface ConversationsApi {
  list(
    setting: Setting,
    query: HistoryQuery,
  ): Promise<LookupResult<{ conversations: readonly ConversationLine[]; more: boolean }>>;
  open(setting: Setting, limit: number): Promise<LookupResult<OpenConversation>>;
  /** Keeps the settings that are given; returns how many of the indexed reports are its sources now, null: all are. */
  set(setting: Setting, settings: Partial<ConversationSettings>): Promise<LookupResult<{ sourceCount: number | null }>>;
  /** Puts the file away that its questions are about; false where there is none. */
  closeFile(setting: Setting): Promise<LookupResult<boolean>>;
  /** Deletes the conversation and what was asked in it; how many exchanges. */
  remove(setting: Setting): Promise<LookupResult<number>>;
  /** Makes a link to one answer, or to the whole conversation (null); false where there is none. */
  share(
    setting: Setting,
    link: { id: string; secret: string; exchange: string | null },
  ): Promise<LookupResult<boolean>>;
  /** One's own links, latest first. */
  shares(setting: Setting): Promise<LookupResult<readonly Share[]>>;
  unshare(setting: Setting, id: string): Promise<LookupResult<boolean>>;
  /** Opens a link; null where it was ended, or whoever made it may share no more. */
  shared(setting: Setting, secret: string): Promise<LookupResult<SharedView | null>>;
}

/** Most exchanges that a link shows. */
const MAX_SHARED = 200;

/** Creates the API of conversations. */
export function createConversationsApi(look: Lookup): ConversationsApi {
  return {
    list: (setting, query) =>
      look(setting, 'history', ({ parts, speaker }) => {
        const found = parts.state.conversations.list(speaker, { ...query, limit: query.limit + 1 });
        return { conversations: found.slice(0, query.limit), more: found.length > query.limit };
      }),
    open: (setting, limit) => look(setting, 'history', (turn) => opened(turn, limit)),
    set: (setting, settings) =>
      look(setting, 'history', (turn) => {
        const { conversations } = turn.parts.state;
        conversations.set(turn.speaker, settings, turn.parts.now());
        return { sourceCount: countOf(conversations.settings(turn.speaker).sources, turn) };
      }),
    closeFile: (setting) =>
      look(setting, 'history', ({ session }) => {
        const isOpen = session.document !== null;
        session.document = null;
        return isOpen;
      }),
    remove: (setting) =>
      look(setting, 'history', ({ parts, speaker, session }) => {
        session.document = null;
        return parts.state.conversations.remove(speaker);
      }),
    ...sharing(look),
  };
}

function opened(turn: Turn, limit: number): OpenConversation {
  const { parts, speaker, session } = turn;
  const { conversations } = parts.state;
  const settings = conversations.settings(speaker);
  const file = session.document;
  return {
    ...settings,
    line: conversations.find(speaker),
    sourceCount: countOf(settings.sources, turn),
    exchanges: conversations.exchanges(speaker, limit).map((exchange) => drawn(exchange, turn)),
    file: file !== null && file.until > parts.now() ? { title: file.report.title, until: file.until } : null,
  };
}

const drawn = (exchange: PastExchange, turn: Turn): DrawnExchange => ({ ...exchange, reply: redraw(exchange, turn) });

function countOf(sources: SourceSet | null, { parts }: Turn): number | null {
  return sources === null ? null : reportsIn(sources, parts.service.reports()).length;
}

function sharing(look: Lookup): Pick<ConversationsApi, 'share' | 'shares' | 'unshare' | 'shared'> {
  return {
    share: (setting, { id, secret, exchange }) =>
      look(setting, 'share', ({ parts, speaker }) =>
        parts.state.shares.add(speaker, { id, hash: hashOf(secret), exchange, at: parts.now() }),
      ),
    shares: (setting) => look(setting, 'history', ({ parts, speaker }) => parts.state.shares.list(speaker)),
    unshare: (setting, id) => look(setting, 'unshare', ({ parts, speaker }) => parts.state.shares.remove(speaker, id)),
    shared: (setting, secret) =>
      look(setting, 'shared', (turn) => {
        const share = turn.parts.state.shares.find(hashOf(secret));
        return share === null || !mayShare(share, turn) ? null : sharedView(share, turn);
      }),
  };
}

/** True if whoever made a link may still share: it ends with their membership. */
function mayShare({ channel, user }: Share, { parts, speaker }: Turn): boolean {
  if (channel !== speaker.channel) return false;
  const role = parts.access
    ? roleOf(parts.access.policy, parts.state.members, { channel, user, place: 'private' })
    : 'owner';
  return judge('share', { role, place: 'private', isApproved: true }) === 'allowed';
}

function sharedView(share: Share, turn: Turn): SharedView | null {
  const { shares, members } = turn.parts.state;
  const exchanges = shares.exchanges(share, MAX_SHARED).map((exchange) => withoutButtons(drawn(exchange, turn)));
  const name = members.list(share.channel).find(({ user }) => user === share.user)?.name ?? null;
  return exchanges.length === 0 ? null : { by: name, at: share.at, exchanges };
}

/** An exchange of somebody else: its buttons and its id would lead nowhere. */
function withoutButtons({ reply, ...exchange }: DrawnExchange): DrawnExchange {
  const { shown, ...drawing } = reply;
  if (shown === undefined) return { ...exchange, reply: { ...drawing, buttons: [] } };
  const { id: _id, changes: _changes, ...said } = shown;
  return { ...exchange, reply: { ...drawing, buttons: [], shown: { ...said, id: '' } } };
}
