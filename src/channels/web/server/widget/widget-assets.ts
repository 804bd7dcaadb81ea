// The widget's script and its page for frames. The script is one file that any site can name: it brings its styles along.
import { fileURLToPath } from 'node:url';
import { build, stop } from 'esbuild';
import type { Conversation } from '../../../../chat/conversation.ts';
import { type Asset, compressed } from '../assets.ts';

const ENTRY = fileURLToPath(new URL('../../client/widget/main.tsx', import.meta.url));

/** What other sites may show. */
export interface WidgetParts {
  /** Origins of the sites. */
  readonly origins: readonly string[];
  /** Lets anyone ask, and nothing else. */
  readonly conversation: Conversation;
  readonly script: Asset;
}

/** Where the script is. */
export const WIDGET_SCRIPT = '/widget/quzhi.js';

/** Bundles the widget. @throws Error if its sources do not compile */
export async function bundleWidget(): Promise<Asset> {
  const { outputFiles } = await build({
    entryPoints: { quzhi: ENTRY },
    bundle: true,
    write: false,
    outdir: 'widget',
    // No module: it must know the address that it came from, and leave nothing behind in its host's names.
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // Styles become a text, put in place as a sheet of the shadow tree: a host that forbids inline styles shows them, too.
    loader: { '.css': 'text' },
    logLevel: 'silent',
  });
  // Otherwise esbuild's helper process would keep running.
  await stop();
  return compressed({ name: 'quzhi.js', bytes: outputFiles[0]?.contents ?? new Uint8Array() });
}

/** The page for frames: the widget alone, as large as its frame. */
export const WIDGET_PAGE = [
  '<!doctype html>',
  '<html lang="zh-CN">',
  '<head>',
  '<meta charset="utf-8">',
  '<meta name="viewport" content="width=device-width, initial-scale=1">',
  '<title>区知</title>',
  '</head>',
  `<body><main id="quzhi"></main><script src="${WIDGET_SCRIPT}" data-target="#quzhi" data-whole></script></body>`,
  '</html>',
  '',
].join('\n');
