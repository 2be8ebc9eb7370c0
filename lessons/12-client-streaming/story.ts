import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import type { TraceEvent } from '#inspect/trace';
import { showForgotten } from './forget.ts';
import { showLeaving } from './leave.ts';
import { showRefusal } from './refuse.ts';
import { showSlow } from './slow.ts';
import { recordRefusal, recordTorn, recordUpdate } from './traces.ts';

/** `npm run lesson 12`: many orders, one answer; who ends, who is refused, who goes in the middle. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { refuse, forget, cut, slow, bytes } = experiments;
  if (refuse) return showRefusal(stage);
  if (forget) return showForgotten(stage);
  if (cut) return showLeaving(stage);
  if (slow) return showSlow(stage);
  if (bytes) return showBytes(stage);

  await showUpdate(stage);
  await showForgotten(stage);
  await showRefusal(stage);
  await showLeaving(stage);
  await showTorn(stage);
  stage.say(
    'One side has streamed, then the other. What if both do, at once? Who waits for whom then? That is lesson 13.',
  );
}

async function showUpdate(stage: Stage): Promise<void> {
  await stage.scene('Three orders, one answer');
  stage.say(
    'Three orders are to go to Oslo. The client sends them one by one, in one call, and the server answers once:',
  );
  await recordUpdate((event) => {
    const isLast = event.kind === 'message' && event.title.endsWith('END_STREAM');
    if (isLast && event.from === 'client') return stage.show(event);
    inShort(stage)(event);
  });
  stage.say(
    'END_STREAM, a bit in the header of the third DATA, is all that says "that was all". No message says it, and nothing in gRPC says before how many there will be; this client does, in a header (order-count).',
  );
}

async function showTorn(stage: Stage): Promise<void> {
  await stage.scene('What a client says that gives up');
  stage.say(
    'Two orders, then its own list is torn, and it cancels. This is what goes over the wire:',
  );
  await recordTorn((event) => {
    const isEnd = event.kind === 'message' && /no more messages|RST_STREAM/.test(event.title);
    if (isEnd) return stage.show(event);
    inShort(stage)(event);
  });
  stage.say(
    'Look at the frame before the last. grpc-js ends its stream before it resets it: the client says END_STREAM, "that was all", and then CANCEL. A server that has heard the first may have written down two orders for the whole list before it hears the second; and that is so at any server, of any language. If a part must never be taken for the whole, END_STREAM is not enough: the client has to say how many there are. Ours does, in a header (order-count), before it begins.',
  );
}

/** `--bytes`: every byte of a refusal. */
async function showBytes(stage: Stage): Promise<void> {
  await stage.scene('A refusal while the client still sends');
  await recordRefusal(stage.show);
  stage.say(
    'The answer is Trailers-Only, and it does not wait for the client’s end. The client has nothing to add: it stops, and both forget the stream.',
  );
}

/** The title of a message, in a line. */
const inShort = (stage: Stage) => (event: TraceEvent) => {
  if (event.kind === 'mark') stage.step(event.at, event.text);
  else stage.step(event.from, event.title.replace(/ · stream \d+/, '').replace(ORDER, 'order $1'));
};

const ORDER = /Order { id: "(\d+)".*/;
