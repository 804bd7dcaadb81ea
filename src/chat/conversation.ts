// One conversation for every channel: it reads what people say, has it admitted and carried out. It draws and sends nothing.
import type { ItemResponse } from '../quiz/types.ts';
import type { Speaker } from '../store/state/exchanges.ts';
import type { Language } from '../types.ts';
import { admit, type Inside, sessionOf } from './access/admission.ts';
import { atHome } from './access/linking.ts';
import type { Action, Place, Role } from './access/policy.ts';
import { askQuestion } from './asking/asking.ts';
import { openLatest } from './asking/open-source.ts';
import { type AdminApi, createAdminApi } from './browse/admin-api.ts';
import { type BrowseApi, createBrowseApi, createLookup } from './browse/browse-api.ts';
import { COMMANDS, isCommand, PRESSES } from './commands.ts';
import { type ConversationsApi, createConversationsApi } from './conversations/conversations-api.ts';
import { tellingSources, withinSources } from './conversations/source-set.ts';
import type { SentFile } from './corpus/corpus-admin.ts';
import { receiveFile } from './corpus/file-upload.ts';
import { createDocumentsApi, type DocumentsApi } from './documents/documents-api.ts';
import { createDraftsApi, type DraftsApi } from './documents/drafts-api.ts';
import { askOrBrief } from './documents/pages.ts';
import type { CommandLine } from './i18n/texts.ts';
import { commandsFor, refuseCommand } from './i18n/welcome.ts';
import { wordingFor } from './i18n/wording.ts';
import { readInput, readQuestion } from './input.ts';
import { submitAnswer } from './practice/answering.ts';
import { DUE_HANDLERS } from './practice/deliver-due.ts';
import { createDueFinder, type Due } from './practice/due.ts';
import { withNotices } from './practice/tidy.ts';
import { readTyped } from './practice/typed.ts';
import { plainReply, type Reply } from './reply.ts';
import { type ConversationParts, type Session, type Setting, say, type Turn } from './turn.ts';

export type { ConversationParts, Setting } from './turn.ts';

/** A message as it arrives. */
export interface Incoming extends Setting {
  readonly text: string;
}

/** The interface for channels. Calls for one speaker must not overlap, or follow-ups lose their order; only `stop` may. */
export interface Conversation {
  /** Replies to a message; null: says nothing (to strangers in groups, say). */
  handle(incoming: Incoming): Promise<Reply | null>;
  /** Replies to a pressed button; tokens that are forged or stale get a plain notice. */
  press(setting: Setting, token: string): Promise<Reply | null>;
  /**
   * Grades a response to a posed item, once: a second answer changes nothing and is told so, a forged token gets a plain notice.
   * Null: nothing is said (an answer in a round of a group).
   */
  answer(setting: Setting, token: string, response: ItemResponse): Promise<Reply | null>;
  /** Returns what is due now on a channel, each thing once: a channel stores it before it has it handled. */
  due(channel: string, now: Date): readonly Due[];
  /** Returns the message for something that is due; null: nothing is sent. */
  deliverDue(setting: Setting, token: string): Promise<Reply | null>;
  /** Takes a file. */
  receive(setting: Setting, file: SentFile): Promise<Reply | null>;
  /** Answers while the person types elsewhere; null: nothing to show. */
  inline(setting: Setting, text: string): Promise<Reply | null>;
  /** Returns the reply to a failure: a plain sentence, the id under which the log explains it, a button to try again. */
  failed(setting: Setting, failure: { readonly id: string; readonly text: string | null }): Reply;
  /** Ends what is being worked on for a speaker; its reply says so. False where there was nothing. */
  stop(speaker: Speaker): boolean;
  /** A chat goes on under another id, blocked the bot, or can be reached again. */
  moveChat(channel: string, from: string, to: string): void;
  noteReach(channel: string, chat: string, canReach: boolean): void;
  canReach(channel: string, chat: string): boolean;
  /** Returns the ids of the owners. */
  owners(): readonly string[];
  /** Returns the ids of owners and maintainers on a channel. */
  maintainers(channel: string): readonly string[];
  /** Browsing of reports, figures and one's own history. */
  readonly browse: BrowseApi;
  /** One's own conversations, and links by which they are shown to others. */
  readonly conversations: ConversationsApi;
  /** Briefs, comparisons, answers and figures as documents and files. */
  readonly documents: DocumentsApi;
  /** Drafts by a language model. */
  readonly drafts: DraftsApi;
  /** Administration beside the commands. */
  readonly admin: AdminApi;
  /** The commands to show in a channel's menu; default: those of an owner in private. */
  commands(language: Language, whose?: { role: Role; place: 'private' | 'group' }): readonly CommandLine[];
}

const TOKEN = /^[a-z]{1,10}(?::[\w-]{1,32}){1,3}$/u;

type Work = (turn: Turn) => Reply | null | Promise<Reply | null>;

/** Creates a conversation over a product and people's data. */
export function createConversation(parts: ConversationParts): Conversation {
  const inside: Inside = { parts, sessions: new Map<string, Session>() };
  const look = createLookup(inside);
  const carryOut = async (setting: Setting, action: Action, work: Work): Promise<Reply | null> => {
    const admission = admit(setting, action, inside);
    if (admission.kind !== 'admitted') return admission.kind === 'denied' ? admission.reply : null;
    setting.onAdmitted?.();
    const { turn, sources } = withinSources(admission.turn);
    const made = await work(turn);
    if (made === null) return null;
    const reply = tellingSources(made, sources, turn.wording);
    return setting.practises === false ? reply : withNotices(reply, turn);
  };
  return {
    handle: async (incoming) => carryOut(incoming, ...(typedAnswer(incoming, parts) ?? read(incoming.text))),
    press: async (setting, token) => carryOut(setting, ...readToken(token)),
    answer: async (setting, token, response) =>
      carryOut(setting, 'practice', (turn) => submitAnswer(token, response, turn)),
    due: createDueFinder(parts),
    deliverDue: async (setting, token) => deliverDue(setting, token, inside),
    receive: async (setting, file) => carryOut(setting, 'file', (turn) => receiveFile(file, turn)),
    inline: async (setting, text) => {
      const question = readQuestion(text);
      if (question.kind === 'bad') return null;
      const admission = admit(setting, 'inline', inside);
      return admission.kind === 'admitted' ? askQuestion(question.text, admission.turn) : null;
    },
    failed: ({ speaker, place = 'private' }, failure) => failed(atHome(speaker, place, parts), failure, inside),
    stop: (speaker) => {
      const { stop } = sessionOf(atHome(speaker, placeOf(speaker), parts), inside.sessions);
      stop?.abort();
      return stop !== null;
    },
    ...reach(parts),
    browse: createBrowseApi(inside, look),
    conversations: createConversationsApi(look),
    documents: createDocumentsApi(look),
    drafts: createDraftsApi(look),
    admin: createAdminApi(look),
    owners: () => parts.access?.policy.ownerIds ?? [],
    maintainers: (channel) => maintainers(channel, parts),
    commands: (language, whose = { role: 'owner', place: 'private' }) => commandsFor(whose, wordingFor(language)),
  };
}

/** The place of a speaker of whom nothing else is known: a private chat bears its person's id. */
function placeOf({ chat, user }: Speaker): Place {
  return chat === user ? 'private' : 'group';
}

/** Returns what a message does to the open quiz item; null where it is read as ever. */
function typedAnswer(incoming: Incoming, parts: ConversationParts): ReturnType<typeof readTyped> {
  if (incoming.practises === false) return null;
  return readTyped({ ...incoming, speaker: atHome(incoming.speaker, incoming.place ?? 'private', parts) }, parts);
}

/** Returns the action that a message asks for, and the work that carries it out. */
function read(text: string): [Action, Work] {
  const input = readInput(text);
  switch (input.kind) {
    case 'source':
      return ['source', (turn) => openLatest(input.n, turn)];
    case 'question':
      return ['question', (turn) => askOrBrief(input.text, turn)];
    case 'bad':
      return ['help', (turn) => say(turn, turn.wording.bad[input.fault])];
    case 'command': {
      const { name, argument } = input;
      return isCommand(name)
        ? [name, (turn) => COMMANDS[name](argument, turn)]
        : ['help', (turn) => refuseCommand(name, turn)];
    }
  }
}

/** Returns the action of a pressed button and the work that carries it out; for an unknown token a plain notice. */
function readToken(token: string): [Action, Work] {
  const [verb = '', ...words] = TOKEN.test(token) ? token.split(':') : [];
  const known = Object.hasOwn(PRESSES, verb) ? PRESSES[verb] : undefined;
  if (known === undefined) return ['source', (turn) => say(turn, turn.wording.gone)];
  return [known.action, (turn) => known.press(words, turn)];
}

/** Returns the message for something that is due; null where the person may not have it any more, or nothing is left to say. */
async function deliverDue(setting: Setting, token: string, inside: Inside): Promise<Reply | null> {
  const [verb = '', ...words] = TOKEN.test(token) ? token.split(':') : [];
  const known = Object.hasOwn(DUE_HANDLERS, verb) ? DUE_HANDLERS[verb] : undefined;
  if (known === undefined) return null;
  const admission = admit({ ...setting, isUnasked: true }, known.action, inside);
  return admission.kind === 'admitted' ? known.deliver(words, admission.turn) : null;
}

function failed(
  speaker: Speaker,
  { id, text }: { id: string; text: string | null },
  { parts, sessions }: Inside,
): Reply {
  const wording = wordingFor(parts.state.personalData.language(speaker) ?? speaker.language);
  const reply = plainReply(speaker.language, wording.failed(id));
  if (text === null) return reply;
  sessionOf(speaker, sessions).failed = { id, text };
  return { ...reply, buttons: [{ label: wording.retry, token: `retry:${id}` }] };
}

type Reachability = Pick<Conversation, 'moveChat' | 'noteReach' | 'canReach'>;

function reach({ state: { members }, now }: ConversationParts): Reachability {
  return {
    moveChat: members.moveChat,
    noteReach: (channel, chat, canReach) => members.noteUnreachable(channel, chat, canReach ? null : now()),
    canReach: (channel, chat) => !members.isUnreachable(channel, chat),
  };
}

function maintainers(channel: string, { state, access }: ConversationParts): string[] {
  const appointed = state.members.list(channel).filter(({ role }) => role === 'maintainer');
  return [...new Set([...(access?.policy.ownerIds ?? []), ...appointed.map(({ user }) => user)])];
}
