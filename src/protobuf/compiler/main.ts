/** `npm run generate`: TypeScript from `.proto` files. `-- --help` says how. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command, Option } from 'commander';
import { ProtoError } from '#protobuf/compiler/proto-error';
import { INSIDE } from './generate.ts';
import { generateFiles, isInside, listProtos } from './generate-files.ts';

/** The library's name for those who use it as a package. */
const PACKAGE = 'rpc-from-scratch/protobuf';

interface Options {
  from: string;
  to: string;
  also: string[];
  made?: string;
  runtime?: string;
  extension: string;
}

const command = new Command('generate')
  .usage('[options] [files...]')
  .description(
    'Generates TypeScript from .proto files: types, code that writes and reads messages, and ' +
      'definitions of services. shop/order.proto becomes shop/order.ts; what it imports is ' +
      'generated too.',
  )
  .argument('[files...]', 'paths below --from, as an import would name them (default: all)')
  .option('--from <directory>', 'where the files are, and their imports begin', 'proto')
  .option('--to <directory>', 'where the code goes', 'src/protobuf/generated')
  .option(
    '--also <directory>',
    'where else imports may be found; can be given again',
    (directory: string, others: string[]) => [...others, directory],
    [],
  )
  .option(
    '--made <module>',
    'below which the code of imports that are not in --from is already (default: it is generated)',
  )
  .option(
    '--runtime <module>',
    `what the code imports the library from (default: "${PACKAGE}", inside this repository "#…")`,
  )
  .addOption(
    new Option('--extension <ending>', 'how the code imports other generated files')
      .choices(['.ts', '.js', ''])
      .default('.ts'),
  )
  .addHelpText(
    'after',
    `
Examples:
  npm run generate
  npm run generate -- --from ../shop/proto --to ../shop/src/generated
  npm run generate -- --from api --to lib/rpc --also third_party shop.proto`,
  );

function run(files: readonly string[], options: Options): void {
  const { from, to, also, extension, made } = options;
  for (const directory of [from, ...also]) {
    if (!existsSync(directory)) command.error(`generate: there is no directory ${directory}`);
  }
  const library = options.runtime ?? (isInside(to) ? undefined : PACKAGE);
  const runtime = library === undefined ? INSIDE.runtime : () => library;
  const paths = files.length > 0 ? files : listProtos(from);
  if (paths.length === 0) command.error(`generate: there is no .proto file below ${from}`);
  const texts = generateFiles(paths, [from, ...also], { runtime, extension }, made);
  // Nothing is written unless all of it could be generated.
  for (const [path, text] of texts) {
    const target = join(to, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    console.log(target);
  }
}

try {
  command.parse();
  run(command.args, command.opts<Options>());
} catch (error) {
  if (!(error instanceof ProtoError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
