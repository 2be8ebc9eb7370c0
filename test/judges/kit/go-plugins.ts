import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import protobuf from 'protobufjs';
import { parseProto } from '#protobuf/compiler/parse-proto';
import { FileDescriptorProto } from '#protobuf/generated/google/protobuf/descriptor';
import { installGoTool } from './go-tools.ts';

/** Go's generators, as a Go program of today gets them. */
const PLUGINS = [
  'google.golang.org/protobuf/cmd/protoc-gen-go@v1.36.12',
  'google.golang.org/grpc/cmd/protoc-gen-go-grpc@v1.6.2',
];

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

/** A `.proto` file that is to become Go. */
export interface GoStubs {
  /** Where imports begin. */
  directory: string;
  proto: string;
  /** What the plugins are told: `module=…,Mfile.proto=package`. */
  parameter: string;
}

/** Writes the stubs of a file into a Go module. The plugins are installed beside it. */
export function generateGo(module: string, stubs: GoStubs): void {
  for (const path of PLUGINS) {
    const plugin = installGoTool(path, join(dirname(module), 'plugins'));
    for (const [file, text] of runPlugin(plugin, stubs)) {
      mkdirSync(dirname(join(module, file)), { recursive: true });
      writeFileSync(join(module, file), text);
    }
  }
}

/** @returns the generated files, by name. */
function runPlugin(plugin: string, { directory, proto, parameter }: GoStubs): Map<string, string> {
  // Imports come before those that import them, as the plugins want it.
  const files = parseProto([proto], (path) => readFileSync(join(directory, path), 'utf8'));
  const descriptors = [...files.values()].map((file) =>
    FileDescriptorProto.encode(file.descriptor),
  );
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
