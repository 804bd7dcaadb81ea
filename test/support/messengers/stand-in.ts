// What the stand-ins of messengers share: what a test says to a bot over any of them, what it sees of its replies, and which faults befall calls.
import { waitUntil as until } from './wait.ts';

/** A message of the bot, as a person sees it. */
export interface ShownMessage {
  readonly chat: string;
  /** Without the marks of Markdown. */
  text: string;
  /** The tokens of its buttons by their labels. */
  readonly buttons: Readonly<Record<string, string>>;
  readonly file: { readonly name: string; readonly text: string } | null;
  /** It was rewritten so often before it stood as it stands. */
  rewritten: number;
  /** False while it is being written. */
  isWhole: boolean;
}

/** What befalls a call: an error code; no answer and nothing done; done, but the answer is lost; the connection goes before or after. */
export type CallFault = { readonly code: number } | 'unheard' | 'answer-lost' | 'cut-before' | 'cut-after';

/** Who says something, and where: in private unless a group is named. */
export interface Saying {
  readonly user?: string;
  readonly group?: string;
}

/** A running stand-in of a messenger. */
export interface MessengerStandIn {
  /** Where the bot connects to. */
  readonly url: string;
  readonly id: string;
  readonly secret: string;
  /** What the bot showed, oldest first. */
  readonly shown: readonly ShownMessage[];
  /** Calls that the real service would decline, by its published rules. */
  readonly violations: readonly string[];
  readonly calls: readonly { readonly method: string; readonly body: unknown }[];
  /** The same update comes so many times; default 1. */
  times: number;
  /** A person writes; returns the update's name. */
  say(text: string, saying?: Saying): string;
  press(token: string, saying?: Saying): string;
  sendFile(name: string, bytes: Uint8Array, saying?: Saying): string;
  /** Names of updates that the bot has not shown to have: no receipt, no sign of a reply. */
  unheard(): readonly string[];
  /** Cuts the connection. */
  cut(): void;
  /** How often a bot has signed in. */
  signIns(): number;
  /** Lets the next calls of a method fail, one fault each, in order. */
  inject(method: string, ...faults: readonly CallFault[]): void;
  /** Forgets the faults of a method that were to come. */
  clear(method: string): void;
  /** Chooses a fault for every call that has none to come. */
  chance(choose: (method: string) => CallFault | undefined): void;
  /** Resolves when the condition holds; looks after every call. @throws after `timeoutMs` */
  until(condition: () => boolean, timeoutMs?: number): Promise<void>;
  stop(): Promise<void>;
}

/** What every stand-in keeps. */
export interface Kept {
  readonly shown: ShownMessage[];
  readonly violations: string[];
  readonly calls: { method: string; body: unknown }[];
  readonly listeners: Set<() => void>;
  /** The fault of a call, taken from those to come. */
  faultOf(method: string): CallFault | undefined;
  changed(): void;
}

/** What a stand-in keeps, and the part of its interface that is the same for all. */
export function createKept(): Kept & Pick<MessengerStandIn, 'inject' | 'clear' | 'chance' | 'until'> {
  const faults = new Map<string, CallFault[]>();
  const listeners = new Set<() => void>();
  let choose: (method: string) => CallFault | undefined = () => undefined;
  const violations: string[] = [];
  return {
    shown: [],
    violations,
    calls: [],
    listeners,
    faultOf: (method) => faults.get(method)?.shift() ?? choose(method),
    changed: () => {
      for (const listener of listeners) listener();
    },
    inject: (method, ...more) => void faults.set(method, [...(faults.get(method) ?? []), ...more]),
    clear: (method) => void faults.delete(method),
    chance: (chosen) => {
      choose = chosen;
    },
    until: (condition, timeoutMs = 20_000) => until(condition, listeners, { timeoutMs, violations }),
  };
}

/** A text without the marks of our Markdown, as the messenger shows it. */
export function shownText(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) =>
      line
        .replace(/^> /u, '')
        .replace(/^\*\*(.*)\*\*$/u, '$1')
        .trimEnd(),
    )
    .filter((line) => line !== '')
    .join('\n')
    .replace(/\\([\\`*_~<>|#\d+-])/gu, '$1');
}
