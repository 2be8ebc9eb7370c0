import { defineLesson } from '#course/lesson/define-lesson';
import { recordCall } from './call.ts';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';

export default defineLesson({
  port: 50_033,
  experiments: [
    {
      flag: '--turns',
      about: 'three answers to when one writes, and what each costs',
      varies: true,
    },
    {
      flag: '--cut <bytes>',
      example: '--cut 100',
      about: 'a network that cuts everything into pieces of this size',
    },
    {
      flag: '--page <file>',
      example: '--page .course/my-grpc.html',
      about: 'a page to show to others: stack, bytes, judges and figures',
      varies: true,
      seconds: 5,
    },
  ],
  run: tellStory,
  startServer,
  runClient,
  varies: true,
  traces: { call: recordCall },
});
