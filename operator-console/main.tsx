// Start of the console: takes the one-time token out of the address bar before anything else, then draws.
import { render } from 'preact';
import { allowSoundAfterFirstAct } from './notices.ts';
import { readSignInToken } from './place.ts';
import { App } from './views/app.tsx';

const token = readSignInToken(location);
if (location.pathname !== '/console/') {
  history.replaceState(null, '', token === null ? `/console/${location.hash}` : '/console/');
}
allowSoundAfterFirstAct();

const root = document.getElementById('console');
if (root === null) throw new Error('index.html must hold an element with id "console".');
render(<App token={token} />, root);
