import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import { parseProto } from '#protobuf/compiler/parse-proto';
import { complain, renameField, showEmitted, showImports, showVanishing } from './experiments.ts';
import { generateFrom, KITCHEN, readProto } from './generate.ts';
import { guestProgram, SLIPS } from './programs.ts';
import { showTools } from './show-tools.ts';
import { excerpt, layOut } from './source-text.ts';
import { recordOrder } from './traces.ts';
import { drawTree } from './tree.ts';

/** `npm run lesson 6`: from a description to a program, and what it is good for. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { emit, rename, tools, vanish } = experiments;
  if (emit !== undefined) return showEmitted(stage, String(emit));
  if (rename) return renameField(stage);
  if (tools) return showTools(stage);
  if (vanish) return showVanishing(stage);
  if (experiments.import) return showImports(stage);

  await showContract(stage);
  await showTree(stage);
  await showProgram(stage);
  await showCall(stage);
  await showSlips(stage);
  await showReaders(stage);
}

async function showContract(stage: Stage): Promise<void> {
  await stage.scene('One description, two ends');
  stage.say(
    'The stub of lesson 1 did what it was told: any name, any arguments, off they went. Whether the server has such a procedure came out when it answered. This is the kitchen of lesson 2, written down before anybody writes a program:',
  );
  stage.print(excerpt(readProto(KITCHEN) ?? '', 'service Kitchen', '}'));
}

async function showTree(stage: Stage): Promise<void> {
  await stage.scene('The description as a tree');
  stage.say(
    'A parser reads it. What comes out is a tree (AST) in which every name has been found, also those that are imported:',
  );
  stage.print(drawTree(parseProto([KITCHEN], readProto).values()));
}

async function showProgram(stage: Stage): Promise<void> {
  await stage.scene('A program that writes a program');
  stage.say('A generator walks over the tree and prints. For a message, a type:');
  const text = layOut(generateFrom(KITCHEN).get('kitchen/kitchen.ts') ?? '');
  stage.print(excerpt(text, 'export interface Order ', '}'));
  stage.say('For a method, what both ends have to know of it:');
  stage.print(excerpt(text, 'placeOrder: {', '    },'));
  stage.say('And for each end a type: the stub to be called, the skeleton to be filled in.');
  stage.print(excerpt(text, 'export interface KitchenClient', '}'));
}

async function showCall(stage: Stage): Promise<void> {
  await stage.scene('Compiled, and called');
  stage.say(
    'The text is compiled and loaded, and serves lesson 2’s connection in lesson 3’s frames. JSON has no bytes, so the message goes as hex digits:',
  );
  await recordOrder(stage.show);
}

async function showSlips(stage: Stage): Promise<void> {
  await stage.scene('What the compiler knows now');
  stage.say('Four slips, of which lesson 2 would have noticed none before the program ran:');
  await complain(stage, guestProgram(SLIPS), generateFrom(KITCHEN));
}

async function showReaders(stage: Stage): Promise<void> {
  const { readByAll, RECEIPT_HEX } = await import('./tools/readers.ts');
  await stage.scene('The same bytes, four libraries');
  stage.say(`Others have written generators too. A receipt, ${RECEIPT_HEX}, is read as:`);
  for (const { tool, receipt } of readByAll()) {
    stage.step(tool.length > 15 ? '@bufbuild' : tool, receipt);
  }
  stage.say(
    'They agree about the bytes, and about little else: what a 64-bit number is, and where a zero stays. What each of them emits: -- --tools; how fields vanish: -- --vanish.',
  );
  stage.say(
    'Both ends are written by a program now. What they talk over is still our own: JSON, hex digits, one reply for a call. gRPC puts the same messages on HTTP/2, of which lesson 7 takes the frames apart.',
  );
}
