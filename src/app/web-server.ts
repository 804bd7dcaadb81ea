// Wires the web page: its sign-in and its address.
import { randomBytes } from 'node:crypto';
import type { Log } from '../channels/log.ts';
import type { Web } from '../channels/web/index.ts';
import type { Limiter } from '../chat/access/limits.ts';
import { createSignIn } from '../chat/access/sign-in.ts';
import { createConversation } from '../chat/conversation.ts';
import type { AccessConfig, ConversationParts } from '../chat/turn.ts';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { ownVersion } from './version.ts';

/** Nobody on Telegram has a name like this: there, ids are numbers. */
const OWNER = 'owner';
const SECRET_BYTES = 32;

/** The parts of the web page. */
interface PageParts {
  readonly web: NonNullable<Config['web']>;
  readonly parts: ConversationParts;
  /** Shared by all channels. */
  readonly limiter: Limiter;
  /** Owners of every channel, as `channel/id`. */
  readonly owners: ReadonlySet<string>;
  /** True if a language model writes. */
  readonly streams: boolean;
  readonly log: Log;
  /** A new name, ≤ 32 characters of `[0-9a-z]`. */
  readonly newId: () => string;
  /** Tells whoever started the program. */
  readonly tell: (line: string) => void;
}

/** Serves the page and says where it is, and how the owner signs in. @throws AppError web/port where it cannot be served */
export async function servePage({ web, parts, limiter, owners, streams, log, newId, tell }: PageParts): Promise<Web> {
  const { CHANNEL, startWeb } = await import('../channels/web/index.ts');
  const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');
  const access: AccessConfig = { policy: { access: 'invite', ownerIds: [OWNER], owners }, limiter, newCode: newSecret };
  const { state, alerts, now } = parts;
  const signIn = web.signIn ? createSignIn({ channel: CHANNEL, state, access, alerts, newSecret, newId, now }) : null;
  // Without sign-in whoever speaks is the owner, as in the terminal.
  const conversation = createConversation(signIn === null ? parts : { ...parts, access });
  const guests: AccessConfig = { ...access, policy: { access: 'open', ownerIds: [] } };
  const { widgetOrigins: origins } = web;
  const widget =
    origins.length > 0 ? { origins, conversation: createConversation({ ...parts, access: guests }) } : null;
  const unready = (): string | null => unreadyReason(parts);
  const pageParts = {
    conversation,
    signIn,
    owner: OWNER,
    streams,
    widget,
    unready,
    version: ownVersion(),
    log,
    newSecret,
    newId,
    now,
  };
  const page = await startWeb({ ...web, ...pageParts });
  tell(`The page: ${page.url}`);
  if (signIn !== null && !signIn.isOwnerIn()) {
    tell(`Sign in as the owner, once: ${page.url}/join/${signIn.newOwnerCode()}?own=yes`);
  }
  if (signIn !== null && page.url.startsWith('http:')) {
    tell(
      'People sign in over http, which others on the way can read: put a server that speaks https before it and set WEB_PUBLIC_URL.',
    );
  }
  return page;
}

/** Why nothing can be answered now; null: the index opens. */
function unreadyReason({ service }: ConversationParts): string | null {
  try {
    service.library();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}
