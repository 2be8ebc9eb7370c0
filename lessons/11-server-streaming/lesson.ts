import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordCut, recordLeave, recordSearch } from './traces.ts';

export default defineLesson({
  port: 50_011,
  experiments: [
    {
      flag: '--frames <each|one|cut>',
      example: '--frames cut',
      about: 'the same answer in other DATA frames',
    },
    { flag: '--leave', about: 'leave after three orders, in four ways', varies: true },
    {
      flag: '--fail <n>',
      example: '--fail 36',
      about: 'an error after so many orders',
      varies: true,
    },
    { flag: '--slow', about: 'a reader that stops, with and without drain', varies: true },
    { flag: '--spin', about: 'the receive loop of the article, at an error', varies: true },
    { flag: '--crash', about: 'a program in which nobody listens for errors', varies: true },
  ],
  varies: true,
  run: tellStory,
  startServer: (options) => startServer(options),
  runClient,
  traces: {
    search: () => recordSearch(),
    one: () => recordCut('all in one'),
    cut: () => recordCut('every 44 bytes'),
    leave: () => recordLeave(),
  },
});
