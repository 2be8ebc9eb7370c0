import type { Stage } from '#course/lesson/stage';
export async function tellStory(_stage: Stage): Promise<void> {}
