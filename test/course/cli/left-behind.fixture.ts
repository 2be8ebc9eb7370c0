import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { Sandbox } from './sandbox.ts';

/** Starts all kinds of processes that our tests start, says which, and never ends. */
test('never ends', async () => {
  const sandbox = await Sandbox.create();
  const endless = { file: 'frame.ts', find: 'return frame;\n', put: 'for (;;);\n' };
  sandbox.solve('03-framing', [
    { file: 'frame.ts', find: 'import', put: "import { writeFileSync } from 'node:fs';\nimport" },
    { ...endless, put: `writeFileSync('under-way', '');\n${endless.put}` },
  ]);
  const server = sandbox.host(0).begin(['lesson', '3', 'server', '--port', '0']);
  const alone = sandbox.start(['lesson', '2', 'server', '--port', '0']);
  await Promise.all([server.prints(/listening/), alone.prints(/listening/)]);
  // At last the one that takes all that a processor has.
  const watch = sandbox.start(['exercise', '3', '--watch']);
  await sandbox.appears('under-way');
  const groups = [watch, server, alone].map(({ child }) => child.pid);
  writeFileSync(process.env.LEFT_BEHIND ?? '', JSON.stringify({ groups, root: sandbox.root }));
  await new Promise(() => {});
});
