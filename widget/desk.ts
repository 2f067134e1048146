// The offer desk: fetched when there is something to do. Thinks about what happened, makes the offer, opens the chat.
import { announce } from './announce.ts';
import { createChat } from './chat.ts';
import { describePage, nameStep, placeInForm } from './context.ts';
import type { Desk, DeskHost } from './desk-host.ts';
import { THRESHOLDS } from './detector/weights.ts';
import * as en from './i18n/en.ts';
import * as nl from './i18n/nl.ts';
import { createCard } from './offer/card.ts';
import { BEAT, type OfferRun, runOffer } from './offer/offer-run.ts';
import { createRelay } from './offer/relay.ts';
import type { Door } from './sensors/door.ts';
import type { Happened } from './sensors/happening.ts';
import { createInterpreter } from './sensors/interpret.ts';
import { labelOf } from './sensors/label.ts';
import { watchReading } from './sensors/reading.ts';
import { findAll, findFocus, isShown } from './sensors/tree.ts';
import { wearTheme } from './theme/theme.ts';

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

/** Takes in what happens, from the past on, and lets the offer think about it once a second. */
function createEars({ door, memory }: DeskHost['widget'], offer: OfferRun) {
  const interpreter = createInterpreter(offer.detector.observe);
  const heard: { announced: string; last: string | undefined } = { announced: '', last: undefined };
  const take: Desk['take'] = (happened) => {
    interpreter.take(happened);
    if (happened.type === 'fields') heard.announced = happened.name;
    if (happened.type === 'focus') heard.last = happened.field;
  };
  replay(memory.past, take, (t) => {
    interpreter.pass(t);
    offer.detector.assess(t);
  });
  everyBeat(door, (t) => {
    interpreter.pass(t);
    offer.tick(t);
  });
  return { take, heard: () => heard };
}

async function inspect({ page, floats, widget }: DeskHost, offer: OfferRun, state: Desk['state']) {
  const { mountInspector } = await import('./inspector/inspector.ts');
  const { tag, door } = widget;
  wearTheme(floats.host, page.region);
  await mountInspector({
    root: floats.root,
    door,
    language: tag.language,
    state,
    assessment: offer.assessment,
    thresholds: THRESHOLDS,
    page,
    nameOf: (id) => page.fields.filter(({ field }) => field === id).map(labelOf)[0] || id,
    focus: findFocus,
  });
}

export function startDesk(host: DeskHost): Desk {
  const { page, floats, widget } = host;
  const { tag, door } = widget;
  const texts = tag.language === 'en' ? en.offer : nl.offer;
  const relay = createRelay(tag.server, tag.siteId);
  const context = () => describePage(page, { ...ears.heard(), reasons: offer.assessment().reasons });
  const chat = createChat({ host, relay, context, say: (word) => offer.say(word) });
  const card = createCard({
    listen: door.listen,
    summaries: () => findAll(page.roots, SUMMARY).filter((at) => isShown(at) && /\S/.test(at.textContent)),
    question: () => page.fieldAt(findFocus())?.box,
    floats,
    texts,
    accept: () => offer.say('accept'),
    decline: () => offer.say('decline'),
    dismiss: () => offer.say('suppress'),
    prepare: door.guard(chat.prepare),
  });
  const offer = runOffer({
    guard: door.guard,
    hasDialog: () => findAll(page.roots, MODAL).some(isShown),
    relay,
    hasForm: () => page.fields.length > 0,
    mayOffer: () => widget.mode === 'proactive',
    request() {
      const { form, step } = nameStep(page, ears.heard().announced);
      return { form, step: step?.name ?? null };
    },
    show() {
      wearTheme(floats.host, page.region);
      return card.show(
        texts.stuck.replace('{place}', placeInForm(nameStep(page, ears.heard().announced), texts.step)),
      );
    },
    hide: card.hide,
    rememberDeclined: () => sessionStorage.setItem(`vangnet:${tag.siteId}:declined`, '1'),
    openChat: (held) => void chat.open(held).catch(host.fail),
    announce,
  });

  const ears = createEars(widget, offer);
  watchReading(door, page, (seen) => ears.take({ t: performance.now(), ...seen }));
  door.listen('pagehide', () => offer.say('leave'), window);
  if (widget.quiet) offer.say(widget.quiet === 'declined' ? 'declined-before' : 'suppress');

  const state: Desk['state'] = () => {
    const { score, threshold, reasons } = offer.assessment();
    return { mode: widget.mode, status: offer.status(), score, threshold, reasons, gates: offer.gates() };
  };
  return {
    take: ears.take,
    state,
    say: offer.say,
    open: (resume) => chat.open(null, resume),
    close: () => chat.panel()?.close(),
    inspect: () => inspect(host, offer, state),
    settle() {
      card.settle();
      chat.panel()?.contextChanged();
    },
    destroy() {
      card.destroy();
      chat.panel()?.destroy();
    },
  };
}
