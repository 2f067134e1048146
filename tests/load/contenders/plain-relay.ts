// Contender 2: the plain relay. Parses, validates with the product's schema, acks to the sender and forwards; stores nothing.
import { visitorFrame } from '#protocol/schemas';
import { startPairs } from './pairs.ts';

startPairs((sender, peer, data) => {
  const frame = visitorFrame.safeParse(JSON.parse(data.toString()));
  if (!frame.success || frame.data.type !== 'send') return sender.close(1008);
  const { id, n, text } = frame.data;
  const at = Date.now();
  sender.send(JSON.stringify({ type: 'ack', id, n, seq: n, at }));
  const event = { seq: n, at, kind: 'message', id, from: 'visitor', author: null, text };
  peer?.send(JSON.stringify({ type: 'events', events: [event], more: false }));
});
