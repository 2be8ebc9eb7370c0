import type { Stage } from '#course/lesson/stage';
import { LOOPBACK } from '#transport/tcp';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { connect } from '../shop/connect.ts';
import { QUIET } from '../shop/with-shop.ts';
import { Chain, type ChainOptions, PASS } from './chain.ts';
import { JsChain, PASS_JS, ready } from './chain-js.ts';
import { ask, endOfJs } from './client.ts';
import { BUDGET_MS, count, STEP_MS, type Step } from './plan.ts';

/** The columns of a table of chains, and a row for one of them. */
const HEAD = ['handed on', 'the call', 'work', 'for nobody', 'saved'];

const row = (pass: string, end: string, steps: readonly Step[], most: number): string[] => {
  const { all, wasted } = count(steps);
  const ms = (times: number) => `${times * STEP_MS} ms`;
  return [pass, end, ms(all), ms(wasted), ms(most - all)];
};

/** `--chain`: the chain in each way of handing on, on both stacks, and what is saved. */
export async function showChain(stage: Stage): Promise<void> {
  await stage.scene('Our stack: only the time is made');
  stage.say(
    `The client waits ${BUDGET_MS} ms. It is answered when all three have done their work, which takes 360.`,
  );
  const most = await showOurs(stage, {});
  stage.say(
    `The first two end alike for the client, which has long gone. A second for each call is more than there was at any time. With the parent handed on all three stop together, and ${most.saved} % of the work is saved. And if the client leaves by itself, at 150 ms:`,
  );
  await showOurs(stage, { cancelAt: 150 });

  await stage.scene('grpc-js: real time');
  stage.say(
    'The same three services on grpc-js, with timers in place of made time. It hands on nothing by itself. A handler can give the next call a deadline, or the call that it works for: { parent: call }. The figures are another each time.',
  );
  await showJs(stage);
  stage.say(
    'And if the client leaves at 150 ms, the deadline alone does not help: nobody has told the others that it has left. The parent tells them.',
  );
  await showJs(stage, 150);
}

async function showOurs(stage: Stage, options: Omit<ChainOptions, 'pass'>) {
  const rows: string[][] = [];
  let [most, least] = [0, 0];
  for (const pass of Object.keys(PASS) as (keyof typeof PASS)[]) {
    const { end, steps } = await new Chain({ ...options, pass }).run();
    most = Math.max(most, steps.length);
    least = steps.length;
    rows.push(row(pass, end, steps, most));
  }
  stage.print(drawTable([HEAD, ...rows]));
  return { saved: Math.round((100 * (most - least)) / most) };
}

async function showJs(stage: Stage, cancelAt?: number): Promise<void> {
  const rows: string[][] = [];
  let most = 0;
  for (const pass of Object.keys(PASS_JS) as (keyof typeof PASS_JS)[]) {
    const { end, steps } = await runJs(pass, cancelAt);
    most = Math.max(most, steps.length);
    rows.push(row(pass, end, steps, most));
  }
  stage.print(drawTable([HEAD, ...rows]));
}

/** A call of grpc-js through the chain. */
export async function runJs(
  pass: keyof typeof PASS_JS,
  cancelAt?: number,
  log: (line: string) => void = QUIET.log,
) {
  const chain = await JsChain.start(pass, { ...QUIET, log });
  const client = connect({ host: LOOPBACK, port: chain.port });
  try {
    await ready(client);
    const leave = new AbortController();
    if (cancelAt !== undefined) setTimeout(() => leave.abort(), cancelAt);
    const end = await endOfJs(ask(client, { deadline: Date.now() + BUDGET_MS }, leave.signal));
    chain.waited = false;
    await chain.idle();
    return { end, steps: chain.steps };
  } finally {
    client.close();
    await chain.close();
  }
}
