// Listens in on every frame: who may see what (I8), and how far each line was served (R2).
import type { Oracle } from './oracle.ts';
import type { Direction, Wire } from './virtual-wire.ts';

interface Frame {
  type: string;
  conversation?: string;
  lastSeq?: number;
  epoch?: string | null;
  events?: readonly { seq: number; id?: string }[];
  conversations?: readonly { id: string }[];
}

/** How far one line was served, by conversation. */
interface Service {
  epoch: string | null;
  /** Of a citizen's line. */
  own: string | null;
  hello: Frame | null;
  servedTo: Map<string, number>;
  /** What an operator asked and got no answer to yet: what is served meanwhile proves nothing. */
  asked: Map<string, Frame[]>;
}

const TOLD = /^\{"type":"(hello|follow|unfollow|welcome|followed|events|desk|refused)"/;
/** The most frequent frame by far: only its id matters. */
const SUMMARY = '{"type":"summary","summary":{"id":"';
const ID_CHARS = 22;

export class WireTap {
  readonly #oracle: Oracle;
  readonly #services = new WeakMap<Wire, Service>();

  constructor(oracle: Oracle) {
    this.#oracle = oracle;
  }

  heard(wire: Wire, direction: Direction, data: string): void {
    if (data.startsWith(SUMMARY)) {
      this.#checkOperator(wire, 'summary', data.slice(SUMMARY.length, SUMMARY.length + ID_CHARS));
      return;
    }
    if (!TOLD.test(data)) return;
    const frame: Frame = JSON.parse(data);
    const service = this.#services.get(wire) ?? {
      epoch: null,
      own: null,
      hello: null,
      servedTo: new Map(),
      asked: new Map(),
    };
    this.#services.set(wire, service);
    if (direction === 'up') this.#heardUp(service, frame);
    else {
      this.#heardDown(service, frame);
      this.#checkPrivacy(wire, service, frame);
    }
  }

  /** R2: while the server has nothing to do, every line that keeps up was served the whole log. */
  checkServed(lines: readonly Wire[]): void {
    for (const wire of lines) {
      const service = this.#services.get(wire);
      if (service === undefined || wire.isBehind || wire.socket.readyState !== wire.socket.OPEN) continue;
      for (const [conversation, seq] of service.servedTo) {
        if ((service.asked.get(conversation)?.length ?? 0) > 0) continue;
        const lastSeq = this.#oracle.find(conversation)?.record.state.lastSeq ?? seq;
        if (seq === lastSeq) continue;
        this.#oracle.fail('I5', `the server rests, and ${wire.label} was served ${seq} of ${lastSeq}`);
      }
    }
  }

  #heardUp(service: Service, frame: Frame): void {
    const { type, conversation = '' } = frame;
    if (type === 'hello') service.hello = frame;
    else service.asked.set(conversation, [...(service.asked.get(conversation) ?? []), frame]);
  }

  #heardDown(service: Service, frame: Frame): void {
    const { type, conversation = service.own ?? '', events, lastSeq = 0 } = frame;
    if (type === 'welcome') {
      service.epoch = frame.epoch ?? null;
      if (frame.conversation === undefined) return;
      service.own = conversation;
      service.servedTo.set(conversation, this.#begin(service, service.hello, lastSeq));
    } else if (type === 'followed') {
      service.servedTo.set(
        conversation,
        this.#begin(service, this.#answered(service, conversation), lastSeq),
      );
    } else if (type === 'refused') {
      if (this.#oracle.find(conversation) === null) this.#answered(service, conversation);
    } else if (type === 'events') service.servedTo.set(conversation, events?.at(-1)?.seq ?? 0);
  }

  /** From where the server serves, by R2 and R5. */
  #begin(service: Service, asked: Frame | null, lastSeq: number): number {
    const { epoch = null, lastSeq: known = 0 } = asked ?? {};
    return (epoch === null || epoch === service.epoch) && known <= lastSeq ? known : 0;
  }

  #answered(service: Service, conversation: string): Frame | null {
    const asked = service.asked.get(conversation) ?? [];
    const first = asked.findIndex(({ type }) => type === 'follow');
    service.asked.set(conversation, asked.slice(first + 1));
    return asked[first] ?? null;
  }

  /** I8: nothing of another organisation, and to a citizen nothing of another conversation. */
  #checkPrivacy(wire: Wire, service: Service, frame: Frame): void {
    const { type, conversations = [], conversation = '', events = [] } = frame;
    if (wire.who.kind === 'visitor') {
      for (const { id = '' } of events) this.#checkVisitor(wire, service, id);
      return;
    }
    for (const { id } of conversations) this.#checkOperator(wire, type, id);
    if (type === 'events' || type === 'followed') this.#checkOperator(wire, type, conversation);
  }

  #checkVisitor({ label }: Wire, { own }: Service, message: string): void {
    const writing = this.#oracle.writings.get(message);
    const belongs = writing && this.#oracle.find(writing.conversation)?.record.id;
    if (belongs === undefined || belongs === own) return;
    this.#oracle.fail('I8', `${label} got ${writing?.text} of another conversation`);
  }

  #checkOperator({ who, label }: Wire, type: string, conversation: string): void {
    const organisation = this.#oracle.find(conversation)?.record.organisation;
    if (organisation === undefined || who.kind === 'visitor' || organisation === who.account.organisation)
      return;
    this.#oracle.fail('I8', `${label} got "${type}" of another organisation`);
  }
}
