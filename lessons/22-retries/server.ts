import type { ServerOptions } from '#course/lesson/define-lesson';
import { type Counted, startCounted, unavailable } from './counted.ts';

/** A shop that says UNAVAILABLE two times out of three. */
export function startServer(options: ServerOptions): Promise<Counted> {
  return startCounted((attempt, call) => {
    const [before = '0'] = call.metadata.get('grpc-previous-rpc-attempts');
    const says = attempt % 3 === 0 ? 'OK' : unavailable();
    options.log(
      `attempt ${attempt}, ${before} before it: ${says === 'OK' ? 'OK' : 'UNAVAILABLE, not now'}`,
    );
    return says;
  }, options);
}
