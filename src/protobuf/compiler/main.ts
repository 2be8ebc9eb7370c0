/**
 * `npm run generate`: every `.proto` file below `proto/` to a file of the same name below
 * `src/protobuf/generated/`. Other directories can be given: where to, where from, and where
 * else imports may be found; and then, if not all, which files.
 *
 *     npm run generate -- --to lib/rpc --from api --also proto shop.proto
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ProtoError } from './check-proto3.ts';
import { generateFiles, listProtos } from './generate-files.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string', default: 'proto' },
    to: { type: 'string', default: 'src/protobuf/generated' },
    also: { type: 'string', multiple: true, default: [] },
  },
});

try {
  const paths = positionals.length > 0 ? positionals : listProtos(values.from);
  for (const [path, text] of generateFiles(paths, [values.from, ...values.also])) {
    const target = join(values.to, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    console.log(target);
  }
} catch (error) {
  if (!(error instanceof ProtoError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
