/**
 * A process that runs tests ends when vitest is gone, even by SIGKILL; what it has started notices
 * in turn that this one is gone. Not by `process.exit`: vitest takes that away from tests.
 */
const end = () => process.kill(process.pid, 'SIGKILL');

if (process.listenerCount('disconnect') === 0) process.once('disconnect', end);
