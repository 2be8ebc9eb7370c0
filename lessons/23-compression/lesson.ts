import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordAnswered, recordAsked } from './traces.ts';

export default defineLesson({
  port: 50_023,
  experiments: [
    { flag: '--lie', about: 'a grpc-encoding, or a flag, that is not true' },
    {
      flag: '--secret <letters>',
      example: '--secret tea4711',
      about: 'a voucher of your own, found by the length of answers',
    },
    {
      flag: '--bomb <MiB>',
      example: '--bomb 128',
      about: 'a bomb of this size, and a reader without a limit',
      varies: true,
    },
    {
      flag: '--file <path>',
      example: '--file package.json',
      about: 'what each compression makes of a file of yours',
      varies: true,
    },
  ],
  run: tellStory,
  // What packing takes is measured.
  varies: true,
  startServer: (options) => startServer(options),
  runClient,
  traces: { asked: recordAsked, answered: recordAnswered },
});
