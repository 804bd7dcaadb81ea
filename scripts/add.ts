// npm run add: brings a reader, an embedder, a language model or text recognition, tries and measures it, and writes the setting into .env.
import { print, runCommand, tell, tellProgress } from '../src/app/cli/command.ts';
import { readConfig, readConfigWith } from '../src/config.ts';
import { AppError } from '../src/errors.ts';
import { tryModel } from './support/add-model.ts';
import { addRecognition } from './support/add-ocr.ts';
import { type Adding, addEmbedder, addReader, type Settings } from './support/add-reader.ts';
import { setVariables } from './support/environment-file.ts';

const USAGE =
  'Usage: npm run add -- reader FOLDER-or-ID [--force] | embedder FOLDER-or-ID [--force] | model URL NAME | ocr [--force]';
const ENVIRONMENT_FILE = '.env';
const MEGABYTE = 1_000_000;

function progress(file: string, done: number, total: number | null): void {
  const of = total === null ? '' : ` of ${Math.round(total / MEGABYTE)}`;
  tellProgress(done === total ? '' : `fetching ${file}: ${Math.round(done / MEGABYTE)}${of} MB`);
}

/** What is done for one kind of part, and the settings that come of it. */
async function add([kind, source, name, ...rest]: readonly string[], isForced: boolean): Promise<Settings> {
  if (kind === 'ocr' && source === undefined) {
    tell(`text recognition read a sample in ${addRecognition({ isForced, tell })} ms`);
    return {};
  }
  const isModel = kind === 'model';
  const isKnown = isModel || kind === 'reader' || kind === 'embedder';
  if (!isKnown || source === undefined || (name !== undefined) !== isModel || rest.length > 0)
    throw new AppError('usage/invalid', USAGE);
  if (isModel && name !== undefined) {
    const settings = { LLM_BASE_URL: source, LLM_MODEL: name };
    tell(`the model chose the right sentence in ${await tryModel(readConfigWith(settings))} ms`);
    return settings;
  }
  const adding: Adding = { config: readConfig(), isForced, tell, onProgress: progress };
  return kind === 'reader' ? addReader(source, adding) : addEmbedder(source, adding);
}

await runCommand({
  usage: USAGE,
  options: { force: { type: 'boolean' } },
  async run(values, positionals) {
    const settings = await add(positionals, values['force'] === true);
    if (Object.keys(settings).length === 0) {
      tell('Pictures and scanned files are read from the next ingest on: npm run ingest');
      return 0;
    }
    setVariables(ENVIRONMENT_FILE, settings);
    for (const [name, value] of Object.entries(settings)) print(`${name}=${value}`);
    tell(
      `Written into ${ENVIRONMENT_FILE}. Start again to use it${'EMBEDDER' in settings ? ': the index is built anew then' : ''}; npm run doctor looks at it.`,
    );
    return 0;
  },
});
