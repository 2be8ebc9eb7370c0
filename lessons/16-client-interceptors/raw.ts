import {
  InterceptingCall,
  type Interceptor,
  ListenerBuilder,
  RequesterBuilder,
} from '@grpc/grpc-js';

/** Is told which hook of which interceptor runs. */
export type Told = (hook: string, name: string) => void;

// #region raw
/** An interceptor with all of its hooks. It changes nothing. */
export function raw(name: string, told: Told): Interceptor {
  return (options, nextCall) => {
    told('made', name);
    const listener = new ListenerBuilder()
      .withOnReceiveMetadata((metadata, next) => {
        told('onReceiveMetadata', name);
        next(metadata);
      })
      .withOnReceiveMessage((message, next) => {
        const what = message === null ? ', null' : '';
        told(`onReceiveMessage${what}`, name);
        next(message);
      })
      .withOnReceiveStatus((status, next) => {
        told('onReceiveStatus', name);
        next(status);
      })
      .build();
    // #endregion raw
    // #region requester
    const requester = new RequesterBuilder()
      .withStart((metadata, _outer, next) => {
        told('start', name);
        next(metadata, listener);
      })
      .withSendMessage((message, next) => {
        told('sendMessage', name);
        next(message);
      })
      .withHalfClose((next) => {
        told('halfClose', name);
        next();
      })
      .withCancel((next) => {
        told('cancel', name);
        next();
      })
      .build();
    return new InterceptingCall(nextCall(options), requester);
    // #endregion requester
  };
}
