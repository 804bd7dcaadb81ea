// The process in which text is recognised, seen from inside: the file on standard input, the outcome as JSON on standard output.
import type { ExtractOutcome } from '../formats/extractor.ts';
import { type ExtractedText, FormatFault } from '../formats/types.ts';
import { openEngine } from './engine.ts';
import { pagePictures } from './page-pictures.ts';
import { type RecognisedPage, textOfScan } from './scan-text.ts';

async function bytesOf(input: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function recogniseFile(format: string, folder: string): Promise<ExtractedText> {
  const bytes = await bytesOf(process.stdin);
  const engine = await openEngine(folder);
  const pages: RecognisedPage[] = [];
  for await (const picture of pagePictures(format === 'scan' ? 'scan' : 'picture', bytes, engine.sharp))
    pages.push(await engine.recognise(picture));
  return textOfScan(pages);
}

async function outcomeOf(format: string, folder: string): Promise<ExtractOutcome> {
  try {
    return { ok: true, extract: await recogniseFile(format, folder) };
  } catch (error) {
    if (error instanceof FormatFault) return { ok: false, code: error.code, reason: error.message };
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
    return { ok: false, code: 'damaged', reason: `it cannot be taken apart (${line.slice(0, 200)})` };
  }
}

const [format = 'picture', folder = ''] = process.argv.slice(2);
const outcome = JSON.stringify(await outcomeOf(format, folder));
process.stdout.write(outcome, () => process.exit(0));
