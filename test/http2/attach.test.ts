import { afterEach, describe, expect, test, vi } from 'vitest';
import { attachHttp2 } from '#http2/attach';
import { FrameType } from '#http2/frames/frame-type';
import { HANDSHAKE_TIMEOUT_MS, LINGER_MS } from '#http2/limits/limits';
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
  pause(): void {}
  resume(): void {}
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
