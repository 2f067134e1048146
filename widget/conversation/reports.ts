// What the citizen's side tells the server besides messages: of the page and its form, the language, and what was told before the first word.
import type { ToVisitorFrame, VisitorFrame } from '#protocol';
import { type ContextReport, createContextReport } from './context-report.ts';
import type { ConversationOptions } from './conversation-options.ts';
import type { FormEnd } from './conversation-state.ts';
import type { DeviceMemory } from './device-memory.ts';
import { createFormSession } from './form-session.ts';
import { createReport } from './report.ts';
import type { Surroundings } from './surroundings.ts';
import { createTypingSignal, type TypingSignal } from './typing-signal.ts';
import { watchRequests } from './watch-requests.ts';

export interface ReportsOptions {
  server: ConversationOptions['server'];
  readContext: ConversationOptions['readContext'];
  surroundings: Surroundings;
  memory: DeviceMemory;
  /** The first word was written: what was told before it goes along, and no sooner. */
  hasSpoken(): boolean;
  send(frame: VisitorFrame): boolean;
  formEnds(end: FormEnd | null): void;
}

export class Reports {
  readonly context: ContextReport;
  readonly typing: TypingSignal;
  readonly #options: ReportsOptions;
  readonly #language;
  readonly #introduction;
  readonly #formSession;
  #formEnd: FormEnd | null = null;
  /** Undefined: the server has not told that it wants to know (Y1), or may know something else. */
  #toldEnd: number | null | undefined;

  constructor(options: ReportsOptions) {
    const { surroundings, server, memory, readContext, hasSpoken, send, formEnds } = options;
    this.#options = options;
    this.context = createContextReport(
      surroundings,
      readContext,
      () => memory.session.hidesPage,
      (context) => send({ type: 'context', context }),
    );
    this.typing = createTypingSignal(surroundings, (on) => send({ type: 'typing', on }));
    this.#language = createReport(
      () => memory.language,
      (language) => send({ type: 'language', language }),
    );
    this.#introduction = createReport(
      () => (hasSpoken() ? memory.session.introduction : null),
      (introduction) => send({ type: 'introduction', introduction }),
    );
    this.#formSession = createFormSession({
      after: surroundings.after,
      wallClock: Date.now,
      watchRequests: (heard, origins) => watchRequests(heard, origins, server),
      noted: (end) => {
        this.#formEnd = end;
        this.#tellFormEnd();
        formEnds(end);
      },
    });
  }

  heard({ language, introduction, formSession }: Extract<ToVisitorFrame, { type: 'welcome' }>): void {
    this.context.flush();
    this.#language.heard(language);
    this.#introduction.heard(introduction);
    this.#toldEnd = undefined;
    if (formSession !== undefined) {
      this.#formSession.heard(formSession);
      this.#tellFormEnd();
    }
  }

  /** The citizen chose or told something else. */
  changed(): void {
    this.context.flush();
    this.#language.changed();
    this.#introduction.changed();
    if (this.#toldEnd !== undefined) this.#tellFormEnd();
  }

  stop(): void {
    this.typing.stopped();
    this.#formSession.stop();
    this.#formEnd = null;
  }

  /** Of the page, so not when the citizen does not share it (T6). */
  #tellFormEnd(): void {
    const { memory, send } = this.#options;
    const endsAt = memory.session.hidesPage ? null : (this.#formEnd?.endsAt ?? null);
    if (endsAt === this.#toldEnd) return;
    const endsIn = endsAt === null ? null : Math.max(0, Math.round(endsAt - Date.now()));
    if (send({ type: 'form-session', endsIn })) this.#toldEnd = endsAt;
  }
}
