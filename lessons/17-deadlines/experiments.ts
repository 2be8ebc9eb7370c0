import { getEventListeners } from 'node:events';
import type { Stage } from '#course/lesson/stage';
import { inSteps } from '#grpc/deadlines/stop-work';
import { deadlineAt, passedOn, timeLeft } from '#grpc/deadlines/time-left';
import { systemClock } from '#time/clock';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { startServer } from '../19-metadata/server.ts';
import { connect } from '../shop/connect.ts';
import { QUIET } from '../shop/with-shop.ts';
import { Chain } from './chain.ts';
import { ready } from './chain-js.ts';
import { ask, endOfJs } from './client.ts';
import { BUDGET_MS, SERVICES } from './plan.ts';
import { breathe, Clocks, connectOurs, endOf, HOUR_MS, serve, TEAPOT } from './world.ts';

/** How far each machine's clock is ahead. */
const AHEAD = { order: 0, stock: HOUR_MS, price: -HOUR_MS };

/** `--clocks`: what is left needs no clock that is right; a moment needs one. */
export async function showClocks(stage: Stage): Promise<void> {
  await stage.scene('Clocks that disagree');
  stage.say(
    'The clock of stock is an hour ahead of the client’s, that of price an hour behind. The chain again, with the parent handed on:',
  );
  const { end, left, over } = await new Chain({ pass: 'the parent', ahead: AHEAD }).run();
  const clocks = new Clocks();
  const deadline = deadlineAt(BUDGET_MS, clocks.of('client').now());
  const rows = [['', 'its clock', 'what is left', 'it stops at', 'a moment would say']];
  for (const { name } of SERVICES) {
    const clock = clocks.of(name, AHEAD[name]);
    const hours = AHEAD[name] / HOUR_MS;
    rows.push([
      name,
      hours === 0 ? 'right' : `${hours > 0 ? '+' : '−'}1 h`,
      `${left[name]} ms`,
      `${over[name]?.at} ms`,
      `${timeLeft(deadline, clock.now())!.toLocaleString('en-US')} ms left`,
    ]);
  }
  stage.print(drawTable(rows));
  stage.step('the client', end);
  stage.say(
    'Nobody notices anything. Each machine adds a duration to its own clock and looks at its own clock again; whether that is right is of no matter. It has to go evenly, that is all. (So it is not the time of day, which is set now and then: a stack counts on a clock that never goes back.)',
  );
  stage.say(
    'The last column is what would be left for each if the client’s deadline had travelled as a moment. stock would refuse every call, and price would work for an hour.',
  );
  stage.say(
    'One thing is lost: the time on the wire. Nobody subtracts it, because nobody can measure it with two clocks. So a server always believes that it has a little more time than its client gives it.',
  );
}

/** What `--edges` tries: a name, and milliseconds from now. */
const EDGES: readonly [string, number | undefined][] = [
  ['a second ago', -1_000],
  ['0 ms', 0],
  ['2³¹ − 1 ms', 2 ** 31 - 1],
  ['2³¹ ms', 2 ** 31],
  ['50 days', 50 * 24 * HOUR_MS],
  ['no deadline', undefined],
];

/** `--edges`: zero, the past, and what does not fit into 32 bits. */
export async function showEdges(stage: Stage): Promise<void> {
  await stage.scene('Zero, the past, and far away');
  stage.say('The handler answers after 30 ms. Two clients, two servers:');
  const rows = [['the deadline', 'grpc-js', 'it believed', 'our stack', 'it believed']];
  const js = await edgesOnGrpcJs();
  const ours = await edgesOnOurs();
  for (const [i, [name]] of EDGES.entries()) rows.push([name, ...js[i]!, ...ours[i]!]);
  stage.print(drawTable(rows));
  stage.say(
    'What is over is over, and neither client waits. But grpc-js sends the call all the same, and the server works for nobody; our client sends nothing. Far away is harder. JavaScript’s timers take 31 bits, which is 24.8 days, and a server of grpc-js makes 32 bits of what comes: 2³¹ becomes a negative number, so the call is over at once, and 50 days become seven hours. Even 2³¹ − 1 is too much, for it has ten digits, so it travels in seconds, and rounded up.',
  );
  stage.say(
    'Our clock waits in several steps where one is too long. No call needs that; but a deadline "for ever" should not be a month away.',
  );
  await stage.scene('Eight digits');
  for (const text of ['250m', '99999999m', '100000000m', '99999999S', '1m']) {
    stage.step(text, `less 1 ms: ${passedOn(text, 1) ?? 'not a timeout'}`);
  }
  stage.say(
    'Whoever passes a timeout on rounds down. In the fourth a second is lost for a millisecond, and that is right: it may be less, and must not be more.',
  );
}

type Edge = [end: string, believed: string];

const NOT_BEGUN = 'not begun';

/** Long enough for a handler to begin that begins at all. */
const soon = () =>
  new Promise<string>((resolve) => {
    setTimeout(resolve, 1_000, NOT_BEGUN).unref();
  });

const believes = (ms: number | undefined) => {
  if (ms === undefined || !Number.isFinite(ms)) return 'for ever';
  if (ms < 0) return 'it is over';
  const days = Math.round(ms / (24 * HOUR_MS));
  const hours = Math.round(ms / HOUR_MS);
  if (days > 0) return days === 1 ? '1 day' : `${days} days`;
  return hours > 0 ? `${hours} hours` : `${ms} ms`;
};

async function edgesOnGrpcJs(): Promise<Edge[]> {
  let believed = NOT_BEGUN;
  let began = () => {};
  let ran = Promise.resolve('');
  const server = await startServer(QUIET, (call, callback) => {
    began();
    believed = believes(Number(call.getDeadline()) - Date.now());
    setTimeout(() => callback(null, TEAPOT), 30);
  });
  const found: Edge[] = [];
  const { emitWarning } = process;
  process.emitWarning = () => {}; // Node warns of a timer with a negative time.
  try {
    for (const [, ms] of EDGES) {
      const client = connect(server);
      await ready(client);
      ran = new Promise((resolve) => {
        began = () => resolve('ran anyway');
      });
      const options = ms === undefined ? {} : { deadline: Date.now() + ms };
      const end = await endOfJs(ask(client, options));
      if (ms === undefined || ms > 0) found.push([end, believed]);
      else found.push([end, await Promise.race([ran, soon()])]);
      client.close();
    }
    return found;
  } finally {
    process.emitWarning = emitWarning;
    await server.close();
  }
}

async function edgesOnOurs(): Promise<Edge[]> {
  let believed = NOT_BEGUN;
  const server = await serve(systemClock, async (_request, call) => {
    believed = believes(call.timeLeft());
    await new Promise((resolve) => setTimeout(resolve, 30));
    return TEAPOT;
  });
  const client = connectOurs(server.port, systemClock);
  const found: Edge[] = [];
  try {
    for (const [, timeoutMs] of EDGES) {
      believed = NOT_BEGUN;
      const end = await endOf(client.shop.getOrder({ value: '101' }, { timeoutMs }));
      found.push([end, believed]);
    }
    return found;
  } finally {
    await client.close();
    await server.close();
  }
}

const CHILDREN = 20;

/** `--leak`: a call that makes twenty others, and who listens to it then. */
export async function showLeak(stage: Stage): Promise<void> {
  await stage.scene('Twenty calls for one');
  stage.say(
    `A handler makes ${CHILDREN} calls for the call that it answers, one after the other, each with { parent: call }. All of them are over. Who still listens to the parent?`,
  );
  const warnings: string[] = [];
  const { emitWarning } = process;
  process.emitWarning = (warning: string | Error) => {
    warnings.push(String(warning));
  };
  try {
    stage.step('grpc-js', `${await leftOnGrpcJs()} listeners`);
  } finally {
    process.emitWarning = emitWarning;
  }
  for (const warning of warnings) stage.step('Node', warning);
  const { left, atOnce } = await leftOnOurs();
  stage.step('our stack', `${left} listeners`);
  stage.step(
    'all at once',
    `${atOnce} ${atOnce === 1 ? 'listener' : 'listeners'}, on our stack, while ${CHILDREN} calls run`,
  );
  stage.say(
    'For a call of a second that is nothing: the parent ends, and with it all who listen. But a stream may be open for days, and make a call for each of its messages. Then everything that those calls held is held as long as the stream.',
  );
}

async function leftOnGrpcJs(): Promise<number> {
  const stock = await startServer(QUIET, (_call, callback) => callback(null, TEAPOT));
  const client = connect(stock);
  let left = -1;
  const order = await startServer(QUIET, async (call, callback) => {
    for (let i = 0; i < CHILDREN; i++) await ask(client, { parent: call });
    left = call.listenerCount('cancelled');
    callback(null, TEAPOT);
  });
  const outer = connect(order);
  try {
    await ask(outer, { deadline: Date.now() + 10_000 });
    return left;
  } finally {
    outer.close();
    client.close();
    await order.close();
    await stock.close();
  }
}

/** Who listens when all calls are over, and while all of them run at once. */
async function leftOnOurs(): Promise<{ left: number; atOnce: number }> {
  let [left, atOnce] = [-1, -1];
  let count = () => -1;
  const stock = await serve(systemClock, () => {
    atOnce = Math.max(atOnce, count());
    return TEAPOT;
  });
  const inner = connectOurs(stock.port, systemClock);
  const order = await serve(systemClock, async (_request, call) => {
    const make = () => inner.shop.getOrder({ value: '101' }, { parent: call });
    for (let i = 0; i < CHILDREN; i++) await make();
    left = getEventListeners(call.signal, 'abort').length;
    count = () => getEventListeners(call.signal, 'abort').length;
    await Promise.all(Array.from({ length: CHILDREN }, make));
    return TEAPOT;
  });
  const outer = connectOurs(order.port, systemClock);
  try {
    await outer.shop.getOrder({ value: '101' }, { timeoutMs: 10_000 });
    return { left, atOnce };
  } finally {
    await outer.close();
    await inner.close();
    await order.close();
    await stock.close();
  }
}

const PIECES = 40;
const PIECE_MS = 5;

/** `--loop`: work that never pauses hears of nothing. */
export async function showLoop(stage: Stage): Promise<void> {
  await stage.scene('A handler that never takes a breath');
  stage.say(
    `${PIECES} pieces of work, each of which keeps the processor busy for ${PIECE_MS} ms. The client waits 100 ms. Both handlers ask before each piece whether anybody still waits:`,
  );
  for (const [how, pause] of [
    ['no breath', () => {}],
    ['a breath', breathe],
  ] as const) {
    let done = 0;
    let over = Promise.resolve<unknown>(undefined);
    const server = await serve(systemClock, ({ value }, call) => {
      if (value === '') return TEAPOT;
      const work = inSteps(
        call,
        Array(PIECES).keys(),
        () => {
          done++;
          for (const until = Date.now() + PIECE_MS; Date.now() < until; );
        },
        pause,
      );
      over = work.catch(() => {});
      return work.then(() => TEAPOT);
    });
    const client = connectOurs(server.port, systemClock);
    // The first call also connects.
    await client.shop.getOrder({ value: '' });
    await client.shop.getOrder({ value: '101' }, { timeoutMs: 100 }).catch(() => {});
    await over;
    stage.step(how, done === PIECES ? `all ${PIECES} pieces were done` : 'it stopped in time');
    await client.close();
    await server.close();
  }
  stage.say(
    'Both asked. But what the first one asks about cannot change while it works: JavaScript runs one thing at a time, and neither the timer nor the frame in the socket has its turn. setImmediate between two pieces gives them one.',
  );
}
