// Entry point: mounts the app.
import { render } from 'preact';
import { createApi } from './api.ts';
import { App } from './app.tsx';
import './page.css';
import { applyTheme, DARK_SYSTEM, storedTheme } from './model/settings.ts';

// Passed on and not used here: so the bundler lays the picture beside the program, and the server links it as the page's sign.
export { default as icon } from './icon.svg';

function start(): void {
  applyTheme(storedTheme());
  matchMedia(DARK_SYSTEM).addEventListener('change', () => applyTheme(storedTheme()));
  const root = document.getElementById('app') ?? document.body.appendChild(document.createElement('div'));
  const held = { csrf: '' };
  const api = createApi({ fetch: (...call) => fetch(...call), csrf: () => held.csrf });
  const setCsrf = (csrf: string): void => {
    held.csrf = csrf;
  };
  render(<App api={api} setCsrf={setCsrf} />, root);
}

start();
