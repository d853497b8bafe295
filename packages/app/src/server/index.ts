/** What runs until somebody ends it: the language server. */
export { serveEditor } from './lsp/index.ts';
