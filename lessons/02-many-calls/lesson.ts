import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordLateReply, recordOutOfOrder, recordTwice } from './traces.ts';

export default defineLesson({
  port: 50_002,
  experiments: [
    { flag: '--kill', about: 'kill the server while calls are running', varies: true },
    { flag: '--delay <ms>', example: '--delay 100', about: 'wait so long for a slow reply' },
    { flag: '--twice', about: 'send the same order twice' },
  ],
  run: tellStory,
  startServer,
  runClient,
  traces: {
    'out-of-order': recordOutOfOrder,
    'late-reply': recordLateReply,
    twice: recordTwice,
  },
});
