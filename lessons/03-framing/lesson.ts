import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordFrames, recordMessages } from './traces.ts';

export default defineLesson({
  port: 50_003,
  experiments: [
    { flag: '--chunk <bytes>', example: '--chunk 1', about: 'send in pieces of so many bytes' },
    { flag: '--glue', about: 'send three frames in one write' },
    { flag: '--lie', about: 'announce 4 GiB and send nothing', varies: true },
    { flag: '--die', about: 'end the connection in the middle of a frame' },
  ],
  run: tellStory,
  startServer,
  runClient,
  traces: { frames: recordFrames, messages: recordMessages },
});
