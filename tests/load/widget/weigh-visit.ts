// What one visit costs: a page that is only looked at and typed in, or one that goes through a whole conversation.
import type { AnsweringDesk, Talk } from './answering-desk.ts';
import { TYPED_FIELD } from './form-page.ts';
import { startScriptTrace } from './script-trace.ts';
import type { Case, Stage } from './stage.ts';
import { pause, startVisit, type Visit } from './visit.ts';
import type { LongFrame } from './watch-page.ts';

/** Of the processor: a cheap telephone. */
export const THROTTLE = Number(process.env['BENCH_THROTTLE'] ?? 4);
export const KEYS = 100;
export const MESSAGES = 20;
const QUESTIONS = 10;
const REST_MS = 3_000;
/** From the last answer to a page at rest: marks of what was read go round once more. */
const SETTLE_MS = 1_500;

export interface Load {
  scriptMs: number;
  allScriptMs: number;
  taskMs: number;
  heapMb: number;
  /** Before the citizen acts, as the next one. */
  elementsAtRest: number;
  requestsAtRest: number;
  scriptMsPerKey: number;
  taskMsPerKey: number;
  frames: LongFrame[];
  requests: readonly string[];
}

export async function weighLoad({ browser, pages }: Stage, name: Case): Promise<Load> {
  const trace = await startScriptTrace(browser);
  const visit = await startVisit(browser, { url: pages[name], throttle: THROTTLE, restMs: REST_MS });
  const { scriptMs, taskMs } = await visit.clocks();
  const allScriptMs = await trace.stop();
  const { frames } = await visit.watched();
  const heapMb = await visit.heapMb();
  const elementsAtRest = Number(await visit.look('document.querySelectorAll("*:not(script)").length'));
  const requestsAtRest = visit.requests.length - 1;
  await visit.focus(TYPED_FIELD);
  const before = await visit.clocks();
  await visit.type(KEYS);
  const after = await visit.clocks();
  await visit.close();
  return {
    scriptMs,
    allScriptMs,
    taskMs,
    heapMb,
    elementsAtRest,
    requestsAtRest,
    scriptMsPerKey: (after.scriptMs - before.scriptMs) / KEYS,
    taskMsPerKey: (after.taskMs - before.taskMs) / KEYS,
    frames,
    requests: visit.requests,
  };
}

export interface Talked {
  /** From the accepted offer to the panel with all messages, sent by the operator as quickly as they go. */
  panelScriptMs: number;
  allPanelScriptMs: number;
  /** One question, typed at once, and its answer: for each. */
  exchangeScriptMs: number;
  /** From the first byte of the page. */
  scriptMs: number;
  heapMb: number;
  shifts: number;
  excusedShifts: number;
  frames: LongFrame[];
  requests: readonly string[];
  sockets: readonly string[];
}

const ROOT = `document.querySelector('vangnet-widget').shadowRoot`;
const BOX = `${ROOT}.querySelector('textarea')`;

export async function weighTalk({ browser, pages }: Stage, desk: AnsweringDesk): Promise<Talked> {
  const visit = await startVisit(browser, { url: pages.ours, throttle: THROTTLE, restMs: REST_MS });
  await visit.look('vangnet.offer()');
  await visit.see(`${ROOT}.querySelector('[role=dialog]') !== null`);
  await pause(SETTLE_MS);
  const before = await visit.clocks();
  const trace = await startScriptTrace(browser);
  await visit.press('Ja, graag');
  await visit.see(`${BOX} !== null`);
  const talk = await desk.take();
  for (let number = 1; number <= MESSAGES; number += 1) talk.say(sayLine(number));
  await seeLine(visit, sayLine(MESSAGES));
  await pause(SETTLE_MS);
  const after = await visit.clocks();
  const allPanelScriptMs = await trace.stop();
  const heapMb = await visit.heapMb();
  const exchangeScriptMs = await exchange(visit, talk);
  await visit.press('Sluiten');
  await pause(SETTLE_MS);
  talk.finish();
  const { frames, shifts, excusedShifts } = await visit.watched();
  await visit.close();
  return {
    panelScriptMs: after.scriptMs - before.scriptMs,
    allPanelScriptMs,
    exchangeScriptMs,
    scriptMs: after.scriptMs,
    heapMb,
    shifts,
    excusedShifts,
    frames,
    requests: visit.requests,
    sockets: visit.sockets,
  };
}

const sayLine = (number: number) => `Antwoord ${number}: het bedrag dat op uw rekening staat.`;

const seeLine = (visit: Visit, text: string) =>
  visit.see(`${ROOT}.querySelector('[role=log]').textContent.includes(${JSON.stringify(text)})`);

/** In turn, as people do: a question, an answer, each sent through the server and drawn before the next. */
async function exchange(visit: Visit, { hear, say }: Talk): Promise<number> {
  const before = await visit.clocks();
  for (let number = 1; number <= QUESTIONS; number += 1) {
    await visit.look(`${BOX}.focus()`);
    const question = `Vraag ${number}: wat moet ik hier invullen?`;
    await visit.insert(question);
    await visit.press('Versturen');
    await hear(question);
    const reply = sayLine(MESSAGES + number);
    say(reply);
    await seeLine(visit, reply);
  }
  const after = await visit.clocks();
  return (after.scriptMs - before.scriptMs) / QUESTIONS;
}
