import type { Stage } from '#course/lesson/stage';
import { generateFrom, KITCHEN } from './generate.ts';
import { clip, excerpt, layOut } from './source-text.ts';

/** `--tools`: what each generator makes of one message. */
export async function showTools(stage: Stage): Promise<void> {
  const { emittedByGenTypes, emittedByReflection, recorded } = await import('./tools/emitted.ts');
  await stage.scene('Ours: a type, and code for each field');
  const text = layOut(generateFrom(KITCHEN).get('kitchen/kitchen.ts') ?? '');
  stage.print(excerpt(text, 'export interface Receipt ', '}'));
  stage.print(excerpt(text, 'export function writeReceipt', '}'));

  await stage.scene('protobufjs, reflection: code while the program runs');
  stage.say('No file is generated. It makes this text, and a function of it with new Function():');
  stage.print(clip(emittedByReflection()));
  stage.say(
    'No build step, and no types. If a Content-Security-Policy forbids eval, it cannot be used.',
  );

  await stage.scene('proto-loader with proto-loader-gen-types: types only');
  stage.say('The code is protobufjs’ as above; the types stand beside it, printed just now:');
  stage.print(clip(emittedByGenTypes()));
  stage.say(
    'Two types a message: what one may hand in, and what comes out. They are right only if the program calls loadSync with the options that were given to the generator.',
  );

  await stage.scene('protobufjs, static (pbjs and pbts): the same code, in a file');
  stage.say('Not installed here. When we ran protobufjs-cli 1.3.3, it printed among much else:');
  stage.print(clip(recorded('pbjs')));

  await stage.scene('buf generate with protoc-gen-es: types, and a descriptor');
  stage.say('Not installed here either. buf 1.75.0 with protoc-gen-es 2.13.0 printed:');
  stage.print(clip(recorded('buf')));
  stage.say(
    'No code for a single field: the file holds the descriptor, and @bufbuild/protobuf reads it as our plain codec does.',
  );
}
