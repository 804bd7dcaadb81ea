// Learners who answer while the process keeps dying: what they do, and what must hold afterwards. Used by a test and by a soak.
import type { Conversation } from '../../../src/chat/conversation.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { ItemResponse } from '../../../src/quiz/types.ts';
import type { State } from '../../../src/store/state/state.ts';
import { SPEAKER } from '../fixtures.ts';

/** Thrown where the process is said to die. */
export class Crash extends Error {}

/** What a learner does next, as a channel's inbox keeps it until its reply is out. */
export interface Step {
  readonly user: string;
  /** null: begins a set. */
  readonly token: string | null;
  readonly given: ItemResponse;
  /** The channel's name for the message. */
  readonly id: string;
  /** True: typed as letters or words; false: given to a form. */
  readonly isTyped: boolean;
}

/** The step as a channel hands it in. */
export function handIn(conversation: Conversation, step: Step, again: boolean): Promise<Reply | null> {
  const { user, token, given, id: messageId, isTyped } = step;
  const setting = { speaker: { ...SPEAKER, chat: user, user }, again, messageId };
  if (token === null) return conversation.handle({ ...setting, text: '/quiz 20' });
  return isTyped
    ? conversation.handle({ ...setting, text: typedAs(given) })
    : conversation.answer(setting, token, given);
}

function typedAs(given: ItemResponse): string {
  return 'text' in given ? given.text : given.options.map((index) => 'ABCDEFGHIJ'[index]).join('');
}

/** What was found amiss; all must be empty. */
export interface Verdict {
  readonly answers: number;
  readonly lost: readonly string[];
  readonly regraded: readonly string[];
  readonly mismatched: readonly string[];
}

/** Holds what is on disk against what was handed in and replied to. */
export function judge(state: State, answered: readonly Step[]): Verdict {
  const { questions, cards } = state.learning;
  const lost: string[] = [];
  const mismatched: string[] = [];
  const perItem = new Map<string, number>();
  for (const { user, token, given } of answered) {
    if (token === null) continue;
    const attempts = questions.attempts(token);
    const item = questions.find(token)?.item.id ?? '';
    perItem.set(`${user} ${item}`, (perItem.get(`${user} ${item}`) ?? 0) + 1);
    if (attempts.length !== 1) lost.push(`${token}: ${attempts.length} attempts`);
    if (JSON.stringify(attempts[0]?.response) !== JSON.stringify(given)) mismatched.push(token);
  }
  // Every answer moved its card's schedule once, and nothing else did.
  const regraded = [...new Set(answered.map(({ user }) => user))].flatMap((user) =>
    cards
      .of({ channel: SPEAKER.channel, user })
      .filter(({ item, schedule }) => schedule.reviews !== perItem.get(`${user} ${item.id}`))
      .map(({ item, schedule }) => `${user} ${item.id}: ${schedule.reviews} reviews`),
  );
  return { answers: answered.filter(({ token }) => token !== null).length, lost, regraded, mismatched };
}

/** A room of the state in which every call may be the process's last: before or after it took effect. */
export function fragile<Room extends object>(room: Room, strike: () => void): Room {
  return new Proxy(room, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value === 'function') {
        return (...given: unknown[]) => {
          strike();
          const result: unknown = Reflect.apply(value, target, given);
          strike();
          return result;
        };
      }
      return typeof value === 'object' && value !== null ? fragile(value, strike) : value;
    },
  });
}
