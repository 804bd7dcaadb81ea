// One conversation for every channel: commands, follow-ups, bad input, opening of sources. It draws and sends nothing.
import type { Answer, Citation, RefusalReason } from '../types.ts';
import { answerBlocks, citationsOf, quoteBlocks } from './compose.ts';
import { languageOf, readInput, readQuestion } from './input.ts';
import type { ChatMemory, Language, Speaker } from './memory.ts';
import { subjectOf } from './place.ts';
import { type Block, type Button, plainReply, type Reply } from './reply.ts';
import type { QuoteContext, Service } from './service.ts';
import { commandList, districtList, exampleQuestions, invitation, sourceList } from './welcome.ts';
import type { CommandLine } from './wording.ts';
import { wordingFor } from './wordings.ts';

const HISTORY_QUESTIONS = 5;
const HISTORY_HOURS = 12;
const MAX_BUTTONS = 12;
const TOKEN = /^source:([0-9a-z]{1,32}):(\d{1,3})$/u;
/** Refusals of messages that were no question on the reports: nobody follows up on them. */
const DEAD_ENDS: ReadonlySet<RefusalReason> = new Set(['empty', 'too-long', 'greeting', 'off-topic', 'instruction']);

/** A message as it arrives. */
export interface Incoming {
  readonly speaker: Speaker;
  readonly text: string;
}

/** What a channel talks to. Calls for one speaker must not overlap, or follow-ups lose their order. */
export interface Conversation {
  /** Replies to a message. */
  handle(incoming: Incoming): Promise<Reply>;
  /** Replies to a pressed button; tokens that are forged or stale get a plain notice. */
  press(speaker: Speaker, token: string): Reply;
  /** The commands to show in a channel's menu. */
  commands(language: Language): readonly CommandLine[];
}

/** What a conversation is made of. */
export interface ConversationParts {
  readonly service: Service;
  readonly memory: ChatMemory;
  readonly now: () => Date;
}

type CommandHandler = (argument: string, speaker: Speaker, parts: ConversationParts) => Reply | Promise<Reply>;

const COMMANDS: Readonly<Record<string, CommandHandler>> = {
  start: (_argument, speaker, parts) => {
    parts.memory.startAfresh(speaker);
    return introduce(speaker, parts);
  },
  help: (_argument, speaker, parts) => introduce(speaker, parts),
  ask,
  districts: (_argument, { language }, { service }) =>
    plainReply(language, districtList(service.reports(), wordingFor(language))),
  sources: (_argument, { language }, { service }) =>
    plainReply(language, sourceList(service.reports(), wordingFor(language))),
  source: (argument, speaker, parts) =>
    openLatest(Number(/^\d{1,3}$/u.exec(argument.trim())?.[0] ?? 1), speaker, parts),
};

/** A conversation over a product and a memory. */
export function createConversation(parts: ConversationParts): Conversation {
  return {
    handle: async ({ speaker, text }) => {
      const input = readInput(text);
      if (input.kind === 'source') return openLatest(input.n, speaker, parts);
      if (input.kind === 'question') return reply(input.text, speaker, parts);
      if (input.kind === 'bad') return plainReply(speaker.language, wordingFor(speaker.language).bad[input.fault]);
      const handler = Object.hasOwn(COMMANDS, input.name) ? COMMANDS[input.name] : undefined;
      return handler ? handler(input.argument, speaker, parts) : refuseCommand(input.name, speaker.language);
    },
    press: (speaker, token) => press(speaker, token, parts),
    commands: (language) => wordingFor(language).commands,
  };
}

function introduce({ language }: Speaker, { service }: ConversationParts): Reply {
  const wording = wordingFor(language);
  return plainReply(language, wording.about, ...invitation(service.reports(), wording), commandList(wording.commands));
}

function refuseCommand(name: string, language: Language): Reply {
  const wording = wordingFor(language);
  return plainReply(language, wording.unknownCommand(name), commandList(wording.commands));
}

function ask(argument: string, speaker: Speaker, parts: ConversationParts): Reply | Promise<Reply> {
  const wording = wordingFor(speaker.language);
  const input = readQuestion(argument);
  if (input.kind === 'question') return reply(input.text, speaker, parts);
  if (input.fault !== 'empty') return plainReply(speaker.language, wording.bad[input.fault]);
  const [example = ''] = exampleQuestions(parts.service.reports(), wording);
  return plainReply(speaker.language, wording.askUsage, `/ask ${example}`);
}

async function reply(text: string, speaker: Speaker, { service, memory, now }: ConversationParts): Promise<Reply> {
  const at = now();
  const since = new Date(at.getTime() - HISTORY_HOURS * 3_600_000);
  const history = memory.recentQuestions(speaker, { limit: HISTORY_QUESTIONS, since });
  const answer = await service.answer({ text, history });
  const followable = answer.status === 'answered' || !DEAD_ENDS.has(answer.reason);
  const id = memory.keep(speaker, { question: text, answer, followable, at });
  return drawAnswer(answer, { id, question: text, language: languageOf(text, speaker.language) });
}

function drawAnswer(
  answer: Answer,
  { id, question, language }: { id: string; question: string; language: Language },
): Reply {
  const wording = wordingFor(language);
  const [first, ...rest] = answerBlocks(answer, wording);
  const notice: Block = { kind: 'notice', text: wording.understoodAs(subjectOf(answer.interpretation)) };
  const shownAsUnderstood = differs(question, answer.interpretation.question);
  const toButton = ({ n }: Citation): Button => ({ label: wording.sourceButton(n), token: `source:${id}:${n}` });
  return {
    language,
    blocks: shownAsUnderstood ? [notice, first, ...rest] : [first, ...rest],
    buttons: citationsOf(answer).slice(0, MAX_BUTTONS).map(toButton),
  };
}

/** True if the question as understood is another than the one put, width, case, space and punctuation aside. */
function differs(question: string, understood: string): boolean {
  const bare = (text: string): string =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\p{P}]/gu, '');
  return bare(question) !== bare(understood);
}

function openLatest(n: number, speaker: Speaker, parts: ConversationParts): Reply {
  const wording = wordingFor(speaker.language);
  const answer = parts.memory.find(speaker, null);
  if (answer === null) return plainReply(speaker.language, wording.noAnswerYet);
  return openSource(answer, n, { speaker, parts });
}

function press(speaker: Speaker, token: string, parts: ConversationParts): Reply {
  const [, id = '', n = ''] = TOKEN.exec(token) ?? [];
  const answer = id === '' ? null : parts.memory.find(speaker, id);
  if (answer === null) return plainReply(speaker.language, wordingFor(speaker.language).gone);
  return openSource(answer, Number(n), { speaker, parts });
}

function openSource(
  answer: Answer,
  n: number,
  { speaker, parts }: { speaker: Speaker; parts: ConversationParts },
): Reply {
  const language = languageOf(answer.interpretation.question, speaker.language);
  const wording = wordingFor(language);
  const citation = citationsOf(answer).find((candidate) => candidate.n === n);
  if (!citation) return plainReply(language, wording.noSuchSource(n));
  return { language, blocks: quoteBlocks(citation, contextOf(citation, parts.service), wording), buttons: [] };
}

/** The neighbours of a quote; null where the report is gone or no longer says it there. The kept quote stays what it was. */
function contextOf(citation: Citation, service: Service): QuoteContext | null {
  try {
    const context = service.context(citation);
    return context.quote === citation.quote ? context : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
