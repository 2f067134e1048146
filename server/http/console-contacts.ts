// The console's side of call-back requests: one to read with its number, and taking, giving back and finishing it (rules K).
import { type Context, Hono } from 'hono';
import { contactChange } from '#protocol/schemas';
import { changeContact, readContact } from '../application/contact-requests.ts';
import type { OperatorAccount } from '../application/ports.ts';
import type { Relay } from '../application/relay.ts';
import { problem } from './problems.ts';
import { readBody } from './read-body.ts';

export type FindOperator = (c: Context) => Promise<OperatorAccount | null>;

export function createConsoleContacts(relay: Relay, findOperator: FindOperator): Hono {
  const app = new Hono();

  app.get('/:id', async (c) => {
    const account = await findOperator(c);
    if (!account) return problem(c, 'not-signed-in');
    const detail = await readContact(relay, account, c.req.param('id'));
    return detail ? c.json(detail) : problem(c, 'not-found');
  });

  app.post('/:id', async (c) => {
    const account = await findOperator(c);
    if (!account) return problem(c, 'not-signed-in');
    const change = await readBody(c, contactChange);
    if (!change) return problem(c, 'bad-request');
    const changed = await changeContact(relay, account, c.req.param('id'), change);
    if (!changed) return problem(c, 'not-found');
    if (changed.ok) return c.json(changed.detail);
    return problem(c, changed.reason, {}, { assignee: changed.assignee });
  });

  return app;
}
