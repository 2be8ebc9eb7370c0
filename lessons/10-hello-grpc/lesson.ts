import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordPairing } from './traces.ts';

export default defineLesson({
  port: 50_010,
  experiments: [
    {
      flag: '--pair <client/server>',
      example: '--pair grpc-js/ours',
      about: 'every byte of one pairing',
    },
    {
      flag: '--deadline <ms>',
      example: '--deadline 50',
      about: 'nobody answers in time',
      varies: true,
    },
    { flag: '--leak', about: 'what a careless handler tells the world' },
    { flag: '--absent', about: 'call a server that is not there', varies: true },
    { flag: '--stop', about: 'stop a server in the middle of a call' },
  ],
  run: tellStory,
  startServer,
  runClient,
  traces: {
    'js-to-js': () => recordPairing({ client: 'grpc-js', server: 'grpc-js' }),
    'js-to-ours': () => recordPairing({ client: 'grpc-js', server: 'ours' }),
    'ours-to-js': () => recordPairing({ client: 'ours', server: 'grpc-js' }),
    'ours-to-ours': () => recordPairing({ client: 'ours', server: 'ours' }),
  },
});
