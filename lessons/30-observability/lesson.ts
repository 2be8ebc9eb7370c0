import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordContext } from './traces.ts';

export default defineLesson({
  port: 50_030,
  experiments: [
    {
      flag: '--mystery [seed]',
      example: '--mystery 7',
      about: 'three servers, one fault: find it by what was written down',
    },
    { flag: '--kinds', about: 'the spans of calls that end in several ways', varies: true },
    { flag: '--labels', about: 'what one label too many costs' },
    { flag: '--unpatched', about: 'OpenTelemetry, and an import that it does not see' },
    { flag: '--debug', about: 'GRPC_TRACE and NODE_DEBUG, and what they give away', varies: true },
  ],
  run: tellStory,
  startServer,
  runClient,
  varies: true,
  traces: { context: recordContext },
});
