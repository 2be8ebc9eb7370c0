import { afterEach, describe, expect, test, vi } from 'vitest';
import { ByteWriter } from '#bytes/byte-writer';
import { concat } from '#bytes/concat';
import { HpackEncoder } from '#hpack/encoder';
import { attachHttp2 } from '#http2/attach';
import { Flag, FrameType } from '#http2/frames/frame-type';
import {
  HANDSHAKE_TIMEOUT_MS,
  LINGER_MS,
  LONG_CHUNK_MS,
  MAX_WAITING_INPUT,
  TURN_MS,
} from '#http2/limits/limits';
import { CLIENT_PREFACE } from '#http2/wire/preface';
import { FakeClock } from '#time/fake-clock';
import type { Connection, ConnectionHandlers } from '#transport/connection';
import { CALL } from './calls.ts';
import { RawPeer, REQUEST, rawFrame } from './raw-peer.ts';
import { ClientRecorder, ServerRecorder } from './recorder.ts';

/** A transport that does what the test says and notes what is done to it. */
class FakeTransport implements Connection {
  readonly remote = 'test';
  readonly log: string[] = [];
  handlers!: ConnectionHandlers;
  takes = true;

  start(handlers: ConnectionHandlers): void {
    this.handlers = handlers;
  }
  write(bytes: Uint8Array): boolean {
    this.log.push(`write ${bytes.length}`);
    return this.takes;
  }
  end(): void {
    this.log.push('end');
  }
  destroy(): void {
    this.log.push('destroy');
  }
  pause(): void {
    this.log.push('pause');
  }
  resume(): void {
    this.log.push('resume');
  }
}

afterEach(() => {
  vi.restoreAllMocks();
});

function attached(subject = new ClientRecorder()) {
  const transport = new FakeTransport();
  const deferred: (() => void)[] = [];
  const clock = new FakeClock();
  attachHttp2(subject.connection, transport, {
    clock,
    defer: (flush) => deferred.push(flush),
  });
  const turn = () => {
    for (const flush of deferred.splice(0)) flush();
  };
  return { subject, transport, turn, deferred, clock };
}

describe('attachHttp2', () => {
  test('everything of one turn leaves in one write', () => {
    const { subject, transport, turn, deferred } = attached();
    for (let i = 0; i < 50; i++) subject.open(CALL).stream!.sendData(new Uint8Array(10), true);
    expect(deferred).toHaveLength(1);
    turn();
    expect(transport.log).toHaveLength(1);
    turn();
    expect(transport.log).toHaveLength(1);
  });

  test('a transport that takes no more is not written to until it drains', () => {
    const { subject, transport, turn } = attached();
    transport.takes = false;
    turn();
    subject.connection.ping();
    turn();
    expect(transport.log).toHaveLength(1);
    transport.handlers.drain?.();
    expect(transport.log).toHaveLength(2);
  });

  test('a peer that never says hello is let go', () => {
    const real = vi.spyOn(globalThis, 'setTimeout');
    const { subject, transport, turn, clock } = attached();
    turn();
    clock.advance(HANDSHAKE_TIMEOUT_MS - 1);
    expect(subject.connection.closed).toBe(false);
    // No other clock than the one that was given decides it.
    expect(real).not.toHaveBeenCalled();
    clock.advance(1);
    turn();
    expect(subject.error?.message).toBe('SETTINGS_TIMEOUT: no SETTINGS came');
    expect(transport.log.slice(2)).toEqual(['end']);
  });

  test('after the hello no timer is left', () => {
    const { subject, transport, turn, clock } = attached();
    turn();
    transport.handlers.data(rawFrame(FrameType.SETTINGS, 0, 0));
    expect(clock.pending).toBe(0);
    clock.advance(HANDSHAKE_TIMEOUT_MS);
    expect(subject.connection.closed).toBe(false);
  });

  test('the last words are written, the transport ended, and in the end destroyed', () => {
    const server = new ServerRecorder();
    const { transport, turn, clock } = attached(server as never);
    turn();
    transport.handlers.data(new TextEncoder().encode('GET / HTTP/1.1\r\n\r\n'));
    turn();
    expect(transport.log.slice(1)).toEqual([expect.stringMatching(/^write/), 'end']);
    clock.advance(LINGER_MS);
    expect(transport.log.at(-1)).toBe('destroy');
  });

  test('a peer that does not even read the last words is destroyed', () => {
    const { subject, transport, turn, clock } = attached();
    transport.takes = false;
    turn();
    subject.connection.abort(0);
    transport.handlers.data(new Uint8Array(1));
    turn();
    transport.handlers.drain?.();
    clock.advance(LINGER_MS);
    expect(transport.log.at(-1)).toBe('destroy');
  });

  test('when the transport breaks every call ends, once, and no timer is left', () => {
    const { subject, transport, turn, clock } = attached();
    const call = subject.open(CALL);
    turn();
    const cause = new Error('ECONNRESET');
    transport.handlers.close?.(cause);
    transport.handlers.close?.();
    turn();
    expect(call.events).toEqual(['close connection remote NO_ERROR: ECONNRESET']);
    expect(call.error?.cause).toBe(cause);
    expect(clock.pending).toBe(0);
    expect(transport.log).not.toContain('end');
  });
});

describe('honest peers and the guards', () => {
  test('thousands of small frames behind a reset are nobody’s fault', () => {
    const client = new ClientRecorder();
    const peer = new RawPeer(client.connection);
    const call = client.open(CALL, true);
    peer.headers(1, [[':status', '200']]);
    call.stream!.reset(8);
    for (let i = 0; i < 10_000; i++) peer.data(1, 20);
    peer.headersAndEnd(1, [['grpc-status', '0']]);
    expect(client.connection.closed).toBe(false);
  });

  test('late frames of a stream that was reset too long ago to remember', () => {
    const client = new ClientRecorder();
    const peer = new RawPeer(client.connection);
    for (let i = 0; i < 1_100; i++) client.open(CALL, true).stream!.reset(8);
    peer.headers(1, [[':status', '200']]);
    peer.data(1, 20, true);
    expect(client.connection.closed).toBe(false);
  });

  test('a client that cancels thousands of calls gets three late frames for each', () => {
    const client = new ClientRecorder();
    const peer = new RawPeer(client.connection);
    for (let id = 1; id < 6_000; id += 2) {
      client.open(CALL, true).stream!.reset(8);
      peer.headers(id, [[':status', '200']]);
      peer.headersAndEnd(id, [['grpc-status', '0']]);
      peer.frame(3, 0, id, [0, 0, 0, 0]);
    }
    expect(client.connection.closed).toBe(false);
  });

  test('a server that ends each of many calls early is not taken for an attacker', () => {
    const client = new ClientRecorder();
    const peer = new RawPeer(client.connection);
    for (let i = 0; i < 5_000; i++) {
      client.open(CALL);
      peer.headersAndEnd(1 + 2 * i, [[':status', '200']]);
      peer.frame(3, 0, 1 + 2 * i, [0, 0, 0, 0]);
    }
    expect(client.connection.closed).toBe(false);
  });

  test('half of all calls cancelled, for ever', () => {
    const server = new ServerRecorder();
    server.answer = (stream) => stream.id % 4 === 1 && stream.sendHeaders(fine, true);
    const fine = [{ name: ':status', value: '200' }];
    const peer = new RawPeer(server.connection);
    for (let i = 0; i < 5_000; i++) {
      peer.headersAndEnd(1 + 4 * i, REQUEST);
      peer.headers(3 + 4 * i, REQUEST);
      peer.frame(3, 0, 3 + 4 * i, [0, 0, 0, 8]);
    }
    expect(server.connection.closed).toBe(false);
  });
});

describe('turns', () => {
  /** A server for which each call takes a millisecond, and a chunk with so many calls. */
  function busy(calls: number) {
    const server = new ServerRecorder();
    const parts = attached(server as never);
    const { clock, transport, turn } = parts;
    const seen: number[] = [];
    const taken = vi.spyOn(server, 'stream').mockImplementation((stream) => {
      clock.advance(1);
      seen.push(stream.id);
      return { close() {} };
    });
    const encoder = new HpackEncoder();
    const headers = Array.from({ length: calls }, (_, i) => {
      const out = new ByteWriter();
      encoder.encode(
        REQUEST.map(([name, value]) => ({ name, value })),
        out,
      );
      const flags = Flag.END_HEADERS | Flag.END_STREAM;
      return rawFrame(FrameType.HEADERS, flags, 2 * i + 1, out.take());
    });
    transport.handlers.data(concat([CLIENT_PREFACE, rawFrame(FrameType.SETTINGS, 0, 0)]));
    turn();
    transport.log.length = 0;
    /** First what the others have made ready, then this connection again. */
    const nextTurn = () => {
      turn();
      turn();
    };
    return { ...parts, nextTurn, seen, taken, headers, chunk: concat(headers) };
  }
  const ids = (count: number) => Array.from({ length: count }, (_, i) => 2 * i + 1);
  const pauses = (log: readonly string[]) => log.filter((each) => !each.startsWith('write'));

  test('who sends what takes long is read no further until the others have had their turn', () => {
    const { nextTurn, seen, chunk, transport } = busy(50);
    transport.handlers.data(chunk);
    // It looks at the clock at every sixteenth frame only.
    expect(seen.length).toBeGreaterThanOrEqual(TURN_MS);
    expect(seen.length).toBeLessThan(TURN_MS + 16);
    for (let turns = 1; seen.length < 50; turns++) {
      const before = seen.length;
      nextTurn();
      expect(seen.length).toBeGreaterThan(before);
      expect(seen.length).toBeLessThan(before + TURN_MS + 16);
      expect(turns).toBeLessThan(50 / TURN_MS + 1);
    }
    expect(seen).toEqual(ids(50));
  });

  test('answers of others that are ready go out before it is read any further', () => {
    const { deferred, turn, seen, chunk, transport } = busy(50);
    transport.handlers.data(chunk);
    const before = seen.length;
    // Another connection is served meanwhile; what it writes at the end of the turn comes behind.
    let readBefore: number | undefined;
    deferred.push(() => {
      readBefore = seen.length;
    });
    turn();
    expect(readBefore).toBe(before);
    turn();
    expect(seen.length).toBeGreaterThan(before);
  });

  test('if much waits, nothing more is read from the network until nothing does', () => {
    const { transport, nextTurn, deferred, chunk } = busy(50);
    const large = rawFrame(0xfa, 0, 0, new Uint8Array(16_000));
    transport.handlers.data(chunk);
    for (let size = chunk.length; size < MAX_WAITING_INPUT; size += large.length) {
      expect(pauses(transport.log)).toEqual([]);
      transport.handlers.data(large);
    }
    transport.handlers.data(large);
    expect(pauses(transport.log)).toEqual(['pause']);
    for (let i = 0; i < 30; i++) nextTurn();
    expect(pauses(transport.log)).toEqual(['pause', 'resume']);
    expect(deferred).toEqual([]);
  });

  test('what comes meanwhile, and the end, keep their place', () => {
    const { subject, transport, turn, seen, chunk } = busy(50);
    transport.handlers.data(chunk.subarray(0, 301));
    transport.handlers.data(chunk.subarray(301, 500));
    transport.handlers.data(chunk.subarray(500));
    transport.handlers.end?.();
    expect(subject.connection.closed).toBe(false);
    for (let i = 0; i < 50; i++) turn();
    expect(seen).toEqual(ids(50));
    expect(subject.connection.closed).toBe(true);
  });

  test('the pieces of one turn are counted together', () => {
    const { transport, turn, nextTurn, seen, headers } = busy(4 * TURN_MS);
    for (const each of headers.slice(0, 2 * TURN_MS)) transport.handlers.data(each);
    expect(seen).toEqual(ids(TURN_MS));
    nextTurn();
    expect(seen).toEqual(ids(2 * TURN_MS));
    nextTurn();
    // A turn that is over takes nothing from the next one.
    for (const each of headers.slice(2 * TURN_MS)) {
      transport.handlers.data(each);
      turn();
    }
    expect(seen).toEqual(ids(4 * TURN_MS));
    expect(pauses(transport.log)).toEqual([]);
  });

  test('a piece that takes almost no time does not count', () => {
    const { transport, deferred, turn, taken, clock, headers } = busy(50);
    taken.mockImplementation(() => {
      clock.advance(LONG_CHUNK_MS / 2);
      return { close() {} };
    });
    for (const each of headers) transport.handlers.data(each);
    turn();
    expect(taken).toHaveBeenCalledTimes(50);
    expect(deferred).toEqual([]);
  });

  test('what takes no time is never made to wait', () => {
    const { transport, taken, deferred, turn, chunk } = busy(50);
    const seen: number[] = [];
    taken.mockImplementation((stream) => {
      seen.push(stream.id);
      return { close() {} };
    });
    transport.handlers.data(chunk);
    expect(seen).toEqual(ids(50));
    expect(pauses(transport.log)).toEqual([]);
    turn();
    expect(deferred).toEqual([]);
  });

  test('a transport that is gone takes with it what waits', () => {
    const { transport, turn, seen, chunk } = busy(50);
    transport.handlers.data(chunk);
    const { length } = seen;
    transport.handlers.close?.();
    for (let i = 0; i < 20; i++) turn();
    expect(seen.length).toBe(length);
  });
});
