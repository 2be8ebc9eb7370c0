/**
 * Every word that the site's components say, in one place. Another language is another file with
 * the type `Texts` beside this one, and a line in `texts.ts`.
 */
export const en = {
  site: {
    title: 'RPC from scratch',
    description:
      'An interactive course: build gRPC yourself, one layer at a time, and see every byte of it.',
    lessonDescription: (number: number) => `Lesson ${number} of RPC from scratch.`,
    nav: { map: 'Lessons', stack: 'The stack', progress: 'Progress' },
    outline: 'On this page',
    unfold: (lines: number) => `Show all ${lines} lines`,
    prints: 'What it prints',
    printsOf: (command: string) => `What ${command} prints`,
    toDark: 'Switch to the dark theme',
    toLight: 'Switch to the light theme',
    notFound: {
      title: 'There is no such page',
      quote:
        'The address was understood, and nobody lives there. A server would say: UNIMPLEMENTED.',
      linkLabel: 'Back to the beginning of the course',
      linkText: 'To the beginning',
    },
  },
  home: {
    lead: 'Build gRPC yourself, one layer at a time, until a stranger’s client cannot tell your server from Google’s.',
    start: (lesson: number) => `Start lesson ${lesson}`,
    goOn: (lesson: number) => `Continue with lesson ${lesson}`,
    begin: 'To run and to build it',
    traceTitle: 'This is a function call',
    traceLead:
      'Recorded from a run: one program asked another for a file, and this is all that went over the wire. Point at a byte to learn what it does there.',
    waysTitle: 'Three ways to learn it',
    ways: [
      {
        title: 'Read',
        text: 'Each lesson takes up the question that the last one left open, and answers it with real bytes.',
      },
      {
        title: 'Run',
        text: 'A real server and a real client talk in your terminal. Every byte is explained; you are invited to break it.',
      },
      {
        title: 'Build',
        text: 'You write the layer, in the page or in your own editor. A wrong byte is shown with the field that it stands in. At the end your own stack speaks to gRPC programs that nobody here wrote.',
      },
    ],
    mapTitle: 'The map',
    mapLead: (parts: number, lessons: number) =>
      `${lessons} lessons in ${parts} parts, from one function call to a cluster.`,
  },
  getCourse: {
    cloneIt: 'Clone',
    repository: 'the course’s repository',
    needs: '. It needs Node 20.19 or newer, and nothing else.',
    haveIt:
      'You need a copy of the course’s repository, from wherever you got to know this site, and Node 20.19 or newer. In its folder, type:',
  },
  course: {
    part: (number: string) => `Part ${number}`,
    lesson: (number: number) => `Lesson ${number}`,
    notWritten: 'not written yet',
    read: 'read',
    sidebar: 'Lessons',
  },
  copy: { copy: 'Copy', copied: 'Copied', copyCommand: (command: string) => `Copy ${command}` },
  lesson: {
    commands: 'In your terminal',
    noCopy: 'The commands run in a copy of the course.',
    howToGet: 'How to get one',
    run: 'see it run',
    exercise: 'build it yourself',
    tasks: 'the tasks',
    previous: 'Previous',
    next: 'Next',
    around: 'Previous and next lesson',
  },
  trace: {
    messages: 'Messages',
    way: { client: 'client ──▸ server', server: 'client ◂── server' },
    client: 'client',
    server: 'server',
    wire: 'wire',
    size: (bytes: number) => (bytes === 1 ? '1 byte' : `${bytes} bytes`),
    fields: (title: string) => `Fields of “${title}”`,
    where: (offset: number, length: number) => {
      if (length === 0) return 'no byte';
      return length === 1 ? `byte ${offset}` : `bytes ${offset}–${offset + length - 1}`;
    },
    note: 'About the field',
    inside: (fields: string) => `in ${fields}`,
    copyHex: 'Copy as hex',
    copyLink: 'Copy link',
    copied: 'Copied',
    hint: 'Point at a byte or a field. With the keyboard: ↑ ↓ to move, ← → to look into a field and out again.',
    play: 'Play',
    pause: 'Pause',
  },
  sequence: {
    label: (title: string) => `Who sends what, and when: ${title}`,
    client: 'client',
    wire: 'wire',
    server: 'server',
    hint: 'Point at a message, or move with ↑ ↓. The bar at the left is a call that waits for its reply.',
    asText: 'The same in words',
    fromTo: { client: 'client to server', server: 'server to client' },
    at: { client: 'at the client', server: 'at the server', wire: 'on the wire' },
    waiting: (calls: string[]) =>
      calls.length === 0
        ? 'no call waits'
        : `waiting: ${calls.map((call) => `call ${call}`).join(', ')}`,
  },
  playground: {
    title: 'Cut the stream yourself',
    presets: 'Try',
    samples: ['milk', 'crème brûlée', 'tea'],
    presetNames: {
      whole: 'A chunk a frame',
      single: 'One byte at a time',
      glued: 'Glued together',
      inLength: 'Cut inside the length',
      lying: 'A lying length',
      broken: 'The end in the middle',
    },
    messages: 'Messages to send',
    message: (number: number) => `Message ${number}`,
    announced: (number: number) => `Length that message ${number} announces`,
    announces: 'announces',
    add: 'Add a message',
    remove: (number: number) => `Remove message ${number}`,
    limit: 'Largest payload the decoder accepts, in bytes',
    stream: 'The stream, and where TCP cuts it',
    streamHint:
      'Click between two bytes to cut or to glue; drag a cut, or move it with ← → and take it out with Delete.',
    cut: (number: number) => `Cut ${number}`,
    cutAt: (at: number, of: number, where: string) => `after byte ${at} of ${of}, ${where}`,
    insideLength: (frame: number) => `inside the length of frame ${frame}`,
    insidePayload: (frame: number) => `inside the payload of frame ${frame}`,
    afterLength: (frame: number) => `between length and payload of frame ${frame}`,
    betweenFrames: 'between two frames',
    addCut: 'Add a cut',
    decoder: 'The decoder',
    chunk: (number: number, of: number) => `chunk ${number} of ${of}`,
    beforeFirst: 'nothing has arrived',
    back: 'Back',
    next: 'Next chunk',
    end: 'End the stream',
    all: 'All',
    again: 'From the start',
    arrived: 'Arrived',
    waiting: 'Waiting in the decoder',
    nothingWaits: 'nothing',
    lengthRead: 'Length read',
    lengthUnknown: (missing: number) =>
      missing === 1
        ? 'not yet: 1 byte of it is missing'
        : `not yet: ${missing} bytes of it are missing`,
    lengthKnown: (length: number, missing: number) =>
      `${length}, so ${missing} more ${missing === 1 ? 'byte' : 'bytes'} to wait for`,
    lengthNone: 'none: no frame follows',
    lengthCut: (missing: number) =>
      missing === 1 ? 'its last byte never came' : `${missing} bytes of it never came`,
    lengthRefused: (length: number) =>
      `${length.toLocaleString('en')}: refused, and not waited for`,
    payloadCut: (length: number, missing: number) =>
      `${length}, but ${missing === 1 ? '1 byte' : `${missing} bytes`} of the payload never came`,
    out: 'Frames out',
    none: 'none yet',
    emptyPayload: 'an empty payload',
    ended: 'The stream ended where a frame ended. All is well.',
    errorTitle: 'FrameError',
    bytes: (count: number) => (count === 1 ? '1 byte' : `${count} bytes`),
  },
  quiz: {
    question: (number: number, of: number) => `Question ${number} of ${of}`,
    check: 'Check',
    chooseFirst: 'Choose an answer first.',
    right: 'Right.',
    wrong: 'Not quite.',
    again: 'Try another answer.',
    showAnswer: 'Show the answer',
    answer: 'The answer',
    bytesLabel: 'Your bytes: hex, and text between quotes, as in 00 1f "hi"',
    score: (right: number, of: number) =>
      `Of the ${of} questions on this page you have answered ${right} rightly.`,
    stillOpen: 'Still open:',
    toQuestion: (number: number) => `question ${number}`,
    notHex: 'Only pairs of hex digits, as in 00 1f, and text between quotes, as in "hi".',
    tooShort: (have: number, want: number) =>
      `The first ${have} ${have === 1 ? 'byte is' : 'bytes are'} right; ${want - have} more to come.`,
    tooLong: (want: number) =>
      `All ${want} bytes are right, but then comes more than there should be.`,
    wrongAt: (offset: number, yours: string, field: string) =>
      `Byte ${offset} is not ${yours}. There stands: ${field}.`,
    nothing: 'Type the bytes first.',
  },
  progress: {
    lesson: 'Lesson',
    page: 'Page',
    quiz: 'Quiz',
    run: 'Run',
    exercise: 'Exercise',
    wasRun: 'run',
    read: 'read',
    notRead: '–',
    answered: (count: number) => `${count} right`,
    passed: (count: number) => (count === 1 ? '1 task passed' : `${count} tasks passed`),
    fromCommands:
      'Exercises: as they passed in a page, and as `npm run exercise` recorded them on this machine.',
    noCommands:
      'Exercises: as they passed in a page. To see those of the command line too, serve this page from your own copy with `npm start`.',
    missing: 'No exercise has been passed on this machine yet. Begin with `npm run exercise 1`.',
    damaged: 'The record of your exercises cannot be read. `npm run progress` says more.',
    reading: 'Pages and quizzes: as this browser remembers them; nothing is sent anywhere.',
    caption: 'Your way through the course',
  },
};

export type Texts = typeof en;
