import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordDetails, recordSecret } from './traces.ts';

export default defineLesson({
  port: 50_018,
  experiments: [
    { flag: '--secret', about: 'handlers that fail with a secret in their hands' },
    { flag: '--details <KiB>', example: '--details 20', about: 'details of this size' },
    { flag: '--text', about: 'a grpc-message that is not a message' },
  ],
  run: tellStory,
  startServer: (options) => startServer(options),
  runClient,
  traces: {
    details: recordDetails,
    secret: recordSecret,
  },
});
