// Prints src/text/data/simplified.txt, the simplified form of each traditional character, from opencc-js. Run by hand:
//   node --import tsx scripts/dev/simplified.ts > src/text/data/simplified.txt
import pairs from 'opencc-js/dict/TSCharacters';

const HEADER = `# Traditional characters, each followed by its simplified form; characters outside the basic plane are left out.
# Made by scripts/dev/simplified.ts; do not edit by hand. Source: TSCharacters of OpenCC (Apache License 2.0), by way of opencc-js 1.4.2.`;
const PAIRS_PER_LINE = 30;

const kept = pairs
  .split('|')
  .map((pair) => pair.replace(' ', ''))
  .filter((pair) => pair.length === 2);
const lines = Array.from({ length: Math.ceil(kept.length / PAIRS_PER_LINE) }, (_, line) =>
  kept.slice(line * PAIRS_PER_LINE, (line + 1) * PAIRS_PER_LINE).join(' '),
);
process.stdout.write(`${[HEADER, ...lines].join('\n')}\n`);
