import { expect, test, vi } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';
import { RpcError } from '#rpc/codes';
import { createDispatcher, type DispatcherOptions, type Outcome } from '#rpc/dispatcher';
import { MAX_KEY_LENGTH } from '#rpc/limits';
import { ReplyCache } from '#rpc/reply-cache';

const json = (message: unknown) => encodeUtf8(JSON.stringify(message));
const parse = (bytes: Uint8Array) => JSON.parse(decodeUtf8(bytes));

function createShop(options?: DispatcherOptions) {
  let orders = 0;
  const shop = {
    open: true,
    order: () => ++orders,
    later: async (what: string) => `${what} later`,
    nothing: () => undefined,
    status() {
      return this.open ? 'open' : 'closed';
    },
    missing: () => {
      throw new RpcError('NOT_FOUND', 'no tea today');
    },
    broken: () => {
      throw new Error('password=hunter2 was refused by db-7');
    },
    big: () => 10n,
    circle: () => {
      const self: { self?: unknown } = {};
      self.self = self;
      return self;
    },
  };
  const dispatch = createDispatcher(shop, options);
  return async (request: unknown) =>
    parse(await dispatch(request instanceof Uint8Array ? request : json(request)));
}

test.each([
  ['a result', 'order', { result: 1 }],
  ['a result that comes later', 'later', { result: 'tea later' }],
  ['no result', 'nothing', { result: null }],
  ['a procedure that uses this', 'status', { result: 'open' }],
  ['an error with a code', 'missing', { error: { code: 'NOT_FOUND', message: 'no tea today' } }],
])('%s, with the call’s id', async (_name, method, outcome) => {
  const ask = createShop();
  expect(await ask({ id: 4711, method, params: ['tea'] })).toEqual({ id: 4711, ...outcome });
});

test.each([['fly'], ['open'], ['constructor'], ['__proto__'], ['toString']])(
  'the name %s is not a procedure',
  async (method) => {
    expect(await createShop()({ id: 1, method, params: [] })).toMatchObject({
      id: 1,
      error: { code: 'UNIMPLEMENTED' },
    });
  },
);

test('a stray exception tells the client nothing, and the server all', async () => {
  const onInternalError = vi.fn();
  const reply = await createShop({ onInternalError })({ id: 1, method: 'broken', params: [] });
  expect(reply).toEqual({ id: 1, error: { code: 'INTERNAL', message: 'the server failed' } });
  expect(onInternalError).toHaveBeenCalledOnce();
  expect(onInternalError.mock.calls[0]?.[0]).toMatchObject({
    message: 'password=hunter2 was refused by db-7',
  });
});

test.each([['big'], ['circle']])(
  'a result that JSON cannot write (%s) is a failure',
  async (method) => {
    const onInternalError = vi.fn();
    expect(await createShop({ onInternalError })({ id: 1, method, params: [] })).toMatchObject({
      id: 1,
      error: { code: 'INTERNAL' },
    });
    expect(onInternalError).toHaveBeenCalledOnce();
  },
);

test.each([
  ['no JSON', encodeUtf8('hello?'), null],
  ['no UTF-8', Uint8Array.of(0x22, 0xff, 0x22), null],
  ['nothing', new Uint8Array(0), null],
  ['null', null, null],
  ['a list', [], null],
  ['no id', { method: 'order', params: [] }, null],
  ['an id that is not a number', { id: '1', method: 'order', params: [] }, null],
  ['no method', { id: 1, params: [] }, 1],
  ['no params', { id: 2, method: 'order' }, 2],
  ['params that are not a list', { id: 3, method: 'order', params: {} }, 3],
  ['a key that is not text', { id: 4, method: 'order', params: [], key: null }, 4],
  [
    'a key that is too long',
    { id: 5, method: 'order', params: [], key: 'k'.repeat(MAX_KEY_LENGTH + 1) },
    5,
  ],
])('%s is an INVALID_ARGUMENT', async (_name, request, id) => {
  expect(await createShop()(request)).toEqual({
    id,
    error: { code: 'INVALID_ARGUMENT', message: 'this is not a call' },
  });
});

test('a key is executed once, and each repetition answered under its own id', async () => {
  const ask = createShop();
  const order = { method: 'order', params: [], key: 'k'.repeat(MAX_KEY_LENGTH) };
  expect(await Promise.all([ask({ id: 1, ...order }), ask({ id: 2, ...order })])).toEqual([
    { id: 1, result: 1 },
    { id: 2, result: 1 },
  ]);
  expect(await ask({ id: 3, ...order })).toEqual({ id: 3, result: 1 });
  expect(await ask({ id: 4, ...order, key: 'another' })).toEqual({ id: 4, result: 2 });
  expect(await ask({ id: 5, method: 'order', params: [] })).toEqual({ id: 5, result: 3 });
});

test('a failure is remembered like a result', async () => {
  const onInternalError = vi.fn();
  const ask = createShop({ onInternalError });
  for (const id of [1, 2]) {
    expect(await ask({ id, method: 'broken', params: [], key: 'k' })).toMatchObject({
      id,
      error: { code: 'INTERNAL' },
    });
  }
  expect(onInternalError).toHaveBeenCalledOnce();
});

test('connections that share a cache share what was done', async () => {
  const replies = new ReplyCache<Outcome>();
  let orders = 0;
  const shop = { order: () => ++orders };
  const request = json({ id: 1, method: 'order', params: [], key: 'k' });
  for (const dispatch of [createDispatcher(shop, { replies }), createDispatcher(shop, { replies })])
    expect(parse(await dispatch(request))).toEqual({ id: 1, result: 1 });
});
