// Contender 1: a `ws` server that forwards bytes to the other end of a pair. What no relay on `ws` can beat without joining frames.
import { startPairs } from './pairs.ts';

startPairs((_, peer, data) => peer?.send(data, { binary: false }));
