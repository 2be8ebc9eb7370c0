import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordLeak, recordMasked, recordRefused } from './traces.ts';

export default defineLesson({
  port: 50_015,
  experiments: [
    { flag: '--secret', about: 'handlers that throw a secret, with and without a mask' },
    { flag: '--twice', about: 'an interceptor that calls next twice' },
    {
      flag: '--order <names>',
      example: '--order guard,log,mask',
      about: 'log, mask and guard, another way round',
    },
  ],
  run: tellStory,
  startServer,
  runClient,
  traces: {
    refused: recordRefused,
    leak: recordLeak,
    masked: recordMasked,
  },
});
