import {
  ResponderBuilder,
  ServerInterceptingCall,
  type ServerInterceptor,
  ServerListenerBuilder,
} from '@grpc/grpc-js';

/** Is told which hook of which interceptor runs. */
export type Told = (hook: string, name: string) => void;

// #region raw
/** An interceptor of grpc-js with all of its hooks. It changes nothing. */
export function raw(name: string, told: Told): ServerInterceptor {
  return (_method, call) => {
    told('made', name);
    const listener = new ServerListenerBuilder()
      .withOnReceiveMetadata((metadata, next) => {
        told('onReceiveMetadata', name);
        next(metadata);
      })
      .withOnReceiveMessage((message, next) => {
        told('onReceiveMessage', name);
        next(message);
      })
      .withOnReceiveHalfClose((next) => {
        told('onReceiveHalfClose', name);
        next();
      })
      .withOnCancel(() => told('onCancel', name))
      .build();
    // #endregion raw
    const responder = new ResponderBuilder()
      .withStart((next) => {
        told('start', name);
        next(listener);
      })
      .withSendMetadata((metadata, next) => {
        told('sendMetadata', name);
        next(metadata);
      })
      .withSendMessage((message, next) => {
        told('sendMessage', name);
        next(message);
      })
      .withSendStatus((status, next) => {
        told('sendStatus', name);
        next(status);
      })
      .build();
    return new ServerInterceptingCall(call, responder);
  };
}
