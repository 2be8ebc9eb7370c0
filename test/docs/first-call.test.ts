import { afterEach, expect, test } from 'vitest';

// ---- the first program of README.md and docs/stack.md is cut from here

// #region imports
import { Channel, createClient, Server } from 'rpc-from-scratch';
import { GreeterDefinition } from '#protobuf/generated/hello';

// #endregion imports

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

test('a first call', async () => {
  // #region server
  const server = new Server();
  server.addService(GreeterDefinition, {
    async sayHello({ name }) {
      return { message: `Hello ${name}` };
    },
  });
  const { port } = await server.listen({ port: 0 });
  // #endregion server
  closing.push(() => server.close());

  // #region client
  const channel = new Channel(`dns:localhost:${port}`);
  const greeter = createClient(GreeterDefinition, channel);

  const { message } = await greeter.sayHello({ name: 'world' }, { timeoutMs: 1000 });
  // #endregion client
  closing.push(() => channel.close());

  expect(message).toBe('Hello world');
});
