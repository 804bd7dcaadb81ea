// The rules of an exam, and the words that set them: in order or back and forth, when results are told, the pass mark.

/** When learners are told their results: once they hand in, when the exam ends, or on a day. */
export type ResultsTime = 'hand-in' | 'end' | { readonly onMs: number };

/** The rules of an exam. */
export interface ExamRules {
  /** True: one question after the other, for good; false: back and forth, answers may be changed until handing in. */
  readonly isLinear: boolean;
  readonly results: ResultsTime;
  /** Share of the points that passes, 0 … 1; null: nobody fails. */
  readonly passShare: number | null;
}

/** The rules where nothing is said. */
export const USUAL_RULES: ExamRules = { isLinear: false, results: 'end', passShare: null };

const LINEAR = /(?:^|\s)(?:linear|顺序|按序)(?=\s|$)/iu;
const PASS = /(?:^|\s)(?:pass|及格)[=:：]?(\d{1,3})%?(?=\s|$)/iu;
const RESULTS = /(?:^|\s)(?:results|成绩)[=:：]?(now|即时|立即|end|结束|\d{4}-\d{1,2}-\d{1,2})(?=\s|$)/iu;

/** Rules that were read, and the words that are left; null: what is said of results is no day. */
export interface ReadRules {
  readonly rules: ExamRules;
  readonly rest: string;
}

/**
 * Reads the words that set rules out of a command. @param zoneOffset of the maker's clock, such as `+08:00`
 * @example readRules('20 30 linear pass=60', '+08:00').rules // => { isLinear: true, results: 'end', passShare: 0.6 }
 */
export function readRules(words: string, zoneOffset: string): ReadRules {
  const pass = PASS.exec(words)?.[1];
  const rules = {
    isLinear: LINEAR.test(words),
    results: resultsOf(RESULTS.exec(words)?.[1], zoneOffset),
    passShare: pass === undefined ? null : Math.min(100, Number(pass)) / 100,
  };
  const rest = [LINEAR, PASS, RESULTS].reduce((left, pattern) => left.replace(pattern, ' '), words);
  return { rules, rest };
}

function resultsOf(word: string | undefined, zoneOffset: string): ResultsTime {
  if (word === undefined || /^(?:end|结束)$/iu.test(word)) return 'end';
  if (!/^\d/u.test(word)) return 'hand-in';
  const [year = '', month = '', day = ''] = word.split('-');
  const onMs = Date.parse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T00:00:00${zoneOffset}`);
  return Number.isNaN(onMs) ? 'end' : { onMs };
}

/** Returns the moment from which a learner may see the own result. @param handedInAt null: the paper is under way */
export function resultsFrom({ results }: ExamRules, endsAt: Date, handedInAt: Date | null): Date {
  if (results === 'hand-in') return handedInAt ?? endsAt;
  return results === 'end' ? endsAt : new Date(Math.max(results.onMs, endsAt.getTime()));
}
