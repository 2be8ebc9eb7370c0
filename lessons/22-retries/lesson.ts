import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordTwice } from './traces.ts';

export default defineLesson({
  port: 50_022,
  experiments: [
    {
      flag: '--down <times>',
      example: '--down 2',
      about: 'a server that says UNAVAILABLE so many times',
    },
    { flag: '--kill', about: 'a server goes away while twelve calls are under way' },
    { flag: '--again', about: 'a retry of a call that is not idempotent' },
    {
      flag: '--tries <n>',
      example: '--tries 5',
      about: 'the storm, with so many tries for everybody',
    },
    {
      flag: '--pings',
      about: 'a cable that is pulled out, and a client that asks too often',
      seconds: 5,
    },
  ],
  run: tellStory,
  startServer,
  runClient,
  traces: { twice: recordTwice },
});
