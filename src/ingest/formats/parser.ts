// The process in which files are taken apart: a library that hangs or eats memory takes this process with it and nothing else.
// It loads a library when the first file of its kind comes.
import { watchSelf } from '../../watchdog.ts';
import type { ExtractOutcome } from './extractor.ts';
import { type ExtractedText, type Format, FormatFault } from './types.ts';

/** A file to take apart: text for `html` and `csv`, bytes for the others. */
export interface ParseRequest {
  readonly format: Format;
  readonly content: Uint8Array | string;
}

/** A message of the process: its library is loaded, or what came of the file. */
export type ParserMessage = { readonly kind: 'started' } | { readonly kind: 'done'; readonly outcome: ExtractOutcome };

type Extraction = (content: Uint8Array | string) => ExtractedText | Promise<ExtractedText>;

const LOADERS: Readonly<Record<Format, () => Promise<Extraction>>> = {
  html: async () => textOnly((await import('./html.ts')).extractHtml),
  csv: async () => textOnly((await import('./csv.ts')).extractCsv),
  docx: async () => bytesOnly((await import('./docx.ts')).extractDocx),
  xlsx: async () => bytesOnly((await import('./xlsx.ts')).extractXlsx),
  xls: async () => bytesOnly((await import('./xlsx.ts')).extractXlsx),
  ods: async () => bytesOnly((await import('./xlsx.ts')).extractXlsx),
  doc: async () => bytesOnly((await import('./doc.ts')).extractDoc),
  odt: async () => bytesOnly((await import('./open-document.ts')).extractOpenDocument),
  pptx: async () => bytesOnly((await import('./pptx.ts')).extractPptx),
  rtf: async () => bytesOnly((await import('./rtf.ts')).extractRtf),
  ofd: async () => bytesOnly((await import('./ofd.ts')).extractOfd),
  mail: async () => bytesOnly((await import('./mail.ts')).extractMail),
  pdf: async () => {
    const { extractPdf, loadPdfJs } = await import('./pdf/pdf.ts');
    await loadPdfJs();
    return bytesOnly(extractPdf);
  },
};

function textOnly(extract: (text: string) => ExtractedText): Extraction {
  return (content) => {
    if (typeof content === 'string') return extract(content);
    throw new TypeError('this format takes text');
  };
}

function bytesOnly(extract: (bytes: Uint8Array) => ExtractedText | Promise<ExtractedText>): Extraction {
  return (content) => {
    if (typeof content !== 'string') return extract(content);
    throw new TypeError('this format takes bytes');
  };
}

function failure(error: unknown): ExtractOutcome {
  if (error instanceof FormatFault) return { ok: false, code: error.code, reason: error.message };
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
  return { ok: false, code: 'damaged', reason: `it cannot be taken apart (${line.slice(0, 200)})` };
}

async function outcomeOf({ format, content }: ParseRequest, started: () => void): Promise<ExtractOutcome> {
  try {
    const extract = await LOADERS[format]();
    started();
    return { ok: true, extract: await extract(content) };
  } catch (error) {
    return failure(error);
  }
}

const tell = (message: ParserMessage): void => void process.send?.(message);

watchSelf(Number(process.argv[2]));
process.once('disconnect', () => process.exit());
process.on('message', async (request: ParseRequest) => {
  tell({ kind: 'done', outcome: await outcomeOf(request, () => tell({ kind: 'started' })) });
});
