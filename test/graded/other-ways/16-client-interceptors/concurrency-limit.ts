import type { ClientCall, ClientInterceptor } from '#grpc/client/client-call';
import { whenOver } from '#grpc/client/when-over';
import { GrpcError } from '#grpc/grpc-error';
import { endingWith } from '#grpc/interceptors/ending-with';
import { Status } from '#grpc/status';
import { type Clock, systemClock } from '#time/clock';

export interface ConcurrencyLimitOptions {
  most: number;
  mostWaiting?: number;
  clock?: Clock;
}

/** Somebody else's way: an array for the line, and a turn is freed before it is taken again. */
export function concurrencyLimit(options: ConcurrencyLimitOptions): ClientInterceptor {
  const { most, mostWaiting = 100, clock = systemClock } = options;
  let free = most;
  const line: { goOn(): void }[] = [];

  const serve = () => {
    while (free > 0 && line.length > 0) {
      free--;
      line.shift()!.goOn();
    }
  };

  const turn = (call: ClientCall) =>
    new Promise<void>((resolve, reject) => {
      if (free > 0) {
        free--;
        resolve();
        return;
      }
      if (line.length === mostWaiting) {
        reject(new GrpcError(Status.RESOURCE_EXHAUSTED, 'the line is full'));
        return;
      }
      const stop = whenOver(call, clock, (error) => {
        line.splice(line.indexOf(place), 1);
        reject(error);
      });
      const place = {
        goOn() {
          stop();
          resolve();
        },
      };
      line.push(place);
    });

  return async (request, call, next) => {
    await turn(call);
    let isMine = true;
    const leave = () => {
      if (!isMine) return;
      isMine = false;
      free++;
      serve();
    };
    let answer: unknown;
    try {
      answer = await next(request, call);
    } catch (error) {
      leave();
      throw error;
    }
    if (!call.method.responseStream) {
      leave();
      return answer;
    }
    call.ended.finally(leave);
    return endingWith(answer, leave);
  };
}
