import { spawnSync } from 'node:child_process';
import { loadSync } from '@grpc/proto-loader';
import protobuf from 'protobufjs';

/**
 * What `protoc` does for a plugin, in thirty lines: it hands the descriptors of the files to the
 * plugin's standard input, and gets the texts of generated files on its standard output
 * (google/protobuf/compiler/plugin.proto). So that nobody needs to have `protoc`.
 */
const { root } = protobuf.parse(`
  syntax = "proto3";
  message Request {
    repeated string file_to_generate = 1;
    string parameter = 2;
    repeated bytes proto_file = 15;
  }
  message Response {
    message File {
      string name = 1;
      string content = 15;
    }
    string error = 1;
    repeated File file = 15;
  }
`);
const Request = root.lookupType('Request');
const Response = root.lookupType('Response');

/** @returns the generated files, by name. */
export function runPlugin(
  plugin: string,
  { directory, proto, message, parameter }: Record<string, string>,
): Map<string, string> {
  const loaded = loadSync(proto!, { includeDirs: [directory!] })[message!]!;
  const descriptors = (loaded as { fileDescriptorProtos: Uint8Array[] }).fileDescriptorProtos;
  const request = { fileToGenerate: [proto], parameter, protoFile: descriptors };
  const input = Request.encode(Request.fromObject(request)).finish();
  const { stdout, stderr, status } = spawnSync(plugin, [], { input });
  if (status !== 0) throw new Error(`${plugin} failed: ${stderr}`);
  const { error, file } = Response.toObject(Response.decode(stdout), { arrays: true }) as {
    error?: string;
    file: { name: string; content: string }[];
  };
  if (error) throw new Error(`${plugin}: ${error}`);
  return new Map(file.map(({ name, content }) => [name, content]));
}
