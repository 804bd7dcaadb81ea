// Sorts the blocks of a reply by where the page draws them. It changes no word.
import type { ReplyJson, ShownJson } from '../../server/schemas.ts';

/** A block of a reply. */
export type BlockJson = ReplyJson['blocks'][number];

/**
 * The blocks that stand in the body of a reply. Elsewhere stand: sources and what leads over to them (drawn from the answer itself),
 * what was understood (chips), and what is said of the item that follows (its head).
 */
export function blocksHere({ blocks, shown, posed }: ReplyJson): readonly BlockJson[] {
  const own = posed === undefined ? blocks : blocks.slice(0, blocks.length - headOf(blocks).length);
  return shown === undefined ? own : own.filter((block) => block.kind !== 'source' && !isDrawnElsewhere(block, shown));
}

/** What stands at the head of the item that a reply poses: the notices at its end. */
export function posedHead({ blocks, posed }: ReplyJson): string {
  return posed === undefined
    ? ''
    : headOf(blocks)
        .map(({ text }) => text)
        .join(' ');
}

function headOf(blocks: readonly BlockJson[]): readonly BlockJson[] {
  const last = blocks.findLastIndex(({ kind }) => kind !== 'notice');
  return blocks.slice(last + 1);
}

/** Whether the page draws a notice in its own way: what was understood as chips, what leads over to the nearest evidence as its title. */
function isDrawnElsewhere(block: BlockJson, { answer: { interpretation } }: ShownJson): boolean {
  if (block.kind !== 'notice' || block.tells === undefined) return false;
  return block.tells === 'nearest' || interpretation.districts.length > 0 || interpretation.period !== null;
}
