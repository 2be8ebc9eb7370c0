import { credentials, Metadata, Server, ServerCredentials, status } from '@grpc/grpc-js';
import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import { asPromise } from '#hello/call';
import { listen, stop } from '#hello/serve';
import { createRecorder } from '#inspect/recorder';
import { LOOPBACK } from '#transport/tcp';
import { hello } from './load.ts';
import { connect, nameOf, PAIRINGS, type Pairing, start } from './pairings.ts';
import { createServer } from './server.ts';
import { recordPairing, withPairing } from './traces.ts';
import type { GreeterHandlers } from './types/hello/Greeter.ts';
import type { HelloReply__Output } from './types/hello/HelloReply.ts';

/** `--pair <client/server>`: every byte of one pairing. */
export async function showPair(stage: Stage, text: string): Promise<void> {
  const pairing = PAIRINGS.find((candidate) => nameOf(candidate) === text);
  if (pairing === undefined) {
    throw new UserError(
      `--pair takes client/server, one of:\n  ${PAIRINGS.map(nameOf).join('\n  ')}`,
    );
  }
  await stage.scene(`A client of ${pairing.client}, a server of ${pairing.server}`);
  await recordPairing(pairing, stage.show);
}

/** `--deadline <ms>`: nobody answers in time, in each pairing. */
export async function giveUp(stage: Stage, timeoutMs: number): Promise<void> {
  if (!Number.isInteger(timeoutMs) || timeoutMs < 1 || timeoutMs > 10_000) {
    throw new UserError('--deadline takes milliseconds, 1 to 10000');
  }
  for (const pairing of PAIRINGS) {
    await stage.scene(`A deadline of ${timeoutMs} ms: ${nameOf(pairing)}`);
    await callSloth(stage, pairing, timeoutMs);
  }
  stage.say(
    'The deadline travels as grpc-timeout, so both ends know it and both look at their own clock. That is why sometimes the server is first and answers with grpc-status 4, and sometimes the client, which then says RST_STREAM: CANCEL.',
  );
}

async function callSloth(stage: Stage, pairing: Pairing, timeoutMs: number): Promise<void> {
  // The first call makes the connection, the third waits for the second's end: neither is shown.
  const recorder = createRecorder('a deadline', 'gRPC over HTTP/2', (event) => {
    if (event.kind !== 'message' || event.call !== SECOND_STREAM) return;
    stage.step(event.from === 'client' ? '──▶' : '◀──', event.title);
  });
  const log = (line: string) => {
    if (line.includes('sloth')) stage.step('server', line);
  };
  await withPairing(
    pairing,
    recorder,
    async (client) => {
      await client.sayHello('world');
      await client.sayHello('sloth', { timeoutMs }).catch(({ code }) => {
        stage.step('client', `${status[code]} after ${timeoutMs} ms`);
      });
      await client.sayHello('world');
    },
    log,
  );
}

/** A client's streams have odd numbers: 1, 3, 5, … */
const SECOND_STREAM = '3';

/** `--leak`: a handler as one writes it first, and what its caller reads. */
export async function leakText(stage: Stage): Promise<void> {
  await stage.scene('What a careless handler tells the world');
  const secret = 'cannot reach postgres://admin:hunter2@10.0.0.7/names';
  const handlers: Record<string, GreeterHandlers['SayHello']> = {
    'callback(error)': (_call, callback) => callback(new Error(secret)),
    'code: 11000': (_call, callback) =>
      callback(Object.assign(new Error('E11000 duplicate key'), { code: 11_000 })),
    'throw error': () => {
      throw new Error(secret);
    },
  };
  for (const [how, handler] of Object.entries(handlers)) {
    const server = new Server();
    server.addService(hello.Greeter.service, { SayHello: handler });
    const port = await listen(server, `${LOOPBACK}:0`);
    const greeter = new hello.Greeter(`${LOOPBACK}:${port}`, credentials.createInsecure());
    await asPromise<HelloReply__Output>((options, done) =>
      greeter.sayHello({ name: 'world' }, options, done),
    ).catch(({ code, details }) => {
      stage.step(how, `the caller gets ${code} (${status[code] ?? 'no such code'}): ${details}`);
    });
    greeter.close();
    await stop(server, { graceMs: 0 });
  }
  stage.say(
    'callback(error) sends the text of the error to the caller. And an error of a database has a number too, which goes out as if it were a status. An async handler that rejects is worse: grpc-js does not look at what a handler returns, nobody handles the rejection, and Node ends the process. That is why there is task 4 of the exercise.',
  );
}

/** `--absent`: nobody listens. */
export async function withoutServer(stage: Stage): Promise<void> {
  await stage.scene('A call to nobody');
  const gone = await start('grpc-js', { host: LOOPBACK, port: 0, log: () => {} });
  await gone.close();
  const greeter = new hello.Greeter(`${LOOPBACK}:${gone.port}`, credentials.createInsecure());
  const call = async (how: string, metadata: Metadata, timeoutMs: number) => {
    const from = performance.now();
    await asPromise<HelloReply__Output>(
      (options, done) => greeter.sayHello({ name: 'world' }, metadata, options, done),
      { timeoutMs },
    ).then(
      ({ message }) => stage.step(how, message),
      ({ code }) =>
        stage.step(how, `${status[code]} after ${Math.round(performance.now() - from)} ms`),
    );
  };
  await call('as it is', new Metadata(), 500);
  await call('wait for ready', new Metadata({ waitForReady: true }), 500);

  stage.say('And with somebody who comes while the call waits:');
  const server = createServer((line) => stage.step('server', line));
  const waiting = call('wait for ready', new Metadata({ waitForReady: true }), 10_000);
  const port = await listen(server, `${LOOPBACK}:${gone.port}`, ServerCredentials.createInsecure());
  stage.step('server', `listens on the same port again${port === gone.port ? '' : ', nearly'}`);
  await waiting;
  greeter.close();
  await stop(server, { graceMs: 0 });
  stage.say(
    'Creating a client connects to nothing; the first call does. If no connection can be made, the call fails at once, UNAVAILABLE, unless it was told to wait for one. Then only its deadline ends the waiting, which is one more reason to have one. (grpc-js tries again after a pause that grows, by chance: about a second at first.)',
  );
}

/** `--stop`: a server is stopped while a call runs. */
export async function stopServer(stage: Stage): Promise<void> {
  for (const [graceMs, about] of [
    [5_000, 'enough time'],
    [50, 'too little time'],
  ] as const) {
    await stage.scene(`Stopped in the middle of a call, with ${about}`);
    let answer: () => void = () => {};
    let begun: () => void = () => {};
    const running = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const server = new Server();
    const SayHello: GreeterHandlers['SayHello'] = (_call, callback) => {
      answer = () => callback(null, { message: 'Hello, just in time' });
      begun();
    };
    server.addService(hello.Greeter.service, { SayHello });
    const port = await listen(server, `${LOOPBACK}:0`);
    const client = connect('grpc-js', { host: LOOPBACK, port });
    const call = client.sayHello('world', { timeoutMs: 5_000 }).then(
      (message) => stage.step('client', message),
      (error) => stage.step('client', error.message),
    );
    await running;
    stage.step('server', `stop(server, { graceMs: ${graceMs} })`);
    const stopped = stop(server, { graceMs });
    if (graceMs > 1_000) answer();
    await Promise.all([call, stopped]);
    stage.step('server', 'is gone');
    client.close();
  }
  stage.say(
    'tryShutdown alone would have waited for the second call as long as it pleased; forceShutdown alone would have cut off the first. A rollout of a new version does this to every server, several times a day.',
  );
}
