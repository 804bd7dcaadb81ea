// Which values the texts of item banks take.
import type { BankOrigin } from '../../quiz/learning/bank.ts';
import { message, messageFrom } from './message.ts';
import type { Texts } from './texts.ts';

/** Returns what is said of item banks in the language of the texts. */
export function bankWording(t: Texts) {
  const line = messageFrom(t.bankLine, 'name', 'proposed', 'approved', 'rejected', 'version?');
  const place = messageFrom(t.bankPlace, 'name', 'n', 'origin', 'left');
  const made = message(t.bankMade, 'count', 'name');
  return {
    noBank: message(t.noBank, 'name'),
    bankLine: ({ version, ...counts }: BankCounts) => line({ ...counts, version: version === 0 ? null : version }),
    bankMade: (count: number, name: string) => made(count, name),
    bankReviewed: message(t.bankReviewed, 'name'),
    bankPublished: messageFrom(t.bankPublished, 'name', 'version', 'items'),
    bankPlace: ({ origin, ...rest }: BankPlace) => place({ ...rest, origin: t.parts.bankOrigins[origin] }),
    bankFound: message(t.bankFound, 'faults[]'),
    bankAnswered: message(t.bankAnswered, 'answered', 'all'),
    bankTooFew: message(t.bankTooFew, 'have', 'count'),
  };
}

/** The numbers of a bank; version 0: none is published. */
interface BankCounts {
  readonly name: string;
  readonly version: number;
  readonly proposed: number;
  readonly approved: number;
  readonly rejected: number;
}

/** Where a review stands. */
interface BankPlace {
  readonly name: string;
  readonly n: number;
  readonly left: number;
  readonly origin: BankOrigin;
}
