import { expect } from 'vitest';
import { concat } from '#bytes/concat';
import { ErrorCode, errorCodeName } from '#http2/error-code';
import { randomBytes, randomChunks, randomInt, seededRandom } from '../hpack/random.ts';
import { CALL } from './calls.ts';
import { ClientRecorder, ServerRecorder } from './recorder.ts';

/** How often; `FUZZ_ROUNDS=500000 npx vitest run test/http2/fuzz.test.ts` for a long night. */
export const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 2_000);

/** A conversation as both sides wrote it: several calls, bodies, trailers, a reset, PING, GOAWAY. */
export function recordConversation(): { toServer: Uint8Array; toClient: Uint8Array } {
  const client = new ClientRecorder();
  const server = new ServerRecorder();
  server.answer = (stream) => {
    stream.sendHeaders([{ name: ':status', value: '200' }]);
    stream.sendData(new Uint8Array(300).fill(stream.id));
    stream.sendTrailers([{ name: 'grpc-status', value: '0' }]);
  };
  const sent: [Uint8Array[], Uint8Array[]] = [[], []];
  const carry = () => {
    for (let out = client.connection.takeOutput(); out; out = client.connection.takeOutput()) {
      sent[0].push(out.slice());
      server.connection.receive(out.slice(), 0);
    }
    for (let out = server.connection.takeOutput(); out; out = server.connection.takeOutput()) {
      sent[1].push(out.slice());
      client.connection.receive(out.slice(), 0);
    }
  };
  carry();
  for (let i = 0; i < 4; i++) {
    const call = client.open(CALL);
    call.stream!.sendData(new Uint8Array(100).fill(i));
    carry();
    call.stream!.sendData(new Uint8Array(20), true);
    if (i === 2) call.stream!.reset(ErrorCode.CANCEL);
    client.connection.ping();
    carry();
  }
  server.connection.shutdown('bye');
  carry();
  carry();
  return { toServer: concat(sent[0]), toClient: concat(sent[1]) };
}

export function mutate(random: () => number, original: Uint8Array): Uint8Array {
  const bytes = original.slice();
  for (let i = randomInt(random, 4); i >= 0; i--) {
    const at = randomInt(random, bytes.length);
    switch (randomInt(random, 4)) {
      case 0:
        bytes[at] = randomInt(random, 256);
        break;
      case 1:
        bytes[at]! ^= 1 << randomInt(random, 8);
        break;
      case 2:
        return concat([bytes.subarray(0, at), randomBytes(random, 5), bytes.subarray(at)]);
      default:
        return bytes.subarray(0, at);
    }
  }
  return bytes;
}

/** A connection that heard such bytes has ended in order: everybody was told, once. */
export function checkEnded(
  end: ClientRecorder | ServerRecorder,
  streams: { events: string[] }[],
): void {
  end.connection.transportClosed();
  expect(end.connection.closed).toBe(true);
  expect(end.connection.openStreams).toBe(0);
  expect(end.events.filter((event) => event.startsWith('close'))).toHaveLength(1);
  for (const { events } of streams) {
    expect(events.filter((event) => event.startsWith('close'))).toHaveLength(1);
    expect(events.at(-1)).toMatch(/^close/);
  }
  // INTERNAL_ERROR of ours would be a mistake of ours: a TypeError, an array out of bounds.
  if (end.error?.initiator === 'local')
    expect(errorCodeName(end.error.code)).not.toBe('INTERNAL_ERROR');
}

/** A server hears conversations in which some octets are wrong. */
export function serverHearsMutations(seed: number): void {
  const { toServer } = recordConversation();
  const random = seededRandom(seed);
  for (let round = 0; round < ROUNDS; round++) {
    const server = new ServerRecorder();
    server.answer = (stream) => stream.sendHeaders([{ name: ':status', value: '200' }]);
    for (const chunk of randomChunks(random, mutate(random, toServer), 400)) {
      server.connection.receive(chunk, round);
      server.connection.takeOutput();
    }
    checkEnded(server, server.streams);
  }
}
