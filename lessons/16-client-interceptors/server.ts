import { status } from '@grpc/grpc-js';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { CallError } from '#hello/call';
import { layer, type MakeLayer } from '../15-server-interceptors/layer.ts';
import { log, nameOf } from '../15-server-interceptors/layers.ts';
import { startShop } from '../15-server-interceptors/server.ts';
import { Desk } from './desk.ts';

// #region guard
/** Lets in who has a token that is still good, in front of all four kinds. */
export function deskGuard(desk: Desk): MakeLayer {
  return () => ({
    enter(metadata) {
      const [header] = metadata.get('authorization');
      if (desk.takes(header?.toString())) return;
      throw new CallError(status.UNAUTHENTICATED, 'who are you?');
    },
  });
}
// #endregion guard

/** The shop of lesson 15, where a token is good for two calls. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const desk = new Desk();
  const told: MakeLayer = (path) => ({
    enter: () => options.log(`${nameOf(path)}, with ${desk.asked.at(-1)}`),
  });
  const interceptors = [layer(log(options.log)), layer(deskGuard(desk)), layer(told)];
  return startShop(options, { interceptors });
}
