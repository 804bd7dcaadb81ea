// What a messenger brings so that one engine serves it: how updates come, what is in them, how a reply is drawn and sent.
// The engine (`messenger.ts`) keeps, orders, repeats and recovers; an adapter does none of that.
import type { Place } from '../../chat/access/policy.ts';
import type { Reply } from '../../chat/reply.ts';
import type { Speaker } from '../../store/state/exchanges.ts';

/** What somebody said or pressed, or what is due. */
export type Said =
  /** `text` is null where the message holds no words (a sticker, a voice without text). */
  | { readonly kind: 'message'; readonly text: string | null }
  | { readonly kind: 'press'; readonly token: string }
  | { readonly kind: 'file'; readonly caption: string }
  /** Nobody said anything: something is due, or maintainers are told. */
  | { readonly kind: 'due'; readonly token: string };

/** A request in an update. In a private chat the chat bears the person's own id. */
export interface MessengerRequest<Update> {
  /** The messenger's own name for the update. */
  readonly id: string;
  readonly speaker: Speaker;
  /** The person's display name; null: unknown. */
  readonly name: string | null;
  readonly place: Place;
  readonly said: Said;
  /** The update as it came; null where nobody said anything. */
  readonly update: Update | null;
  /** The update was taken up before, and the program may have stopped before its reply was kept. */
  readonly isAgain: boolean;
}

/** The outcome of a sending: it arrived, was declined for good, or another try may better it after a while. */
export type SendOutcome =
  | 'sent'
  | { readonly kind: 'rejected' | 'blocked'; readonly reason: string }
  | {
      readonly kind: 'retry';
      readonly reason: string;
      readonly waitMs?: number;
      /** It left, and nobody knows what came of it. Absent: it surely did not arrive. */
      readonly mayHaveArrived?: boolean;
    };

/** A file as somebody sent it. */
export interface OpenedFile {
  readonly name: string;
  /** Null: the messenger does not say. */
  readonly sizeBytes: number | null;
  /** @throws Error where that fails or the file is larger; the message holds no address */
  download(maxBytes: number): Promise<Uint8Array>;
}

/** How updates are taken in: stored before anything is acknowledged. */
export interface Receiving<Update> {
  /** Stores an update under the messenger's own name for it; false where that failed: it must not be acknowledged. */
  readonly store: (id: string, update: Update) => boolean;
  /** Tells maintainers of what only they can mend. */
  readonly alert?: (text: string) => void;
  /** Aborted: take no more. */
  readonly signal: AbortSignal;
}

/** A messenger. `Update` and `Message` survive JSON. */
export interface MessengerAdapter<Update, Message> {
  /** The name of the channel, as people's data knows it. */
  readonly channel: string;
  /** The most messages to one chat within some time. */
  readonly rate: { readonly messages: number; readonly perMs: number };
  /** Receives until the signal aborts, whatever happens to the connection. @throws AppError `messenger/credentials` where they are refused at the start */
  receive(receiving: Receiving<Update>): Promise<void>;
  /** Returns the request in an update; null where it is none of ours. */
  read(update: Update): Omit<MessengerRequest<Update>, 'isAgain' | 'update'> | null;
  /** Returns the messages that show a reply, in order. */
  draw(reply: Reply, request: MessengerRequest<Update>): readonly Message[];
  /**
   * Tries once to send one of them. The same message sent twice is shown once where the messenger can do that.
   * `mayHaveArrived`: it left at an earlier try, and nobody knows what came of it.
   */
  send(
    message: Message,
    request: MessengerRequest<Update>,
    tried: { readonly mayHaveArrived: boolean },
  ): Promise<SendOutcome>;
  /** Opens the file of an update; the signal aborts when nobody reads on. */
  openFile(update: Update, signal: AbortSignal): Promise<OpenedFile>;
  /** Shows what is under way, in place of what it showed before; the reply replaces it. Best effort. */
  showText?(text: string, request: MessengerRequest<Update>): Promise<void>;
}
