// A sentence cut at every comma, list mark and stop: the stretch in which a figure and its direction belong together.

const MARKS = /[，、；。！？!?;:：\n()（）]|,(?!\d{3})/u;

/** The clauses of a text, in order, without marks and white space around them. */
export function clausesOf(text: string): string[] {
  return text
    .split(MARKS)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}
