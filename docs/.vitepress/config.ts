import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import { checkRegions } from './build/check-regions.ts';
import { softenEmptyHeaders } from './build/empty-headers.ts';
import { addLessonStart } from './build/lesson-start.ts';
import { preloadFonts } from './build/preload-fonts.ts';
import { progressEndpoint } from './build/progress-endpoint.ts';
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
      checkRegions(md);
      addLessonStart(md);
      softenEmptyHeaders(md);
    },
  },
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
    // The sidebar's own component (theme/CourseSidebar.vue) reads the map; this only says where.
    sidebar: {
      '/lessons/': [{ text: en.site.title, items: [] }],
      '/stack': [{ items: [] }],
      '/progress': [{ items: [] }],
    },
    outline: { level: [2, 3], label: en.site.outline },
    search: { provider: 'local' },
    darkModeSwitchTitle: en.site.toDark,
    lightModeSwitchTitle: en.site.toLight,
    notFound: en.site.notFound,
  },
  vite: {
    plugins: [progressEndpoint()],
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
