// The JSON of those who mind the house, and of signing in: members, invitations, tokens, gaps, judgements, health. Types alone.
import type { Role } from '../../../chat/access/policy.ts';

/** A member, as maintainers see them. */
export interface MemberJson {
  readonly id: string;
  readonly name: string | null;
  readonly role: Role;
  readonly since: string;
}

/** `GET /api/members`. */
export interface MembersJson {
  readonly members: readonly MemberJson[];
}

/** `POST /api/invitations {role, days?, uses?}`. */
export interface InvitationJson {
  readonly url: string;
  readonly role: Role;
  readonly expiresAt: string;
  readonly uses: number;
}

/** `GET /api/gaps`: questions that were refused, most frequent first. */
export interface GapsJson {
  readonly gaps: readonly {
    readonly reason: string;
    readonly subject: string;
    readonly question: string;
    readonly times: number;
  }[];
}

/** `GET /api/feedback`: how answers were judged. */
export interface FeedbackJson {
  readonly counts: readonly { readonly verdict: string; readonly times: number }[];
  readonly latest: readonly { readonly verdict: string; readonly question: string; readonly at: string }[];
}

/** `GET /api/health`: how the reports came in, as `npm run ingest -- --json` prints it; and the state of the house. */
export interface HealthJson {
  readonly status: readonly string[];
  /** Null where the index was built by an older version. */
  readonly health: Readonly<Record<string, unknown>> | null;
  /** Whether `/api/health.html` shows the report. */
  readonly hasPage: boolean;
}

/** A token for scripts, without its secret. */
export interface TokenLineJson {
  readonly id: string;
  readonly name: string;
  readonly madeAt: string;
  /** Null: never. */
  readonly usedAt: string | null;
}

/** `GET /api/tokens`. */
export interface TokensJson {
  readonly tokens: readonly TokenLineJson[];
}

/** `POST /api/tokens {name}`: the only time that the token itself is shown. */
export interface NewTokenJson {
  readonly id: string;
  readonly token: string;
}

/** `POST /api/devices`: a link that signs oneself in on another device, once. */
export interface DeviceLinkJson {
  readonly url: string;
  readonly expiresAt: string;
}

/** `POST /api/join {code, name}`: signed in by a cookie. */
export interface JoinedJson {
  readonly role: Role;
}
