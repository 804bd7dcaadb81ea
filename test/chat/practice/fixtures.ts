// A practice room for tests: a conversation over made-up items and a clock that is set by hand.

import { renderReply } from '../../../src/chat/render.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Setting } from '../../../src/chat/turn.ts';
import type { Item, ItemResponse } from '../../../src/quiz/types.ts';
import { type Bench, type BenchOptions, createBench, NOW, replyTo, SPEAKER, spoken } from '../fixtures.ts';

/** A bench with items, and what one does there. */
export interface Room {
  bench: Bench;
  /** The time; `pass` moves it on. */
  now: Date;
  pass(hours: number): void;
  /** Says something; the reply as a terminal prints it. */
  say(text: string, by?: Partial<Setting>): Promise<string>;
  /** Says something; the reply. */
  ask(text: string, by?: Partial<Setting>): Promise<Reply>;
  /** Answers the question of a reply as a channel with polls or forms does. */
  answer(token: string, given: ItemResponse, by?: Partial<Setting>): Promise<Reply | null>;
  /** Opens the state anew, as a restart does. */
  restart(): void;
  setItems(items: readonly Item[]): void;
}

/** Opens a room; without owners whoever speaks is the owner. */
export function openRoom(items: readonly Item[], options: BenchOptions = {}): Room {
  const room: Room = {
    bench: createBench({ ...options, now: () => room.now }),
    now: NOW,
    pass: (hours) => {
      room.now = new Date(room.now.getTime() + hours * 3_600_000);
    },
    say: async (text, by) => renderReply(await replyTo(room.bench, text, by)),
    ask: (text, by) => replyTo(room.bench, text, by),
    answer: (token, given, by) => room.bench.conversation.answer({ speaker: SPEAKER, ...by }, token, given),
    restart: () => {
      const { drawn } = room.bench.service;
      room.bench = room.bench.restart();
      room.bench.service.drawn = drawn;
    },
    setItems: (drawn) => {
      room.bench.service.drawn = drawn;
    },
  };
  room.setItems(items);
  return room;
}

/** A person who speaks in private. */
export function person(user: string): Pick<Setting, 'speaker' | 'name'> {
  return { speaker: { ...SPEAKER, chat: user, user }, name: `名${user}` };
}

/** The token of the posed question; fails the test where none is posed. */
export function tokenOfPosed(reply: Reply | null): string {
  const { posed } = spoken(reply);
  if (posed === undefined) throw new Error(`nothing is posed: ${renderReply(spoken(reply))}`);
  return posed.token;
}

/** Makes someone a member. */
export function enrol(room: Room, user: string, role: 'trainee' | 'maintainer' = 'trainee'): ReturnType<typeof person> {
  const { members } = room.bench.state;
  const code = `invite-${user}`;
  const expiresAt = new Date(room.now.getTime() + 86_400_000);
  members.invite({ code, role, by: 'o', at: room.now, expiresAt, uses: 1 });
  members.redeem(code, { channel: SPEAKER.channel, user, name: `名${user}`, at: room.now });
  return person(user);
}
