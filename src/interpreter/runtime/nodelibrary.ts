// The standard library under Node: read from the zip file, compiled when it is asked for.
export { nodeLibrary } from '../../tools/build-library.ts';
