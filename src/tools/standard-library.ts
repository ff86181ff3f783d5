// Serves CPython's own standard library (its Python half) beside the site, one file a module, fetched when a program
// imports it. The files come from the zip inside the `pyodide` package, which is a development dependency: they are
// data of the build and are never committed. The folder's name holds a hash of the zip, so a browser may keep the
// files for ever. Built site: dist/stdlib/<hash>/...; while developing: answered by a middleware.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readZip } from './zip.ts';

const archivePath = join(
  dirname(createRequire(import.meta.url).resolve('pyodide/package.json')),
  'python_stdlib.zip',
);

/** Not part of a course: tests, other people's packages, and what only makes sense where Pyodide runs. */
const LEFT_OUT =
  /(^|\/)(test|tests|site-packages|idlelib|lib2to3|ensurepip|turtledemo|pyodide|_pyodide)\/|^_sysconfigdata|\/$/;

export async function standardLibraryFiles(): Promise<{ folder: string; files: Map<string, Uint8Array> }> {
  const archive = await readFile(archivePath);
  const hash = createHash('sha256').update(archive).digest('hex').slice(0, 12);
  const files = new Map([...readZip(archive)].filter(([path]) => !LEFT_OUT.test(path)));
  return { folder: `stdlib/${hash}`, files };
}

export function standardLibrary(): AstroIntegration {
  return {
    name: 'standard-library',
    hooks: {
      'astro:config:setup': async ({ config, updateConfig }) => {
        const { folder } = await standardLibraryFiles();
        const address = `${config.base.replace(/\/$/, '')}/${folder}/`;
        updateConfig({ vite: { define: { __STANDARD_LIBRARY__: JSON.stringify(address) } } });
      },
      'astro:server:setup': async ({ server }) => {
        const { folder, files } = await standardLibraryFiles();
        server.middlewares.use((request, response, next) => {
          const [, path] = (request.url ?? '').split(`/${folder}/`);
          const file = path && files.get(decodeURIComponent(path.split('?')[0]));
          if (!file) return next();
          response.setHeader('Content-Type', 'application/octet-stream');
          response.end(file);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { folder, files } = await standardLibraryFiles();
        const root = join(fileURLToPath(dir), folder);
        const folders = new Set([...files.keys()].map((path) => dirname(join(root, path))));
        await Promise.all([...folders].map((name) => mkdir(name, { recursive: true })));
        await Promise.all([...files].map(([path, bytes]) => writeFile(join(root, path), bytes)));
        logger.info(`${files.size} modules of the standard library`);
      },
    },
  };
}
