// Thousands of citizens who only sit there: what each costs, and how long until all are back after a kill -9.
import { ClientSocket, encodeText } from './client-socket.ts';
import { type Citizen, helloText, SOCKET_PATH } from './people.ts';

/** L6. */
const BACKOFF_FIRST_MS = 500;
const BACKOFF_MOST_MS = 30_000;
const AT_ONCE = 64;

export class IdleCrowd {
  readonly #port: number;
  readonly #citizens: readonly Citizen[];
  readonly #sockets = new Set<ClientSocket>();
  #here = 0;
  #leaving = false;
  #onBack: () => void = () => {};

  constructor(port: number, citizens: readonly Citizen[]) {
    this.#port = port;
    this.#citizens = citizens;
  }

  get here(): number {
    return this.#here;
  }

  /** One after another, a few at a time: this is not the storm. */
  async come(): Promise<void> {
    let next = 0;
    const work = async () => {
      for (let citizen = this.#citizens[next++]; citizen; citizen = this.#citizens[next++]) {
        await this.#connect(citizen, 0);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /** Resolves when every one of them has been welcomed again. */
  allBack(): Promise<void> {
    return new Promise((resolve) => {
      this.#onBack = () => this.#here === this.#citizens.length && resolve();
      this.#onBack();
    });
  }

  leave(): void {
    this.#leaving = true;
    for (const socket of this.#sockets) socket.end();
  }

  /** Resolves at the welcome. A lost line comes back as the product's client does: full jitter, twice as long each time. */
  #connect(citizen: Citizen, attempt: number): Promise<void> {
    return new Promise((resolve) => {
      let welcomed = false;
      const at = { path: SOCKET_PATH, from: citizen.address };
      const socket = new ClientSocket(this.#port, at, {
        text: () => {
          if (welcomed) return;
          welcomed = true;
          this.#here += 1;
          resolve();
          this.#onBack();
        },
        closed: () => {
          this.#sockets.delete(socket);
          if (welcomed) this.#here -= 1;
          const tries = welcomed ? 0 : attempt + 1;
          const wait = Math.random() * Math.min(BACKOFF_MOST_MS, BACKOFF_FIRST_MS * 2 ** tries);
          if (!this.#leaving) setTimeout(() => this.#connect(citizen, tries).then(resolve), wait);
        },
      });
      this.#sockets.add(socket);
      void socket.opened.then(() => socket.write(encodeText(helloText(citizen.token))));
    });
  }
}
