// `npm start`: from a fresh clone to a running demo. Installs when needed, builds, starts the server.
import { installWhenNeeded, runNode } from './install.mjs';
import { runServer } from './run-server.mjs';

installWhenNeeded();
if (runNode(['scripts/build.ts']) !== 0) process.exit(1);
runServer(['--demo']);
