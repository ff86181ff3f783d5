// The site: lessons in Markdown, islands in Preact, the interpreter in a web worker, plain files as the result.
// SITE and BASE_PATH are for whoever publishes it somewhere other than the root of a host.
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { codeTheme } from './src/markdown/code-theme.ts';
import { lessonMarkdown } from './src/markdown/lesson-markdown.ts';
import { standardLibrary } from './src/tools/standard-library.ts';

export default defineConfig({
  site: process.env.SITE,
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  output: 'static',
  build: { assets: 'assets', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [mdx(), preact(), standardLibrary()],
  markdown: {
    processor: satteri({ mdastPlugins: [lessonMarkdown()] }),
    shikiConfig: { theme: codeTheme, langAlias: { output: 'text', input: 'text', error: 'text' } },
  },
  vite: {
    worker: { format: 'es' },
    build: {
      assetsInlineLimit: 0,
      // Astro's own mark on each lesson ("use astro:head-inject"); it has done its work by then.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
