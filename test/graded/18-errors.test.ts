import { test } from 'vitest';
import { withArticle } from '#course/kit/compare/article';
import { check, fail } from '#course/kit/compare/finding';
import { throwGap } from '#course/kit/compare/gap';
import { expectSame } from '#course/kit/compare/same';
import { thrownBy } from '#course/kit/compare/thrown';
import { task } from '#course/kit/task';
import { messageText, printable } from '#grpc/client/printable';
import { GrpcError } from '#grpc/grpc-error';
import {
  BEHIND,
  downstream,
  PASSED_ON,
  type Translation,
  translated,
  translation,
} from '#grpc/interceptors/translate';
import { MAX_PRINTED_LENGTH, MAX_VIOLATIONS } from '#grpc/limits';
import { Metadata } from '#grpc/metadata';
import { DETAILS, detailOf, errorDetails, richStatus, withDetail } from '#grpc/rich-error';
import { type Check, Violations, validate } from '#grpc/server/violations';
import { Status, type StatusCode, statusName } from '#grpc/status';
import { Order } from '#protobuf/generated/ecommerce';
import type { Any } from '#protobuf/generated/google/protobuf/any';
import { BadRequest, ErrorInfo, RetryInfo } from '#protobuf/generated/google/rpc/error_details';
import { Status as RichStatus } from '#protobuf/generated/google/rpc/status';
import type { Message, MessageType } from '#protobuf/message';
import { answerOfStranger, askedByStranger } from './18-errors.node.ts';

/*
 * What is asked of errors needs no network. The last tests of tasks 1, 2 and 4 end at a stranger's:
 * grpc-js calls a server of the stack, or answers it. That part needs Node: `18-errors.node.ts`.
 */

/** A call that fails. Whoever does not look at it leaves no rejection that nobody handles. */
function failing(error: unknown): Promise<never> {
  const call = Promise.reject(error);
  call.catch(() => {});
  return call;
}

async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
    return undefined;
  } catch (error) {
    throwGap(error);
    return error;
  }
}

function describe(value: unknown): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

// ---- errors and details, made and read by the suite's own hands

const PREFIX = 'type.googleapis.com/';
const pack = <T extends Message>(type: MessageType<T>, message: T): Any => ({
  typeUrl: PREFIX + type.descriptor.name,
  value: type.encode(message),
});
const reason = (text: string) =>
  pack(ErrorInfo, ErrorInfo.create({ reason: text, domain: 'shop.example' }));

/** A type that nobody here has. */
const COUPON: Any = {
  typeUrl: `${PREFIX}shop.Coupon`,
  value: Uint8Array.of(0x0a, 3, 0x74, 0x65, 0x61, 0xff, 0x00),
};
/** It says that it is an ErrorInfo; its text ends before it should. */
const BROKEN: Any = { typeUrl: `${PREFIX}google.rpc.ErrorInfo`, value: Uint8Array.of(0x0a, 99) };
const RETRY = pack(
  RetryInfo,
  RetryInfo.create({ retryDelay: { seconds: 2n, nanos: 500_000_000 } }),
);

function trailersOf(code: number, details: Any[], ...more: number[]): Metadata {
  const bytes = RichStatus.encode(RichStatus.create({ code, message: 'no', details }));
  return new Metadata().set(DETAILS, Uint8Array.from([...bytes, ...more]));
}

function failed(details: Any[], code: StatusCode = Status.NOT_FOUND): GrpcError {
  return new GrpcError(code, 'no', trailersOf(code, details));
}

/** The details that an error carries, read past the learner's reader. */
function carried(error: GrpcError): Any[] | undefined {
  const [bytes, ...others] = error.metadata.getAll(DETAILS);
  if (bytes === undefined) return undefined;
  if (others.length > 0) {
    fail(
      `the error has ${others.length + 1} trailers ${DETAILS}`,
      'Readers take two of them for none. set puts one in place of all; append adds another.',
    );
  }
  return RichStatus.decode(bytes).details;
}

const named = (details: readonly Any[] | undefined) =>
  details?.map(({ typeUrl, value }) => ({
    type: typeUrl.replace(PREFIX, ''),
    value: [...value],
  }));

// ---- a program's own errors

class ShopError extends Error {}

class NoSuchOrder extends ShopError {
  readonly id: string;
  constructor(id: string) {
    super(`SELECT * FROM orders WHERE id = ${id}`);
    this.id = id;
  }
}

class OutOfStock extends ShopError {
  override readonly name = 'OutOfStock';
}

class SoldYesterday extends OutOfStock {}

const OF_SHOP = translation({ type: ShopError, code: Status.INTERNAL, text: () => 'the shop' });
const OF_ORDER = translation({
  type: NoSuchOrder,
  code: Status.NOT_FOUND,
  text: ({ id }) => `there is no order ${id}`,
});
const OF_STOCK = translation({
  type: OutOfStock,
  code: Status.FAILED_PRECONDITION,
  text: () => 'none left',
  details: () => [reason('OUT_OF_STOCK')],
});
const OF_ANY = translation({ type: Error, code: Status.UNKNOWN, text: () => 'anything' });
const ALL: readonly Translation[] = Object.freeze([OF_SHOP, OF_ORDER, OF_STOCK]);

function expectStatus(what: string, error: unknown, code: StatusCode, text: string, cause: string) {
  check(
    error instanceof GrpcError,
    `${what}: expected a GrpcError, received ${describe(error)}`,
    'What has a translation comes out as a GrpcError: only that reaches the caller as it is.',
  );
  if (error.code !== code) {
    fail(`${what}: expected ${statusName(code)}, received ${statusName(error.code)}`, cause);
  }
  const { details } = error;
  expectSame(
    `${what}: its text`,
    details,
    text,
    /SELECT|@10\./.test(details)
      ? 'error.message was written for those who run the server: it names tables and machines. The caller reads translation.text(error).'
      : 'The text is what translation.text(error) gives.',
  );
}

task(1, () => {
  test('an error by its class', () => {
    const error = new NoSuchOrder('999');
    expectStatus(
      'NoSuchOrder',
      translated(error, ALL),
      Status.NOT_FOUND,
      'there is no order 999',
      'The first of the list is for ShopError, which NoSuchOrder extends. Its own is the one whose type is its class: an error’s class comes before all that it extends.',
    );
  });

  test('the nearest class wins, wherever it stands', () => {
    const lists: [string, Translation[]][] = [
      ['the general one first', [OF_ANY, OF_SHOP, OF_STOCK, OF_ORDER]],
      ['the general one last', [OF_ORDER, OF_STOCK, OF_SHOP, OF_ANY]],
    ];
    for (const [what, list] of lists) {
      expectStatus(
        `OutOfStock, ${what}`,
        translated(new OutOfStock('x'), list),
        Status.FAILED_PRECONDITION,
        'none left',
        'An OutOfStock is a ShopError and an Error too, so instanceof finds several. The first of the list, or the last, is not the nearest: walk up from the error’s own class.',
      );
    }
  });

  test('a class without a translation has that of the class it extends', () => {
    const cause =
      'Nobody has named SoldYesterday; it extends OutOfStock, which has a translation. Look at every class on the way up, and not at the first alone.';
    const received = translated(new SoldYesterday('x'), ALL);
    check(received instanceof GrpcError, 'SoldYesterday was not translated', cause);
    expectStatus('SoldYesterday', received, Status.FAILED_PRECONDITION, 'none left', cause);
    const ERROR = 'Error is a class as well, three steps up from SoldYesterday: go on to the end.';
    const any = translated(new SoldYesterday('x'), [OF_ANY]);
    check(any instanceof GrpcError, 'SoldYesterday was not translated as an Error', ERROR);
    expectStatus('SoldYesterday', any, Status.UNKNOWN, 'anything', ERROR);
  });

  test('no translation: it comes out as it is', () => {
    const things = [new Error('a bug'), new TypeError('a bug'), 'a text', 7, null, undefined];
    things.push({ code: 5, details: 'like a status' } as never, Object.create(null));
    things.push(new Error('a bug', { cause: new NoSuchOrder('1') }));
    for (const thing of things) {
      const what = describe(thing);
      let received: unknown;
      const thrown = thrownBy(() => {
        received = translated(thing, ALL);
      });
      check(
        thrown === undefined,
        `${what}: translated threw ${describe(thrown)}`,
        'Anything can be thrown, also null, which has no class: only an Error is looked up.',
      );
      check(
        received === thing,
        `${what} became ${received instanceof GrpcError ? received.message : describe(received)}`,
        'An accident is not a domain error. Hand it on untouched: who stands further out reports it, and tells the caller nothing.',
      );
    }
  });

  test('a name is not a class', () => {
    const impostor = Object.assign(new Error('secret'), { name: 'OutOfStock' });
    check(
      translated(impostor, ALL) === impostor,
      'an Error with the name "OutOfStock" was taken for an OutOfStock',
      'error.name is a text: anybody can set it, and a minifier changes that of a class. Compare classes: type.prototype.',
    );
    // Defined, because what bundles this suite for the page may rename a class.
    const Namesake = Object.defineProperty(class extends Error {}, 'name', { value: 'OutOfStock' });
    const namesake = new Namesake('secret');
    check(
      translated(namesake, ALL) === namesake,
      'an error of another class that is called OutOfStock was taken for ours',
      'Two libraries may each have a class of that name, and a minifier calls all of them e. Compare classes, and not their names: type.prototype.',
    );
  });

  test('a GrpcError stays what it is', () => {
    const cause =
      'A GrpcError is an Error too. Somebody has chosen its code already: let it through before you look into the list.';
    const chosen = new GrpcError(Status.ABORTED, 'somebody was faster');
    check(translated(chosen, [OF_ANY, ...ALL]) === chosen, 'a GrpcError was translated', cause);
    class Faster extends GrpcError {}
    const faster = new Faster(Status.ABORTED, 'somebody was faster');
    check(
      translated(faster, [OF_ANY, ...ALL]) === faster,
      'an error of a class that extends GrpcError was translated',
      `${cause} That goes for what extends it as well: instanceof.`,
    );
  });

  test('what an error was caused by is another error', () => {
    const error = new NoSuchOrder('999');
    error.cause = new OutOfStock('x');
    expectStatus(
      'a NoSuchOrder whose cause is an OutOfStock',
      translated(error, ALL),
      Status.NOT_FOUND,
      'there is no order 999',
      'The error’s own class counts. Whoever caught the OutOfStock has thought about it, and thrown a NoSuchOrder.',
    );
  });

  test('the error stays, as the cause', () => {
    for (const error of [new NoSuchOrder('999'), new OutOfStock('x')]) {
      const received = translated(error, ALL) as GrpcError;
      check(
        received.cause === error,
        `${error.constructor.name}: the new error’s cause is ${describe(received.cause)}`,
        'The log of the server wants the original, with its stack: { cause: error }. It does not travel.',
      );
    }
  });

  test('details, if there are any', () => {
    const received = translated(new OutOfStock('x'), ALL) as GrpcError;
    expectSame(
      'the details of OutOfStock',
      named(carried(received)),
      named([reason('OUT_OF_STOCK')]),
      'translation.details?.(error) gives them, richError(code, text, details) carries them.',
    );
    const plain = translated(new NoSuchOrder('1'), ALL) as GrpcError;
    const none = translation({ ...OF_STOCK, details: () => [] });
    for (const [what, error] of [
      ['without details', plain],
      ['whose details are an empty list', translated(new OutOfStock('x'), [none]) as GrpcError],
    ] as const) {
      expectSame(
        `trailers of an error ${what}`,
        [...error.metadata].length,
        0,
        'Without details there is nothing to carry: new GrpcError(code, text, undefined, { cause: error }).',
      );
    }
  });

  test('each function of a translation gets the error, once', () => {
    const seen: unknown[] = [];
    const watching = translation({
      type: OutOfStock,
      code: Status.FAILED_PRECONDITION,
      text: (error) => String(seen.push(error)),
      details: (error) => {
        seen.push(error);
        return [];
      },
    });
    const error = new OutOfStock('x');
    translated(error, [watching]);
    check(
      seen.length === 2 && seen.every((one) => one === error),
      `text and details were called ${seen.length} times in all`,
      'text(error) and details(error) once each, with the error itself.',
    );
  });

  test('downstream: an answer goes through', async () => {
    const order = { id: '101' };
    const received = await downstream(Promise.resolve(order));
    check(received === order, 'the answer is another one', 'return await call.');
  });

  test('downstream: whose codes are passed on', async () => {
    for (const [name, code] of Object.entries(Status)) {
      if (code === Status.OK) continue;
      const inner = new GrpcError(code, 'row 7 of stock@10.0.0.9');
      const error = await rejectionOf(downstream(failing(inner)));
      check(
        error !== inner,
        `${name}: the error itself came out`,
        PASSED_ON.has(code)
          ? 'Another error, also if its code is passed on: text and trailers stay here. (And a try catches what is awaited in it: return await call. With return call the function is left before the call has failed.)'
          : 'try catches what is awaited in it: return await call. With return call the function is left before the call has failed.',
      );
      const expected = PASSED_ON.has(code) ? code : Status.INTERNAL;
      check(
        error instanceof GrpcError,
        `${name}: expected a GrpcError, received ${describe(error)}`,
        'A failed call fails the handler too, with a GrpcError of its own.',
      );
      expectSame(
        `the code for ${withArticle(name)} from behind`,
        statusName(error.code),
        statusName(expected),
        PASSED_ON.has(code)
          ? 'It is true for our caller as well, who may try again: PASSED_ON.has(error.code).'
          : 'It speaks of a request that this server wrote. Our caller would look for a mistake in theirs: INTERNAL.',
      );
    }
  });

  test('downstream: nothing else of it travels', async () => {
    for (const code of [Status.NOT_FOUND, Status.UNAVAILABLE] as const) {
      const inner = new GrpcError(code, 'row 7 of stock@10.0.0.9', trailersOf(code, [COUPON]));
      const error = (await rejectionOf(downstream(failing(inner)))) as GrpcError;
      expectSame(
        `the text for ${statusName(code)}`,
        error.details,
        BEHIND,
        'The text was written for this server. It may name machines and rows: BEHIND takes its place, whatever the code.',
      );
      expectSame(
        `trailers for ${statusName(code)}`,
        [...error.metadata].length,
        0,
        'Details from behind may say what our caller must not know. Those who are to pass, pass by name.',
      );
      check(
        error.cause === inner,
        `the cause is ${describe(error.cause)}`,
        'For the log: { cause: error }.',
      );
    }
  });

  test('downstream: a bug is nobody’s status', async () => {
    for (const bug of [new TypeError('x is undefined'), 'a text', null]) {
      const received = await rejectionOf(downstream(failing(bug)));
      check(
        received === bug,
        `${bug instanceof Error ? 'a TypeError' : describe(bug)} became ${describe(received)}`,
        'What is not a GrpcError did not come from behind: hand it on as it is, so that it is reported. Anything can be thrown, also null: ask error instanceof GrpcError before you ask for its code.',
      );
    }
  });

  test('a client of grpc-js sees it, also in the middle of a stream', async () => {
    const seen = await askedByStranger(ALL, {
      getOrder: () => {
        throw new NoSuchOrder('999');
      },
      async *searchOrders() {
        yield Order.create({ id: '101' });
        throw new OutOfStock('secret');
      },
    });
    const cause = 'translate() is there already: it asks translated for whatever is thrown.';
    expectSame('GetOrder', seen.getOrder.text, 'NOT_FOUND: there is no order 999', cause);
    expectSame('SearchOrders', seen.searchOrders.text, 'FAILED_PRECONDITION: none left', cause);
    expectSame('orders that came before', seen.searchOrders.messages, 1, cause);
  });
});

task(2, () => {
  const READ =
    'error.metadata.getAll(DETAILS)[0] has the bytes; RichStatus.decode makes a status of them.';

  test('a status, as it came', () => {
    const status = richStatus(failed([COUPON, RETRY]));
    check(status !== undefined, 'richStatus gave undefined', READ);
    expectSame('its code', status.code, Status.NOT_FOUND, READ);
    expectSame('its message', status.message, 'no', READ);
    expectSame('its details', named(status.details), named([COUPON, RETRY]), READ);
  });

  /** The same trailer twice: each of them can be read. */
  const twice = () => {
    const metadata = trailersOf(5, [COUPON]);
    return metadata.append(DETAILS, metadata.get(DETAILS) as Uint8Array);
  };

  test.each<[string, Metadata, string]>([
    ['no trailer', new Metadata({ 'x-shop': '1' }), 'Most errors have none: undefined.'],
    [
      'two trailers that can be read',
      twice(),
      'Which of the two is right? Nobody can say: undefined.',
    ],
    [
      'two trailers',
      trailersOf(5, [COUPON]).append(DETAILS, new Uint8Array()),
      'Which of the two is right? Nobody can say: undefined.',
    ],
    [
      'bytes that are not a status',
      new Metadata().set(DETAILS, Uint8Array.of(0x0f)),
      'RichStatus.decode throws. Whoever asks for details has an error in hands already: catch it, and give undefined.',
    ],
    [
      'a status that is cut off',
      new Metadata().set(DETAILS, Uint8Array.of(8, 5, 0x12, 9, 0x6e)),
      'RichStatus.decode throws. Whoever asks for details has an error in hands already: catch it, and give undefined.',
    ],
    [
      'another code than grpc-status',
      trailersOf(Status.INTERNAL, [COUPON]),
      'grpc-status says 5, the details say 13. One of the two is wrong: status.code === error.code, or undefined.',
    ],
    [
      'no code at all',
      trailersOf(Status.OK, [COUPON]),
      'grpc-status says 5, the details say 0. One of the two is wrong: status.code === error.code, or undefined.',
    ],
    [
      'an empty trailer',
      new Metadata().set(DETAILS, new Uint8Array()),
      'No bytes are a status whose code is 0, and grpc-status says 5: status.code === error.code, or undefined.',
    ],
  ])('%s: none', (what, metadata, cause) => {
    const error = new GrpcError(Status.NOT_FOUND, 'no', metadata);
    let status: RichStatus | undefined;
    const thrown = thrownBy(() => {
      status = richStatus(error);
    });
    check(thrown === undefined, `${what}: richStatus threw ${describe(thrown)}`, cause);
    check(status === undefined, `${what}: richStatus gave a status`, cause);
    expectSame(`${what}: errorDetails`, errorDetails(error), [], cause);
  });

  test('a status that says nothing more is a status', () => {
    const error = new GrpcError(Status.NOT_FOUND, 'no', trailersOf(5, []));
    check(richStatus(error) !== undefined, 'richStatus gave undefined', 'No details is a list.');
    const other = new Metadata().set(
      DETAILS,
      RichStatus.encode(RichStatus.create({ code: 5, message: 'another text', details: [RETRY] })),
    );
    check(
      richStatus(new GrpcError(Status.NOT_FOUND, 'no', other)) !== undefined,
      'richStatus gave undefined, since the texts differ',
      'The texts may differ: one of them may be longer, or in another language. Only the codes must agree.',
    );
  });

  const infoOf = (details: Any[]) => detailOf(failed(details), ErrorInfo)?.reason;

  test('the first of its type', () => {
    const cause = 'Go through errorDetails(error), and give the first that unpackAny opens.';
    expectSame(
      'its reason',
      infoOf([COUPON, RETRY, reason('FIRST'), reason('SECOND')]),
      'FIRST',
      cause,
    );
    expectSame('without one', infoOf([COUPON, RETRY]), undefined, cause);
    expectSame('without details', infoOf([]), undefined, cause);
    expectSame(
      'the delay beside it',
      detailOf(failed([reason('A'), RETRY]), RetryInfo)?.retryDelay?.nanos,
      500_000_000,
      cause,
    );
    expectSame(
      'of an error without a status',
      detailOf(new GrpcError(Status.NOT_FOUND, 'no'), ErrorInfo),
      undefined,
      cause,
    );
  });

  test('what counts of a name is behind the last slash', () => {
    const { value } = reason('ELSEWHERE');
    expectSame(
      'from types.shop.example',
      infoOf([{ typeUrl: 'types.shop.example/google.rpc.ErrorInfo', value }]),
      'ELSEWHERE',
      'Nobody asks that host: unpackAny compares what stands behind the last slash.',
    );
    expectSame(
      'of my.google.rpc.ErrorInfo',
      infoOf([{ typeUrl: `${PREFIX}my.google.rpc.ErrorInfo`, value }]),
      undefined,
      'my.google.rpc.ErrorInfo is another type, although its name ends the same: unpackAny.',
    );
  });

  test('a broken detail hides nothing', () => {
    const cause =
      'A detail that says that it is an ErrorInfo and is not makes unpackAny throw. The error that it came with is more important: catch it, and look at the next.';
    for (const [what, details, expected] of [
      ['alone', [BROKEN], undefined],
      ['before a sound one', [BROKEN, reason('SOUND')], 'SOUND'],
    ] as const) {
      let received: string | undefined;
      const thrown = thrownBy(() => {
        received = infoOf([...details]);
      });
      check(
        thrown === undefined,
        `a broken detail, ${what}: detailOf threw ${describe(thrown)}`,
        cause,
      );
      expectSame(`a broken detail, ${what}`, received, expected, cause);
    }
  });

  test('an empty message is a message', () => {
    const empty = { typeUrl: `${PREFIX}google.rpc.BadRequest`, value: new Uint8Array() };
    expectSame(
      'the violations of an empty BadRequest',
      detailOf(failed([empty]), BadRequest)?.fieldViolations,
      [],
      'All its fields have their defaults, so it has no bytes. It is there all the same.',
    );
  });

  test('one more, behind the others', () => {
    const error = failed([COUPON, reason('A')]);
    const more = withDetail(error, RETRY);
    check(
      more instanceof GrpcError && more !== error,
      'withDetail gave no other GrpcError',
      'A new GrpcError: the old one may be in a log, or in somebody else’s hands.',
    );
    expectSame('its code', more.code, Status.NOT_FOUND, 'Code and text stay.');
    expectSame(
      'its text',
      more.details,
      'no',
      'Code and text stay. The text is error.details; error.message has the code in front of it, for a stack trace.',
    );
    const cause =
      'Take the status that is there, and push: details of unknown types are bytes, and stay what they are.';
    expectSame('its details', named(carried(more)), named([COUPON, reason('A'), RETRY]), cause);
    expectSame(
      'with a fourth',
      named(carried(withDetail(more, COUPON))),
      named([COUPON, reason('A'), RETRY, COUPON]),
      cause,
    );
    check(more.cause === error, `its cause is ${describe(more.cause)}`, '{ cause: error }');
  });

  test('unknown fields stay', () => {
    const error = new GrpcError(Status.NOT_FOUND, 'no', trailersOf(5, [COUPON], 0x78, 7));
    const bytes = withDetail(error, RETRY).metadata.get(DETAILS);
    const { $unknown } = RichStatus.decode(bytes as Uint8Array);
    expectSame(
      'bytes of a field that this program does not know',
      [...($unknown ?? [])],
      [0x78, 7],
      'Next year’s google.rpc.Status has a field 15. What was decoded keeps it ($unknown); a status built anew from code, message and details does not.',
    );
  });

  test('the text in the details stays', () => {
    const message = 'no such order, in another language';
    const status = RichStatus.create({ code: 5, message, details: [COUPON] });
    const trailers = new Metadata().set(DETAILS, RichStatus.encode(status));
    const more = withDetail(new GrpcError(Status.NOT_FOUND, 'no', trailers), RETRY);
    expectSame(
      'the text in the details',
      RichStatus.decode(more.metadata.get(DETAILS) as Uint8Array).message,
      message,
      'The status that came is a stranger’s: it gets one more detail, and all else in it stays.',
    );
  });

  test('other trailers stay', () => {
    const metadata = trailersOf(5, [COUPON])
      .append('x-tag', 'a')
      .append('x-tag', 'b')
      .append('k-bin', Uint8Array.of(1));
    const more = withDetail(new GrpcError(Status.NOT_FOUND, 'no', metadata), RETRY);
    const others = [...more.metadata]
      .filter(([name]) => name !== DETAILS)
      .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : [...value]}`);
    expectSame(
      'the other trailers',
      others,
      ['x-tag: a', 'x-tag: b', 'k-bin: 1'],
      'A correlation id stands there, too: begin with error.metadata.clone(), and not with new Metadata().',
    );
  });

  test('the error itself is not changed', () => {
    const error = failed([COUPON]);
    withDetail(error, RETRY);
    withDetail(error, RETRY);
    expectSame(
      'the details of the error, after withDetail',
      named(carried(error)),
      named([COUPON]),
      'set on error.metadata changes the error: clone() first.',
    );
    expectSame('its trailers', error.metadata.size, 1, 'clone() first.');
  });

  test('each reader has a status of its own', () => {
    const error = failed([COUPON]);
    const OWN =
      'Decode the bytes for each who asks. If a status is kept and given out twice, or pushed to, then whoever changes it changes what the next one reads.';
    errorDetails(error);
    withDetail(error, RETRY);
    expectSame(
      'the details of the error, after withDetail',
      named(errorDetails(error)),
      named([COUPON]),
      OWN,
    );
    richStatus(error)?.details.push(RETRY);
    expectSame(
      'the details, after a reader has added one to theirs',
      named(errorDetails(error)),
      named([COUPON]),
      OWN,
    );
  });

  test.each<[string, Metadata]>([
    ['no trailer', new Metadata({ 'x-tag': 'a' })],
    ['two trailers', trailersOf(5, [COUPON]).append(DETAILS, new Uint8Array())],
    ['two trailers that can be read', twice()],
    ['bytes that are not a status', new Metadata().set(DETAILS, Uint8Array.of(0x0f))],
    ['another code', trailersOf(Status.INTERNAL, [COUPON])],
  ])('%s: a new status begins', (what, metadata) => {
    const cause =
      'Without a readable status there is a new one: RichStatus.create({ code, message }), with the error’s own code and text.';
    let more: GrpcError | undefined;
    const thrown = thrownBy(() => {
      more = withDetail(new GrpcError(Status.NOT_FOUND, 'no such', metadata), RETRY);
    });
    check(
      thrown === undefined && more !== undefined,
      `${what}: withDetail threw ${describe(thrown)}`,
      cause,
    );
    expectSame(`${what}: the details`, named(carried(more)), named([RETRY]), cause);
    const { code, message } = RichStatus.decode(more.metadata.get(DETAILS) as Uint8Array);
    expectSame(`${what}: code in the details`, code, Status.NOT_FOUND, cause);
    expectSame(`${what}: message in the details`, message, 'no such', cause);
  });

  test('grpc-js sends details, and gets them', async () => {
    const [bytes] = trailersOf(Status.ABORTED, [COUPON, reason('LOST')]).getAll(DETAILS);
    const error = await answerOfStranger(Status.ABORTED, bytes as Uint8Array);
    expectSame(
      'what our client reads of grpc-js’ answer',
      detailOf(error, ErrorInfo)?.reason,
      'LOST',
      READ,
    );
    const seen = await askedByStranger([], {
      getOrder: () => {
        throw withDetail(error, RETRY);
      },
    });
    expectSame('what grpc-js gets', seen.getOrder.text.split(':')[0], 'ABORTED', READ);
    const passed = RichStatus.decode(seen.getOrder.bytes[0] ?? new Uint8Array());
    expectSame(
      'the details at grpc-js, passed on by us',
      named(passed.details),
      named([COUPON, reason('LOST'), RETRY]),
      'What came from one stranger goes to the next, with one more.',
    );
  });
});

task(3, () => {
  test.each([
    'there is no order 999',
    'no café ☕ 注文 today',
    'a family: 👩‍👩‍👧',
    'C:\\new\\table "100%"',
    '',
  ])('%j is shown as it is', (text) => {
    const pairs = /\\u\{d[89a-f]/.test(printable(text));
    expectSame(
      'printable',
      printable(text),
      text,
      pairs
        ? 'An emoji is two units in a string. text[i] and split("") give halves of it, which look unprintable: for (const character of text).'
        : 'Nothing in it does any harm: only what is UNPRINTABLE is escaped.',
    );
  });

  test('every one of them', () => {
    const received = printable('\n\na\nb\u0007\u0007\n');
    expectSame(
      'printable',
      received,
      '\\n\\na\\nb\\u{7}\\u{7}\\n',
      received === '\\n\na\nb\u0007\u0007\n'
        ? 'Only the first was escaped: so does replace with a pattern that has no g.'
        : 'Each character that is UNPRINTABLE is shown as escaped(character) has it.',
    );
  });

  test.each([
    ['a line break', 'gone\nINFO', 'gone\\nINFO', 'A line break begins a line of its own.'],
    ['CR LF and a tab', 'a\r\nb\tc', 'a\\r\\nb\\tc', 'escaped(character) knows their names.'],
    ['ESC', '\u001b[2J', '\\u{1b}[2J', 'ESC begins a command to the terminal.'],
    [
      'NUL and DEL',
      '\u0000\u007f',
      '\\u{0}\\u{7f}',
      'Control characters have no look of their own.',
    ],
    ['U+009B', '\u009b2J', '\\u{9b}2J', 'U+009B is ESC [ in one: C1 is control characters, too.'],
    ['U+2028', 'a\u2028b', 'a\\u{2028}b', 'U+2028 separates lines.'],
    ['U+202E', 'a\u202egnp.exe', 'a\\u{202e}gnp.exe', 'U+202E turns what follows around.'],
    ['half a pair', 'half \ud83d', 'half \\u{d83d}', 'Half a pair is not a character.'],
  ])('%s', (_what, text, expected, cause) => {
    expectSame('printable', printable(text), expected, cause);
  });

  test('at most so many characters', () => {
    const CUT = 'Exactly `most` is not too many. One more, and … stands for what was left out.';
    expectSame('12345, most 5', printable('12345', 5), '12345', CUT);
    expectSame('123456, most 5', printable('123456', 5), '12345…', CUT);
    expectSame('1, most 0', printable('1', 0), '…', CUT);
    expectSame('nothing, most 0', printable('', 0), '', CUT);
    const PAIRS =
      'Characters are counted, and "👍".length is 2. A cut by slice goes through the middle of one.';
    expectSame('three 👍, most 3', printable('👍👍👍', 3), '👍👍👍', PAIRS);
    expectSame('four 👍, most 3', printable('👍👍👍👍', 3), '👍👍👍…', PAIRS);
    expectSame('a👍b, most 2', printable('a👍b', 2), 'a👍…', PAIRS);
    const ESCAPES =
      'Count the characters of the text, and cut before you escape: \\n is two on the screen and one in the text, and a cut can go through an escape.';
    expectSame('line breaks, most 3', printable('a\n\n\nb', 3), 'a\\n\\n…', ESCAPES);
    expectSame('line breaks, most 5', printable('a\n\n\nb', 5), 'a\\n\\n\\nb', ESCAPES);
  });

  test('without most: MAX_PRINTED_LENGTH', () => {
    const exactly = 'x'.repeat(MAX_PRINTED_LENGTH);
    const cause = 'most = MAX_PRINTED_LENGTH, unless somebody says otherwise.';
    expectSame('length of what fits', printable(exactly).length, exactly.length, cause);
    check(printable(exactly) === exactly, 'what fits was changed', cause);
    check(printable(`${exactly}y`) === `${exactly}…`, 'one more was not cut', cause);
  });

  const DECODE =
    'percentDecode does all of it: escapes in either case, wrong ones as they stand, octets without escapes, � for what is not UTF-8.';
  test.each([
    [
      '%2541',
      '%41',
      'Decoded once: %25 is a percent sign, and what follows is text. A second decoding makes of a text what nobody wrote.',
    ],
    [
      '%250A',
      '%0A',
      'Decoded once: %25 is a percent sign, and what follows is text. A second decoding makes a line break of it.',
    ],
    ['no caf%C3%A9 100%25', 'no café 100%', DECODE],
    ['caf%c3%a9', 'café', DECODE],
    ['50%23 off %2F', '50# off /', 'decodeURI leaves %23 and %2F: it is made for addresses.'],
    ['100% sure', '100% sure', 'A wrong escape stays as it stands, and spoils nothing.'],
    ['%', '%', DECODE],
    ['caf%C3', 'caf\ufffd', DECODE],
    ['caf\u00c3\u00a9', 'café', DECODE],
    ['a+b', 'a+b', 'A plus is a plus: this is not a form of a web page.'],
    ['gone%0AINFO all is well', 'gone\\nINFO all is well', 'First decoded, then printable.'],
    ['%1B%5B2J', '\\u{1b}[2J', 'First decoded, then printable.'],
    ['%C2%9B2J', '\\u{9b}2J', 'First decoded, then printable.'],
    ['%E2%80%AEgnp', '\\u{202e}gnp', 'First decoded, then printable.'],
  ])('the field %j', (field, expected, cause) => {
    let received: string | undefined;
    const thrown = thrownBy(() => {
      received = messageText(field, Status.NOT_FOUND);
    });
    check(
      thrown === undefined,
      `messageText threw ${describe(thrown)}`,
      'A status that cannot be read helps nobody: percentDecode never throws, decodeURIComponent does.',
    );
    const isUntouched = received === field && cause.startsWith('Decoded once');
    expectSame('messageText', received, expected, isUntouched ? DECODE : cause);
  });

  test('cut when it is decoded', () => {
    const received = messageText('%C3%A9'.repeat(MAX_PRINTED_LENGTH + 1), Status.NOT_FOUND);
    check(
      received === `${'é'.repeat(MAX_PRINTED_LENGTH)}…`,
      `of ${MAX_PRINTED_LENGTH + 1} é: ${received.length} characters, the last of them ${JSON.stringify(received.slice(-3))}`,
      'An é takes six characters of the field. Decode first, and let printable cut.',
    );
  });

  test.each<[string | undefined, number, string]>([
    [undefined, 5, 'NOT_FOUND, and no text'],
    ['', 14, 'UNAVAILABLE, and no text'],
    ['   ', 5, 'NOT_FOUND, and no text'],
    ['%20%20', 5, 'NOT_FOUND, and no text'],
    [undefined, 99, 'CODE_99, and no text'],
    ['0', 5, '0'],
    ['%20x', 5, ' x'],
  ])('the field %j with code %i', (field, code, expected) => {
    expectSame(
      'messageText',
      messageText(field, code),
      expected,
      'White space is not text, also if it was escaped. Any other text is shown as it is, with the spaces at its ends.',
    );
  });
});

interface Item {
  name: string;
  price: number;
}
interface Box {
  id: string;
  address: { city: string; lines: string[] };
  items: Item[];
}

const checkItem: Check<Item> = ({ name, price }, violations) => {
  if (name === '') violations.add('', 'EMPTY', 'an item has a name');
  if (price < 0) violations.add('price', 'NEGATIVE', '0 or more');
};
const checkBox: Check<Box> = (box, violations) => {
  if (box.id === '') violations.add('id', 'EMPTY', 'an id');
  const inAddress = violations.inside('address');
  if (box.address.city === '') inAddress.add('city', 'EMPTY', 'a city');
  inAddress.each('lines', box.address.lines, (line, here) => {
    if (line === '') here.add('', 'EMPTY', 'a line');
  });
  violations.each('items', box.items, checkItem);
};

const GOOD: Box = {
  id: '1',
  address: { city: 'York', lines: ['Tea Lane 1'] },
  items: [{ name: 'teapot', price: 24 }],
};
const BAD: Box = {
  id: '',
  address: { city: '', lines: ['x', ''] },
  items: [
    { name: 'cup', price: -8 },
    { name: 'teapot', price: 24 },
    { name: '', price: -1 },
  ],
};
const FIELDS = ['id', 'address.city', 'address.lines[1]', 'items[0].price', 'items[2]'];
const ALL_WRONG = [...FIELDS, 'items[2].price'];

const fieldsOf = ({ found }: Violations) => found.map(({ field }) => field);

/** The BadRequest of an error, read past the learner's reader. */
function badRequest(error: unknown): BadRequest {
  check(
    error instanceof GrpcError,
    `expected a GrpcError, received ${describe(error)}`,
    'Only a GrpcError reaches the caller: richError makes one, with details.',
  );
  expectSame('its code', statusName(error.code), 'INVALID_ARGUMENT', 'The caller is to change it.');
  const details = carried(error) ?? [];
  expectSame(
    'the types of its details',
    details.map(({ typeUrl }) => typeUrl.replace(/^.*\//, '/')),
    ['/google.rpc.BadRequest'],
    details.some(({ typeUrl }) => typeUrl.endsWith('FieldViolation'))
      ? 'A FieldViolation is a part of a BadRequest, and nobody looks for it alone: one BadRequest with all of them.'
      : 'One detail, a BadRequest with all violations: packAny(BadRequest, { fieldViolations }).',
  );
  return BadRequest.decode(details[0]!.value);
}

task(4, () => {
  test('a violation has the way to its field', () => {
    const violations = new Violations();
    const thrown = thrownBy(() => violations.add('id', 'EMPTY', 'an id'));
    check(
      thrown === undefined,
      `add threw ${describe(thrown)}`,
      'add only writes down what is wrong. Whoever throws here never hears of the second field: validate throws, at the end.',
    );
    violations.inside('address').add('city', 'EMPTY', 'a city');
    violations.inside('order').inside('address').add('city', 'SHORT', 'a longer one');
    expectSame(
      'reasons and descriptions',
      violations.found.map(({ reason, description }) => `${reason}: ${description}`),
      ['EMPTY: an id', 'EMPTY: a city', 'SHORT: a longer one'],
      'add(field, reason, description): each under its own name. All in one list: inside hands it on.',
    );
    expectSame(
      'found',
      violations.found,
      [
        { field: 'id', reason: 'EMPTY', description: 'an id' },
        { field: 'address.city', reason: 'EMPTY', description: 'a city' },
        { field: 'order.address.city', reason: 'SHORT', description: 'a longer one' },
      ],
      'The way so far, a dot, the field; without a way so far, no dot. All in one list: inside hands it on.',
    );
  });

  test('the thing itself has no name of its own', () => {
    const violations = new Violations();
    violations.add('', 'EMPTY', 'say something');
    violations.inside('address').add('', 'MISSING', 'an address');
    violations.inside('').add('id', 'EMPTY', 'an id');
    expectSame(
      'fields',
      fieldsOf(violations),
      ['', 'address', 'id'],
      'An empty part gives no dot: neither "address." nor ".id".',
    );
  });

  test('each item by its number', () => {
    const violations = new Violations();
    const seen: unknown[] = [];
    violations.each('items', Object.freeze(['a', '', 'c', '']), (item, here) => {
      seen.push(item);
      if (item === '') here.add('', 'EMPTY', 'not empty');
    });
    expectSame('items that were checked', seen, ['a', '', 'c', ''], 'Each of them, in order.');
    expectSame(
      'fields',
      fieldsOf(violations),
      ['items[1]', 'items[3]'],
      'field[i], counted from 0; what is added under "" is the item itself.',
    );
  });

  test('items of items', () => {
    const violations = new Violations();
    violations.each('boxes', [['x'], ['x', '']], (box, here) => {
      here.each('items', box, (item, at) => {
        if (item === '') at.inside('name').add('text', 'EMPTY', 'not empty');
      });
    });
    expectSame(
      'fields',
      fieldsOf(violations),
      ['boxes[1].items[1].name.text'],
      'The way grows with each step; nothing of it gets lost.',
    );
  });

  test('what goes on further out, goes on', () => {
    const violations = new Violations();
    const inner = violations.inside('a');
    violations.add('x', 'R', 'd');
    inner.add('y', 'R', 'd');
    violations.inside('b');
    violations.add('z', 'R', 'd');
    expectSame(
      'fields',
      fieldsOf(violations),
      ['x', 'a.y', 'z'],
      'inside gives other violations. The ones that it was called on are still where they were.',
    );
    expectSame('found, seen from inside', inner.found.length, 3, 'They share one list.');
  });

  test('nothing wrong: nothing happens', () => {
    const thrown = thrownBy(() => validate(GOOD, checkBox));
    check(
      thrown === undefined,
      `a good request was refused: ${describe(thrown)}`,
      'No violations, no error: look at found.length before you throw.',
    );
  });

  test('everything that is wrong, at once', () => {
    const error = thrownBy(() => validate(BAD, checkBox));
    check(error !== undefined, 'a bad request was taken', 'Throw, once the check has seen it all.');
    const { fieldViolations } = badRequest(error);
    expectSame(
      'fields',
      fieldViolations.map(({ field }) => field),
      ALL_WRONG,
      'All of them, in the order in which they were found.',
    );
    const [first] = fieldViolations;
    expectSame(
      'the first',
      [first?.reason, first?.description],
      ['EMPTY', 'an id'],
      'reason is for programs, description for developers: both travel.',
    );
    expectSame(
      'the text',
      (error as GrpcError).details,
      '6 fields are wrong: id, address.city, address.lines[1] and 3 more',
      'summary(found), for those whose client shows a text and nothing else.',
    );
    const { code, message } = RichStatus.decode(
      (error as GrpcError).metadata.get(DETAILS) as Uint8Array,
    );
    expectSame('the code in the details', code, Status.INVALID_ARGUMENT, 'richError writes it.');
    expectSame('the text in the details', message, (error as GrpcError).details, 'The same text.');
  });

  test('each request has its own list', () => {
    thrownBy(() => validate(BAD, checkBox));
    const again = badRequest(thrownBy(() => validate({ ...GOOD, id: '' }, checkBox)));
    expectSame(
      'fields of the second request',
      again.fieldViolations.map(({ field }) => field),
      ['id'],
      'The list of the request before is somebody else’s: new Violations() in each validate.',
    );
    check(
      thrownBy(() => validate(GOOD, checkBox)) === undefined,
      'a good request was refused, after a bad one',
      'The list of the request before is somebody else’s: new Violations() in each validate.',
    );
  });

  test('no more than MAX_VIOLATIONS of them', () => {
    const requestOf = (count: number) => Array.from({ length: count }, () => '');
    const checkAll: Check<string[]> = (items, violations) =>
      violations.each('items', items, (_item, here) => here.add('', 'EMPTY', 'not empty'));
    for (const count of [MAX_VIOLATIONS, MAX_VIOLATIONS + 1, 500]) {
      const error = thrownBy(() => validate(requestOf(count), checkAll));
      const { fieldViolations } = badRequest(error);
      expectSame(
        `of ${count} violations, in the details`,
        fieldViolations.length,
        Math.min(count, MAX_VIOLATIONS),
        'Five hundred of them are trailers that no client takes: then code and text are lost as well. The first MAX_VIOLATIONS go.',
      );
      expectSame(
        `of ${count} violations, the first in the details`,
        fieldViolations[0]?.field,
        'items[0]',
        'The first MAX_VIOLATIONS go: whoever mends a form begins at its top.',
      );
      expectSame(
        `the text of ${count}`,
        (error as GrpcError).details,
        `${count} fields are wrong: items[0], items[1], items[2] and ${count - 3} more`,
        'The text counts all that were found: summary gets the whole list.',
      );
    }
  });

  test('what a check throws is an accident', () => {
    const bug = new TypeError('x is undefined');
    const received = thrownBy(() =>
      validate(GOOD, (_box, violations) => {
        violations.add('id', 'EMPTY', 'an id');
        throw bug;
      }),
    );
    check(
      received === bug,
      `a TypeError in a check became ${describe(received)}`,
      'A bug of ours is not the caller’s fault. Let it through: there is nothing to catch in validate.',
    );
    const inItem = thrownBy(() =>
      validate(GOOD, ({ items }, violations) =>
        violations.each('items', items, () => {
          throw bug;
        }),
      ),
    );
    check(
      inItem === bug,
      `a TypeError in the check of an item became ${describe(inItem)}`,
      'A bug of ours is not the caller’s fault. Let it through: there is nothing to catch in each.',
    );
  });

  test('a check gets the request itself', () => {
    let seen: unknown;
    validate(GOOD, (box) => {
      seen = box;
    });
    check(seen === GOOD, 'the check got something else', 'check(request, violations)');
  });

  test('a client of grpc-js sees it', async () => {
    const seen = await askedByStranger([], {
      getOrder: () => {
        validate(BAD, checkBox);
        return Order.create({});
      },
    });
    const cause = 'The error goes out as the handler throws it.';
    expectSame('its code', seen.getOrder.text.split(':')[0], 'INVALID_ARGUMENT', cause);
    const { details } = RichStatus.decode(seen.getOrder.bytes[0] ?? new Uint8Array());
    const { fieldViolations } = BadRequest.decode(details[0]?.value ?? new Uint8Array());
    expectSame('violations at grpc-js', fieldViolations.length, ALL_WRONG.length, cause);
  });
});
