// What every screen is given.
import type { Talk } from '../model/conversation.ts';

/** The conversations of the page, one thread for each of its uses; and how to ask anew who the reader is. */
export interface ScreenProps {
  readonly asking: Talk;
  readonly practice: Talk;
  readonly upkeep: Talk;
  refresh(): void;
}
