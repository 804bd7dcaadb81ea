// Provinces, cities and districts as a tree that opens level by level; what is closed is not drawn.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import type { Region } from '../model/regions.ts';

interface RegionTreeProps {
  readonly regions: readonly Region[];
  /** The region that is chosen; empty: all. */
  readonly chosen: string;
  /** Chooses a region; empty: all. */
  choose(prefix: string): void;
}

/** The tree, in a part that opens: closed on narrow screens. */
export function RegionTree({ regions, chosen, choose }: RegionTreeProps): JSX.Element {
  const { browse } = usePage().wording;
  return (
    <nav class="regions" aria-label={browse.regions}>
      <button type="button" class="region" aria-pressed={chosen === ''} onClick={() => choose('')}>
        {browse.allRegions}
      </button>
      <Level regions={regions} chosen={chosen} choose={choose} />
    </nav>
  );
}

function Level({ regions, ...choice }: RegionTreeProps): JSX.Element {
  return (
    <ul>
      {regions.map((region) => (
        <Branch key={region.prefix} region={region} {...choice} />
      ))}
    </ul>
  );
}

function Branch({ region, chosen, choose }: Omit<RegionTreeProps, 'regions'> & { region: Region }): JSX.Element {
  const { browse } = usePage().wording;
  const { prefix, name, reports, parts } = region;
  const [isOpen, setOpen] = useState(chosen.startsWith(prefix) && chosen !== prefix);
  return (
    <li>
      <span class="branch">
        {parts.length > 0 && (
          <button
            type="button"
            class="fold"
            aria-expanded={isOpen}
            aria-label={browse.inside(name)}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? '−' : '+'}
          </button>
        )}
        <button type="button" class="region" aria-pressed={chosen === prefix} onClick={() => choose(prefix)}>
          {name} <span class="hint">{reports}</span>
        </button>
      </span>
      {isOpen && <Level regions={parts} chosen={chosen} choose={choose} />}
    </li>
  );
}
