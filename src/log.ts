// The log of a running product: JSON lines on standard error, by pino. It keeps no file and rotates nothing: the service manager does.
import { type DestinationStream, pino } from 'pino';
import type { Log } from './channels/log.ts';

const STANDARD_ERROR = 2;

/** The level, the secrets and the destination of a log. */
export interface LogOptions {
  /** The least level that is written: one of trace, debug, info, warn, error, fatal, silent. */
  readonly level: string;
  /** Strings that no line may show, such as tokens and keys; empty ones are passed over. */
  readonly secrets: readonly string[];
  readonly now: () => Date;
  /** Takes the lines; default: standard error, written at once, so that none is lost where the process ends. */
  readonly destination?: DestinationStream;
}

/**
 * Opens a log. A line is one JSON object: `level` (its name), `time` (ISO 8601, UTC), the fields, `msg`. Secrets are drawn as `…`.
 * @example openLog({ level: 'info', secrets: [], now: () => new Date() })('info', 'telegram: listening')
 */
export function openLog({
  level,
  secrets,
  now,
  destination = pino.destination({ dest: STANDARD_ERROR, sync: true }),
}: LogOptions): Log {
  const hidden = secrets.filter((secret) => secret !== '');
  const mask = (text: string): string => hidden.reduce((masked, secret) => masked.replaceAll(secret, '…'), text);
  const logger = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${now().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  return (lineLevel, message, fields = {}) => {
    const masked = Object.entries(fields).map(([name, text]) => [name, mask(text)] as const);
    logger[lineLevel](Object.fromEntries(masked), mask(message.trim()));
  };
}
