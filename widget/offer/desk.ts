// The offer desk: fetched when there is something to do. Thinks about what happened, makes the offer, opens the chat.
import type { Observation } from '#protocol';
import * as en from '../i18n/en.ts';
import * as nl from '../i18n/nl.ts';
import type { PanelHandle } from '../panel/panel-host.ts';
import { createInterpreter } from '../sensors/interpret.ts';
import { wearTheme } from '../theme/theme.ts';
import { createCard } from './card.ts';
import { describePage, nameStep, placeInForm } from './context.ts';
import type { Desk, DeskHost } from './desk-host.ts';
import { BEAT, runOffer } from './offer-run.ts';
import { createRelay } from './relay.ts';

const loadPanel = () => import('../panel/panel.tsx');

export function startDesk(host: DeskHost): Desk {
  const { tag, door, page, floats, announce } = host;
  const texts = (tag.language === 'en' ? en : nl).offer;
  const relay = createRelay(tag.server, tag.siteId);
  let panel: PanelHandle | undefined;
  let announced = '';
  let last: string | undefined;
  let accepted: string | null = null;

  const context = () => describePage(page, { announced, last, reasons: offer.assessment().reasons });

  const open = async (held = accepted) => {
    accepted = held;
    const { openPanel } = await loadPanel();
    wearTheme(floats.host, page.region);
    if (panel) panel.open();
    else
      panel = openPanel({
        root: floats.root,
        site: host.site,
        server: tag.server,
        siteId: tag.siteId,
        language: tag.language,
        context,
        get offer() {
          return accepted;
        },
        emit(name, detail) {
          if (name === 'opened') offer.say('chat-opened');
          announce(name, detail);
        },
        closed() {
          offer.say('chat-closed');
          host.setButton(true);
          floats.button.focus();
        },
        refreshSite: relay.site,
      });
    host.setButton(!panel.state().open);
  };

  const offer = runOffer({
    door,
    relay,
    roots: () => page.roots,
    hasForm: () => page.fields.length > 0,
    mayOffer: () => host.mode === 'proactive',
    request() {
      const { form, step } = nameStep(page, announced);
      return { form, step: step?.name ?? null };
    },
    show() {
      wearTheme(floats.host, page.region);
      return card.show(texts.stuck.replace('{place}', placeInForm(nameStep(page, announced), texts.step)));
    },
    hide: () => card.hide(),
    rememberDeclined: () => sessionStorage.setItem(`vangnet:${tag.siteId}:declined`, '1'),
    openChat: (held) => void open(held).catch(host.fail),
    announce,
  });

  const card = createCard({
    door,
    page,
    floats,
    texts,
    accept: () => offer.say('accept'),
    decline: () => offer.say('decline'),
    dismiss: () => offer.say('suppress'),
    prepare: door.guard(loadPanel),
  });

  const interpreter = createInterpreter((seen: Observation) => offer.detector.observe(seen));
  const take: Desk['take'] = (happened) => {
    interpreter.take(happened);
    if (happened.type === 'fields') announced = happened.name;
    if (happened.type === 'focus') last = happened.field;
  };

  // The past in its own time: the detector thinks once a second.
  let thoughtAt = 0;
  for (const happened of host.past) {
    for (; thoughtAt + BEAT < happened.t; thoughtAt += BEAT) {
      interpreter.pass(thoughtAt + BEAT);
      offer.detector.assess(thoughtAt + BEAT);
    }
    take(happened);
  }

  const beat = setInterval(
    door.guard(() => {
      const t = performance.now();
      interpreter.pass(t);
      offer.tick(t);
    }),
    BEAT,
  );
  door.signal.addEventListener('abort', () => clearInterval(beat));
  door.listen('pagehide', () => offer.say('leave'), window);
  const quiet = host.quiet();
  if (quiet) offer.say(quiet === 'declined' ? 'declined-before' : 'suppress');

  const state: Desk['state'] = () => {
    const { score, threshold, reasons } = offer.assessment();
    return { mode: host.mode, status: offer.status(), score, threshold, reasons, gates: offer.gates() };
  };

  return {
    take,
    say: offer.say,
    open: () => open(),
    close: () => panel?.close(),
    async inspect() {
      const { mountInspector } = await import('../inspector/inspector.ts');
      mountInspector({ root: floats.root, signal: door.signal, language: tag.language, state });
    },
    state,
    settle() {
      card.settle();
      panel?.contextChanged();
    },
    destroy() {
      card.destroy();
      panel?.destroy();
    },
  };
}
