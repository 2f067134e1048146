// Liveness: the process turns. Readiness: it takes new work, and the disk answers.
import { Hono } from 'hono';

export interface Health {
  isReady(): boolean;
  check(): Promise<void>;
}

export function createHealthRoutes(health: Health): Hono {
  const app = new Hono();
  app.get('/live', (c) => c.json({ status: 'ok' }));
  app.get('/ready', async (c) => {
    const ready = health.isReady() && (await answers(health));
    return ready ? c.json({ status: 'ok' }) : c.json({ status: 'not-ready' }, 503);
  });
  return app;
}

async function answers(health: Health): Promise<boolean> {
  try {
    await health.check();
    return true;
  } catch {
    return false;
  }
}
