// What the channels of a service share. Types alone.
import type { Log } from '../channels/log.ts';
import type { Limiter } from '../chat/access/limits.ts';
import type { Alerts } from '../chat/alerts.ts';
import type { ConversationParts } from '../chat/turn.ts';
import type { Config } from '../config.ts';
import type { State } from '../store/state/state.ts';

/** The parts that all channels share. */
export interface ServeOptions {
  readonly config: Config;
  readonly parts: ConversationParts & { readonly state: State; readonly alerts: Alerts };
  /** Opens the log; its lines hold none of the secrets. */
  readonly openLog: (options: { level: string; secrets: readonly string[]; now: () => Date }) => Log;
  /** Returns a new name, ≤ 32 characters of `[0-9a-z]`. */
  readonly newId: () => string;
}

/** The parts of a service at work. */
export interface Serving extends ServeOptions {
  /** Shared by all channels. */
  readonly limiter: Limiter;
  readonly log: Log;
}
