/** A relay over real sockets that does what the test says: the visitor's side of the protocol, with the log in memory. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type {
  AfterInfo,
  ContactField,
  ContactMoments,
  ContactRequest,
  ConversationEvent,
  FormProfile,
  OfferAnswer,
  PageContext,
  RatingAnswers,
  SiteInfo,
  ToVisitorFrame,
  TranscriptRequest,
  VisitorFrame,
} from '#protocol';
import { CLOSE, LIMITS, PROTOCOL_VERSION } from '#protocol';
import {
  contactRequest,
  conversationEvent,
  conversationStart,
  ratingRequest,
  transcriptRequest,
  visitorFrame,
} from '#protocol/schemas';
import { SITE_WORDS } from '../../../scripts/write-words.ts';

const CONVERSATION = 'AAAAAAAAAAAAAAAAAAAAAA';

/** Somebody is always free. */
const HELD: OfferAnswer = { state: 'held', offer: 'BBBBBBBBBBBBBBBBBBBBBB', renewMs: 20_000 };

type Welcome = Extract<ToVisitorFrame, { type: 'welcome' }>;
type Distribute<Each> = Each extends ConversationEvent ? Omit<Each, 'seq' | 'at'> : never;

export interface Served {
  type: string;
  body: string | Uint8Array;
}

export interface FakeRelay {
  origin: string;
  site: SiteInfo;
  log: ConversationEvent[];
  frames: VisitorFrame[];
  started: PageContext[];
  requests: ContactRequest[];
  profile: FormProfile;
  after: AfterInfo;
  /** What its welcome tells besides: what the site asks and sets. */
  told: Partial<Pick<Welcome, 'introduction' | 'formSession'>>;
  /** As the server would keep it: the newest replaces. */
  rating: RatingAnswers | null;
  copies: TranscriptRequest[];
  /** The field that is wrong with the next requests; `down`: the server does not answer well. */
  objection: ContactField | 'down' | 'too-late' | null;
  /** Messages are received, and neither stored nor answered. */
  deaf: boolean;
  /** New sockets are refused. */
  shut: boolean;
  take(operator: string): void;
  say(text: string): void;
  add(event: Distribute<ConversationEvent>): void;
  send(frame: ToVisitorFrame): void;
  drop(code: number): void;
  close(): Promise<void>;
}

interface Devices {
  lastN: Map<string, number>;
}

/** Tuesday 1 December 2026, 17.00 in Amsterdam, and the morning after it. */
const MOMENTS: ContactMoments = {
  promisedBy: Date.parse('2026-12-01T16:00:00Z'),
  days: [
    { date: '2026-12-02', parts: [{ part: 'morning', promisedBy: Date.parse('2026-12-02T11:00:00Z') }] },
  ],
};

export async function startFakeRelay(
  port: number,
  serve: (path: string) => Served | null,
  clock: () => number = Date.now,
): Promise<FakeRelay> {
  const http = createServer((request, response) => answer(request, response));
  const upgrades = new WebSocketServer({ noServer: true });
  const sockets = new Map<WebSocket, string>();
  const devices: Devices = { lastN: new Map() };
  const epoch = randomUUID();
  let token = '';
  let operator: string | null = null;
  let status: 'waiting' | 'active' | 'closed' = 'waiting';

  const relay: FakeRelay = {
    origin: `http://127.0.0.1:${port}`,
    site: {
      site: 'proef',
      organisation: 'Gemeente Voorbeeldstad',
      mode: 'proactive',
      reach: { state: 'available', opensAt: null },
      contact: {
        phone: '14 0123',
        hours: 'Maandag tot en met vrijdag van 8.30 tot 17.00 uur',
        url: 'https://voorbeeldstad.example/contact',
      },
      privacyUrl: 'https://voorbeeldstad.example/privacy',
      measures: false,
    },
    log: [],
    frames: [],
    started: [],
    requests: [],
    profile: { sensitivity: 'normal', manner: 'card', fields: [] },
    after: { transcripts: false, rating: null },
    told: {},
    rating: null,
    copies: [],
    objection: null,
    deaf: false,
    shut: false,
    take(name) {
      operator = name;
      status = 'active';
      relay.add({ kind: 'assigned', operator: name });
    },
    say(text) {
      relay.add({ kind: 'message', id: randomUUID(), from: 'operator', author: operator, text });
    },
    add(event) {
      if (event.kind === 'closed') status = 'closed';
      if (event.kind === 'unassigned') {
        status = 'waiting';
        operator = null;
      }
      const stored = stamp(event);
      relay.log.push(stored);
      relay.send({ type: 'events', events: [stored], more: false });
    },
    send(frame) {
      for (const socket of sockets.keys()) tell(socket, frame);
    },
    drop(code) {
      for (const socket of sockets.keys()) {
        if (code === CLOSE.lost) socket.terminate();
        else socket.close(code);
      }
    },
    close() {
      for (const socket of upgrades.clients) socket.terminate();
      http.closeAllConnections();
      return closeServer(http);
    },
  };

  function stamp(event: Distribute<ConversationEvent>): ConversationEvent {
    return conversationEvent.parse({ ...event, seq: relay.log.length + 1, at: clock() });
  }
  function tell(socket: WebSocket, frame: ToVisitorFrame): void {
    socket.send(JSON.stringify(frame));
  }
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('access-control-allow-origin', '*');
    const path = new URL(request.url ?? '/', 'http://relay').pathname;
    if (path === '/v1/sites/proef') return reply(response, 200, { ...relay.site, words: SITE_WORDS.nl });
    if (path.startsWith('/v1/sites/proef/')) return answerSite(path.slice(16), request, response);
    const file = serve(path);
    if (file === null) return reply(response, 404, {});
    response.writeHead(200, { 'content-type': file.type, 'cache-control': 'no-store' }).end(file.body);
  }
  async function answerSite(part: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const known = readSite(part);
    if (known !== null) return reply(response, 200, known);
    const body = await readBody(request);
    if (part === 'conversations') return start(body, response);
    if (part === 'contact-requests') return promise(body, response);
    if (part === 'ratings') return rate(body, response);
    if (part === 'transcripts') return takeCopy(body, response);
    reply(response, 404, {});
  }
  function readSite(part: string): object | null {
    if (part.startsWith('offers')) return HELD;
    return { after: relay.after, 'contact-moments': MOMENTS, 'form-profile': relay.profile }[part] ?? null;
  }
  function takeCopy(body: string, response: ServerResponse): void {
    const asked = transcriptRequest.safeParse(JSON.parse(body));
    if (asked.success) relay.copies.push(asked.data);
    reply(response, asked.success ? 202 : 400, {});
  }
  function rate(body: string, response: ServerResponse): void {
    if (relay.objection === 'too-late') {
      reply(response, 409, { type: 'urn:vangnet:problem:too-late' });
      return;
    }
    relay.rating = ratingRequest.parse(JSON.parse(body)).answers;
    response.writeHead(204).end();
  }
  function start(body: string, response: ServerResponse): void {
    const asked = conversationStart.parse(JSON.parse(body));
    const again = asked.token === token;
    if (!again) begin(asked.token, asked.offer !== null);
    if (asked.context !== null) relay.started.push(asked.context);
    reply(response, again ? 200 : 201, { conversation: CONVERSATION });
  }
  function promise(body: string, response: ServerResponse): void {
    const asked = contactRequest.parse(JSON.parse(body));
    relay.requests.push(asked);
    if (relay.objection === 'down') reply(response, 503, {});
    else if (relay.objection !== null) reply(response, 400, { field: relay.objection });
    else reply(response, 201, { id: asked.id, promisedBy: MOMENTS.promisedBy });
  }
  function begin(newToken: string, offered: boolean): void {
    token = newToken;
    operator = null;
    status = 'waiting';
    relay.log = [];
    relay.log.push(stamp({ kind: 'opened', offered }));
  }

  http.on('upgrade', (request, socket, head) => {
    if (relay.shut) socket.destroy();
    else upgrades.handleUpgrade(request, socket, head, (opened) => serveSocket(opened));
  });
  function serveSocket(socket: WebSocket): void {
    socket.on('message', (data) => receive(socket, visitorFrame.parse(JSON.parse(String(data)))));
    socket.on('close', () => sockets.delete(socket));
  }
  function receive(socket: WebSocket, frame: VisitorFrame): void {
    relay.frames.push(frame);
    if (frame.type === 'hello') welcome(socket, frame);
    else if (frame.type === 'probe') tell(socket, { type: 'heartbeat', t: clock() });
    else if (frame.type === 'pull') tell(socket, page(frame.after));
    else if (frame.type === 'end') relay.add({ kind: 'closed', by: 'visitor' });
    else if (frame.type === 'send' && !relay.deaf) store(socket, frame);
  }
  function page(after: number): ToVisitorFrame {
    const events = relay.log.slice(after, after + LIMITS.pageOfEvents);
    return { type: 'events', events, more: after + events.length < relay.log.length };
  }
  function welcome(socket: WebSocket, hello: Extract<VisitorFrame, { type: 'hello' }>): void {
    if (hello.token !== token) {
      socket.close(CLOSE.tokenInvalid);
      return;
    }
    sockets.set(socket, hello.device);
    tell(socket, {
      type: 'welcome',
      protocol: PROTOCOL_VERSION,
      epoch,
      conversation: CONVERSATION,
      status,
      lastSeq: relay.log.length,
      lastN: devices.lastN.get(hello.device) ?? 0,
      readSeq: 0,
      operator,
      operatorHere: operator !== null,
      serverTime: clock(),
      heartbeatMs: 25_000,
      ...relay.told,
    });
    if (hello.lastSeq < relay.log.length) tell(socket, page(hello.lastSeq));
  }
  function store(socket: WebSocket, { id, n, text }: Extract<VisitorFrame, { type: 'send' }>): void {
    const device = sockets.get(socket) ?? '';
    const known = relay.log.find((event) => event.kind === 'message' && event.id === id);
    devices.lastN.set(device, Math.max(n, devices.lastN.get(device) ?? 0));
    const seq = known?.seq ?? relay.log.length + 1;
    tell(socket, { type: 'ack', id, n, seq, at: clock() });
    if (known === undefined) relay.add({ kind: 'message', id, from: 'visitor', author: null, text });
  }

  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  return relay;
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
