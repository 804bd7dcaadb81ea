// Who may ask: deny by default. A pure rule; it sends nothing and remembers nothing.

/** `invite`: members only (for now the owners); `open`: anyone, in a private chat. */
export type Access = 'invite' | 'open';

/** Where a message was written. */
export type Place = 'private' | 'group';

/** The people and the rule by which they are let in. */
export interface AccessPolicy {
  readonly access: Access;
  /** Ids of the owners, as the channel writes them. */
  readonly ownerIds: readonly string[];
}

/** True if this person may ask here. Owners may everywhere; anyone else only in private, and only where access is open. */
export function mayAsk({ access, ownerIds }: AccessPolicy, user: string, place: Place): boolean {
  if (ownerIds.includes(user)) return true;
  return access === 'open' && place === 'private';
}
