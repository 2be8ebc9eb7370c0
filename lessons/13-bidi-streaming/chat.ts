import * as grpc from '@grpc/grpc-js';
import { type Policy, Room } from '#bidi/room';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';

const write = (message: StringValue) => Buffer.from(StringValue.encode(message));
const read = (bytes: Uint8Array) => StringValue.decode(bytes);

/** A chat in the shop: lines in, lines out. Who one is stands in the metadata, under `name`. */
export const chatService = {
  Talk: {
    path: '/shop.Chat/Talk',
    requestStream: true,
    responseStream: true,
    requestSerialize: write,
    requestDeserialize: read,
    responseSerialize: write,
    responseDeserialize: read,
  },
} as const;

type ChatCall = grpc.ServerDuplexStream<StringValue, StringValue>;

// #region chat
/** A member of the room for as long as its call lasts. */
export function handleChat(policy: Policy, log: (line: string) => void) {
  const room = new Room(policy);
  return (call: ChatCall): void => {
    const name = String(call.metadata.get('name')[0] ?? 'somebody');
    const seat = room.join({
      name,
      write: ({ from, text }) => call.write({ value: `${from}: ${text}` }),
      end: (details) => call.emit('error', { code: grpc.status.RESOURCE_EXHAUSTED, details }),
    });
    log(`${name} comes in, ${room.size} in the room`);
    // Before a word is said: you are in.
    call.sendMetadata(new grpc.Metadata());
    call.on('drain', () => seat.drained());
    call.on('data', async ({ value }: StringValue) => {
      call.pause();
      await seat.say(value);
      call.resume();
    });
    // While it is paused, a call that is cancelled comes to no `end`.
    call.once('cancelled', () => seat.leave());
    call.once('end', () => {
      seat.leave();
      log(`${name} leaves, ${room.size} in the room`);
      if (!call.cancelled) call.end();
    });
  };
}
// #endregion chat

/** Sits down in the room at `address`. */
export function joinChat(address: string, name: string, options?: grpc.CallOptions) {
  const Client = grpc.makeClientConstructor(chatService, 'shop.Chat');
  const client = new Client(address, grpc.credentials.createInsecure());
  const metadata = new grpc.Metadata();
  metadata.set('name', name);
  const { path } = chatService.Talk;
  const call = client.makeBidiStreamRequest(path, write, read, metadata, options);
  call.on('error', () => {});
  return { client, call };
}
