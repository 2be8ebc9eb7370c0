import { defineLesson } from '#course/lesson/define-lesson';

export default defineLesson({
  port: 50_027,
  experiments: [],
  run: async () => {},
  startServer: async () => {
    throw new Error('not yet');
  },
  runClient: async () => {},
  traces: {},
});
