import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import { parseProto } from '#protobuf/compiler/parse-proto';
import { ProtoError } from '#protobuf/compiler/proto-error';
import { decodeMessage } from '#protobuf/fields/message-codec';
import { atKitchen } from './at-kitchen.ts';
import { SUPPER } from './client.ts';
import { generateFrom, KITCHEN, readProto } from './generate.ts';
import { guestProgram, READS_TOTAL } from './programs.ts';
import { layOut } from './source-text.ts';

/** `--emit <file>`: what the generator prints for a file below `proto/`. */
export async function showEmitted(stage: Stage, path: string): Promise<void> {
  let texts: Map<string, string>;
  try {
    texts = generateFrom(path);
  } catch (error) {
    if (error instanceof ProtoError) throw new UserError(`${error.message} (below proto/)`);
    throw error;
  }
  await stage.scene(`${path}, as a program`);
  const text = layOut(texts.get(path.replace(/\.proto$/, '.ts')) ?? '');
  stage.print(text);
  const lines = (of: string) => of.trimEnd().split('\n').length;
  stage.say(
    `${lines(readProto(path) ?? '')} lines of .proto became ${lines(text)} lines of TypeScript. The emitters that printed them are those of src/, or with --mine your own.`,
  );
}

/** `--rename`: a field gets another name and keeps its number. */
export async function renameField(stage: Stage): Promise<void> {
  const text = readProto(KITCHEN) ?? '';
  const changes = new Map([[KITCHEN, text.replace('total_cents = 2', 'cents = 2')]]);
  await stage.scene('total_cents = 2 becomes cents = 2');
  stage.say('On the wire nothing happens. An old server’s receipt, read by the new schema:');
  await atKitchen({}, async (kitchen) => {
    const receipt = await kitchen.placeOrder(SUPPER);
    const { Receipt } = await import('#protobuf/generated/kitchen/kitchen');
    const [renamed] = receiptsIn(changes);
    stage.step('sent', `totalCents: ${receipt.totalCents}`);
    stage.step('read', `cents: ${decodeMessage(renamed!, Receipt.encode(receipt)).cents}`);
  });

  await stage.scene('The same program, after npm run generate');
  const program = guestProgram(READS_TOTAL);
  stage.print(READS_TOTAL.join('\n'));
  await complain(stage, program, generateFrom(KITCHEN, changes));
  stage.say(
    'The compiler lists every place that has to change, before anything runs. In lesson 2 the name was a word in a JSON text: the program would have run, and printed "undefined cents".',
  );
}

function receiptsIn(changes: ReadonlyMap<string, string>) {
  const file = parseProto([KITCHEN], (path) => readProto(path, changes)).get(KITCHEN);
  return file?.messages.filter(({ name }) => name === 'kitchen.Receipt') ?? [];
}

/** What the compiler says of a program, with the generated files in the place of those in src/. */
export async function complain(
  stage: Stage,
  program: string,
  generated: ReadonlyMap<string, string>,
): Promise<void> {
  // The compiler is a large program, and only these scenes need it.
  const { typeCheck } = await import('./type-check.ts');
  const guest = 'lessons/06-codegen/guest.ts';
  const texts = new Map([[guest, program]]);
  for (const [path, text] of generated) texts.set(`src/protobuf/generated/${path}`, text);
  for (const { line, message } of typeCheck(guest, texts)) {
    stage.step('tsc', `${line.replace(/^(await|const next =) /, '')}`);
    stage.step('', message);
  }
}

/** `--import`: where an import is looked for. */
export async function showImports(stage: Stage): Promise<void> {
  const { importTraps } = await import('./tools/imports.ts');
  await stage.scene('import "kitchen/menu.proto"');
  stage.say(
    'kitchen.proto and menu.proto lie side by side in proto/kitchen/. Yet the import names the folder too: it is not read from the file that imports, but from the include path, here proto/.',
  );
  for (const { how, outcome } of importTraps()) {
    stage.step('tool', how);
    stage.step('', outcome);
  }
  stage.say(
    'The path from the include path is the file’s name, for every tool and in every language: it ends up in descriptors and in what reflection tells. So choose one root (proto/), give it to every tool, and write all imports from there.',
  );
}

/** `--vanish`: fields that are there, and not to be seen. */
export async function showVanishing(stage: Stage): Promise<void> {
  const { misspelt, vanishing } = await import('./tools/vanishing.ts');
  await stage.scene('A receipt, read by @grpc/proto-loader');
  stage.say(
    'Order 9007199254740993, of 0 cents, not paid: the same bytes every time, and only the options change.',
  );
  for (const { options, receipt } of vanishing()) {
    stage.step('options', options);
    stage.step('', receipt);
  }
  stage.say(
    'By default zeros are left out, so totalCents is undefined; a 64-bit number is an object called Long, and with longs: Number it is another number. Names are camelCase, unless keepCase is set; and a name in the wrong case is not an error:',
  );
  for (const { receipt, bytes } of misspelt()) stage.step('writes', `${receipt} → ${bytes}`);
  stage.say('Nothing was written, and nobody said so. Generated types would have.');
}
