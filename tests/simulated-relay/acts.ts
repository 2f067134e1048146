// What people do: citizens write, move through the form and leave; operators take, answer, hand back and look away.
import type { Chance } from '../simulation/chance.ts';
import type { Desk } from './desk.ts';
import type { Tab } from './tab.ts';
import type { World } from './world.ts';

export type Act = (world: World, chance: Chance) => void;

const MOST_TABS = 3;

function withTab(run: (tab: Tab, world: World, chance: Chance) => void): Act {
  return (world, chance) => {
    const tab = chance.pick(world.tabs);
    if (tab.isUsable) run(tab, world, chance);
  };
}

function withDesk(run: (desk: Desk, world: World, chance: Chance) => void): Act {
  return (world, chance) => {
    const desk = chance.pick(world.desks);
    if (desk.isUsable) run(desk, world, chance);
  };
}

function askAbout(
  action: 'take' | 'release' | 'finish',
  isMeant: (status: string, isMine: boolean) => boolean,
): Act {
  return withDesk((desk, _, chance) => {
    const { summaries = new Map(), operator = null } = desk.page?.state ?? {};
    const meant = [...summaries.values()].filter((one) =>
      isMeant(one.status, one.assignee?.id === operator?.id),
    );
    if (meant.length > 0) desk.page?.link.act({ type: 'ask', action, conversation: chance.pick(meant).id });
  });
}

export const ACTS = {
  wait: () => undefined,
  write: withTab((tab) => tab.write()),
  /** More than the window of 16. */
  'write-many': withTab((tab, _, chance) => {
    for (let left = chance.whole(5, 25); left > 0; left -= 1) tab.write();
  }),
  'read-all': withTab((tab) => tab.page?.dispatch({ kind: 'seen' })),
  'load-page': withTab((tab, _, chance) => tab.load(chance.between(20, 1_500))),
  'sleep-page': withTab((tab, _, chance) => tab.sleep(chance.between(100, 20_000))),
  'wake-page': withTab((tab) => tab.page?.wake()),
  'open-tab': withTab((tab, world) => {
    if (world.tabs.filter(({ citizen }) => citizen === tab.citizen).length < MOST_TABS)
      world.addTab(tab.citizen, tab);
  }),
  'close-tab': withTab((tab, world) => {
    if (world.tabs.filter(({ citizen }) => citizen === tab.citizen).length < 2) return;
    tab.close();
    world.tabs = world.tabs.filter((other) => other !== tab);
  }),
  'end-conversation': withTab((tab) => tab.page?.dispatch({ kind: 'end' })),
  take: askAbout('take', (status) => status === 'waiting'),
  'take-anything': askAbout('take', () => true),
  /** Every operator who sees it reaches for the same conversation. */
  race: (world, chance) => {
    const conversation = [...world.disk.conversations.values()].at(chance.whole(0, 2))?.record.id;
    if (conversation === undefined) return;
    for (const { page } of world.desks) page?.link.act({ type: 'ask', action: 'take', conversation });
  },
  release: askAbout('release', (_, isMine) => isMine),
  finish: askAbout('finish', (_, isMine) => isMine),
  reply: withDesk((desk, _, chance) => {
    const { summaries = new Map(), operator = null } = desk.page?.state ?? {};
    const mine = [...summaries.values()].filter((one) => one.assignee?.id === operator?.id);
    if (mine.length > 0) desk.write(chance.pick(mine).id);
  }),
  /** Of another organisation too: the address of the console can name anything. */
  select: withDesk((desk, world, chance) => {
    const all = [...world.disk.conversations.values()].map(({ record }) => record.id);
    if (all.length > 0) desk.page?.link.act({ type: 'select', conversation: chance.pick(all) });
  }),
  'choose-status': withDesk((desk, _, chance) => {
    desk.page?.link.act({ type: 'status', status: chance.pick(['available', 'away', 'absent']) });
  }),
  'reload-console': withDesk((desk, _, chance) => desk.load(chance.between(200, 3_000))),
  'leave-console': withDesk((desk, _, chance) => desk.load(chance.between(10_000, 60_000))),
  'wake-console': withDesk((desk) => desk.page?.link.wake()),
} satisfies Record<string, Act>;
