// The end of a seed: nothing goes wrong any more, and soon everyone must agree (I1 and I5 at rest).
import type { Thread } from '../../operator-console/desk-model.ts';
import type { Desk } from './desk.ts';
import type { Tab } from './tab.ts';
import type { World } from './world.ts';

/** The longest sleep of a step, silence before a line is dropped, a welcome that does not come, and two tries. */
const MOST_REST_MS = 240_000;
const STEP_MS = 1_000;
const LOOK_EVERY_MS = 5_000;

function calm(world: World): void {
  world.diskFullUntil = 0;
  world.rateLimits = 0;
  for (const wire of world.server.lines) {
    wire.congest(false);
    wire.trick = null;
  }
  for (const { place } of [...world.tabs, ...world.desks]) place.offlineUntil = 0;
}

function whatTabLacks(world: World, { page, citizen, label }: Tab): string | null {
  if (page === null) return `${label} has no page`;
  const { line, obstacle, log, outbox, phase, kept } = page.state;
  const stored = world.oracle.find(citizen.key);
  // What it still finds there it gives back, also when there is no conversation any more.
  if (kept === null && obstacle === 'gone') return `${label} has not searched its device`;
  // One restore may lose a conversation, and another bring it back: being told so is final all the same.
  if (obstacle === 'gone' && (stored === null || world.restores > 1)) return null;
  // Over, and off line since: what a restore did to it afterwards is not this page's any more.
  if (phase === 'closed' && log.epoch !== world.disk.epoch) return null;
  if (phase !== 'closed' && line !== 'live') return `${label} is ${line}`;
  if (log.epoch !== world.disk.epoch || log.lastSeq !== stored?.record.state.lastSeq) {
    return `${label} has seq ${log.lastSeq} of ${stored?.record.state.lastSeq}`;
  }
  if (kept === null) return `${label} has not searched its device`;
  const left = outbox.entries.find(({ state }) => state !== 'failed');
  return left === undefined ? null : `${label} still has ${left.text}, ${left.state}`;
}

function whatThreadLacks(world: World, conversation: string, { line, log, outbox }: Thread): string | null {
  if (line === 'gone') return null;
  const lastSeq = world.oracle.find(conversation)?.record.state.lastSeq ?? 0;
  if (line === 'open' && log.lastSeq !== lastSeq) return `seq ${log.lastSeq} of ${lastSeq}`;
  const left = outbox.entries.find(({ state }) => state !== 'failed');
  return left === undefined ? null : `still ${left.text}, ${left.state}, on a line that is ${line}`;
}

function whatDeskLacks(world: World, { page, account }: Desk): string | null {
  const { name, organisation } = account;
  if (page === null) return `${name} has no console`;
  const { link, lists, threads, summaries } = page.state;
  if (link.status !== 'live' || lists !== 'fresh') return `${name} is ${link.status}, lists ${lists}`;
  for (const [id, thread] of threads) {
    const lack = whatThreadLacks(world, id, thread);
    if (lack !== null) return `${name} in ${id.slice(0, 4)}: ${lack}`;
  }
  for (const { record } of world.disk.conversations.values()) {
    const { state } = record;
    if (record.organisation !== organisation || state.status === 'closed') continue;
    const summary = summaries.get(record.id);
    const isRight =
      summary?.assignee?.id === state.assignee?.id &&
      summary?.assignmentEpoch === state.assignmentEpoch &&
      summary?.lastSeq === state.lastSeq;
    if (isRight) continue;
    const found = `${summary?.assignee?.name} ${summary?.assignmentEpoch} ${summary?.lastSeq}`;
    return `${name} lists ${record.id.slice(0, 4)} with ${found}, not ${state.assignee?.name} ${state.assignmentEpoch} ${state.lastSeq}`;
  }
  return null;
}

function whatIsLacking(world: World): string | null {
  if (!world.isServerUp || !world.server.isIdle) return 'the server has work';
  for (const tab of world.tabs) {
    const lack = whatTabLacks(world, tab);
    if (lack !== null) return lack;
  }
  for (const desk of world.desks) {
    const lack = whatDeskLacks(world, desk);
    if (lack !== null) return lack;
  }
  return null;
}

/** What people do when the network is back: they look at their screens, and take a page that was pushed aside into use again. */
function lookAround(world: World, isWoken: boolean): void {
  for (const { page } of world.tabs) {
    if (isWoken) page?.wake();
    if (page?.state.line === 'stopped' && page.state.obstacle === 'elsewhere')
      page.dispatch({ kind: 'retry' });
  }
  if (isWoken) for (const { page } of world.desks) page?.link.wake();
}

/** Woken: everyone looks at their screen again. Else the clients' own clocks must find out. */
export async function rest(world: World, isWoken: boolean): Promise<void> {
  const { oracle, tabs, desks } = world;
  world.note('from here on nothing goes wrong');
  calm(world);
  if (isWoken) for (const { place } of [...tabs, ...desks]) place.host.thaw();
  let lack = whatIsLacking(world);
  for (let passed = 0; lack !== null && passed < MOST_REST_MS; passed += STEP_MS) {
    if (passed % LOOK_EVERY_MS === 0) lookAround(world, isWoken);
    await world.pass(STEP_MS);
    if (oracle.violation !== null) return;
    lack = whatIsLacking(world);
  }
  if (lack !== null) oracle.fail('I5', `at rest, after ${MOST_REST_MS / 1_000} s: ${lack}`);
  oracle.checkFates();
}
