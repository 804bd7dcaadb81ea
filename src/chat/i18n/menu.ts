// The commands that a role is shown in a place: those that the policy allows there.
import { judge, type Place, type Role } from '../access/policy.ts';
import type { CommandLine, CommandName } from './texts.ts';
import type { Wording } from './wording.ts';

/** The menu of a role in a place, in the order of the wording. */
export function commandsFor({ role, place }: { role: Role; place: Place }, wording: Wording): CommandLine[] {
  return Object.entries(wording.commands)
    .filter(([command]) => judge(command as CommandName, { role, place, isApproved: true }) === 'allowed')
    .map(([command, description]) => ({ command, description }));
}
