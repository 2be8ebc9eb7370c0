import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { Server } from '#grpc/server/server';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { TestServiceDefinition } from '../../test/judges/interop/generated/grpc/testing/test.ts';
import { testService } from '../../test/judges/interop/test-service.ts';

/** The greeter of lesson 1, and gRPC's own test service: for whoever wants to call. */
export async function startServer({ host, port, log }: ServerOptions): Promise<RunningServer> {
  // #region server
  const server = new Server();
  server.addService(GreeterDefinition, {
    sayHello({ name }) {
      log(`SayHello("${name}")`);
      return { message: `Hello, ${name}` };
    },
  });
  server.addService(TestServiceDefinition, testService);
  const listener = await server.listen({ host, port });
  // #endregion server
  return { host: listener.host, port: listener.port, close: () => server.close() };
}
