import { defineLesson } from '#course/lesson/define-lesson';

export default defineLesson({
  port: 50_029,
  experiments: [],
  run: async () => {},
  startServer: () => Promise.reject(new Error('not yet')),
  runClient: async () => {},
  traces: {},
});
