import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordWatch } from './traces.ts';

export default defineLesson({
  port: 50_029,
  experiments: [
    {
      flag: '--notice <ms>',
      example: '--notice 0',
      about: 'how long a server still takes calls after NOT_SERVING',
      varies: true,
      seconds: 5,
    },
    {
      flag: '--grpc-js',
      about: 'the same ends, of a server of grpc-js',
      varies: true,
      seconds: 7,
    },
    { flag: '--probe', about: 'a probe asks seven servers, two of which are silent' },
    { flag: '--slow', about: 'a watcher who reads slowly' },
  ],
  run: tellStory,
  startServer,
  runClient,
  varies: true,
  traces: { watch: recordWatch },
});
