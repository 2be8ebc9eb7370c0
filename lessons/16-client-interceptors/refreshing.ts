import {
  InterceptingCall,
  type Interceptor,
  type Metadata,
  type StatusObject,
  status,
} from '@grpc/grpc-js';
import type { SharedToken } from '#grpc/interceptors/token-refresh';

/** For unary calls on grpc-js: a new token, and once more. */
export function refreshing(shared: SharedToken): Interceptor {
  return (options, nextCall) => {
    let sent: unknown;
    let answer: unknown;
    return new InterceptingCall(nextCall(options), {
      // #region refreshing
      async start(metadata, outer, begin) {
        const token = shared.get();
        await prove(metadata, token);
        begin(metadata, {
          onReceiveMessage: (message: unknown) => {
            answer = message; // Whether it goes on, the status says.
          },
          async onReceiveStatus(how: StatusObject) {
            if (how.code !== status.UNAUTHENTICATED) {
              return finish(outer, answer, how);
            }
            shared.refused(token);
            await prove(metadata, shared.get());
            const again = nextCall(options);
            again.start(metadata, outer);
            again.sendMessage(sent);
            again.halfClose();
          },
        });
      },
      sendMessage(message, inward) {
        sent = message;
        inward(message);
      },
      // #endregion refreshing
    });
  };
}

async function prove(metadata: Metadata, token: Promise<string>): Promise<void> {
  metadata.set('authorization', `Bearer ${await token}`);
}

type Outer = { onReceiveMessage(message: unknown): void; onReceiveStatus(how: StatusObject): void };

function finish(outer: Outer, message: unknown, how: StatusObject): void {
  outer.onReceiveMessage(message);
  outer.onReceiveStatus(how);
}
