import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import { createRecorder } from '#inspect/recorder';
import { createLineDissectors } from '#inspect/rpc/line-dissector';
import { createExchange } from '#rpc/exchange';
import { createStub } from '#rpc/stub';
import { connectTcp, LOOPBACK } from '#transport/tcp';
import { callAndTell, telling, tellingStub } from './eight-steps.ts';
import { callTwice, cutTheWire, sendRaw } from './experiments.ts';
import { type Files, files } from './files.ts';
import { startServer } from './server.ts';

/** `npm run lesson 1`: a local call, the same call across a wire, and what is not the same. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { raw, cut, two } = experiments;
  if (raw !== undefined) return sendRaw(stage, String(raw));
  if (cut !== undefined) return cutTheWire(stage, String(cut));
  if (two) return callTwice(stage);

  await callLocally(stage);
  await callRemotely(stage);
  await compare(stage);
}

async function callLocally(stage: Stage): Promise<void> {
  await stage.scene('A local call');
  stage.say(
    'A function in this process. Arguments go onto the stack, the processor jumps, and the result comes back:',
  );
  stage.print(`files.readFile('notes.txt')  →  ${JSON.stringify(files.readFile('notes.txt'))}`);
}

async function callRemotely(stage: Stage): Promise<void> {
  await stage.scene('The same call, to another process');
  const server = await startServer(
    { host: LOOPBACK, port: 0, log: () => {}, inStory: true },
    telling(files, stage.step),
  );
  stage.say(
    `The function now lives in a server, on port ${server.port}. The caller has a stub in its place: an object with the same methods and nothing behind them but a wire.`,
  );
  const recorder = createRecorder('', '', stage.show);
  const connection = await connectTcp(server, stage.signal);
  const stub = tellingStub(recorder.wrap(connection, 'client', createLineDissectors()), stage.step);
  try {
    await callAndTell(stage, stub, 'notes.txt');
    await stage.scene('When the procedure fails');
    await callAndTell(stage, stub, 'nothing.txt');
    stage.say(
      'An error cannot jump over a wire. It was caught over there, sent as text, and thrown again here.',
    );
  } finally {
    connection.end();
    await server.close();
  }
}

const CALLS = 300;

async function compare(stage: Stage): Promise<void> {
  await stage.scene('What a stub cannot hide');
  const server = await startServer({ host: LOOPBACK, port: 0, log: () => {} });
  const connection = await connectTcp(server, stage.signal);
  const stub = createStub<Files>(createExchange(connection));
  try {
    const local = await medianMicroseconds(() => files.readFile('notes.txt'));
    const remote = await medianMicroseconds(() => stub.readFile('notes.txt'));
    stage.step(
      'time',
      `local ${local.toFixed(2)} µs, remote ${remote.toFixed(0)} µs (medians of ${CALLS} calls just now)`,
    );
    stage.step('', 'and that is a wire of no length, inside one machine');

    const here = ['c', 'a', 'b'];
    files.sort(here);
    const there = ['c', 'a', 'b'];
    await stub.sort(there);
    stage.step('memory', `local:  files.sort(names) and names is ${JSON.stringify(here)}`);
    stage.step(
      '',
      `remote: files.sort(names) and names is ${JSON.stringify(there)}: a copy was sorted, far away`,
    );
    stage.step(
      'failure',
      'a local call returns or throws. A remote one can also get no answer, and then nobody here knows whether it ran. Try it: npm run lesson 1 -- --cut after',
    );
  } finally {
    connection.end();
    await server.close();
  }
}

/** The median time of a call, in µs. */
async function medianMicroseconds(call: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < CALLS; i++) {
    const start = performance.now();
    await call();
    times.push((performance.now() - start) * 1000);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(CALLS / 2)] ?? 0;
}
