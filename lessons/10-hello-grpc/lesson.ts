import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';

export default defineLesson({
  port: 50_010,
  experiments: [],
  run: async () => {},
  startServer,
  runClient,
  traces: {},
});
