import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordRefreshed } from './traces.ts';

export default defineLesson({
  port: 50_016,
  experiments: [
    { flag: '--stampede', about: 'twenty calls at once whose token has just expired' },
    { flag: '--upload', about: 'a stream of requests that is sent again' },
    { flag: '--stale', about: 'a cache that answers what is no longer true, or not for you' },
    { flag: '--lost', about: 'an interceptor that changes the request, and one that waits' },
    {
      flag: '--order <names>',
      example: '--order refresh,log',
      about: 'log, refresh and cache, another way round',
    },
  ],
  run: tellStory,
  startServer,
  runClient,
  traces: { refreshed: recordRefreshed },
});
