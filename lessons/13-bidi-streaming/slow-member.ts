import type { ServiceError } from '@grpc/grpc-js';
import { type Policy, ROOM } from '#bidi/room';
import { untilQuiet } from '#course/kit/quiet';
import { atShop } from './at-shop.ts';
import { joinChat } from './chat.ts';

const LINES = 1_500;
const LINE = 'tea '.repeat(256);

export interface SlowFigures {
  /** Lines that Ada got rid of. */
  said: number;
  /** Lines that Bob has read. */
  bob: number;
  /** What became of the member that does not read. */
  slow: string;
}

/** Ada talks, Bob reads, and one has gone for a cup of tea. */
export function measureSlowMember(policy: Policy): Promise<SlowFigures> {
  return atShop({ policy }, async (_shop, { host, port }) => {
    const address = `${host}:${port}`;
    const [ada, bob, slow] = ['Ada', 'Bob', 'Kim'].map((name) => joinChat(address, name));
    let heard = 0;
    let fate = 'missed nothing';
    bob!.call.on('data', () => heard++);
    slow!.call.on('error', (error: ServiceError) => {
      fate = error.details;
    });
    // It reads a line, and no more.
    slow!.call.once('data', () => slow!.call.pause());
    await untilQuiet(() => heard);
    let said = 0;
    const talk = () => {
      while (said < LINES) {
        said++;
        if (!ada!.call.write({ value: LINE })) return ada!.call.once('drain', talk);
      }
    };
    talk();
    await untilQuiet(() => said + heard);
    const before = { said, bob: heard };
    // Kim comes back, and reads what there is.
    let read = 0;
    slow!.call.on('data', ({ value }: { value: string }) => {
      read++;
      if (value.startsWith(ROOM)) fate = value;
    });
    slow!.call.resume();
    await untilQuiet(() => read);
    for (const { client, call } of [ada!, bob!, slow!]) {
      call.cancel();
      client.close();
    }
    return { ...before, slow: fate };
  });
}
