import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import { GrpcError } from '#grpc/grpc-error';
import { BEHIND } from '#grpc/interceptors/translate';
import { detailOf } from '#grpc/rich-error';
import { Status } from '#grpc/status';
import { BadRequest, ErrorInfo } from '#protobuf/generated/google/rpc/error_details';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { QUIET, withShop } from '../shop/with-shop.ts';
import {
  addOrder,
  addOrderPatiently,
  getOrder,
  NO_KETTLE,
  type Outcome,
  TO_PERTH,
  told,
  WRONG,
} from './client.ts';
import { showDetails, showSecret, showText } from './experiments.ts';
import { FAILURES } from './failures.ts';
import { connectOurs, startOurServer } from './ours.ts';
import { forPerson } from './person.ts';
import { startServer } from './server.ts';
import { createShop } from './shop.ts';
import { recordDetails } from './traces.ts';

/** `npm run lesson 18`: how a failure travels, and what may not go along. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { secret, details, text } = experiments;
  if (secret) return showSecret(stage);
  if (details !== undefined) return showDetails(stage, Number(details));
  if (text) return showText(stage);

  await showWho(stage);
  await showAllAtOnce(stage);
  await showReasons(stage);
  await showPerson(stage);
  await showBehind(stage);
  stage.say(
    'Details travel in the trailers, under a name that ends in -bin. What else may stand there, and what may not? That is lesson 19.',
  );
}

const codeOf = (text: string) => text.replace(/:.*/s, '');

async function showWho(stage: Stage): Promise<void> {
  await stage.scene('Who says so?');
  stage.say(
    'Seven calls that fail, on both stacks. For most of them no handler has said anything: the library did, at one end or at the other.',
  );
  const rows = [['what goes wrong', 'said by', 'grpc-js', 'our stack']];
  for (const { what, by, js, ours } of FAILURES) {
    rows.push([what, by, codeOf(await js()), codeOf(await ours())]);
  }
  stage.print(drawTable(rows));
  stage.say(
    'Only NOT_FOUND says something about orders. Seven of the sixteen codes come from handlers alone: INVALID_ARGUMENT, NOT_FOUND, ALREADY_EXISTS, FAILED_PRECONDITION, ABORTED, OUT_OF_RANGE, DATA_LOSS. The others may be anybody’s.',
  );
}

async function showAllAtOnce(stage: Stage): Promise<void> {
  await stage.scene('Everything that is wrong, at once');
  stage.say(
    'An order with the id "o-7", an elephant, and a price of −1. A code and a text are little to say of three fields; the third trailer has them all:',
  );
  const { events } = await recordDetails();
  const answer = events.filter((event) => event.kind === 'message' && event.from === 'server');
  for (const event of answer) stage.show(event);
  const outcome = await withShop(startServer(QUIET), (shop) => addOrder(shop, WRONG));
  stage.step('the client', told(outcome));
  for (const { field, reason, description } of violationsIn(outcome)) {
    stage.step(field, `${reason}: ${description}`);
  }
}

const violationsIn = (outcome: Outcome) =>
  'error' in outcome ? (detailOf(outcome.error, BadRequest)?.fieldViolations ?? []) : [];

async function showReasons(stage: Stage): Promise<void> {
  await stage.scene('For programs: a reason, and a time');
  await withShop(startServer(QUIET), async (shop) => {
    const kettle = await addOrder(shop, NO_KETTLE);
    stage.step('a kettle', told(kettle));
    if ('error' in kettle) {
      const { reason, domain, metadata } = detailOf(kettle.error, ErrorInfo)!;
      const named = [...metadata].map(([name, value]) => `${name} = ${value}`);
      stage.step('ErrorInfo', `${reason}, of ${domain}: ${named.join()}`);
    }
    const log = (line: string) => stage.step('RetryInfo', line);
    stage.step('to Perth', told(await addOrderPatiently(shop, TO_PERTH, log)));
  });
  stage.say(
    'FAILED_PRECONDITION has a hundred reasons; a program looks at this one, and never at the text. UNAVAILABLE may be tried again, and the server says when.',
  );
}

async function showPerson(stage: Stage): Promise<void> {
  await stage.scene('For people');
  const rows = [['in the log of the client', 'on the screen']];
  await withShop(startServer(QUIET), async (shop) => {
    const outcomes = [
      await getOrder(shop, '999'),
      await getOrder(shop, 'bug'),
      await addOrder(shop, WRONG),
      await addOrder(shop, NO_KETTLE),
    ];
    for (const outcome of outcomes) {
      if ('error' in outcome) rows.push([told(outcome), forPerson(outcome.error)]);
    }
  });
  for (const [log = '', screen = ''] of rows.slice(1)) {
    stage.step('in the log', log);
    stage.step('on the screen', screen);
  }
  stage.say(
    'The text of a status is for developers, in English. Somebody who buys tea wants to know what to do next, in their own language.',
  );
}

async function showBehind(stage: Stage): Promise<void> {
  await stage.scene('Somebody else’s error');
  stage.say(
    'For each item of an order the shop asks another server how many there are. That server has no teapot in its list and says NOT_FOUND. Somebody adds an order; what do they read?',
  );
  const stock = await startOurServer(QUIET, {
    getOrder: () => {
      throw new GrpcError(Status.NOT_FOUND, 'no such row: stock/teapot');
    },
  });
  const behind = connectOurs(stock);
  const ask = async () => (await behind.shop.getOrder({ value: 'teapot' })).items.length;
  const order = { id: '203', items: ['teapot'], destination: 'Leeds' };
  const handedOn = { addOrder: async () => ({ value: String(await ask()) }) };
  try {
    for (const [name, shop] of [
      ['handed on', handedOn],
      ['downstream()', createShop(ask)],
    ] as const) {
      const end = await withShop(startOurServer(QUIET, shop), (client) => addOrder(client, order));
      stage.step(name, told(end));
    }
  } finally {
    await behind.close();
    await stock.close();
  }
  stage.say(
    `NOT_FOUND, for somebody who wanted to add? They looked for nothing. The request that failed was the shop’s own, so for its caller it is INTERNAL: "${BEHIND}".`,
  );
}
