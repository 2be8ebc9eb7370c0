import { defineLesson } from '#course/lesson/define-lesson';

export default defineLesson({
  port: 50_022,
  experiments: [],
  run: async () => {},
  startServer: () => {
    throw new Error('soon');
  },
  runClient: async () => {},
  traces: {},
});
