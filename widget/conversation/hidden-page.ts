// A page that nobody looks at: what must be kept is kept at once, and after half an hour it rests until someone looks again.

/** A phone in a pocket, a forgotten tab: the operator should not see someone who is not there. */
const REST_AFTER_MS = 30 * 60_000;

export interface HiddenPage {
  /** The browser may end a hidden page without another word. */
  hidden(): void;
  /** False: not now, there is something to do. */
  rest(): boolean;
  wake(): void;
}

export function watchHiddenPage(
  page: HiddenPage,
  after: (ms: number, run: () => void) => () => void,
  signal: AbortSignal,
): void {
  let cancel = (): void => undefined;
  let isResting = false;
  function turn(): void {
    cancel();
    if (document.visibilityState === 'hidden') {
      page.hidden();
      cancel = after(REST_AFTER_MS, () => {
        isResting = page.rest();
      });
    } else if (isResting) {
      isResting = false;
      page.wake();
    }
  }
  document.addEventListener('visibilitychange', turn, { signal });
  signal.addEventListener('abort', () => cancel());
}
