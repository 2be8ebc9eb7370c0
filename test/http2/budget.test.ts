import { describe, expect, test } from 'vitest';
import { ErrorCode } from '#http2/error-code';
import { Budget } from '#http2/limits/budget';
import { CALL_COST, CONNECTION_COST, headersCost, PIECE_COST } from '#http2/limits/costs';
import { RawPeer, REQUEST, uint32 } from './raw-peer.ts';
import { ServerRecorder } from './recorder.ts';

describe('a budget', () => {
  test('takes what fits, exactly, and gives back', () => {
    const budget = new Budget(800);
    expect(budget.take(800)).toBe(true);
    expect(budget.exhausted).toBe(true);
    expect(budget.take(1)).toBe(false);
    budget.release(1);
    expect(budget.exhausted).toBe(false);
    expect(budget.take(1)).toBe(true);
  });

  test('leaves the last eighth to those who have nothing yet', () => {
    const budget = new Budget(800);
    expect(budget.takeMore(700)).toBe(true);
    expect(budget.takeMore(1)).toBe(false);
    expect(budget.take(100)).toBe(true);
  });

  test('counts what cannot be refused, and says when there is room again', () => {
    const budget = new Budget(800);
    let rooms = 0;
    budget.onRoom = () => rooms++;
    budget.charge(1000);
    budget.release(200);
    expect([budget.used, budget.exhausted, rooms]).toEqual([800, true, 0]);
    budget.release(1);
    expect([budget.exhausted, rooms]).toEqual([false, 1]);
    budget.release(100);
    expect(rooms).toBe(1);
  });
});

/** A server that holds no more than this beside itself, and its peer. */
function serverWith(bytes: number) {
  const server = new ServerRecorder({ limits: { maxHeld: CONNECTION_COST + bytes } });
  const peer = new RawPeer(server.connection);
  const used = () => server.connection.budget.used - CONNECTION_COST;
  return { server, peer, used };
}

const CALL = CALL_COST + headersCost(REQUEST.map(([name, value]) => ({ name, value })));

describe('charged when it is taken, released when it is gone', () => {
  test('calls: one too many is refused as not processed, and the peer may try again', () => {
    const { peer, server, used } = serverWith(2 * CALL);
    for (const id of [1, 3, 5]) peer.headers(id, REQUEST);
    expect(used()).toBe(2 * CALL);
    expect(peer.got('RST_STREAM')).toMatchObject([{ streamId: 5, code: ErrorCode.REFUSED_STREAM }]);
    peer.frame(3, 0, 1, uint32(ErrorCode.CANCEL));
    peer.headers(7, REQUEST);
    expect(server.streams).toHaveLength(3);
    expect(used()).toBe(2 * CALL);
  });

  test('a call whose stream is closed, until its handler has let go', () => {
    const { peer, server, used } = serverWith(2 * CALL);
    peer.headers(1, REQUEST);
    const { stream } = server.streams[0]!;
    stream!.hold();
    peer.frame(3, 0, 1, uint32(ErrorCode.CANCEL));
    expect(used()).toBe(CALL);
    stream!.release();
    stream!.release();
    expect(used()).toBe(0);
  });

  test('octets of DATA, with their padding, until they are consumed or their stream is gone', () => {
    const { peer, server, used } = serverWith(1_000_000);
    server.greedy = false;
    for (const id of [1, 3]) peer.headers(id, REQUEST);
    peer.data(1, 1000);
    peer.frame(0, 8, 1, [200, ...new Uint8Array(300)]);
    peer.data(3, 500);
    expect(used()).toBe(2 * CALL + 1801);
    server.streams[0]!.stream!.consume(1000);
    expect(used()).toBe(2 * CALL + 801);
    server.streams[0]!.stream!.consume(100); // The rest, so the padding too.
    expect(used()).toBe(2 * CALL + 500);
    peer.frame(3, 0, 3, uint32(ErrorCode.CANCEL));
    expect(used()).toBe(CALL);
    peer.data(3, 500); // Late, and nobody keeps it.
    expect(used()).toBe(CALL);
  });

  test('output that waits for a window, until it is sent or its stream is gone', () => {
    const { peer, server, used } = serverWith(1_000_000);
    peer.setting(4, 0);
    for (const id of [1, 3]) peer.headers(id, REQUEST);
    const [first, second] = server.streams.map(({ stream }) => stream!);
    for (const each of [first!, second!]) {
      each.sendHeaders([{ name: ':status', value: '200' }]);
      each.sendData(new Uint8Array(5000));
      each.sendTrailers([{ name: 'x', value: 'y' }]);
    }
    const trailers = PIECE_COST + headersCost([{ name: 'x', value: 'y' }]);
    expect(used()).toBe(2 * (CALL + PIECE_COST + 5000 + trailers));
    peer.windowUpdate(1, 4999);
    expect(used()).toBe(2 * (CALL + PIECE_COST + 5000 + trailers));
    peer.windowUpdate(1, 1);
    expect(used()).toBe(2 * CALL + PIECE_COST + 5000 + trailers); // The client has not ended it.
    second!.reset(ErrorCode.CANCEL);
    expect(used()).toBe(CALL);
  });

  test('the connection gets its window back when octets come, and waits when too much is held', () => {
    const limits = { maxHeld: CONNECTION_COST + 100_000 };
    const server = new ServerRecorder({ limits, connectionWindow: 65_535 });
    server.greedy = false;
    const peer = new RawPeer(server.connection);
    for (const id of [1, 3, 5, 7]) peer.headers(id, REQUEST);
    const credit = () =>
      peer
        .got('WINDOW_UPDATE')
        .filter(({ streamId }) => streamId === 0)
        .reduce((sum, { increment }) => sum + increment, 0);
    for (let i = 0; i < 4; i++) peer.data(1, 16_000);
    expect(credit()).toBe(48_000); // Nobody has read any of it. The rest is less than half a window.
    for (let i = 0; i < 3; i++) peer.data(3, 16_000);
    expect(credit()).toBe(48_000); // More than is to be held: it waits.
    server.streams[0]!.stream!.consume(64_000);
    peer.read();
    expect(credit()).toBe(112_000);
  });
});
