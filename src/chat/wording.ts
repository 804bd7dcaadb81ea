// What the conversation says of its own accord: the shape that every language fills.
import type { BadInput } from './input.ts';

/** A command as shown in help and menus. */
export interface CommandLine {
  readonly command: string;
  /** ≤ 256 characters. */
  readonly description: string;
}

/** Everything the conversation says of its own accord. */
export interface Wording {
  readonly commands: readonly CommandLine[];
  readonly bad: Readonly<Record<BadInput, string>>;
  readonly about: string;
  readonly nothingIndexed: string;
  readonly tryAsking: string;
  /** Questions that fit any district; the argument is its short name. */
  readonly examples: readonly ((district: string) => string)[];
  /** Questions that fit any report, for reports without a district. */
  readonly titleExample: (title: string) => string;
  readonly holds: (reports: number, districts: number) => string;
  readonly districtLine: (district: string, reports: number) => string;
  readonly withoutDistrict: string;
  readonly andMore: (count: number) => string;
  readonly askUsage: string;
  readonly unknownCommand: (name: string) => string;
  readonly understoodAs: (subject: string) => string;
  readonly nearest: string;
  readonly sourceButton: (n: number) => string;
  readonly readAs: (reading: string) => string;
  readonly changedSince: string;
  readonly noSuchSource: (n: number) => string;
  readonly noAnswerYet: string;
  readonly gone: string;
  readonly notMember: (user: string) => string;
  readonly wordsOnly: string;
  readonly failed: (id: string) => string;
  readonly quotes: readonly [string, string];
}
