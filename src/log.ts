// The log of a running product: lines on standard error. It keeps no file and rotates nothing: the service manager does.

/** Levels of the log by their weight, as in pino. `silent` lets nothing through. */
const WEIGHTS: Readonly<Record<string, number>> = {
  trace: 10,
  debug: 20,
  info: 30,
  warn: 40,
  error: 50,
  fatal: 60,
  silent: 70,
};

/** Where a log goes and what it lets through. */
export interface LogOptions {
  /** The least level that is written: one of trace, debug, info, warn, error, fatal, silent. */
  readonly level: string;
  /** Strings that no line may show, such as tokens and keys; empty ones are passed over. */
  readonly secrets: readonly string[];
  readonly write: (line: string) => void;
  readonly now: () => Date;
}

/**
 * Opens a log. A line is `TIME LEVEL MESSAGE`, with line ends inside the message drawn as ` ⏎ ` so that it stays one line.
 * @example openLog({ level: 'info', secrets: [], write: tell, now: () => new Date() })('info', 'telegram: listening')
 */
export function openLog({
  level,
  secrets,
  write,
  now,
}: LogOptions): (level: 'info' | 'warn' | 'error', message: string) => void {
  const least = WEIGHTS[level] ?? 0;
  const hidden = secrets.filter((secret) => secret !== '');
  return (lineLevel, message) => {
    if ((WEIGHTS[lineLevel] ?? 0) < least) return;
    const safe = hidden.reduce((text, secret) => text.replaceAll(secret, '…'), message);
    write(`${now().toISOString()} ${lineLevel} ${safe.trim().replace(/\s*\n\s*/g, ' ⏎ ')}`);
  };
}
