import { test } from 'vitest';
import { withFinding } from '#course/kit/compare/finding';
import { throwGap } from '#course/kit/compare/gap';
import { likely } from '#course/kit/compare/likely';
import { expectSame } from '#course/kit/compare/same';
import { Random } from '#course/kit/random';
import { task } from '#course/kit/task';
import { settled, type Watched, watch } from '#course/kit/watch';
import { BodyReader, BodyWriter } from '#http2/body';
import { ErrorCode } from '#http2/error-code';
import { Http2Error } from '#http2/http2-error';
import { MAX_WINDOW, octetsAllowed, ReceiveWindow, SendWindow } from '#http2/streams/flow-control';
import { type Progress, SendQueue, type Waiting } from '#http2/streams/send-queue';

/** Lesson 14. Pure: no clock, no network, nothing of Node. */

task(1, () => {
  const grown = (from: number, ...by: number[]) => {
    const window = new SendWindow(from);
    const answers = by.map((each) => window.grow(each));
    return { answers, available: window.available };
  };
  const GROW =
    'grow adds to what is available, and says true. It refuses (false) only what would be above MAX_WINDOW.';

  test('what goes out is taken off, what the peer allows comes on top', () => {
    const window = new SendWindow(100);
    window.take(60);
    expectSame(
      'a window of 100, after 60',
      window.available,
      40,
      'take(size) counts what goes out.',
    );
    expectSame('grow(25)', window.grow(25), true, GROW);
    expectSame('available then', window.available, 65, GROW);
  });

  test('up to 2³¹−1, and not one above', () => {
    const most = grown(65_535, MAX_WINDOW - 65_535);
    expectSame(
      'a window of 65,535 that grows to exactly 2³¹−1',
      most,
      { answers: [true], available: MAX_WINDOW },
      '2³¹−1 itself is allowed: only above it is too much (RFC 9113 §6.9.1).',
    );
    const above = grown(65_535, MAX_WINDOW - 65_534);
    expectSame(
      'a window of 65,535 that would be 2³¹',
      above.answers,
      [false],
      'A window above 2³¹−1 is an error of the peer, and grow has to say so: compare the sum with MAX_WINDOW.',
    );
  });

  test('a refusal changes nothing', () =>
    expectSame(
      'a window of 65,535 after a grow that was refused, and one of 10',
      grown(65_535, MAX_WINDOW, 10),
      { answers: [false, true], available: 65_545 },
      'Compare first, change after: a window that was refused must be what it was.',
    ));

  test('a window may be negative', () => {
    const window = new SendWindow(65_535);
    window.take(60_000);
    const cause =
      'SETTINGS may make a window smaller than what is sent already. Then it is negative, and stays so until credit has lifted it above 0 (§6.9.2): the debt must not be forgotten.';
    expectSame('grow(16,384 − 65,535)', window.grow(16_384 - 65_535), true, cause);
    expectSame('available', window.available, -43_616, cause);
    expectSame('grow(43,617)', window.grow(43_617), true, cause);
    expectSame('available', window.available, 1, cause);
  });

  test.each([
    [100, 40, 40],
    [40, 100, 40],
    [0, 100, 0],
    [100, 0, 0],
    [-5, 100, 0],
    [100, -5, 0],
    [MAX_WINDOW, MAX_WINDOW, MAX_WINDOW],
  ])('of a stream with %d and a connection with %d, %d may go out', (own, all, expected) => {
    const stream = new SendWindow(own);
    const connection = new SendWindow(all);
    expectSame(
      `octetsAllowed of ${own} and ${all}`,
      octetsAllowed(stream, connection),
      expected,
      'Both windows have to allow each octet: the smaller of the two counts. Nobody can send less than nothing: a negative one allows 0.',
    );
    expectSame(
      'the two windows afterwards',
      [stream.available, connection.available],
      [own, all],
      'To ask changes nothing: only take does.',
    );
  });

  test('each window counts for itself', () => {
    const [a, b] = [new SendWindow(10), new SendWindow(10)];
    a.take(7);
    b.grow(5);
    expectSame(
      'two windows of 10, after take(7) of one and grow(5) of the other',
      [a.available, b.available],
      [3, 15],
      'A window belongs to one stream: what it counts must be its own.',
    );
  });

  const REFUSED =
    'More than is available is refused: receive says false, and the caller ends the stream.';

  test('what comes is counted, to the last octet', () => {
    const window = new ReceiveWindow(30);
    expectSame('receive(20) of 30', window.receive(20), true, 'Of 30, 20 may come.');
    expectSame('available', window.available, 10, 'What came is no longer available.');
    expectSame('receive(11) of 10', window.receive(11), false, REFUSED);
    expectSame(
      'available after a refusal',
      window.available,
      10,
      'Compare first, change after: what was refused is not counted.',
    );
    expectSame(
      'receive(10) of 10',
      window.receive(10),
      true,
      'The last octet that is allowed is allowed.',
    );
    expectSame('receive(1) of 0', window.receive(1), false, REFUSED);
  });

  test('an empty frame is always allowed', () => {
    const cause =
      'A frame of 0 octets needs no window (RFC 9113 §6.9.1): a peer ends its body with one, and it may do so while its window is used up, or even negative.';
    const empty = new ReceiveWindow(5);
    empty.receive(5);
    expectSame('receive(0) of 0', empty.receive(0), true, cause);
    const negative = new ReceiveWindow(5);
    negative.available = -3;
    expectSame('receive(0) of −3', negative.receive(0), true, cause);
    expectSame('available', negative.available, -3, cause);
    expectSame('receive(1) of −3', negative.receive(1), false, REFUSED);
  });
});

/** More often than any stream of these tests is asked if all is right. */
const TOO_OFTEN = 2_000;

const ASKED_IN_VAIN =
  'Who waits for a window must not stand in the ready line: it would be asked again and again, to no end.';

/** The stage of task 2: streams that wait, and the sender's side of the queue. */
function createOutlet(room = Number.POSITIVE_INFINITY, available = Number.POSITIVE_INFINITY) {
  const outlet = {
    /** So many frames the output still takes. */
    room,
    /** Frames that the connection's window still allows: each has one octet here. */
    window: { available },
    announced: 0,
    asked: 0,
    /** Whose frames went out, in order. */
    sent: '',
    get hasRoom() {
      return outlet.room > 0;
    },
    announce: () => {
      outlet.announced++;
    },
  };
  const queue = new SendQueue(outlet);
  const stream = (name: string, frames: number, own = Number.POSITIVE_INFINITY): TestStream => {
    const made: TestStream = {
      line: undefined,
      previous: undefined,
      next: undefined,
      frames,
      own,
      sendQueued() {
        if (++outlet.asked > TOO_OFTEN) {
          const isStuck = outlet.window.available <= 0 || made.own <= 0;
          throw withFinding(
            new Error(`the streams were asked ${TOO_OFTEN} times, without an end`),
            isStuck ? { cause: ASKED_IN_VAIN } : {},
          );
        }
        made.before?.();
        if (made.frames === 0) return 'done';
        if (made.isEmpty) {
          made.frames--;
          outlet.room--;
          outlet.sent += name;
          return 'done';
        }
        if (made.own <= 0) return 'stream window';
        if (outlet.window.available <= 0) return 'connection window';
        made.frames--;
        made.own--;
        outlet.room--;
        outlet.window.available--;
        outlet.sent += name;
        return made.frames === 0 ? 'done' : 'more';
      },
    };
    queue.add(made);
    return made;
  };
  return { outlet, queue, stream };
}

interface TestStream extends Waiting {
  /** So many frames wait in it. */
  frames: number;
  /** So many its own window allows. */
  own: number;
  /** Its frame is an empty one, which needs no window: the end of a body. */
  isEmpty?: boolean;
  /** Done from inside `sendQueued`. */
  before?(): unknown;
  sendQueued(): Progress;
}

task(2, () => {
  const expectSent = (outlet: { sent: string }, expected: string, cause: string) =>
    expectSame('frames, by stream, in the order sent', outlet.sent, expected, cause);

  test('all that one stream has', () => {
    const { outlet, queue, stream } = createOutlet();
    stream('a', 3);
    queue.pump();
    expectSent(
      outlet,
      'aaa',
      'A stream that says "more" joins the line again, and pump goes on while it is somebody’s turn.',
    );
  });

  const TURNS = 'A frame each, in turns: who has more to send goes to the end of the line.';

  test('in turns', () => {
    const { outlet, queue, stream } = createOutlet();
    stream('a', 4);
    stream('b', 1);
    stream('c', 2);
    queue.pump();
    expectSent(outlet, 'abcaca'.concat('a'), TURNS);
  });

  test('the output is full: later it goes on where it stopped', () => {
    const { outlet, queue, stream } = createOutlet(2);
    stream('a', 2);
    stream('b', 2);
    stream('c', 2);
    queue.pump();
    expectSent(
      outlet,
      'ab',
      'Look at hasRoom before each frame: without room nobody is asked to send.',
    );
    expectSame('streams asked', outlet.asked, 2, 'Without room nobody is asked to send.');
    outlet.room = 100;
    queue.pump();
    expectSent(
      outlet,
      'abcabc',
      'The next turn is c’s, and not that of the first again: the line remembers where it stopped.',
    );
  });

  const LONGEST =
    'Those in #starved have waited longest: #starved comes before #ready, or a stream that comes late takes the window away, each time again.';
  const STARVED =
    'A stream that needs only the connection’s window waits in #starved, and is not forgotten.';

  test('an empty frame goes out although the connection’s window is used up', () => {
    const { outlet, queue, stream } = createOutlet(100, 0);
    stream('e', 1).isEmpty = true;
    queue.pump();
    expectSent(
      outlet,
      'e',
      'An empty DATA with END_STREAM needs no window. Only #starved waits for the connection’s; who stands in #ready is asked all the same.',
    );
  });

  test('who waits for the connection’s window is asked once, and goes on when it opens', () => {
    const { outlet, queue, stream } = createOutlet(100, 2);
    stream('a', 2);
    stream('b', 2);
    stream('c', 2);
    queue.pump();
    expectSent(outlet, 'ab', TURNS);
    const { asked } = outlet;
    queue.pump();
    expectSame(
      'streams asked while the window is closed',
      outlet.asked - asked,
      0,
      'While the connection’s window is used up, the streams in #starved have no turn: look at window.available.',
    );
    outlet.window.available = 10;
    queue.connectionWindowOpened();
    queue.pump();
    expectSent(outlet, 'abcabc', outlet.sent.length < 6 ? STARVED : LONGEST);
  });

  test('somebody has to pump when it opens', () => {
    const { outlet, queue, stream } = createOutlet(100, 0);
    stream('a', 1);
    queue.pump();
    outlet.announced = 0;
    outlet.window.available = 1;
    queue.connectionWindowOpened();
    expectSame(
      'whether announce() was called',
      outlet.announced > 0,
      true,
      'Nobody calls pump by himself: connectionWindowOpened has to announce that there is work again.',
    );
  });

  test('who has waited longest goes first', () => {
    const { outlet, queue, stream } = createOutlet(100, 1);
    stream('a', 2);
    stream('b', 1);
    queue.pump();
    stream('n', 1);
    outlet.window.available = 1;
    queue.connectionWindowOpened();
    queue.pump();
    expectSent(outlet, 'ab', LONGEST);
  });

  test('who waits for its own window leaves, until it is added', () => {
    const { outlet, queue, stream } = createOutlet();
    const a = stream('a', 3, 1);
    stream('b', 2);
    queue.pump();
    const cause =
      'For "stream window" it joins neither line: a WINDOW_UPDATE for the stream calls add, and nothing else helps.';
    expectSent(outlet, 'abb', cause);
    const { asked } = outlet;
    queue.pump();
    expectSame('streams asked, when nobody can go on', outlet.asked - asked, 0, cause);
    a.own = 9;
    queue.add(a);
    queue.pump();
    expectSent(outlet, 'abbaa', cause);
  });

  test('one that is removed has no turn', () => {
    const { outlet, queue, stream } = createOutlet(2);
    stream('a', 2);
    const b = stream('b', 2);
    stream('c', 1);
    queue.pump();
    queue.remove(b);
    outlet.room = 9;
    queue.pump();
    expectSent(
      outlet,
      'abca',
      'A stream that was reset has left its line: what pump keeps beside the lines does not know that.',
    );
  });

  test('one that is removed while another has its turn', () => {
    const { outlet, queue, stream } = createOutlet();
    const a = stream('a', 2);
    stream('b', 1);
    const c = stream('c', 2);
    a.before = () => queue.remove(c);
    queue.pump();
    expectSent(
      outlet,
      'aba',
      'A handler may reset another stream. Whose turn it is, is asked anew each time: a list that was made before knows nothing of it.',
    );
  });

  test('a stream may queue more from inside its turn', () => {
    const TWICE =
      'It may have joined a line again before sendQueued returns: then stream.line is set, and it must not be appended a second time. (Here a was removed after its second turn.)';
    return likely(TWICE, () => {
      const { outlet, queue, stream } = createOutlet(4);
      const a = stream('a', 4);
      stream('b', 3);
      stream('c', 3);
      // While it has more than this frame, as a stream does that is written to in `drain`.
      a.before = () => a.frames > 1 && queue.add(a);
      queue.pump();
      queue.remove(a);
      outlet.room = 100;
      queue.pump();
      expectSent(outlet, 'abcabcbc', TWICE);
    });
  });

  test('pump inside pump', () => {
    const { outlet, queue, stream } = createOutlet();
    let depth = 0;
    let deepest = 0;
    for (const name of ['a', 'b', 'c']) {
      stream(name, 2).before = () => {
        deepest = Math.max(deepest, ++depth);
        queue.pump();
        depth--;
      };
    }
    queue.pump();
    expectSame(
      'turns that ran at once, one inside the other',
      deepest,
      1,
      'While it is pumping, a second pump returns at once: the first will come to everybody.',
    );
    expectSent(outlet, 'abcabc', TURNS);
  });

  test('one that throws does not stop the queue for ever', () => {
    const { outlet, queue, stream } = createOutlet();
    const a = stream('a', 1);
    stream('b', 1);
    a.before = () => {
      a.before = undefined;
      throw new Error('from inside a handler');
    };
    try {
      queue.pump();
    } catch (error) {
      throwGap(error);
    }
    queue.pump();
    expectSame(
      'whether b was served after a threw',
      outlet.sent.includes('b'),
      true,
      'A handler may throw. #pumping has to be false afterwards all the same: that is what finally is for.',
    );
  });

  test('a thousand that wait cost nothing when one frame may go', () => {
    const { outlet, queue, stream } = createOutlet(1e9, 0);
    const many = 1_000;
    for (let i = 0; i < many; i++) stream('x', 1);
    queue.pump();
    outlet.asked = 0;
    outlet.window.available = 1;
    queue.connectionWindowOpened();
    queue.pump();
    expectSent(outlet, 'x', STARVED);
    expectSame(
      `streams asked for one frame, of ${many} that wait`,
      outlet.asked,
      1,
      'The first in the line is asked, and then the window is used up again. To ask all of them for each WINDOW_UPDATE is work that a peer can cause with thirteen bytes.',
    );
  });

  test('no stream gets ahead, whatever opens and closes', () => {
    const random = new Random(14);
    const { outlet, queue, stream } = createOutlet(0, 0);
    const streams = ['a', 'b', 'c', 'd'].map((name) => stream(name, 100));
    for (let round = 0; round < 200 && outlet.sent.length < 120; round++) {
      outlet.room = random.integer(0, 5);
      if (random.integer(0, 1) === 1) {
        outlet.window.available = random.integer(0, 5);
        queue.connectionWindowOpened();
      }
      queue.pump();
      const left = streams.map(({ frames }) => frames);
      const ahead = Math.max(...left) - Math.min(...left);
      expectSame(
        `whether the streams are at most a frame apart, after ${outlet.sent.length} frames`,
        ahead <= 1,
        true,
        'With the same to send, and the same windows, streams stay within a frame of each other: new turns at the end, waiting ones first.',
      );
    }
    expectSame('whether they came forward at all', outlet.sent.length >= 100, true, STARVED);
  });
});

task(3, () => {
  /** A window of which everything has been received. */
  const full = (size: number) => {
    const window = new ReceiveWindow(size);
    window.available = 0;
    return window;
  };
  const TOTAL =
    'All that was worked off is announced in the end: nothing is lost, nothing given twice.';

  test('below half nothing, at half all of it', () => {
    const window = full(1_000);
    expectSame(
      'consume(499) of 1,000',
      window.consume(499),
      0,
      'Less than half of the window is worked off: that is not worth a frame yet. Keep it in #unannounced.',
    );
    expectSame('available meanwhile', window.available, 0, 'The peer does not know of it yet.');
    expectSame(
      'consume(1), which makes 500',
      window.consume(1),
      500,
      'Half is reached: the increment is all that was not announced, not only what came last.',
    );
    expectSame(
      'available then',
      window.available,
      500,
      'What is announced may come: it is available again.',
    );
    expectSame(
      'consume(499) after that',
      window.consume(499),
      0,
      'What has been announced is no longer unannounced: begin at 0 again.',
    );
  });

  test.each([
    [65_535, 32_767],
    [7, 3],
    [3, 1],
    [2, 1],
    [1, 1],
  ])('half of %d, rounded down: %d', (size, half) => {
    const cause =
      'Half is rounded down here: of 65,535 octets in full frames 32,767 remain behind the first half. Rounded up they would wait a round trip for one octet more, and the peer would get half a window each time.';
    const window = full(size);
    if (half > 1)
      expectSame(
        `consume(${half - 1}) of ${size}`,
        window.consume(half - 1),
        0,
        'Less than half is not worth a frame yet.',
      );
    expectSame(
      `what is announced when ${half} of ${size} are worked off`,
      window.consume(half > 1 ? 1 : half),
      half,
      cause,
    );
  });

  test('the four frames of a default window', () => {
    const window = new ReceiveWindow(65_535);
    const increments = [16_384, 16_384, 16_384, 16_383].map((size) => {
      window.receive(size);
      return window.consume(size);
    });
    expectSame(
      'increments for frames of 16,384, 16,384, 16,384 and 16,383',
      increments,
      [0, 32_768, 0, 32_767],
      'Two frames make a half. The last two make 32,767, half of 65,535, rounded down.',
    );
    expectSame('available at the end', window.available, 65_535, TOTAL);
  });

  test('nothing is lost, whatever the pieces are', () => {
    const random = new Random(9);
    for (const size of [10, 65_535, 524_288]) {
      const window = new ReceiveWindow(size);
      let received = 0;
      let announced = 0;
      for (let i = 0; i < 200; i++) {
        const octets = random.integer(0, Math.max(0, window.available));
        window.receive(octets);
        received += octets;
        announced += window.consume(octets);
        const owed = received - announced;
        expectSame(
          `available, of ${size}, with ${owed} not announced`,
          window.available,
          size - owed,
          TOTAL,
        );
        expectSame(
          `whether less than half of ${size} is owed (${owed})`,
          owed === 0 || owed < size / 2,
          true,
          'Half or more must not wait: the peer may be standing still.',
        );
      }
    }
  });

  const RESIZE =
    'Our SETTINGS changed the size: the peer counts the difference on its side too, so both the size and what is available change by it.';

  test('another size', () => {
    const window = new ReceiveWindow(1_000);
    window.receive(600);
    expectSame(
      'resize(+500)',
      window.resize(500),
      0,
      'Nothing was worked off: nothing is to be announced.',
    );
    expectSame('available', window.available, 900, RESIZE);
    expectSame('consume(600) of 1,500', window.consume(600), 0, `${RESIZE} Half of 1,500 is 750.`);
    expectSame(
      'resize(−1,400), with nothing consumed',
      new ReceiveWindow(1_000).resize(-1_400),
      0,
      RESIZE,
    );
  });

  test('what is less than half waits on after a resize', () => {
    const window = new ReceiveWindow(1_000);
    window.receive(400);
    window.consume(400);
    const cause =
      '400 of 1,010 are less than half: resize asks the same question as consume, and what is not worth a frame yet waits on.';
    expectSame('resize(+10), with 400 worked off and not announced', window.resize(10), 0, cause);
    expectSame('available', window.available, 610, cause);
  });

  test('what is little of a large window may be much of a small one', () => {
    const window = new ReceiveWindow(1_000);
    window.receive(400);
    expectSame(
      'consume(400) of 1,000',
      window.consume(400),
      0,
      'Less than half is not worth a frame yet.',
    );
    expectSame(
      'resize(−900), with 400 worked off and not announced',
      window.resize(-900),
      400,
      'The peer’s window is 100 − 400 now. It can send nothing, so nothing will be consumed, so nobody would ever announce the 400: after a change of the size ask again whether it is half.',
    );
    expectSame('available', window.available, 100, `${RESIZE} And what is announced is available.`);
    expectSame(
      'resize(0) after that',
      window.resize(0),
      0,
      'What has been announced is no longer unannounced.',
    );
  });
});

const CLOSE_ERROR = () => new Http2Error('stream', ErrorCode.CANCEL, 'reset by the peer', 'remote');

/** A stream of HTTP/2, as far as a body needs it; it writes down what is done with it. */
function createStream() {
  const stream = {
    log: [] as string[],
    hasRoom: true,
    sendData(bytes: Uint8Array, endStream = false) {
      stream.log.push(`send ${bytes.length}${endStream ? ' end' : ''}`);
      return stream.hasRoom;
    },
    reset(code: ErrorCode) {
      stream.log.push(
        `reset ${code === ErrorCode.CANCEL ? 'CANCEL' : code === ErrorCode.INTERNAL_ERROR ? 'INTERNAL_ERROR' : code}`,
      );
    },
    consume(octets: number) {
      stream.log.push(`consume ${octets}`);
    },
  };
  return stream;
}

const octets = (size: number) => new Uint8Array(size);

/** A source of pieces of 1, 2, 3 … octets, that says what happens to it. */
function createSource(pieces: number) {
  const source = {
    asked: 0,
    returned: 0,
    error: undefined as Error | undefined,
    [Symbol.asyncIterator]: () => ({
      async next(): Promise<IteratorResult<Uint8Array>> {
        source.asked++;
        if (source.error !== undefined) throw source.error;
        if (source.asked > pieces) return { value: undefined, done: true };
        return { value: octets(source.asked), done: false };
      },
      async return(): Promise<IteratorResult<Uint8Array>> {
        source.returned++;
        return { value: undefined, done: true };
      },
    }),
  };
  return source;
}

task(4, () => {
  const expectLog = (stream: { log: string[] }, expected: string[], cause: string) =>
    expectSame('what was done with the stream', stream.log, expected, cause);

  const pour = async (
    stream: ReturnType<typeof createStream>,
    source: AsyncIterable<Uint8Array>,
  ) => {
    const writer = new BodyWriter(stream);
    const pouring = watch(writer.pour(source));
    await settled(pouring);
    return { writer, pouring };
  };

  test('everything, and the end', async () => {
    const stream = createStream();
    const { pouring } = await pour(stream, createSource(3));
    expectLog(
      stream,
      ['send 1', 'send 2', 'send 3', 'send 0 end'],
      'Each chunk goes into sendData; behind the last an empty one with endStream, or the peer waits for more.',
    );
    expectSame('the promise of pour', pouring.state, 'resolved', 'It resolves when all is sent.');
  });

  test('a source without anything is an empty body', async () => {
    const stream = createStream();
    await pour(stream, createSource(0));
    expectLog(stream, ['send 0 end'], 'An empty body has an end too.');
  });

  const FALSE =
    'sendData said false: what was given is taken, and nothing more is asked of the source until there is room (await this.#drained()).';

  test('after false the source is left alone', async () => {
    const stream = createStream();
    const source = createSource(3);
    stream.hasRoom = false;
    const { writer, pouring } = await pour(stream, source);
    expectSame('times the source was asked', source.asked, 1, FALSE);
    expectLog(stream, ['send 1'], FALSE);
    writer.drain();
    await settled(pouring);
    const GOES_ON =
      'After drain it goes on with the next chunk: the last one is not sent again, and none is left out.';
    expectLog(stream, ['send 1', 'send 2'], GOES_ON);
    expectSame('times the source was asked, after one drain', source.asked, 2, FALSE);
    stream.hasRoom = true;
    writer.drain();
    await settled(pouring);
    expectLog(stream, ['send 1', 'send 2', 'send 3', 'send 0 end'], GOES_ON);
  });

  test('a stream that closes while it waits for room', async () => {
    const stream = createStream();
    const source = createSource(9);
    stream.hasRoom = false;
    const { writer, pouring } = await pour(stream, source);
    writer.close();
    await settled(pouring);
    expectLog(
      stream,
      ['send 1'],
      'The stream is over: nothing may be sent on it, not even the end. Look at #closed when you come back from waiting.',
    );
    expectSame(
      'calls of the source’s return()',
      source.returned,
      1,
      'The source has to learn that nobody wants the rest, so that its finally runs. Leaving a for await tells it.',
    );
    expectSame(
      'the promise of pour',
      pouring.state,
      'resolved',
      'It settles when the source has nothing more to do.',
    );
  });

  /** A source that thinks until it is told how its `next()` ends. */
  const createThinker = () => {
    const thinker = {
      returned: 0,
      give: (_: IteratorResult<Uint8Array>) => {},
      fail: (_: Error) => {},
      [Symbol.asyncIterator]: () => ({
        next: () =>
          new Promise<IteratorResult<Uint8Array>>((resolve, reject) => {
            thinker.give = resolve;
            thinker.fail = reject;
          }),
        async return(): Promise<IteratorResult<Uint8Array>> {
          thinker.returned++;
          return { value: undefined, done: true };
        },
      }),
    };
    return thinker;
  };

  test('a stream that closes while the source thinks', async () => {
    const stream = createStream();
    const source = createThinker();
    const { writer, pouring } = await pour(stream, source);
    writer.close();
    source.give({ value: octets(5), done: false });
    await settled(pouring);
    expectLog(stream, [], 'It closed while the next chunk was made: that chunk is not sent.');
    expectSame(
      'calls of the source’s return()',
      source.returned,
      1,
      'The source has to learn that nobody wants the rest.',
    );
  });

  test('a stream that closes before the source says that it was all', async () => {
    const stream = createStream();
    const source = createThinker();
    const { writer, pouring } = await pour(stream, source);
    writer.close();
    source.give({ value: undefined, done: true });
    await settled(pouring);
    expectLog(
      stream,
      [],
      'It closed while the source thought, and then the source was at its end: on a stream that is over the end of the body is not sent either.',
    );
  });

  test('a source that throws', async () => {
    const stream = createStream();
    const source = createSource(9);
    stream.hasRoom = false;
    const { writer, pouring } = await pour(stream, source);
    source.error = new Error('the database is gone');
    writer.drain();
    await settled(pouring);
    expectSame(
      'the promise of pour',
      pouring.state,
      'resolved',
      'pour never rejects: nobody waits for it, and a rejection that nobody handles ends the process.',
    );
    expectLog(
      stream,
      ['send 1', 'reset INTERNAL_ERROR'],
      'Half a body must not look like a whole one: no end, but a reset with INTERNAL_ERROR.',
    );
  });

  test('a source that throws when nobody wants it any more', async () => {
    const stream = createStream();
    const source = createThinker();
    const { writer, pouring } = await pour(stream, source);
    writer.close();
    source.fail(new Error('too late'));
    await settled(pouring);
    expectLog(stream, [], 'On a stream that is over there is nothing to reset.');
    expectSame(
      'the promise of pour',
      pouring.state,
      'resolved',
      'pour never rejects, not even for a source that throws too late.',
    );
  });

  const read = async (reader: BodyReader) => {
    const next = watch(reader.next());
    await settled(next);
    return next;
  };
  const lengthOf = (next: Watched<IteratorResult<Uint8Array>>) =>
    next.state === 'resolved'
      ? next.value!.done
        ? 'the end'
        : next.value!.value.length
      : next.state;

  test('chunks, in order, and the end', async () => {
    const stream = createStream();
    const reader = new BodyReader(stream);
    reader.data(octets(5), false);
    reader.data(octets(7), false);
    reader.data(octets(0), true);
    reader.close();
    const got = [];
    for (let i = 0; i < 4; i++) got.push(lengthOf(await read(reader)));
    expectSame(
      'what next() gave',
      got,
      [5, 7, 'the end', 'the end'],
      'One chunk each time, in the order in which they came; then the end, as often as one asks.',
    );
  });

  const CREDIT =
    'A chunk is worked off when its reader comes back for the next one: then consume(its length), once. Earlier the window would not hold back anybody; later the peer would stand still.';

  test('credit when the reader comes back', async () => {
    const stream = createStream();
    const reader = new BodyReader(stream);
    reader.data(octets(5), false);
    reader.data(octets(7), false);
    await read(reader);
    expectLog(stream, [], CREDIT);
    await read(reader);
    expectLog(stream, ['consume 5'], CREDIT);
    const waiting = await read(reader);
    expectLog(stream, ['consume 5', 'consume 7'], CREDIT);
    expectSame(
      'a next() for which there is nothing yet',
      waiting.state,
      'pending',
      'It waits for more: await this.#more().',
    );
    reader.data(octets(9), true);
    await settled(waiting);
    expectSame(
      'what it gives when a chunk comes',
      lengthOf(waiting),
      9,
      'A chunk that comes goes to the reader that waits.',
    );
    expectSame(
      'the next',
      lengthOf(await read(reader)),
      'the end',
      'After the last chunk comes the end.',
    );
    await read(reader);
    expectLog(
      stream,
      ['consume 5', 'consume 7', 'consume 9'],
      `${CREDIT} What is at the end is not given twice.`,
    );
  });

  test('one octet is worth credit too', async () => {
    const stream = createStream();
    const reader = new BodyReader(stream);
    reader.data(octets(1), false);
    await read(reader);
    await read(reader);
    expectLog(
      stream,
      ['consume 1'],
      'Each octet that came has been taken off the window. One that is never given back is lost for ever: a peer that sends octet by octet would stand still in the end.',
    );
  });

  test('a reader that waits lets everything else go on', async () => {
    const reader = new BodyReader(createStream());
    const waiting = watch(reader.next());
    // An event of the loop, such as a frame that comes: it has its turn only if nobody asks without end.
    await new Promise((resolve) => setTimeout(resolve, 0));
    throwGap(waiting.error);
    expectSame(
      'a next() for which there is nothing yet',
      waiting.state,
      'pending',
      'It waits until somebody wakes it: await this.#more(). Who asks again and again lets no frame come in.',
    );
  });

  test('a reader that waits hears of the end', async () => {
    const reader = new BodyReader(createStream());
    const waiting = await read(reader);
    reader.data(octets(0), true);
    await settled(waiting);
    expectSame(
      'a next() that waited when the body ended',
      lengthOf(waiting),
      'the end',
      'The end wakes it too.',
    );
  });

  test('what came before an error is read first', async () => {
    const reader = new BodyReader(createStream());
    reader.data(octets(5), false);
    const error = CLOSE_ERROR();
    reader.close(error);
    expectSame(
      'the first next()',
      lengthOf(await read(reader)),
      5,
      'It came before the error, so it is read before: chunks first, then the error, then the end.',
    );
    const second = await read(reader);
    expectSame(
      'the second',
      second.state,
      'rejected',
      'The stream was reset: that is not an end. next() throws the error.',
    );
    expectSame(
      'its error is the stream’s',
      second.error === error,
      true,
      'The error that close brought is thrown, as it is.',
    );
    expectSame(
      'the third',
      lengthOf(await read(reader)),
      'the end',
      'The error is told once; after it there is nothing.',
    );
  });

  const LEFT =
    'return() waits for nothing and resolves with done: true. Whoever leaves a for await waits for it.';
  const NO_CREDIT =
    'Nothing is in hand any more after return(): a stream that closes gives the credit itself, so a later next() must not give it once more.';

  test('a reader that leaves', async () => {
    const stream = createStream();
    const reader = new BodyReader(stream);
    reader.data(octets(5), false);
    reader.data(octets(7), false);
    await read(reader);
    const left = watch(reader.return());
    await settled(left);
    expectLog(
      stream,
      ['reset CANCEL'],
      'Nobody reads the rest: reset with CANCEL tells the peer to stop. (Give no credit here: a stream that closes does it itself.)',
    );
    expectSame('what return() gave', lengthOf(left), 'the end', LEFT);
    expectSame(
      'next() after that',
      lengthOf(await read(reader)),
      'the end',
      'Who has left gets nothing more.',
    );
    expectLog(stream, ['reset CANCEL'], NO_CREDIT);
  });

  test('a reader that leaves what has ended', async () => {
    const stream = createStream();
    const reader = new BodyReader(stream);
    reader.data(octets(5), true);
    await read(reader);
    const left = watch(reader.return());
    await settled(left);
    expectLog(stream, [], 'The peer has said all: there is nothing to cancel.');
    expectSame('what return() gave', lengthOf(left), 'the end', LEFT);
    await read(reader);
    expectLog(stream, [], NO_CREDIT);
  });

  test('from one to the other, and back', async () => {
    let held = 0;
    const reader = new BodyReader({
      reset() {},
      consume(size) {
        held -= size;
        if (held < 3) writer.drain();
      },
    });
    const writer: BodyWriter = new BodyWriter({
      reset() {},
      sendData(bytes, endStream = false) {
        held += bytes.length;
        reader.data(bytes, endStream);
        return held < 3;
      },
    });
    const source = createSource(4);
    const pouring = watch(writer.pour(source));
    await settled(pouring);
    const before = source.asked;
    const got: unknown[] = [];
    for (let i = 0; i < 5; i++) got.push(lengthOf(await read(reader)));
    expectSame('times the source was asked before anybody read', before, 2, FALSE);
    expectSame(
      'what was read',
      got,
      [1, 2, 3, 4, 'the end'],
      'Credit lets the writer go on, and the reader gets all: the two halves wait for each other and never both at once.',
    );
    await settled(pouring);
    expectSame('the promise of pour', pouring.state, 'resolved', 'It resolves when all is sent.');
  });
});
