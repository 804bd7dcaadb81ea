// Members, invitations and groups: what is kept of them. Interfaces only: `store/members.ts` keeps them on disk.

/** What a member was invited as. */
export type MemberRole = 'maintainer' | 'official' | 'trainee';

/** Every role there is: owners stand in the configuration, guests exist where access is open, strangers everywhere. */
export type Role = 'owner' | MemberRole | 'guest' | 'stranger';

/** A member. */
export interface Member {
  readonly user: string;
  readonly name: string | null;
  readonly role: MemberRole;
  readonly invitedBy: string;
  readonly since: Date;
}

/** An invitation. */
export interface Invite {
  /** Unguessable, ≤ 40 characters of `[A-Za-z0-9_-]`. */
  readonly code: string;
  readonly role: MemberRole;
  readonly by: string;
  readonly at: Date;
  readonly expiresAt: Date;
  /** How many people may join by it, ≥ 1. */
  readonly uses: number;
}

/** What came of an invitation's use. */
export type Redeemed =
  | { readonly outcome: 'joined'; readonly role: MemberRole }
  | { readonly outcome: 'unknown' | 'expired' | 'used-up' | 'member-already' };

/** Who belongs to the house, by channel. */
export interface Members {
  /** The role of a member; null for anyone else, also for those whose membership was revoked. */
  roleOf(channel: string, user: string): MemberRole | null;
  /** Present members, oldest first. */
  list(channel: string): Member[];
  /** Ends a membership at once; false where there was none. */
  revoke(channel: string, user: string, at: Date): boolean;
  invite(invite: Invite): void;
  /** Makes every open invitation void; returns how many. */
  cancelInvites(): number;
  /** Lets a person in, once for each use of the invitation. */
  redeem(
    code: string,
    person: { readonly channel: string; readonly user: string; readonly name: string | null; readonly at: Date },
  ): Redeemed;
  isApproved(channel: string, chat: string): boolean;
  approve(channel: string, chat: string, { by, at }: { by: string; at: Date }): void;
  /** Takes a group's approval back; false where it had none. */
  withdraw(channel: string, chat: string): boolean;
  /** A group got another id: approval and past answers move with it. */
  moveChat(channel: string, from: string, to: string): void;
  /** Notes since when a chat cannot be reached (it blocked the bot); null: it can be again. */
  noteUnreachable(channel: string, chat: string, at: Date | null): void;
  isUnreachable(channel: string, chat: string): boolean;
}
