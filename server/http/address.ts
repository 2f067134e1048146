// Whose request it is, for limits only; it is never logged in full. Which address that is, the composition root decides.
import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';

declare module 'hono' {
  interface ContextVariableMap {
    address: string;
  }
}

export type AddressOf = (request: HttpBindings['incoming']) => string;

export function noteAddress(addressOf: AddressOf): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, next) => {
    c.set('address', addressOf(c.env.incoming));
    await next();
  };
}

export function readAddress(c: Context): string {
  return c.get('address');
}
