import type { ServiceError } from '@grpc/grpc-js';
import type { ClientOptions } from '#course/lesson/define-lesson';
import { printable } from '#grpc/client/printable';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { connectTo, TIMEOUT_MS } from './world.ts';

/** Six calls to the shop at this address. */
export async function runClient({ host, port, log, signal }: ClientOptions): Promise<void> {
  const shop = connectTo(`${host}:${port}`);
  signal.addEventListener('abort', () => shop.close());
  try {
    for (let i = 1; i <= 6; i++) {
      const id = String(100 + i);
      const order = await new Promise<string>((resolve, reject) => {
        const options = { deadline: Date.now() + TIMEOUT_MS };
        shop.getOrder({ value: id }, options, (error: ServiceError | null, answer) => {
          if (error) reject(asSystemError(error));
          else resolve(`to ${answer?.destination}: ${answer?.items.join(', ')}`);
        });
      });
      log(`GetOrder("${id}") → ${printable(order)}`);
    }
  } finally {
    shop.close();
  }
}
