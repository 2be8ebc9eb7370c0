import { describe, expect, test } from 'vitest';

import { ErrorCode } from '#http2/error-code';
import { CALL } from './calls.ts';
import { ClientRecorder, exchange, ServerRecorder } from './recorder.ts';

const OK = [{ name: ':status', value: '200' }];
const TRAILERS = [{ name: 'grpc-status', value: '0' }];

function pair(cut: number) {
  const client = new ClientRecorder();
  const server = new ServerRecorder();
  const run = () => exchange(client.connection, server.connection, cut);
  run();
  return { client, server, run };
}

describe.each([Number.MAX_SAFE_INTEGER, 1, 13])('two ends, cut every %d octets', (cut) => {
  test('a call with a body, a response with a body and trailers', () => {
    const { client, server, run } = pair(cut);
    server.answer = (stream) => {
      stream.sendHeaders(OK);
      stream.sendData(Uint8Array.of(1, 2, 3));
      stream.sendTrailers(TRAILERS);
    };
    const call = client.open(CALL);
    call.stream!.sendData(Uint8Array.of(9, 8), true);
    run();
    const request = CALL.map(({ name, value }) => `${name}=${value}`).join(' ');
    const served = server.streams[0]!;
    expect(served.events).toEqual([`headers ${request}`, 'data end', 'close']);
    expect([...served.chunks.flatMap((chunk) => [...chunk])]).toEqual([9, 8]);
    expect(call.events).toEqual(['headers :status=200', 'trailers grpc-status=0', 'close']);
    expect([...call.chunks.flatMap((chunk) => [...chunk])]).toEqual([1, 2, 3]);
    expect([client.connection.openStreams, server.connection.openStreams]).toEqual([0, 0]);
  });

  test('Trailers-Only, and interim responses before the real one', () => {
    const { client, server, run } = pair(cut);
    server.answer = (stream) => {
      stream.sendHeaders([{ name: ':status', value: '103' }]);
      stream.sendHeaders([...OK, ...TRAILERS], true);
    };
    const call = client.open(CALL, true);
    run();
    expect(call.events).toEqual([
      'informational :status=103',
      'headers :status=200 grpc-status=0 end',
      'close',
    ]);
  });

  test('a reset travels both ways, with its code', () => {
    const { client, server, run } = pair(cut);
    const first = client.open(CALL);
    const second = client.open(CALL);
    run();
    first.stream!.reset(ErrorCode.CANCEL);
    server.streams[1]!.stream!.reset(ErrorCode.REFUSED_STREAM);
    run();
    expect(first.events).toEqual(['close']);
    expect(server.streams[0]!.error).toMatchObject({
      scope: 'stream',
      code: ErrorCode.CANCEL,
      initiator: 'remote',
      fault: 'nobody',
    });
    expect(second.error).toMatchObject({ code: ErrorCode.REFUSED_STREAM, unprocessed: true });
    expect(server.streams[1]!.events.at(-1)).toBe('close');
  });

  test('frames that crossed a reset are skipped, and the connection lives', () => {
    const { client, server, run } = pair(cut);
    const call = client.open(CALL);
    run();
    // Both at once: the server's frames are on their way when the client gives up.
    server.streams[0]!.stream!.sendHeaders(OK);
    server.streams[0]!.stream!.sendData(new Uint8Array(1000));
    server.streams[0]!.stream!.sendTrailers(TRAILERS);
    call.stream!.reset(ErrorCode.CANCEL);
    run();
    const next = client.open(CALL, true);
    run();
    server.streams[1]!.stream!.sendHeaders(OK, true);
    run();
    expect(next.events).toEqual(['headers :status=200 end', 'close']);
    expect(client.connection.closed || server.connection.closed).toBe(false);
  });

  test('a header list larger than a frame goes on in CONTINUATION', () => {
    const { client, server, run } = pair(cut);
    const fields = Array.from({ length: 4 }, (_, i) => ({
      name: `x-${i}`,
      value: '\u0001'.repeat(3_500), // 28 bits each in Huffman code: it goes as it is.
    }));
    client.open([...CALL, ...fields], true);
    run();
    expect(server.streams[0]!.events[0]).toContain(`x-3=${'\u0001'.repeat(3_500)}`);
  });

  test('a PING comes back', () => {
    const { client, server, run } = pair(cut);
    client.connection.ping(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8));
    run();
    expect(client.events).toEqual(['settings', 'pingAck 1 2 3 4 5 6 7 8']);
    expect(server.events).toEqual(['ping']);
  });

  test('a long body each way arrives as it was sent', () => {
    const { client, server, run } = pair(cut);
    // More than a window and a frame; a megabyte if it does not come byte by byte.
    const length = cut < 100 ? 100_000 : 1_048_576;
    const body = Uint8Array.from({ length }, (_, i) => (i * 7 + (i >> 8)) & 255);
    server.answer = (stream) => {
      stream.sendHeaders(OK);
      stream.sendData(body, true);
    };
    const call = client.open(CALL);
    call.stream!.sendData(body, true);
    run();
    for (const end of [call, server.streams[0]!]) {
      expect(end.events.slice(-2)).toEqual(['data end', 'close']);
      const all = new Uint8Array(end.bytes);
      let at = 0;
      for (const chunk of end.chunks) {
        all.set(chunk, at);
        at += chunk.length;
      }
      expect(Buffer.compare(all, body)).toBe(0);
    }
  });
});
