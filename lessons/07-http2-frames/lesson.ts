import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordEnds, recordHello, recordStreams, recordStreamZero } from './traces.ts';

export default defineLesson({
  port: 50_007,
  experiments: [
    { flag: '--stream-zero', about: 'send DATA that belongs to no stream' },
    { flag: '--too-large', about: 'send a frame of 16,385 bytes' },
    { flag: '--after-end', about: 'send DATA on a stream that has ended' },
    { flag: '--old-http', about: 'speak HTTP/1.1 to it' },
  ],
  run: tellStory,
  startServer,
  runClient,
  traces: {
    hello: recordHello,
    streams: recordStreams,
    ends: recordEnds,
    'stream-zero': recordStreamZero,
  },
});
