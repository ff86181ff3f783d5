// Serves CPython's own standard library (its Python half) beside the site, one asset a module, fetched when a program
// imports it (build-library.ts makes the assets). The folder's name changes with what is in it, so a browser may keep
// the files for ever. Built site: dist/stdlib/<hash>/...; while developing, each asset is made when it is asked for.
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { buildLibrary, libraryAsset, libraryAssets } from './build-library.ts';

const WHILE_DEVELOPING = 'stdlib/dev';

export function standardLibrary(): AstroIntegration {
  return {
    name: 'standard-library',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        const folder = command === 'build' ? libraryAssets().folder : WHILE_DEVELOPING;
        const address = `${config.base.replace(/\/$/, '')}/${folder}/`;
        updateConfig({ vite: { define: { __STANDARD_LIBRARY__: JSON.stringify(address) } } });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const [, path] = (request.url ?? '').split(`/${WHILE_DEVELOPING}/`);
          const asset = path ? libraryAsset(decodeURIComponent(path.split('?')[0])) : null;
          if (!asset) return next();
          response.setHeader('Content-Type', 'application/octet-stream');
          response.end(asset);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { folder, count } = await buildLibrary(fileURLToPath(dir));
        logger.info(`${count} files of the standard library in ${folder}`);
      },
    },
  };
}
