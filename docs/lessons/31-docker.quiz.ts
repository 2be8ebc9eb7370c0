import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'what-is-it',
    question: 'What does an engine add to the layers of an image when it starts a container?',
    answers: [
      {
        text: 'A small Linux, with a kernel of its own',
        reason:
          'The kernel is the one of the host. That is why an image says for which system it is.',
      },
      {
        text: 'Walls: the process sees other files, other processes and another network',
        reason: 'It is an ordinary process of the host, which is shown less.',
        right: true,
      },
      {
        text: 'Nothing, the image is the program itself',
        reason: 'An image is files. Somebody has to unpack them and start one.',
      },
    ],
  },
  {
    id: 'who-is-trusted',
    question:
      'You pull an image by `name@sha256:…` from a mirror that you do not know. What can the mirror do?',
    answers: [
      {
        text: 'Give you another program under that name',
        reason: 'Its manifest would have another hash, and you compute the hash yourself.',
      },
      {
        text: 'Give you nothing, and learn what you wanted',
        reason: 'It can refuse and it can look. It cannot change a byte unnoticed.',
        right: true,
      },
      {
        text: 'Change a layer, because only the manifest is named',
        reason: 'The manifest has the hashes of the layers in it.',
      },
    ],
  },
  {
    id: 'diff-id',
    question:
      'Two registries keep the same layer, one as gzip, the other as zstd. What is the same?',
    answers: [
      {
        text: 'The digest',
        reason: 'It is the hash of the bytes that are kept, and those differ.',
      },
      {
        text: 'The diff_id',
        reason: 'It is the hash of the tar file, before anybody has compressed it.',
        right: true,
      },
      {
        text: 'Both',
        reason: 'Then one of the two would be of no use.',
      },
    ],
  },
  {
    id: 'same-name',
    question:
      'You build the same commit twice, a minute apart, with `COPY . .`. Why do many tools give the layer two names?',
    answers: [
      {
        text: 'A tar header has the time at which each file was changed',
        reason: 'A fresh clone has other times, and with one other byte the hash is another.',
        right: true,
      },
      {
        text: 'A hash has chance in it',
        reason: 'The same bytes have the same hash, today and on every machine.',
      },
      {
        text: 'The name has the number of the build in it',
        reason: 'A tag may have. A digest knows only bytes.',
      },
    ],
  },
  {
    id: 'cache-order',
    question:
      'A Dockerfile has `COPY . .` and then `RUN npm ci`. You change one line of a comment. What happens at the next build?',
    answers: [
      {
        text: 'npm ci is taken from the cache: package.json is the same',
        reason:
          'The builder does not know what npm reads. It sees that the step before is another.',
      },
      {
        text: 'All packages are installed again',
        reason:
          'A step is taken from the cache only if all before it were. So what changes rarely comes first.',
        right: true,
      },
      {
        text: 'Nothing, comments do not count',
        reason: 'Bytes count.',
      },
    ],
  },
  {
    id: 'pid-one',
    question:
      'A Node program without a handler for SIGTERM is process 1 of a container. `docker stop` sends SIGTERM. What happens?',
    answers: [
      {
        text: 'It ends at once, as it does in a terminal',
        reason:
          'That is what the kernel does to other processes. To process 1 it does nothing that this one has not asked for.',
      },
      {
        text: 'Nothing, for ten seconds; then it is killed',
        reason: 'Exit code 137, which is 128 and 9: SIGKILL.',
        right: true,
      },
      {
        text: 'Docker calls the handler of the engine',
        reason: 'The engine sends a signal. Handlers are for the program to write.',
      },
    ],
  },
  {
    id: 'listen-where',
    question:
      'In its container the server says "listening on 127.0.0.1:50031". The port is published. Nobody can call it. Why?',
    answers: [
      {
        text: '127.0.0.1 is the container itself, and calls come from outside of it',
        reason: 'It has a network of its own. So the default is 0.0.0.0 here.',
        right: true,
      },
      {
        text: 'EXPOSE is missing',
        reason: 'EXPOSE is a note for people. It opens nothing.',
      },
      {
        text: 'A port below 65536 needs root',
        reason: 'Below 1024, on many systems.',
      },
    ],
  },
] satisfies Quiz;
