import { type ServiceError, status } from '@grpc/grpc-js';
import type { ClientOptions } from '#course/lesson/define-lesson';
import { visibleLine } from '#inspect/draw/visible';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { connect } from '../shop/connect.ts';
import { GET_ORDER_AGAIN } from './policies.ts';

// #region asks
/** GetOrder, by the policy of a service config: the caller's code knows nothing of it. */
export async function runClient({ log, signal, host, port }: ClientOptions): Promise<void> {
  const shop = connect({ host, port }, { 'grpc.service_config': JSON.stringify(GET_ORDER_AGAIN) });
  // #endregion asks
  signal.addEventListener('abort', () => shop.close());
  try {
    for (let i = 1; i <= 3; i++) {
      const error = await new Promise<ServiceError | null>((resolve) => {
        shop.getOrder({ value: '101' }, { deadline: Date.now() + 5_000 }, resolve);
      });
      // Nobody listens there: that is the system's to say.
      if (error?.code === status.UNAVAILABLE) throw systemErrorOr(error);
      log(`call ${i}: ${error ? `${status[error.code]}, ${visibleLine(error.details)}` : 'OK'}`);
    }
  } finally {
    shop.close();
  }
}

function systemErrorOr(error: ServiceError): unknown {
  return asSystemError(error.details);
}
