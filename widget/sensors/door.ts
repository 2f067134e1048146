// The one guarded door to the page: every listener and timer passes here, so nothing throws into the page and one stop removes it all.
type Events = Omit<DocumentEventMap, 'input'> &
  Pick<WindowEventMap, 'pagehide'> & {
    /** What a script sends has no kind. */
    input: Event & Partial<Pick<InputEvent, 'inputType'>>;
  };

export interface Door {
  signal: AbortSignal;
  guard<A extends unknown[]>(run: (...args: A) => unknown): (...args: A) => void;
  listen<K extends keyof Events>(
    names: K | K[],
    run: (event: Events[K]) => unknown,
    target?: EventTarget | null,
  ): void;
  later(ms: number, run: () => unknown): void;
  stop(): void;
}

export function createDoor(report: (error: unknown) => void): Door {
  const life = new AbortController();
  const { signal } = life;
  // Not async: a promise for each key costs as much as what is done with the key. Not `instanceof Promise`: a page may put one of its own in that place.
  const guard: Door['guard'] =
    (run) =>
    (...args) => {
      try {
        const running = signal.aborted || run(...args);
        if (running instanceof Object) Promise.resolve(running).catch(report);
      } catch (error) {
        report(error);
      }
    };
  return {
    signal,
    guard,
    listen(names, run, target = document) {
      // The platform's own types only tie a name to its event per target, not for a target in general.
      for (const name of [names].flat())
        target?.addEventListener(name, guard(run) as EventListener, {
          capture: true,
          passive: true,
          signal,
        });
    },
    later: (ms, run) => setTimeout(guard(run), ms),
    stop: () => life.abort(),
  };
}
