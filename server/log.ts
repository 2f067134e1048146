// JSON lines on stderr: codes and ids only (S6). Text, tokens, names and addresses have no field to go to.
import { pino } from 'pino';
import type { Log } from './application/ports.ts';

export function createLog(level: string): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  );
  return {
    info: (fields, event) => logger.info(fields, event),
    warn: (fields, event) => logger.warn(fields, event),
    error: (fields, event) => logger.error(fields, event),
  };
}
