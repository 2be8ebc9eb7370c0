import { encodeUtf8 } from '#bytes/utf8';
import type { Stage } from '#course/lesson/stage';
import { startRpcServer } from '#course/lesson/start-rpc-server';
import { UserError } from '#course/user-error';
import { createRecorder } from '#inspect/recorder';
import { createLineDissectors } from '#inspect/rpc/line-dissector';
import { createExchange } from '#rpc/exchange';
import { createSkeleton } from '#rpc/skeleton';
import { createStub } from '#rpc/stub';
import { connectTcp, LOOPBACK } from '#transport/tcp';
import { startServer } from './server.ts';

/** `--raw <text>`: whatever the learner types goes to the server as a line. */
export async function sendRaw(stage: Stage, text: string): Promise<void> {
  await stage.scene('Your own message');
  const server = await startServer({
    host: LOOPBACK,
    port: 0,
    log: (line) => stage.step('server', line),
  });
  const recorder = createRecorder('', '', stage.show);
  const connection = await connectTcp(server, stage.signal);
  const exchange = createExchange(recorder.wrap(connection, 'client', createLineDissectors()));
  await exchange(encodeUtf8(text));
  stage.say(
    'Whatever you send, you get an answer, and the server goes on: a skeleton never throws.',
  );
  connection.end();
  await server.close();
}

/** `--cut before|after`: the wire is cut before the call has run, or after. */
export async function cutTheWire(stage: Stage, when: string): Promise<void> {
  if (when !== 'before' && when !== 'after') {
    throw new UserError("--cut takes 'before' or 'after'");
  }
  await stage.scene(`The wire is cut ${when} the call has run`);
  const account = createAccount();
  let cutNext = true;
  const skeleton = createSkeleton(account);
  const server = await startRpcServer(
    { host: LOOPBACK, port: 0, log: () => {} },
    async (request) => {
      if (!cutNext) return skeleton(request);
      cutNext = false;
      if (when === 'after') await skeleton(request);
      wire.destroy();
      // The answer is ready and has nowhere to go.
      return new Uint8Array(0);
    },
  );
  const wire = await connectTcp(server, stage.signal);
  const stub = createStub<Account>(createExchange(wire));
  stage.step('caller', 'pay(100) …');
  await stub.pay(100).catch((error: Error) => stage.step('caller', `gets: ${error.message}`));

  const second = await connectTcp(server, stage.signal);
  const paid = await createStub<Account>(createExchange(second)).paid();
  stage.step('server', `asked over a new connection: ${paid} was paid`);
  second.end();
  await server.close();
  stage.say(
    `The caller cannot tell this from --cut ${when === 'after' ? 'before' : 'after'}: the same error, and it ${when === 'after' ? 'did' : 'did not'} happen. If it calls again to be safe, it may pay twice; if it does not, it may not have paid. Lesson 2 mends that.`,
  );
}

type Account = ReturnType<typeof createAccount>;

function createAccount() {
  let sum = 0;
  return {
    pay(amount: number): number {
      sum += amount;
      return sum;
    },
    paid: () => sum,
  };
}

/** `--two`: two calls at once over one connection that can carry one at a time. */
export async function callTwice(stage: Stage): Promise<void> {
  await stage.scene('Two calls at once');
  const order: string[] = [];
  let letGo: () => void = () => {};
  const slow = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const kitchen = {
    async roast(): Promise<string> {
      stage.step('server', 'the roast goes into the oven');
      // The oven is done as soon as the other call has had every chance to overtake it.
      setTimeout(letGo, ROAST_MS);
      await slow;
      return 'roast';
    },
    salad(): string {
      stage.step('server', 'the salad is made, in no time');
      return 'salad';
    },
  };
  const server = await startServer({ host: LOOPBACK, port: 0, log: () => {} }, kitchen);
  const connection = await connectTcp(server, stage.signal);
  const stub = createStub<typeof kitchen>(createExchange(connection));
  stage.step('caller', 'asks for the roast and, without waiting, for the salad');
  const started = performance.now();
  const serve = async (dish: Promise<string>) => {
    order.push(await dish);
    stage.step(
      'caller',
      `gets the ${order.at(-1)} after ${Math.round(performance.now() - started)} ms`,
    );
  };
  await Promise.all([serve(stub.roast()), serve(stub.salad())]);
  connection.end();
  await server.close();
  stage.say(
    'The salad had to wait for the oven. Replies carry no name, so they must come in the order of the calls, and one slow call holds up all the others. How do you let them overtake? That is lesson 2.',
  );
}

const ROAST_MS = 300;
