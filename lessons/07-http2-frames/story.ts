import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import type { TraceEvent } from '#inspect/trace';
import { sendAfterEnd, sendOldHttp, sendOnStreamZero, sendTooLarge } from './experiments.ts';
import { drawLanes } from './lanes.ts';
import { recordEnds, recordHello, recordStreams } from './traces.ts';

/** `npm run lesson 7`: hello, a request, two at once, and how streams and connections end. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { streamZero, tooLarge, afterEnd, oldHttp } = experiments;
  if (streamZero) return sendOnStreamZero(stage);
  if (tooLarge) return sendTooLarge(stage);
  if (afterEnd) return sendAfterEnd(stage);
  if (oldHttp) return sendOldHttp(stage);

  await showHello(stage);
  await showStreams(stage);
  await showEnds(stage);
}

async function showHello(stage: Stage): Promise<void> {
  await stage.scene('Hello');
  stage.say(
    'A bare TCP socket, and bytes written by hand. First the client says a line that is the same for everybody, so that a server of HTTP/1.1 gives up at once. Then each side says in SETTINGS what it can take, and says ACK when it has taken in the other’s. After that one request, GET /tea:',
  );
  const life: [event: string, state: string][] = [];
  await recordHello(stage.show, (_id, state, event) => life.push([event, state]));
  stage.say(
    'Nine bytes, then so many bytes as the first three say: the length prefix of lesson 3, and with it what the frame is, what is special about it, and whose it is. The header block is compressed; what it says is lesson 8.',
  );
  await stage.scene('The life of stream 1, seen from the client');
  let before = 'idle';
  for (const [event, state] of life) {
    stage.step(event, `${before} → ${state}`);
    before = state;
  }
  stage.say(
    'A stream is not an object that anyone creates. It is a number, and a state at each end, which every frame may change. The client’s first frame moved it twice: HEADERS opened it, END_STREAM in the flags closed the client’s half.',
  );
}

async function showStreams(stage: Stage): Promise<void> {
  await stage.scene('Two streams on one connection');
  stage.say(
    'Soup and tea, asked for in one write. The kitchen sends each step when it is ready. What went over the one connection, with ■ where a frame has END_STREAM:',
  );
  const { events } = await recordStreams();
  stage.print(drawLanes(events, [1, 3]));
  stage.say(
    'The tea is done before the soup, and neither has waited for the other: each frame says whose it is. In lesson 2 a reply had to be whole before the next could begin; here a long answer leaves gaps for all the others.',
  );
}

async function showEnds(stage: Stage): Promise<void> {
  await stage.scene('To end a stream, to ask, to end all');
  stage.say(
    'A stew simmers for hours. The client has enough of waiting: RST_STREAM ends that stream, both ways, and nothing else. A PING shows that the connection lives. GOAWAY says that its sender will take no new streams, and which of the other side’s was the last: 0, as the server has opened none:',
  );
  const shown = afterGreeting(stage.show);
  await recordEnds(shown);
  stage.say(
    'Twice you saw a header block and could not read it: 15 bytes for a whole request, one byte for an answer. In the scene before, the second request took 8. What stands in there, and why it shrinks, is lesson 8.',
  );
}

/** The greeting has been seen: shows what comes after the client’s ACK. */
function afterGreeting(show: (event: TraceEvent) => void): (event: TraceEvent) => void {
  let greeted = false;
  return (event) => {
    if (greeted) show(event);
    else
      greeted = event.kind === 'message' && event.from === 'client' && event.title.endsWith('ACK');
  };
}
