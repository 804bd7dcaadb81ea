// npm run train-ranking: learns the weights of sentence choice from question sets and stores them with their provenance.
import { writeFileSync } from 'node:fs';
import type { Tools } from '../../src/app/answer-context.ts';
import { print, runCommand } from '../../src/app/cli/command.ts';
import { lookUp } from '../../src/app/question-pipeline.ts';
import { openTools } from '../../src/app/tools.ts';
import { candidatesOf } from '../../src/read/candidates.ts';
import { FEATURE_NAMES, featuresOf, prepareQuestion } from '../../src/read/features.ts';
import { hitRate, type List, learnWeights } from './support/listwise.ts';
import { namedSets, paragraphQuestions, type QuestionSet, SET_OPTIONS, SET_USAGE } from './support/question-sets.ts';

const FOLDS = 5;
const TABLE = new URL('../../src/read/data/ranking.json', import.meta.url);

/** One list a question: the candidates of the first search, those right that the set says are. */
async function listsOf({ context, examples }: QuestionSet, tools: Tools): Promise<List[]> {
  const lists: List[] = [];
  for (const { question, isRight, answerable } of examples) {
    if (!answerable) continue;
    const { understanding, found } = await lookUp(context, question, tools);
    const candidates = found.flatMap(({ hits }) => candidatesOf(hits, context.library, context.preparer));
    const prepared = prepareQuestion(understanding, understanding.asks[0]);
    lists.push({
      rows: candidates.map((candidate) => featuresOf(prepared, candidate, tools.vectors)),
      right: candidates.map(isRight),
    });
  }
  return lists;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Learns on all but one fold of each set, measures on the fold left out. */
function crossValidate(
  sets: readonly (readonly List[])[],
  learn: (lists: readonly List[]) => Float64Array,
): { first: number; three: number }[] {
  const totals = sets.map(() => ({ first: 0, three: 0 }));
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = learn(sets.flatMap((lists) => lists.filter((_, index) => index % FOLDS !== fold)));
    sets.forEach((lists, at) => {
      const held = lists.filter((_, index) => index % FOLDS === fold);
      const total = totals[at];
      if (!total) return;
      total.first += (hitRate(held, weights) * held.length) / lists.length;
      total.three += (hitRate(held, weights, 3) * held.length) / lists.length;
    });
  }
  return totals;
}

await runCommand({
  usage: `Usage: npm run train-ranking -- ${SET_USAGE}`,
  options: SET_OPTIONS,
  async run(values) {
    const { paragraphs, date, among, reports, most } = namedSets(values, 2_500);
    const tools = openTools();
    const sets = [...reports, paragraphQuestions(paragraphs, most, { among })];
    const lists = await Promise.all(sets.map((set) => listsOf(set, tools)));
    // A set of four times as many questions counts twice as much in sum: more, but it does not drown the others.
    const share = new Map(lists.flatMap((set) => set.map((list) => [list, 1 / Math.sqrt(set.length)] as const)));
    const learn = (some: readonly List[]): Float64Array =>
      learnWeights(some, FEATURE_NAMES.length, { weightOf: (list) => share.get(list) ?? 1 });
    const validated = crossValidate(lists, learn);
    const figures = sets.map(({ name }, at) => ({
      set: name,
      questions: lists[at]?.length ?? 0,
      first: percent(validated[at]?.first ?? 0),
      inThree: percent(validated[at]?.three ?? 0),
    }));
    for (const figure of figures) print(JSON.stringify(figure));
    const learned = learn(lists.flat());
    const weights = Object.fromEntries(FEATURE_NAMES.map((name, at) => [name, Number((learned[at] ?? 0).toFixed(3))]));
    print(JSON.stringify(weights));
    const provenance = { by: 'scripts/dev/train-ranking.ts', on: date, folds: FOLDS, crossValidated: figures };
    writeFileSync(TABLE, `${JSON.stringify({ provenance, weights }, null, 2)}\n`);
    return 0;
  },
});
