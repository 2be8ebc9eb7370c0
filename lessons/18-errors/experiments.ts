import { createServer } from 'node:http2';
import { type handleUnaryCall, Metadata } from '@grpc/grpc-js';
import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import { messageText } from '#grpc/client/printable';
import type { GrpcError } from '#grpc/grpc-error';
import { errorDetails, richError } from '#grpc/rich-error';
import { Status } from '#grpc/status';
import type { Order } from '#protobuf/generated/ecommerce';
import { listenNode } from '../07-http2-frames/listen-node.ts';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { QUIET, withShop } from '../shop/with-shop.ts';
import { getOrder, type Outcome, told } from './client.ts';
import { startOurServer } from './ours.ts';
import { startWith } from './server.ts';
import { SECRET } from './shop.ts';
import { endOf, withOurShop } from './world.ts';

type GetOrder = handleUnaryCall<{ value: string }, Order>;

/** Ways to fail, as one writes them. */
export const WAYS: readonly [name: string, handler: GetOrder][] = [
  ['callback(new Error(secret))', (_call, callback) => callback(new Error(SECRET))],
  [
    'throw new Error(secret)',
    () => {
      throw new Error(SECRET);
    },
  ],
  ['async, and throw', (async () => Promise.reject(new Error(SECRET))) as GetOrder],
  [
    'callback(error of the system)',
    (_call, callback) =>
      callback(Object.assign(new Error(SECRET), { code: 'ECONNREFUSED' }) as never),
  ],
  [
    'callback(error with a number)',
    (_call, callback) => callback(Object.assign(new Error(SECRET), { code: 7 })),
  ],
  [
    'callback({ code, details })',
    (_call, callback) => callback({ code: Status.UNAVAILABLE, details: 'try again later' }),
  ],
];

/** `--secret`: a handler fails with one in its hands; what the client reads. */
export async function showSecret(stage: Stage): Promise<void> {
  await stage.scene('A handler throws a secret');
  for (const [name, GetOrder] of WAYS) {
    // Nobody catches what an async handler throws: on a server of one's own it ends the process.
    let lost: unknown;
    const onLost = (error: unknown) => {
      lost = error;
    };
    const others = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', onLost);
    const end = await withShop(startWith(QUIET, { GetOrder }), (shop) => getOrder(shop, '1', 200));
    process.off('unhandledRejection', onLost);
    for (const other of others) process.on('unhandledRejection', other);
    stage.step('the handler', name);
    const text = told(end);
    stage.step('the client', lost === undefined ? text : `${text} (and Node ends the server)`);
  }
  const ours = await withOurShop(
    startOurServer(QUIET, {
      getOrder: () => {
        throw new Error(SECRET);
      },
    }),
    (shop) => endOf(shop.getOrder({ value: '1' })),
  );
  stage.step('our stack', ours);
  stage.say(
    'An error in Node has a text for those who run the server, and often a code that is not gRPC’s. callback(error) sends the text, whoever wrote it, and takes any number for a status: 7 is PERMISSION_DENIED here. So nothing should reach callback but what somebody has written for the caller.',
  );
}

const MOST_KIB = 100;

/** `--details <KiB>`: an error with details of this size. */
export async function showDetails(stage: Stage, kib: number): Promise<void> {
  if (!Number.isInteger(kib) || kib < 1 || kib > MOST_KIB) {
    throw new UserError(`--details takes KiB, 1 to ${MOST_KIB}`);
  }
  await stage.scene(`NOT_FOUND, with details of ${kib} KiB`);
  // In base64 three bytes are four.
  const value = new Uint8Array(kib * 768);
  const error = richError(Status.NOT_FOUND, 'there is no order 999', [
    { typeUrl: 'type.googleapis.com/shop.StackTrace', value },
  ]);
  const trailers = new Metadata();
  for (const [name, bytes] of error.metadata) trailers.set(name, Buffer.from(bytes as Uint8Array));
  const GetOrder: GetOrder = (_call, callback) =>
    callback({ code: error.code, details: error.details, metadata: trailers });
  const servers = [
    ['grpc-js', () => startWith(QUIET, { GetOrder })],
    [
      'ours',
      () =>
        startOurServer(QUIET, {
          getOrder: () => {
            throw error;
          },
        }),
    ],
  ] as const;
  for (const [name, start] of servers) {
    const js = await withShop(start(), (shop) => getOrder(shop, '999', 500));
    stage.step(`${name} →`, `grpc-js: ${told(js)}${detailsIn(js)}`);
    let received: GrpcError | undefined;
    await withOurShop(start(), (shop) =>
      shop.getOrder({ value: '999' }, { timeoutMs: 500 }).catch((caught) => {
        received = caught as GrpcError;
      }),
    );
    const end: Outcome = received === undefined ? { value: 'OK' } : { error: received };
    stage.step(`${name} →`, `ours: ${told(end)}${detailsIn(end)}`);
  }
  stage.say(
    'Trailers are headers, and a client says how many it takes: ours 16 KiB. grpc-js, as a server, does not look. Then not only the details are lost but the status with them: the caller reads RESOURCE_EXHAUSTED of an order that was not found, or waits until its time is up. Our server looks first, leaves the details out, and says so.',
  );
}

const detailsIn = (outcome: Outcome) =>
  'error' in outcome && errorDetails(outcome.error).length > 0 ? ', with details' : '';

/** What stands in `grpc-message`, one octet a character. */
const TEXTS = [
  'caf%C3%A9',
  '100% sure',
  '50%23 off',
  'caf%C3',
  '%2541',
  'gone%0AINFO fine',
  '%1B[2Jgone',
  'caf\u00c3\u00a9',
  '',
];

/** `--text`: what readers make of a `grpc-message` that is not a message. */
export async function showText(stage: Stage): Promise<void> {
  await stage.scene('A message that is not a message');
  const rows = [['in grpc-message', 'details at grpc-js', 'on one line, by ours']];
  for (const text of TEXTS) {
    const server = createServer();
    server.on('stream', (stream) =>
      stream.respond(
        {
          ':status': 200,
          'content-type': 'application/grpc',
          'grpc-status': Status.NOT_FOUND,
          'grpc-message': text,
        },
        { endStream: true },
      ),
    );
    const outcome = await withShop(listenNode(server, QUIET), (shop) => getOrder(shop, '1', 2_000));
    const details = 'error' in outcome ? outcome.error.details : '';
    rows.push([JSON.stringify(text), JSON.stringify(details), messageText(text, Status.NOT_FOUND)]);
  }
  stage.print(drawTable(rows));
  stage.say(
    'grpc-js decodes with decodeURI: one wrong escape, and nothing is decoded; and %23 stays, since it is a # and would mean something in an address. Neither is wrong enough to notice. The other column decodes what it can, once, and then makes sure that it is one line that does nothing to a terminal.',
  );
}
