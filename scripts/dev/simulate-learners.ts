// npm run simulate: learners with a memory that forgets practise for some days on a false clock; what their days hold. It writes nothing.
import { countOption, print, runCommand, textOption } from '../../src/app/cli/command.ts';
import { makeItems } from '../../src/quiz/items.ts';
import type { Item } from '../../src/quiz/types.ts';
import { openLibrary } from '../../src/store/index/generation.ts';
import { drawFigures, figuresOf } from './support/learner-figures.ts';
import { LEARNER_SORTS, type LearnerOutcome, madeUpItems, simulateLearner } from './support/learner-simulation.ts';

const DEFAULTS = { items: 600, learners: 1_000, days: 30, fresh: 10, reviews: 0, setSize: 10 } as const;

function itemsOf(folder: string): readonly Item[] {
  const library = openLibrary(folder);
  try {
    return makeItems(library);
  } finally {
    library.close();
  }
}

await runCommand({
  usage: 'Usage: npm run simulate -- [--learners N] [--days N] [--new N] [--reviews N] [--index DIR] [--json]',
  options: {
    ...{ learners: { type: 'string' }, days: { type: 'string' }, new: { type: 'string' }, reviews: { type: 'string' } },
  },
  run(values) {
    const folder = textOption(values, 'index');
    const items = folder === undefined ? madeUpItems(DEFAULTS.items) : itemsOf(folder);
    const learners = countOption(values, 'learners', DEFAULTS.learners);
    const reviews = countOption(values, 'reviews', DEFAULTS.reviews);
    const pace = { newPerDay: countOption(values, 'new', DEFAULTS.fresh), reviewsPerDay: reviews || null, goal: null };
    const options = { items, days: countOption(values, 'days', DEFAULTS.days), pace, setSize: DEFAULTS.setSize };
    const outcomes = LEARNER_SORTS.flatMap((sort, kind) =>
      Array.from(
        { length: Math.round(sort.share * learners) },
        (_, n): LearnerOutcome => simulateLearner(sort, 1 + kind * 1_000_003 + n * 7_919, options),
      ),
    );
    const bySort = LEARNER_SORTS.map(({ name }) =>
      figuresOf(
        name,
        outcomes.filter(({ sort }) => sort === name),
      ),
    );
    const figures = [...bySort, figuresOf('all', outcomes)];
    if (values['json'] === true) print(JSON.stringify({ items: items.length, figures }));
    else for (const line of [`${items.length} items`, ...drawFigures(figures)]) print(line);
    return 0;
  },
});
