import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordCall, recordSeveral } from './traces.ts';

export default defineLesson({
  port: 50_019,
  experiments: [
    { flag: '--size <KiB>', example: '--size 20', about: 'metadata of this size' },
    { flag: '--names', about: 'names that belong to somebody else' },
    { flag: '--bin', about: 'a -bin value that is not base64' },
  ],
  run: tellStory,
  startServer: (options) => startServer(options),
  runClient,
  traces: {
    call: recordCall,
    several: recordSeveral,
  },
});
