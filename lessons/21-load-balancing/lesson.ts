import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordReport, recordStreams } from './traces.ts';

export default defineLesson({
  port: 50_021,
  // nginx stands between, or our own proxy.
  varies: true,
  experiments: [
    { flag: '--kill', about: 'a server ends while calls are under way' },
    { flag: '--deploy', about: 'restart all servers, one after the other' },
    { flag: '--eyeballs', about: 'an address that says nothing, before one that answers' },
    { flag: '--config', about: 'service configs that are right, old, new and wrong' },
    {
      flag: '--policy <name>',
      example: '--policy least_request_experimental',
      about: 'the queues behind one policy, with a slow server',
    },
  ],
  run: tellStory,
  startServer,
  runClient,
  traces: { streams: recordStreams, report: recordReport },
});
