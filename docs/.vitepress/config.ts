import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import { compileHints } from './build/compile-hints.ts';
import { withPolicy } from './build/content-security-policy.ts';
import { softenEmptyHeaders } from './build/empty-headers.ts';
import { excerpts, publishSources } from './build/excerpts.ts';
import { exercises } from './build/exercise/plugin.ts';
import { fonts } from './build/fonts.ts';
import { lateFrame } from './build/late-frame.ts';
import { withLateStart } from './build/late-start.ts';
import { addLessonStart } from './build/lesson-start.ts';
import { withNotFound } from './build/not-found.ts';
import { outputs } from './build/outputs.ts';
import { preloadFonts } from './build/preload-fonts.ts';
import { progressEndpoint } from './build/progress-endpoint.ts';
import { sameLanguage } from './build/same-language.ts';
import { traceHandles, withoutHandlePreloads } from './build/trace-handles.ts';
import { withoutUnusedStyles } from './build/unused-styles.ts';
import { CODE_THEMES } from './code-theme.ts';
import { readCourse } from './course.ts';
import { lessonNumberOf } from './lesson-path.ts';
import { en } from './texts/en.ts';

const lessons = readCourse().flatMap((part) => part.lessons);

export default defineConfig({
  lang: 'en',
  title: en.site.title,
  description: en.site.description,
  srcExclude: ['README.md'],
  // They would be every lesson that the sidebar names.
  router: { prefetchLinks: false },
  // With it, each page computes all its styles twice more while it starts, to hold back transitions
  // that nobody would see: two thirds of the longest task on a phone.
  appearance: { disableTransition: false },
  head: [
    ['link', { rel: 'icon', type: 'image/svg+xml', href: '/favicon.svg' }],
    ['meta', { name: 'theme-color', content: '#faf7f0', media: '(prefers-color-scheme: light)' }],
    ['meta', { name: 'theme-color', content: '#14181c', media: '(prefers-color-scheme: dark)' }],
    // What works only with JavaScript hides itself without it, and the other way round.
    ['script', {}, "document.documentElement.classList.add('js')"],
  ],
  markdown: {
    theme: CODE_THEMES,
    config(md) {
      excerpts(md);
      addLessonStart(md);
      outputs(md);
      softenEmptyHeaders(md);
    },
  },
  buildEnd: ({ outDir }) => publishSources(outDir),
  transformHtml: (html, _id, { page, pageData: { frontmatter } }) =>
    withPolicy(
      withLateStart(withNotFound(withoutHandlePreloads(html), page)),
      frontmatter.evaluates === true,
    ),
  transformHead: ({ assets }) => preloadFonts(assets),
  transformPageData(page) {
    const number = lessonNumberOf(page.relativePath);
    const lesson = lessons.find((one) => one.number === number);
    if (lesson === undefined) return;
    const { frontmatter, description } = page;
    return {
      description: description || `${lesson.question} ${en.site.lessonDescription(lesson.number)}`,
      // The lesson's own frame leads on, also to what is not written yet.
      frontmatter: { ...frontmatter, prev: false, next: false },
    };
  },
  themeConfig: {
    logo: { light: '/logo.svg', dark: '/logo-dark.svg', alt: '' },
    nav: [
      { text: en.site.nav.map, link: '/#map' },
      { text: en.site.nav.stack, link: '/stack' },
      { text: en.site.nav.progress, link: '/progress' },
    ],
    // The sidebar's own component (theme/CourseSidebar.vue) reads the map; this only says where. A
    // page without one would get the bar of its own headings late, and its text would jump.
    sidebar: {
      '/lessons/': [{ text: en.site.title, items: [] }],
      '/stack': [{ items: [] }],
      '/progress': [{ items: [] }],
      '/for-teachers': [{ items: [] }],
    },
    outline: { level: [2, 3], label: en.site.outline },
    // Sentences too, with what they say: titles alone tell little.
    search: { provider: 'local', options: { detailedView: true } },
    darkModeSwitchTitle: en.site.toDark,
    lightModeSwitchTitle: en.site.toLight,
    notFound: en.site.notFound,
  },
  vite: {
    plugins: [
      fonts(),
      compileHints(),
      lateFrame(),
      sameLanguage(),
      progressEndpoint(),
      traceHandles(),
      exercises(),
      withoutUnusedStyles(),
    ],
    worker: { format: 'es' },
    optimizeDeps: {
      // What the editor and the grader are made of: found at the first click, a page would reload.
      include: [
        '@codemirror/commands',
        '@codemirror/lang-javascript',
        '@codemirror/language',
        '@codemirror/state',
        '@codemirror/view',
        '@lezer/highlight',
        '@vitest/expect',
        '@vitest/runner',
        '@vitest/runner/utils',
        '@vitest/utils/display',
        'sucrase',
      ],
    },
    resolve: {
      alias: [
        {
          find: /^.*\/VPSidebarGroup\.vue$/,
          replacement: fileURLToPath(new URL('./theme/CourseSidebar.vue', import.meta.url)),
        },
      ],
    },
  },
});
