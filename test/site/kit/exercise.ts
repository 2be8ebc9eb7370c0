import type { Page } from 'playwright-core';
import type { CatalogueEntry } from '#course/catalogue';
import { settle } from './browser.ts';

/** How long the editor may take to come, and a verdict, on a machine that has other things to do. */
const PATIENCE_MS = 20_000;
/** Longer than the editor takes to come on a busy machine, once it has been asked for. */
const AGAIN_MS = 4_000;

/** The exercise of a lesson's page, as its reader uses it. */
export class PageExercise {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get root() {
    return this.page.locator('.build-it');
  }

  /** Opens the place to write in. */
  async begin(): Promise<void> {
    const button = this.root.getByRole('button', { name: /Write it here|Go on writing here/ });
    const editor = this.root.locator('.cm-content');
    // A click before the page has come alive is lost: then one clicks again, as a reader would.
    for (const end = Date.now() + PATIENCE_MS; ; ) {
      if (await button.isVisible()) await button.click();
      const isThere = await editor.waitFor({ timeout: AGAIN_MS }).then(
        () => true,
        () => false,
      );
      if (isThere) break;
      if (Date.now() > end) throw new Error('the editor does not come');
    }
    await settle(this.page);
  }

  /** Puts texts in the place of files, by the button that opens files. */
  async open(files: Readonly<Record<string, string>>): Promise<void> {
    await this.root.locator('input[type=file]').setInputFiles(
      Object.entries(files).map(([name, text]) => ({
        name,
        mimeType: 'text/plain',
        buffer: Buffer.from(text),
      })),
    );
    await this.root.locator('.said').filter({ hasText: 'Opened' }).waitFor();
  }

  /** What can be read in the editor, which draws only what is in sight: its first lines. */
  async text(): Promise<string> {
    const lines = this.root.locator('.cm-content');
    await lines.evaluate((element) => element.scrollIntoView());
    return lines.innerText();
  }

  /** Has it judged, and waits for the verdict. */
  async check(): Promise<void> {
    await this.root.getByRole('button', { name: 'Check', exact: true }).click();
    await this.verdict();
  }

  async verdict(): Promise<void> {
    const idle = this.root.getByRole('button', { name: 'Check', exact: true });
    await idle.waitFor({ timeout: PATIENCE_MS });
    await this.root.locator('.verdict').waitFor();
  }

  /** What the verdict says below the tasks. */
  async words(): Promise<string> {
    const words = this.root.locator('.verdict > pre');
    return (await words.count()) === 0 ? '' : ((await words.textContent()) ?? '');
  }

  sum(): Promise<string> {
    return this.root.locator('.verdict .sum').innerText();
  }

  /** How each task stands: `passed`, `failed`, …; an empty string if nothing is known. */
  states(): Promise<string[]> {
    return this.root
      .locator('.task')
      .evaluateAll((tasks) => tasks.map(({ className }) => className.replace('task', '').trim()));
  }
}

export function pageOf({ folder }: CatalogueEntry): string {
  return `/lessons/${folder}.html`;
}
