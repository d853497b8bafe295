/** The language server: what an editor shows of kumomori while code is written. */
export { serveEditor } from './serve-editor.ts';
export type { EditorServerOptions } from './serve-editor.ts';
