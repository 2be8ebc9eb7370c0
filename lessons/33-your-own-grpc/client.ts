import { Channel } from '#channel/channel';
import type { ClientOptions } from '#course/lesson/define-lesson';
import { createClient } from '#grpc/client/client';
import { Status } from '#grpc/status';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { cases } from '../../test/judges/interop/cases.ts';
import { COMMON_CASES, runCases } from '../../test/judges/interop/grpc-js/rounds.ts';

/** A greeting, and then gRPC's interoperability cases, against whatever listens there. */
export async function runClient({ host, port, log, signal }: ClientOptions): Promise<void> {
  const channel = new Channel(`ipv4:${host}:${port}`);
  try {
    const greeter = createClient(GreeterDefinition, channel);
    const { message } = await greeter.sayHello({ name: 'Ada' }, { signal }).catch((error) => {
      // Nobody listens there: that is the system's to say.
      if (error.code !== Status.UNAVAILABLE) throw error;
      throw Object.assign(new Error(error.details), { code: 'ECONNREFUSED' });
    });
    log(`got "${message}"`);
    const { all, failed } = await runCases((name) => cases[name]!(channel));
    log(
      `${all - failed.length} of ${COMMON_CASES.length} interop cases passed ${failed.join(' ')}`,
    );
  } finally {
    await channel.close();
  }
}
