import {
  InterceptingCall,
  type Interceptor,
  type Metadata,
  type StatusObject,
} from '@grpc/grpc-js';

/** What a layer wants to know of one call, and may change of it. Each may be left out. */
export interface Layer {
  /** The call goes out: its metadata may be added to. */
  leave?(metadata: Metadata): void;
  /** A request on its way out, and a response on its way in: what it returns goes on. */
  request?(message: unknown): unknown;
  response?(message: unknown): unknown;
  /** The call is over, with this status; what it returns goes on. */
  end?(status: StatusObject): StatusObject;
}

/** Makes the layer of one call, when the call is made. */
export type MakeLayer = (path: string) => Layer;

// #region layer
/** An interceptor for grpc-js, of what one wants to say. */
export function layer(make: MakeLayer): Interceptor {
  return (options, nextCall) => {
    const mine = make(options.method_definition.path);
    const { leave, request = same, response = same, end = same } = mine;
    return new InterceptingCall(nextCall(options), {
      start(metadata, _outer, inward) {
        leave?.(metadata);
        inward(metadata, {
          // A unary call that fails has a message, too: null.
          onReceiveMessage: (one, outward) => outward(one === null ? null : response(one)),
          onReceiveStatus: (how, outward) => outward(end(how)),
        });
      },
      sendMessage: (one, inward) => inward(request(one)),
    });
  };
}
// #endregion layer

const same = <T>(thing: T): T => thing;
