// npm run bench:widget: what our tag costs a page in a real, slowed browser, beside the same page without it and with another chat; then a whole conversation.
import { type AnsweringDesk, openDesk } from './answering-desk.ts';
import { judge } from './bars.ts';
import { type Round, readFigures, rotate, rounded } from './figures.ts';
import { PEER } from './peer.ts';
import { CASES, type Case, type Stage, setStage } from './stage.ts';
import { weighFiles } from './weigh-files.ts';
import { KEYS, MESSAGES, THROTTLE, weighLoad, weighTalk } from './weigh-visit.ts';

const ROUNDS = Math.max(1, Number(process.env['BENCH_ROUNDS'] ?? 7));

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function runRound(stage: Stage, desk: AnsweringDesk, number: number): Promise<Round> {
  const round: Partial<Round> = {};
  const load = async (name: Case) => Object.assign(round, { [name]: await weighLoad(stage, name) });
  const turns = [
    ...CASES.map((name) => () => load(name)),
    async () => Object.assign(round, { talk: await weighTalk(stage, desk) }),
  ];
  for (const turn of rotate(turns, number)) await turn();
  const { empty, ours, peer, talk } = round;
  if (!empty || !ours || !peer || !talk) throw new Error('A turn is missing.');
  return { empty, ours, peer, talk };
}

function describe({ empty, ours, peer, talk }: Round): string {
  const loads = { empty, ours, peer };
  const parts = Object.entries(loads).map(
    ([name, { scriptMs, taskMs }]) => `${name} ${rounded(scriptMs, 0)} of ${rounded(taskMs, 0)} ms`,
  );
  return `${parts.join(', ')}, conversation ${rounded(talk.panelScriptMs, 0)} ms`;
}

async function weighAll(stage: Stage) {
  const desk = await openDesk(stage.server);
  const rounds: Round[] = [];
  // The first round warms server and disk up and does not count.
  for (let number = 0; number <= ROUNDS; number += 1) {
    const round = await runRound(stage, desk, number);
    if (number > 0) rounds.push(round);
    say(`${number === 0 ? 'warm-up' : `round ${number}`}: script of main thread: ${describe(round)}`);
  }
  await desk.leave();
  return rounds;
}

function report({ server, pages }: Stage, rounds: readonly Round[]) {
  const { peerFigures, ...figures } = readFigures({ origin: server.url, rounds });
  const asked = rounds.flatMap(({ ours, talk }) => [...ours.requests, ...talk.requests, ...talk.sockets]);
  const known = new Set([new URL(server.url).host, new URL(pages.ours).host]);
  const files = weighFiles(
    server.url,
    rounds.flatMap(({ talk }) => talk.requests),
  );
  const thirdHosts = new Set(asked.map((url) => new URL(url).host).filter((host) => !known.has(host))).size;
  const { name, version, brotli } = PEER;
  return {
    ...files,
    ...figures,
    thirdHosts,
    peer: { name, version, brotli, ...peerFigures },
    rounds: rounds.length,
    throttle: THROTTLE,
    keys: KEYS,
    messages: MESSAGES,
  };
}

const stage = await setStage();
try {
  const result = report(stage, await weighAll(stage));
  for (const line of judge(result)) say(line);
  const { peer } = result;
  say(
    `${peer.name} ${peer.version}: ${peer.brotli} B, script ${peer.scriptMs} ms, tasks ${peer.taskRatio} x empty`,
  );
  process.stdout.write(`${JSON.stringify(result)}\n`);
} finally {
  await stage.dispose();
}
