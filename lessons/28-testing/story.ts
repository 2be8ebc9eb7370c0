import type { Stage } from '#course/lesson/stage';

export async function tellStory(stage: Stage): Promise<void> {
  await stage.scene('A test that asserts nothing');
}
