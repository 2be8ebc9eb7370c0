import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as ourServices from '#protobuf/compiler/emit-service';
import * as ourTypes from '#protobuf/compiler/emit-types';
import { listProtos } from '#protobuf/compiler/generate-files';
import { parseProto } from '#protobuf/compiler/parse';
import * as theirServices from '../../solutions/06-codegen/emit-service.ts';
import * as theirTypes from '../../solutions/06-codegen/emit-types.ts';

const PROTOS = join(import.meta.dirname, '../../proto');
const files = parseProto(listProtos(PROTOS), (path) => readFileSync(join(PROTOS, path), 'utf8'));

/** Text without what a formatter changes. */
const bare = (text: string) => text.replace(/^\s+/gm, '');

describe.each([...files.values()])('$path: the exercise’s emitters print what ours do', (file) => {
  it('types', () => {
    for (const message of file.messages) {
      expect(bare(theirTypes.emitInterface(message))).toBe(bare(ourTypes.emitInterface(message)));
      expect(bare(theirTypes.emitEmpty(message))).toBe(bare(ourTypes.emitEmpty(message)));
    }
    for (const type of file.enums) {
      expect(bare(theirTypes.emitEnum(type))).toBe(bare(ourTypes.emitEnum(type)));
    }
  });

  it('services', () => {
    for (const service of file.services) {
      expect(theirServices.emitDefinition(service)).toBe(ourServices.emitDefinition(service));
      expect(theirServices.emitClient(service)).toBe(ourServices.emitClient(service));
      expect(theirServices.emitServer(service)).toBe(ourServices.emitServer(service));
    }
  });
});
