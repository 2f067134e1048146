// `npm run serve`: the server of a gemeente, on what is installed and built already.
import { runServer } from './run-server.mjs';

runServer([]);
