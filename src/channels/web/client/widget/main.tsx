// Entry point of the widget: puts a shadow tree into the page that names the script, so that neither's styles reach the other.
// <script src="https://quzhi.example/widget/quzhi.js" data-target="#ask" data-language="en" async></script>
import { render } from 'preact';
import styles from './widget.css';
import { type Ask, Widget } from './widget.tsx';
import { WORDING } from './wording.ts';

/** What a page asks on behalf of its reader, in the language of the page. */
function askAt(server: string, language: 'zh' | 'en'): Ask {
  return async (text, history) => {
    const response = await fetch(`${server}/widget/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text, history, language }),
      credentials: 'omit',
    });
    if (response.ok) return response.json();
    return response.status === 429 ? 'too-much' : 'failed';
  };
}

/** Puts the widget in place. @param script the element by which the page brought it */
function start(script: HTMLScriptElement): void {
  const { target, language: named } = script.dataset;
  const spoken = named ?? (document.documentElement.lang || navigator.language);
  const language = /^en\b/iu.test(spoken) ? 'en' : 'zh';
  const place = target === undefined ? null : document.querySelector(target);
  const host = document.createElement('div');
  host.lang = language === 'en' ? 'en' : 'zh-CN';
  (place ?? document.body).append(host);
  const root = host.attachShadow({ mode: 'open' });
  // A sheet made by script is no inline style: a strict policy of the host lets it be.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const server = new URL(script.src).origin;
  const parts = { wording: WORDING[language], server, ask: askAt(server, language) };
  const where = place === null ? 'corner' : 'whole' in script.dataset ? 'whole' : 'place';
  render(<Widget {...parts} where={where} />, root);
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => start(script));
  else start(script);
}
