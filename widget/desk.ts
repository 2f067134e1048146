// The offer desk: fetched when there is something to do. Thinks about what happened, makes the offer, opens the chat.
import { announce } from './announce.ts';
import { createChat } from './chat.ts';
import { placeInForm } from './context.ts';
import type { Desk, DeskHost } from './desk-host.ts';
import type { Detector } from './detector/detector.ts';
import { THRESHOLDS } from './detector/weights.ts';
import { type Card, createCard } from './offer/card.ts';
import { createNudge } from './offer/nudge.ts';
import { BEAT, type OfferRun, runOffer } from './offer/offer-run.ts';
import { askProfile, USUAL } from './offer/profile.ts';
import { createRelay, type Relay } from './offer/relay.ts';
import type { Mode, OfferReport } from './offer/report.ts';
import type { Door } from './sensors/door.ts';
import type { Happened } from './sensors/happening.ts';
import { createInterpreter, type Interpreter } from './sensors/interpret.ts';
import { labelOf } from './sensors/label.ts';
import { watchReading } from './sensors/reading.ts';
import { findAll, findFocus, isShown } from './sensors/tree.ts';
import { createSnapshot, type Snapshot } from './snapshot.ts';
import { wearTheme } from './theme/theme.ts';

/** From the card on, in ms: time to come on the screen, and long before anybody has read it and says yes. */
const READY_AFTER = 300;
const SUMMARY = '[role=alert],[class*=error-summary],[class*=errorsummary i]';
const MODAL = ':modal,[aria-modal=true]';

/** The past in its own time: the detector thinks once a second. */
function replay(
  past: readonly Happened[],
  take: (happened: Happened) => void,
  think: (t: number) => void,
): void {
  let thoughtAt = 0;
  for (const happened of past) {
    for (; thoughtAt + BEAT < happened.t; thoughtAt += BEAT) think(thoughtAt + BEAT);
    take(happened);
  }
}

function everyBeat({ guard, signal }: Door, act: (t: number) => void): void {
  const beat = setInterval(
    guard(() => act(performance.now())),
    BEAT,
  );
  signal.addEventListener('abort', () => clearInterval(beat));
}

/** Takes in what happens. Until it may begin to think, the memory keeps it. */
function createEars({ door, memory }: DeskHost['widget'], tick: OfferRun['tick']) {
  const heard: { announced: string; last: string | undefined } = { announced: '', last: undefined };
  const note = (happened: Happened) => {
    if (happened.type === 'fields') heard.announced = happened.name;
    if (happened.type === 'focus') heard.last = happened.field;
  };
  let interpreter: Interpreter | undefined;
  for (const happened of memory.past) note(happened);
  return {
    heard: () => heard,
    take(happened: Happened) {
      note(happened);
      interpreter?.take(happened);
    },
    /** From the past on, once a second. */
    begin({ observe, assess }: Detector) {
      const mind = createInterpreter(observe);
      replay(memory.past, mind.take, (t) => {
        mind.pass(t);
        assess(t);
      });
      everyBeat(door, (t) => {
        mind.pass(t);
        tick(t);
      });
      interpreter = mind;
    },
  };
}

interface Thinking {
  relay: Relay;
  ears: ReturnType<typeof createEars>;
  offer: OfferRun;
  place: Snapshot['place'];
}

/** Begins to judge once it is known what the form is set to. */
async function think({ page, widget }: DeskHost, { relay, ears, offer, place }: Thinking): Promise<void> {
  const { door, mode, quiet } = widget;
  // Half a page may be named otherwise.
  await waitForPage();
  const { form } = place();
  const profile = mode === 'proactive' && !quiet ? await askProfile(relay, door.later, form) : USUAL;
  if (door.signal.aborted) return;
  ears.begin(offer.begin(profile));
  watchReading(door, page, (seen) => ears.take({ t: performance.now(), ...seen }));
}

async function inspect({ page, floats, widget, words }: DeskHost, offer: OfferRun, state: Desk['state']) {
  const { mountInspector } = await import('./inspector/inspector.ts');
  const { door } = widget;
  wearTheme(floats, page.region);
  await mountInspector({
    root: floats.root,
    door,
    language: words.element.lang,
    state,
    assessment: offer.assessment,
    thresholds: THRESHOLDS,
    page,
    nameOf: (id) => page.fields.filter(({ field }) => field === id).map(labelOf)[0] || id,
    focus: findFocus,
  });
}

function reportOffer(mode: Mode, offer: OfferRun): OfferReport {
  const { score, threshold, reasons } = offer.assessment();
  return { mode, status: offer.status(), score, threshold, reasons, gates: offer.gates() };
}

function makeCard(host: DeskHost, say: OfferRun['say']): Card {
  const { page, floats, widget } = host;
  return createCard({
    listen: widget.door.listen,
    summaries: () => findAll(page.roots, SUMMARY).filter((at) => isShown(at) && /\S/.test(at.textContent)),
    question: () => page.fieldAt(findFocus())?.box,
    floats,
    texts: () => host.words.offer,
    accept: () => say('accept'),
    decline: () => say('decline'),
    dismiss: () => say('suppress'),
  });
}

/** Until the page is there, to its end. */
const waitForPage = () =>
  document.readyState === 'loading' &&
  new Promise((there) => document.addEventListener('readystatechange', there, { once: true }));

export async function startDesk(host: DeskHost): Promise<Desk> {
  // There is nothing to open on.
  if (!document.body) await waitForPage();
  // Taken away meanwhile: nobody has a desk any more.
  return host.widget.door.signal.aborted ? new Promise(() => undefined) : setUp(host);
}

function setUp(host: DeskHost): Desk {
  const { page, floats, widget } = host;
  const { tag, door } = widget;
  page.lookOnce();
  const texts = () => host.words.offer;
  const relay = createRelay(tag.server, tag.siteId);
  const snapshot = createSnapshot({
    page,
    heard: () => ears.heard(),
    reasons: () => offer.assessment().reasons,
  });
  const { place } = snapshot;
  const chat = createChat({ host, relay, context: snapshot.context, say: (word) => offer.say(word) });
  const card = makeCard(host, (word) => {
    // Before anything is drawn for it: to name the page lays it out.
    snapshot.context();
    offer.say(word);
  });
  const nudge = createNudge({ ...door, floats, setButton: host.setButton, text: () => texts().nudge });
  const offer = runOffer({
    guard: door.guard,
    hasDialog: () => findAll(page.roots, MODAL).some(isShown),
    relay,
    hasForm: () => page.fields.length > 0,
    mayOffer: () => widget.mode === 'proactive',
    request() {
      const { form, step } = place();
      return { form, step: step?.name ?? null };
    },
    show() {
      wearTheme(floats, page.region);
      const isSeen = card.show(texts().stuck.replace('{place}', placeInForm(place(), texts().step)));
      if (isSeen) door.later(READY_AFTER, chat.prepare);
      return isSeen;
    },
    hide: card.hide,
    nudge() {
      wearTheme(floats, page.region);
      return nudge();
    },
    rememberDeclined: () => sessionStorage.setItem(`vangnet:${tag.siteId}:declined`, '1'),
    openChat: (held) => void chat.open(held).catch(host.fail),
    announce,
  });

  const ears = createEars(widget, offer.tick);
  door.guard(think)(host, { relay, ears, offer, place });
  door.listen('pagehide', () => offer.say('leave'), window);
  if (widget.quiet) offer.say(widget.quiet === 'declined' ? 'declined-before' : 'suppress');

  const state = () => reportOffer(widget.mode, offer);
  return {
    take: ears.take,
    state,
    say: offer.say,
    open: (resume) => chat.open(null, resume),
    close: () => chat.panel()?.close(),
    inspect: () => inspect(host, offer, state),
    settle() {
      snapshot.drop();
      card.settle();
      chat.panel()?.contextChanged();
    },
    destroy() {
      card.destroy();
      chat.panel()?.destroy();
    },
  };
}
