import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';

/** The other half, solved by somebody else: a table of procedures made once, and promises chained. */
export type Skeleton = (request: Uint8Array) => Promise<Uint8Array>;

export function createSkeleton(implementation: object): Skeleton {
  const table = new Map(
    Object.entries(implementation).filter(([, member]) => member instanceof Function),
  );
  const run = (request: Uint8Array) => {
    const call = JSON.parse(decodeUtf8(request)) ?? {};
    const procedure = table.get(call.method);
    if (procedure === undefined) throw `unknown: ${call.method}`;
    if (call.params?.constructor !== Array) throw 'params must be a list';
    return Reflect.apply(procedure, implementation, call.params) as unknown;
  };
  return (request) =>
    new Promise((resolve) => resolve(run(request)))
      .then((result) => pack({ result: result === undefined ? null : result }))
      .catch((thrown) => pack({ error: { message: thrown?.message ?? String(thrown) } }));
}

function pack(message: object): Uint8Array {
  return encodeUtf8(JSON.stringify(message));
}
