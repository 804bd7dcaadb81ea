// Who speaks: the role of a person. A pure rule over the configuration and the members; what a role may do stands in `policy.ts`.
import type { Members, Role } from './members.ts';

/** `invite`: members only; `open`: anyone, in a private chat, as a guest. */
export type Access = 'invite' | 'open';

/** Where a message was written. */
export type Place = 'private' | 'group';

/** The people and the rule by which they are let in. */
export interface AccessPolicy {
  readonly access: Access;
  /** Ids of the owners, as the channel writes them. */
  readonly ownerIds: readonly string[];
}

/** The role of a person on a channel. Owners are owners whatever the members' list says; nobody is a guest in a group. */
export function roleOf(
  { access, ownerIds }: AccessPolicy,
  members: Pick<Members, 'roleOf'>,
  { channel, user, place }: { channel: string; user: string; place: Place },
): Role {
  if (ownerIds.includes(user)) return 'owner';
  const role = members.roleOf(channel, user);
  if (role !== null) return role;
  return access === 'open' && place === 'private' ? 'guest' : 'stranger';
}
