// Numbers the citations of a brief anew, in the order in which it shows them; what it does not show is left out.
import type { Brief, BriefFigure, BriefLine } from '../../../documents.ts';
import type { Citation } from '../../../types.ts';

type Cited = { readonly citations: readonly [number, ...number[]] };

/** Returns a brief whose citations are numbered in the order of its lines. */
export function renumbered(brief: Brief): Brief {
  const numbers = new Map<number, number>();
  const numberOf = (n: number): number => {
    const known = numbers.get(n) ?? numbers.size + 1;
    numbers.set(n, known);
    return known;
  };
  const cited = <Item extends Cited>(item: Item): Item => {
    const [first, ...rest] = [...item.citations].sort((a, b) => a - b);
    return { ...item, citations: [numberOf(first ?? 0), ...rest.map(numberOf)] };
  };
  const lines = (told: readonly BriefLine[]): BriefLine[] => told.map(cited);
  // Members are evaluated in the order in which the brief is read.
  const { overview, figures, practices, results, problems, plans, contradictions } = {
    overview: lines(brief.overview),
    figures: brief.figures.map((figure): BriefFigure => cited(figure)),
    practices: brief.practices.map((theme) => ({ ...theme, lines: lines(theme.lines) })),
    results: lines(brief.results),
    problems: lines(brief.problems),
    plans: lines(brief.plans),
    contradictions: brief.contradictions.map((each) => ({ ...each, lines: lines(each.lines) })),
  };
  const citations = brief.citations
    .flatMap((citation): Citation[] => {
      const n = numbers.get(citation.n);
      return n === undefined ? [] : [{ ...citation, n }];
    })
    .sort((a, b) => a.n - b.n);
  return { ...brief, overview, figures, practices, results, problems, plans, contradictions, citations };
}
