import { concat } from '#bytes/concat';
import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';
import type { Stage } from '#course/lesson/stage';
import { encodeLine, LineDecoder } from '#framing/line';
import { connectTcp, LOOPBACK, listenTcp } from '#transport/tcp';
import { PRETTY_CALL } from './traces.ts';

const CALLS = ['tea', 'toast', 'soup'].map((dish, i) => `{"id":${i + 1},"dish":"${dish}"}`);

/** What TCP delivers when three messages are sent, and what comes of taking a chunk for a message. */
export async function showChunks(stage: Stage): Promise<void> {
  await stage.scene('What the network does to three messages');
  stage.say(
    'TCP promises bytes in order. It does not promise that what was one write arrives as one piece. The client sends three JSON messages: half of the first, then, a moment later, all the rest.',
  );
  const [first = '', ...rest] = CALLS;
  const half = Math.ceil(first.length / 2);
  const chunks = await deliver([first.slice(0, half), first.slice(half) + rest.join('')]);
  for (const [i, chunk] of chunks.entries()) {
    stage.step(`chunk ${i + 1}`, chunk);
    stage.step('', `JSON.parse → ${tryParse(chunk)}`);
  }
  stage.say(
    'Three messages were sent, two chunks arrived, and neither is a message. A chunk is where the network happened to cut, no more.',
  );
}

/** A newline ends a message; so a message must not contain one. */
export async function showNewlineInPayload(stage: Stage): Promise<void> {
  await stage.scene('A newline between messages, and one inside');
  stage.say(
    'Lessons 1 and 2 put a newline after each message, and looked for it. That mends the cuts:',
  );
  const lines = CALLS.map((call) => encodeLine(encodeUtf8(call)));
  const decoder = new LineDecoder();
  const chunks = cutInHalf(concat(lines)).flatMap((chunk) => decoder.push(chunk));
  for (const [i, line] of chunks.entries()) stage.step(`line ${i + 1}`, decodeUtf8(line));

  stage.say('Then somebody prints the JSON prettily, and it has newlines of its own:');
  const broken = new LineDecoder().push(encodeLine(encodeUtf8(PRETTY_CALL)));
  for (const [i, line] of broken.entries()) {
    stage.print(
      `line ${i + 1}  ${decodeUtf8(line).padEnd(24)}JSON.parse → ${tryParse(decodeUtf8(line))}`,
    );
  }
  stage.say(
    'One message became seven lines; one of them even parses, as something else. Any mark that ends a message can turn up inside one: text would have to be escaped, and a picture could not be sent at all.',
  );
}

/** Sends `pieces`, each only when the one before has arrived; returns the chunks as they came. */
async function deliver(pieces: string[]): Promise<string[]> {
  const chunks: string[] = [];
  let arrived: () => void = () => {};
  const listener = await listenTcp({ host: LOOPBACK, port: 0 }, (connection) =>
    connection.start({
      data(chunk) {
        chunks.push(decodeUtf8(chunk));
        arrived();
      },
      end: () => connection.end(),
    }),
  );
  const client = await connectTcp(listener);
  client.start({ data: () => {} });
  for (const piece of pieces) {
    const here = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    client.write(encodeUtf8(piece));
    await here;
  }
  client.end();
  await listener.close();
  return chunks;
}

function cutInHalf(bytes: Uint8Array): Uint8Array[] {
  const middle = Math.floor(bytes.length / 2);
  return [bytes.slice(0, middle), bytes.slice(middle)];
}

function tryParse(text: string): string {
  try {
    return `a message, ${JSON.stringify(JSON.parse(text))}`;
  } catch (error) {
    return `${(error as Error).name}`;
  }
}
