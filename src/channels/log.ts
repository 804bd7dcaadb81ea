// Where a channel reports what an operator should know. Messages hold no secret, no question and no answer.

/** Takes one line of log. */
export type Log = (level: 'info' | 'warn' | 'error', message: string) => void;
