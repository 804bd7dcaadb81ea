// What every command shares: arguments, exit status, errors in one line. A command returns its exit status and prints results.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { readLanguage } from '../../config.ts';
import { AppError } from '../../errors.ts';
import type { IngestProgress } from '../../ingest/build.ts';
import { messageIn } from './messages.ts';

const STEPS = { read: 'reading', index: 'indexing', embed: 'embedding', verify: 'checking' } as const;
const BAR_CELLS = 24;

/**
 * A step as a line with a bar; without a bar where nobody knows how much there is.
 * @example drawProgress({ step: 'embed', done: 1, total: 2 }) // => 'embedding  ████████████░░░░░░░░░░░░ 1 of 2 passages'
 */
export function drawProgress({ step, done, total }: IngestProgress): string {
  const name = STEPS[step].padEnd(10);
  if (total === null) return `${name} ${done} reports`;
  const filled = total === 0 ? BAR_CELLS : Math.min(BAR_CELLS, Math.floor((BAR_CELLS * done) / total));
  return `${name} ${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)} ${done} of ${total} passages`;
}

/** Values of a command's options as `parseArgs` gives them. */
export type OptionValues = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** A command of the product. */
export interface Command {
  /** Shown by --help and after wrong usage. */
  readonly usage: string;
  /** Its own options; --help, --verbose, --json, --index and --state are always there. */
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** @returns exit status: 0 done, 1 could not be done */
  run(values: OptionValues, positionals: readonly string[]): Promise<number> | number;
}

const COMMON: NonNullable<ParseArgsConfig['options']> = {
  help: { type: 'boolean', short: 'h' },
  verbose: { type: 'boolean' },
  json: { type: 'boolean' },
  index: { type: 'string' },
  state: { type: 'string' },
};

/** The text of an option, or undefined. */
export function textOption(values: OptionValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** All texts of an option that may be repeated. */
export function textOptions(values: OptionValues, name: string): string[] {
  const value = values[name];
  return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string');
}

/**
 * The whole number of an option, or its default.
 * @throws AppError usage/invalid for anything else
 */
export function countOption(values: OptionValues, name: string, whenAbsent: number): number {
  const value = textOption(values, name);
  if (value === undefined) return whenAbsent;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new AppError('usage/invalid', `--${name} takes a whole number, not "${value}"`);
}

/** Prints a result on standard output. */
export function print(line: string): void {
  process.stdout.write(`${escaped(line)}\n`);
}

/** Controls and marks of direction, which a terminal obeys; the byte-order mark that opens a table is none. */
const OBEYED = /[^\P{Cc}\t\n\r]|(?!^)\ufeff|[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f]/gu;

/** Returns a line with what a terminal would obey written as `\u001b`, which JSON reads back as it was. */
function escaped(line: string): string {
  return line.replace(OBEYED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Tells something on standard error, in the operator's language. */
export function tell(line: string): void {
  process.stderr.write(`${escaped(messageIn(readLanguage(), line))}\n`);
}

/** A progress line on standard error, drawn over itself; nothing where standard error is no terminal. */
export function tellProgress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
}

function explain(error: unknown, isVerbose: boolean): number {
  if (isVerbose && error instanceof Error) tell(error.stack ?? error.message);
  const message = error instanceof Error ? error.message : String(error);
  const isKnown = error instanceof AppError;
  tell(
    isKnown
      ? message.replace(/\s*\n\s*/g, ' ')
      : `This is a fault of the program: ${message.split('\n', 1)[0]}${isVerbose ? '' : ' (--verbose shows where)'}`,
  );
  return isKnown && error.code === 'usage/invalid' ? 2 : 1;
}

/** Parses the arguments, runs the command and sets the exit status: 0 done, 1 could not be done, 2 wrong usage. */
export async function runCommand(command: Command, args: readonly string[] = process.argv.slice(2)): Promise<void> {
  // Whoever reads our output may stop early (| head): that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  let parsed: { values: OptionValues; positionals: string[] };
  try {
    parsed = parseArgs({ args: [...args], options: { ...COMMON, ...command.options }, allowPositionals: true });
  } catch (error) {
    tell(`${error instanceof Error ? error.message.split('. ', 1)[0] : String(error)}. ${command.usage}`);
    process.exitCode = 2;
    return;
  }
  if (parsed.values['help']) {
    print(command.usage);
    return;
  }
  try {
    process.exitCode = await command.run(parsed.values, parsed.positionals);
  } catch (error) {
    process.exitCode = explain(error, parsed.values['verbose'] === true);
  }
}
