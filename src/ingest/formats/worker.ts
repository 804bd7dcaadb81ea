// The thread in which files are taken apart: a library that hangs or eats memory takes this thread with it and nothing else.
// It loads a library when the first file of its kind comes.
import { parentPort } from 'node:worker_threads';
import type { ExtractOutcome, ExtractRequest } from './extractor.ts';
import { type ExtractedText, type Format, FormatFault } from './types.ts';

/** States of a request, as the asking thread sees them in the shared signal. */
const [WORKING, DONE] = [1, 2];

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

async function outcomeOf(request: ExtractRequest, started: () => void): Promise<ExtractOutcome> {
  try {
    const extract = await LOADERS[request.format]();
    started();
    return { ok: true, extract: await extract(request.content) };
  } catch (error) {
    return failure(error);
  }
}

parentPort?.on('message', async (request: ExtractRequest) => {
  const signal = new Int32Array(request.signal);
  const tell = (state: number): void => {
    Atomics.store(signal, 0, state);
    Atomics.notify(signal, 0);
  };
  const outcome = await outcomeOf(request, () => tell(WORKING));
  request.port.postMessage(outcome);
  tell(DONE);
});
