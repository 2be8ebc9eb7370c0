import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordLeaving } from './traces.ts';

export default defineLesson({
  port: 50_028,
  experiments: [
    { flag: '--proxy', about: 'a proxy delays, cuts and resets', seconds: 5 },
    { flag: '--contract', about: 'changes of a .proto, and who sees them' },
    { flag: '--property', about: 'one sentence, a hundred cases' },
    { flag: '--flaky', about: 'tests that wait for a while, 200 times each' },
  ],
  run: tellStory,
  startServer,
  runClient,
  traces: { leaving: recordLeaving },
});
