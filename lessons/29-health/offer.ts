import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { FileDescriptorProto } from '#protobuf/generated/google/protobuf/descriptor';
import {
  ServerReflectionDefinition,
  type ServerReflectionRequest,
} from '#protobuf/generated/grpc/reflection/v1/reflection';

type Question = NonNullable<ServerReflectionRequest['messageRequest']>;

/** What a server offers, by its own account. */
export interface Offer {
  services: string[];
  /** The files that describe one of them, and all that they import. */
  files: string[];
  /** Its methods, as in a `.proto`. */
  methods: string[];
}

/** Asks a server whose `.proto` nobody here has. */
export async function askOffer(
  { host, port }: { host: string; port: number },
  service: string,
): Promise<Offer> {
  const channel = new Channel(`ipv4:${host}:${port}`);
  const { serverReflectionInfo } = createClient(ServerReflectionDefinition, channel);
  // #region ask
  const questions: Question[] = [
    { case: 'listServices', value: '' },
    { case: 'fileContainingSymbol', value: service },
  ];
  const requests = questions.map((messageRequest) => ({ host: '', messageRequest }));
  const offer: Offer = { services: [], files: [], methods: [] };
  for await (const { messageResponse: answer } of serverReflectionInfo(requests)) {
    if (answer?.case === 'listServicesResponse') {
      offer.services = answer.value.service.map(({ name }) => name);
    }
    if (answer?.case === 'fileDescriptorResponse') {
      const files = answer.value.fileDescriptorProto.map((file) =>
        FileDescriptorProto.decode(file),
      );
      offer.files = files.map(({ name = '' }) => name);
      offer.methods = files.flatMap((file) => methodsOf(file, service));
    }
  }
  // #endregion ask
  await channel.close();
  return offer;
}

function methodsOf(file: FileDescriptorProto, service: string): string[] {
  const found = file.service.find(({ name }) => `${file.package}.${name}` === service);
  const typed = (type = '', stream = false) => `(${stream ? 'stream ' : ''}${type.slice(1)})`;
  return (found?.method ?? []).map((method) => {
    const { name, inputType, outputType, clientStreaming, serverStreaming } = method;
    return `${name}${typed(inputType, clientStreaming)} → ${typed(outputType, serverStreaming)}`;
  });
}
