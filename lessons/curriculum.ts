/**
 * The map of the course: every lesson's number, folder and title. Numbers and slugs are stable;
 * links, progress and habits hang on them. A lesson is written when its `lesson.ts` is here.
 */
export interface LessonEntry {
  number: number;
  /** The folder's name without the number: `framing` for `03-framing`. */
  slug: string;
  title: string;
  /** The question that it answers, for lists. */
  question: string;
}

export interface Part {
  number: string;
  title: string;
  lessons: LessonEntry[];
}

const lesson = (number: number, slug: string, title: string, question: string): LessonEntry => ({
  number,
  slug,
  title,
  question,
});

export const PARTS: Part[] = [
  {
    number: 'I',
    title: 'A call leaves the process',
    lessons: [
      lesson(
        1,
        'local-to-remote',
        'From a function call to a remote call',
        'How can a function run on another machine?',
      ),
      lesson(
        2,
        'many-calls',
        'Many calls, one connection',
        'Whose reply is this, and what if none comes?',
      ),
    ],
  },
  {
    number: 'II',
    title: 'Framing',
    lessons: [lesson(3, 'framing', 'Framing', 'Where does a message end?')],
  },
  {
    number: 'III',
    title: 'Protobuf',
    lessons: [
      lesson(4, 'varints', 'Varints', 'How few bytes does a number need?'),
      lesson(5, 'messages', 'Messages', 'How does a reader know what the bytes are, years later?'),
      lesson(6, 'codegen', 'Code generation', 'Who writes the stub?'),
    ],
  },
  {
    number: 'IV',
    title: 'HTTP/2 and gRPC',
    lessons: [
      lesson(7, 'http2-frames', 'HTTP/2 frames', 'How do many streams share one connection?'),
      lesson(8, 'hpack', 'HPACK', 'Why send the same headers a thousand times?'),
      lesson(9, 'grpc-by-hand', 'gRPC by hand', 'What makes an HTTP/2 request a gRPC call?'),
      lesson(10, 'hello-grpc', 'Hello, gRPC', 'What does the library do for you?'),
    ],
  },
  {
    number: 'V',
    title: 'Streams',
    lessons: [
      lesson(
        11,
        'server-streaming',
        'Server streaming',
        'What if the answer does not fit into one message?',
      ),
      lesson(12, 'client-streaming', 'Client streaming', 'What if the question does not?'),
      lesson(13, 'bidi-streaming', 'Bidirectional streaming', 'What if both talk at once?'),
      lesson(14, 'flow-control', 'Flow control', 'What if one side is slow?'),
    ],
  },
  {
    number: 'VI',
    title: 'Interceptors and calls in trouble',
    lessons: [
      lesson(
        15,
        'server-interceptors',
        'Server interceptors',
        'Where does code go that every method needs?',
      ),
      lesson(16, 'client-interceptors', 'Client interceptors', 'And on the caller’s side?'),
      lesson(17, 'deadlines', 'Deadlines', 'How long is too long, and who is told?'),
      lesson(18, 'errors', 'Errors', 'How does a failure travel?'),
      lesson(19, 'metadata', 'Metadata', 'Where does what is not the message go?'),
      lesson(20, 'multiplexing', 'Multiplexing', 'How many services fit on a port?'),
      lesson(21, 'load-balancing', 'Load balancing', 'Which of ten servers gets the call?'),
      lesson(22, 'retries', 'Retries', 'When is it safe to try again?'),
      lesson(23, 'compression', 'Compression', 'When does smaller cost more?'),
    ],
  },
  {
    number: 'VII',
    title: 'Security',
    lessons: [
      lesson(24, 'tls', 'TLS and mTLS', 'Who is really at the other end?'),
      lesson(25, 'basic-auth', 'Call credentials', 'Who is calling?'),
      lesson(26, 'oauth2', 'OAuth 2.0', 'Who says so?'),
      lesson(27, 'jwt', 'JWT', 'How can a token prove itself?'),
    ],
  },
  {
    number: 'VIII',
    title: 'Testing and deployment',
    lessons: [
      lesson(28, 'testing', 'Testing', 'How do you know that it works?'),
      lesson(29, 'health', 'Health', 'How does the platform know?'),
      lesson(30, 'observability', 'Observability', 'What is it doing right now?'),
      lesson(31, 'docker', 'Docker', 'How does it leave your machine?'),
      lesson(32, 'kubernetes', 'Kubernetes', 'How does it run without you?'),
      lesson(
        33,
        'your-own-grpc',
        'Your own gRPC',
        'Can a stranger’s client tell your server from Google’s?',
      ),
    ],
  },
];

export const LESSONS: LessonEntry[] = PARTS.flatMap((part) => part.lessons);

/** The name of a lesson's folder in lessons/, exercises/ and solutions/: `03-framing`. */
export function folderOf({ number, slug }: LessonEntry): string {
  return `${String(number).padStart(2, '0')}-${slug}`;
}
