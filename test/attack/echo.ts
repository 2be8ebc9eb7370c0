import type { ServiceDefinition, Source } from '#protobuf/schema/service-definition';

/** Bytes as they are: what a message holds is of no interest to these tests. */
function same(bytes: Uint8Array): Uint8Array {
  if (!(bytes instanceof Uint8Array)) throw new TypeError('a message of attack.Echo is bytes');
  return bytes;
}

function method<Up extends boolean, Down extends boolean>(name: string, up: Up, down: Down) {
  return {
    path: `/attack.Echo/${name}`,
    requestStream: up,
    responseStream: down,
    encodeRequest: same,
    decodeRequest: same,
    encodeResponse: same,
    decodeResponse: same,
  } as const;
}

/** A service with all four kinds of call, whose messages are plain bytes. */
export const EchoDefinition = {
  name: 'attack.Echo',
  methods: {
    unary: method('Unary', false, false),
    down: method('Down', false, true),
    up: method('Up', true, false),
    both: method('Both', true, true),
  },
} as const satisfies ServiceDefinition;

export type Bytes = Source<Uint8Array>;
