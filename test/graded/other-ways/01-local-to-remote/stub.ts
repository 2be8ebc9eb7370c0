import { RemoteError } from '#rpc/remote-error';

/**
 * The exercise solved by somebody else: other order of members, `then` instead of await, a class
 * behind the proxy, a cache of methods. The grader must find nothing wrong with it.
 */
export type Exchange = (request: Uint8Array) => Promise<Uint8Array>;

export type Remote<Api> = {
  [Name in keyof Api]: Api[Name] extends (...params: infer Params) => infer Result
    ? (...params: Params) => Promise<Awaited<Result>>
    : never;
};

export function marshalCall(method: string, params: readonly unknown[]): Uint8Array {
  const members = [`"params": ${JSON.stringify(params)}`, `"method": ${JSON.stringify(method)}`];
  return new TextEncoder().encode(`{ ${members.join(', ')} }`);
}

export function unmarshalReply(reply: Uint8Array): unknown {
  const { result, error } = JSON.parse(new TextDecoder().decode(reply));
  if (error) throw Object.assign(new RemoteError(), { message: error.message });
  return result;
}

export function createStub<Api extends object>(exchange: Exchange): Remote<Api> {
  const methods = new Map<PropertyKey, unknown>([['then', undefined]]);
  const handler: ProxyHandler<() => void> = {
    get: (_, name) => {
      if (!methods.has(name)) {
        methods.set(name, function procedure() {
          // biome-ignore lint/complexity/noArguments: this learner has been at it for a while
          const params = Array.from(arguments);
          return exchange(marshalCall(String(name), params)).then(unmarshalReply);
        });
      }
      return methods.get(name);
    },
  };
  return new Proxy(() => {}, handler) as unknown as Remote<Api>;
}
