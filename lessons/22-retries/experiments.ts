import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { loseAnAnswer } from './again.ts';
import { client, STACKS } from './clients.ts';
import { startCounted, unavailable } from './counted.ts';
import { CALLS, killWhileCalled, WAYS } from './kill.ts';
import { drawStorm } from './layers.ts';
import { askAllTheTime, pullTheCable } from './pings.ts';
import { ALL_AGAIN } from './policies.ts';
import { storm } from './storm.ts';

function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new UserError(`${flag} takes a number, ${least} to ${most}`);
  }
  return value;
}

/** `--down <times>`: UNAVAILABLE so many times, and then OK. */
export async function showDown(stage: Stage, text: string): Promise<void> {
  const times = wholeNumber('--down', text, 0, 20);
  await stage.scene(`A server that says UNAVAILABLE ${times === 1 ? 'once' : `${times} times`}`);
  for (const stack of STACKS) {
    const previous: string[] = [];
    const server = await startCounted((attempt, call) => {
      const [before = 'no header'] = call.metadata.get('grpc-previous-rpc-attempts');
      previous.push(String(before));
      return attempt <= times ? unavailable() : 'OK';
    });
    const shop = client(stack, [server.port], ALL_AGAIN);
    try {
      for (const call of ['first', 'second']) {
        const before = previous.length;
        const { end } = await shop.getOrder();
        const seen = previous.slice(before).join(', ');
        stage.step(stack, `the ${call} call: ${end}; its attempts say: ${seen}`);
      }
    } finally {
      await shop.close();
      await server.close();
    }
  }
  stage.say(
    'Three tries for each call, with the first. If the third fails as well, the caller reads UNAVAILABLE, and the next call has three tries again.',
  );
}

/** `--kill`: a server goes away while calls are under way. */
export async function showKill(stage: Stage): Promise<void> {
  await stage.scene('A server goes away');
  stage.say(
    `Two servers; ${CALLS} calls are under way, all at the first. It goes away: cut off, as when a machine dies, or with a GOAWAY and some time, as when somebody deploys. How many calls go well, and how many handlers ran:`,
  );
  const rows = [['client', 'how it goes', 'OK', 'failed', 'at the first', 'at the second']];
  for (const stack of STACKS) {
    for (const way of Object.keys(WAYS) as (keyof typeof WAYS)[]) {
      const { ok, failed, first, second } = await killWhileCalled(stack, way);
      rows.push([stack, way, `${ok}`, `${failed}`, `${first}`, `${second}`]);
    }
  }
  stage.print(drawTable(rows));
  stage.say(
    'With a policy nobody notices, except that the work was begun 24 times for 12 calls. With a GOAWAY nothing was begun twice, and no policy was needed: a server that leaves politely is better than any retry.',
  );
}

/** `--again`: a retry of a call that is not idempotent. */
export async function showAgain(stage: Stage): Promise<void> {
  await stage.scene('AddOrder, twice');
  stage.say(
    'The shop places the order, the connection breaks, the client tries again. The second time the answer arrives:',
  );
  const rows = [['client', 'a key', 'AddOrder ran', 'orders placed', 'the caller reads']];
  for (const stack of STACKS) {
    for (const byKey of [false, true]) {
      const { arrived, orders, end } = await loseAnAnswer(stack, byKey);
      rows.push([stack, byKey ? 'yes' : 'no', `${arrived} times`, String(orders), end]);
    }
  }
  stage.print(drawTable(rows));
  stage.say(
    'Nothing in gRPC prevents it: a policy does not know what a method does. What makes it safe is in the handler, and nowhere else.',
  );
}

/** `--tries <n>`: the storm with another number. */
export async function showTries(stage: Stage, text: string): Promise<void> {
  const tries = wholeNumber('--tries', text, 2, 5);
  await stage.scene(`The storm, with ${tries} tries for everybody`);
  stage.say('One call of the client, while price is down:');
  const arrived = await storm({ calls: 1, who: 'everybody', tries });
  // A character for each call would be wider than the terminal.
  stage.print(tries > 3 ? drawStorm(arrived, 3) : drawStorm(arrived));
  stage.say(
    `${tries} × ${tries} × ${tries} is ${tries ** 3}. With a fourth layer it would be ${tries ** 4}. More than five tries no client makes, whatever the service config says (gRPC A6): that may come over DNS, from anybody.`,
  );
}

/** Often enough to notice a dead link soon, and far too often for a server. */
const OFTEN_MS = 50;
const WAIT_MS = 2_000;

/** `--pings`: keepalive, where it helps and where it is taken for an attack. */
export async function showPings(stage: Stage): Promise<void> {
  await stage.scene('A cable is pulled out');
  stage.say(
    'A call is under way, and from now on nothing goes through: no FIN, no RST. TCP says nothing either, for minutes. The deadline is two seconds away:',
  );
  stage.step('no keepalive', await pullTheCable({ timeoutMs: WAIT_MS }));
  stage.step('keepalive', await pullTheCable({ everyMs: OFTEN_MS, timeoutMs: WAIT_MS }));
  stage.say(
    `With a PING every ${OFTEN_MS} ms, and 400 for its answer, the client notices, and ends the connection. The call is UNAVAILABLE, as is every other one on that connection: long before the deadline, and a policy could send it again.`,
  );
  await stage.scene('too_many_pings');
  stage.say(
    'The same client at servers that are well. The handler takes its time, longer than the deadline:',
  );
  for (const at of ['grpc-js', 'ours'] as const) {
    const end = await askAllTheTime(at, { everyMs: OFTEN_MS, timeoutMs: WAIT_MS });
    stage.step(`at ${at}`, end);
  }
  stage.say(
    'Our server allows a PING every five minutes (gRPC A8), as those in Go and Java do. The third that comes too early ends the connection: GOAWAY, ENHANCE_YOUR_CALM, "too_many_pings". A server of grpc-js does not count.',
  );
}
