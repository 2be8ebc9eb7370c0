import { loadSync } from '@grpc/proto-loader';
import protobuf from 'protobufjs';
import { ROOT } from '#course/paths';
import { parseProto } from '#protobuf/compiler/parse-proto';
import { readProto } from '../generate.ts';

/** Each tool, given the file in one way or another, and what comes of it. */
export function importTraps(): { how: string; outcome: string }[] {
  const traps: [how: string, load: () => unknown][] = [
    [
      'proto-loader: loadSync("proto/kitchen/kitchen.proto")',
      () => loadSync(`${ROOT}proto/kitchen/kitchen.proto`),
    ],
    [
      'proto-loader: loadSync("kitchen/kitchen.proto", { includeDirs: ["proto"] })',
      () => loadSync('kitchen/kitchen.proto', { includeDirs: [`${ROOT}proto`] }),
    ],
    [
      'protobufjs: protobuf.loadSync("proto/kitchen/kitchen.proto")',
      () => protobuf.loadSync(`${ROOT}proto/kitchen/kitchen.proto`),
    ],
    [
      'protobufjs: root.resolvePath = (origin, target) => join("proto", target)',
      () => {
        const root = new protobuf.Root();
        root.resolvePath = (_origin, target) => `${ROOT}proto/${target}`;
        return root.loadSync('kitchen/kitchen.proto');
      },
    ],
    [
      'ours, from inside the folder: parseProto(["kitchen.proto"])',
      () => parseProto(['kitchen.proto'], (path) => readProto(`kitchen/${path}`)),
    ],
  ];
  return traps.map(([how, load]) => ({ how, outcome: outcomeOf(load) }));
}

function outcomeOf(load: () => unknown): string {
  try {
    load();
    return 'found';
  } catch (error) {
    return (error as Error).message.replaceAll(ROOT, '');
  }
}
