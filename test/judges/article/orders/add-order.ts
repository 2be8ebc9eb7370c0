import { Metadata as GrpcMetadata, type handleUnaryCall, status } from '@grpc/grpc-js';
import { GrpcError } from '#grpc/grpc-error';
import { richError } from '#grpc/rich-error';
import type { ServerCall } from '#grpc/server/server-call';
import { Status } from '#grpc/status';
import { packAny } from '#protobuf/any';
import type { Order } from '#protobuf/generated/ecommerce';
import { BadRequest, RetryInfo } from '#protobuf/generated/google/rpc/error_details';
import { Status as RichStatus } from '#protobuf/generated/google/rpc/status';

/** AddOrder, with the article's metadata, error details and deadline, on both stacks. */

export const INVALID_ID = '-1';
export const SLOW_ID = 'slow';
export const DETAILS = 'grpc-status-details-bin';
const INVALID = 'Invalid information received';

export const added = (id: string) => ({ value: `Order Added: ${id}` });

/** What is wrong with the order, and a detail of which the article's client knows nothing. */
export const details = [
  packAny(BadRequest, {
    fieldViolations: [
      { field: 'ID', description: `Order ID received is not valid ${INVALID_ID}:` },
    ],
  }),
  packAny(RetryInfo, {}),
];

/** What the handlers have seen. */
export interface Seen {
  /** The values of a name of the last call's metadata. */
  metadata(name: string): (string | Uint8Array)[];
  /** How many milliseconds the last slow call had left when it came. */
  timeLeft: number | undefined;
  /** Of the slow calls, those that heard that nobody waits. */
  givenUp: number;
}

/** On grpc-js. */
export function handleAddOrder(seen: Seen): handleUnaryCall<Order, { value: string }> {
  return (call, callback) => {
    seen.metadata = (name) => call.metadata.get(name);
    const front = new GrpcMetadata();
    front.set('location', 'San Jose');
    front.set('timestamp', new Date().toISOString());
    call.sendMetadata(front);
    const behind = new GrpcMetadata();
    behind.set('status', 'ok');
    const { id } = call.request;
    if (id === INVALID_ID) {
      const code = status.INVALID_ARGUMENT;
      const rich = RichStatus.encode({ code, message: INVALID, details });
      behind.set(DETAILS, Buffer.from(rich));
      callback({ code, details: INVALID, metadata: behind });
    } else if (id === SLOW_ID) {
      seen.timeLeft = (call.getDeadline() as Date).valueOf() - Date.now();
      call.once('cancelled', () => seen.givenUp++);
    } else {
      callback(null, added(id), behind);
    }
  };
}

/** On our stack. */
export async function addOrder({ id }: Order, call: ServerCall, seen: Seen) {
  seen.metadata = (name) => call.metadata.getAll(name);
  call.responseHeaders.set('location', 'San Jose').set('timestamp', new Date().toISOString());
  call.sendHeaders();
  call.responseTrailers.set('status', 'ok');
  if (id === INVALID_ID) throw richError(Status.INVALID_ARGUMENT, INVALID, details);
  if (id === SLOW_ID) {
    seen.timeLeft = call.timeLeft();
    await new Promise((resolve) => call.signal.addEventListener('abort', resolve, { once: true }));
    seen.givenUp++;
    throw new GrpcError(Status.CANCELLED, 'nobody waits');
  }
  return added(id);
}
