/** The program of the server's image: process 1 of its container. */
import { runProgram } from '#image/entry-point';
import { startOrderServer } from '../order-server.ts';

const log = (line: string) => console.log(line);

// #region main
void runProgram(
  {
    env: process.env,
    on: (signal, listener) => process.on(signal, listener),
    off: (signal, listener) => process.off(signal, listener),
    exit: (code) => process.exit(code),
    log,
  },
  (configuration) => startOrderServer({ ...configuration, log }),
);
// #endregion main
