import {
  type Client,
  credentials,
  getChannelzServiceDefinition,
  makeClientConstructor,
  type ServiceDefinition,
} from '@grpc/grpc-js';

/** What a process knows of one of its channels. */
export interface ChannelState {
  target: string;
  state: string;
  started: number;
  succeeded: number;
  failed: number;
}

interface Counts {
  calls_started: string;
  calls_succeeded: string;
  calls_failed: string;
}
interface ChannelData extends Counts {
  target: string;
  state: { state: string } | null;
}
type Answer<T> = (error: Error | null, answer: T) => void;
type Channelz = Client & {
  getTopChannels(request: object, done: Answer<{ channel: { data: ChannelData }[] }>): void;
  getServers(request: object, done: Answer<{ server: { data: Counts }[] }>): void;
};

// #region ask
/** Asks a process for its channels and its servers, while it works. */
export async function askChannelz(port: number) {
  const Stub = makeClientConstructor(
    getChannelzServiceDefinition() as unknown as ServiceDefinition,
    'Channelz',
  );
  const client = new Stub(`127.0.0.1:${port}`, credentials.createInsecure()) as unknown as Channelz;
  const ask = <T>(call: (request: object, done: Answer<T>) => void) =>
    new Promise<T>((resolve, reject) => {
      call.call(client, {}, (error, answer) => (error ? reject(error) : resolve(answer)));
    });
  try {
    const { channel } = await ask(client.getTopChannels);
    const { server } = await ask(client.getServers);
    return { channels: channel.map(({ data }) => stateOf(data)), servers: server.map(countsOf) };
  } finally {
    client.close();
  }
}
// #endregion ask

const countsOf = ({ data }: { data: Counts }) => ({
  started: Number(data.calls_started),
  succeeded: Number(data.calls_succeeded),
  failed: Number(data.calls_failed),
});

const stateOf = (data: ChannelData): ChannelState => ({
  target: data.target,
  state: data.state?.state ?? '–',
  ...countsOf({ data }),
});
