// The reply to /start and /help: what this is, what one can ask, the commands of one's role.

import type { Reply } from '../reply.ts';
import { say, type Turn } from '../turn.ts';
import { commandsFor } from './menu.ts';
import { commandList, invitation } from './welcome.ts';

/** Introduces the product: what it is, what one can ask, and what every asker can do; `/help` adds what the role can. */
export function introduce(turn: Turn): Reply {
  const { wording, parts, place } = turn;
  const role = turn.action === 'help' ? turn.role : 'guest';
  return say(
    turn,
    wording.about,
    ...invitation(parts.service, wording),
    commandList(commandsFor({ role, place }, wording)),
  );
}

/** The command does not exist. */
export function refuseCommand(name: string, turn: Turn): Reply {
  return say(turn, turn.wording.unknownCommand(name), commandList(commandsFor(turn, turn.wording)));
}
