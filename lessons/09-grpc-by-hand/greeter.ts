import { Status, type StatusObject, statusName } from '#grpc/status';
import { GreeterDefinition, HelloReply, HelloRequest } from '#protobuf/generated/hello';

/** The smallest service there is: `proto/hello.proto`. One method, one string each way. */
export const { path: PATH } = GreeterDefinition.methods.sayHello;

/** What both ends know of the messages, for the code that draws them. */
export const METHODS: Record<
  string,
  [typeof HelloRequest.descriptor, typeof HelloReply.descriptor]
> = { [PATH]: [HelloRequest.descriptor, HelloReply.descriptor] };

/** Somebody whom the server does not know; nor can a header spell the name. */
export const STRANGER = 'Zoë';

/** Somebody for whom one waits. */
export const GODOT = 'Godot';

export const encodeRequest = (name: string) => HelloRequest.encode(HelloRequest.create({ name }));
export const decodeReply = (bytes: Uint8Array) => HelloReply.decode(bytes).message;

/** `5 NOT_FOUND: no tea today` */
export function describeStatus({ code, details }: StatusObject): string {
  return `${code} ${statusName(code)}${details && `: ${details}`}`;
}

/** How a call ends that does not end in OK. */
export class CallFailed extends Error {
  readonly status: StatusObject;
  constructor(status: StatusObject) {
    super(status.details);
    this.status = status;
  }
}

/** The procedure. `signal` aborts when nobody waits for its answer any more. */
export async function sayHello(request: Uint8Array, signal: AbortSignal): Promise<Uint8Array> {
  const { name } = HelloRequest.decode(request);
  if (name === STRANGER) {
    const details = `nobody here is called ${name}, 100%`;
    throw new CallFailed({ code: Status.NOT_FOUND, details });
  }
  if (name === GODOT) {
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  }
  return HelloReply.encode(HelloReply.create({ message: `Hello, ${name}` }));
}
