// Where a channel reports what an operator should know. Messages hold no secret, no question and no answer; `fields` a question
// only where the operator asked for it.

/** Takes one line of log; `fields` are data beside the message, written under their names. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  message: string,
  fields?: Readonly<Record<string, string>>,
) => void;
