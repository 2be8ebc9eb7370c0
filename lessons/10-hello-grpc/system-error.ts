import { logVerbosity, setLogVerbosity } from '@grpc/grpc-js';

// grpc-js prints such an error as well as giving it to the caller, who says it in a line of its own.
if (process.env.GRPC_VERBOSITY === undefined) setLogVerbosity(logVerbosity.NONE);

/**
 * grpc-js puts what the system said into a sentence: `No connection established. Last error:
 * connect ECONNREFUSED 127.0.0.1:50010`. The same error with the system's code as its code.
 */
export function asSystemError(error: unknown): unknown {
  const [code] = /\bE[A-Z]{4,}(_AGAIN)?\b/.exec(String(error)) ?? [];
  return code === undefined ? error : Object.assign(new Error(code, { cause: error }), { code });
}
