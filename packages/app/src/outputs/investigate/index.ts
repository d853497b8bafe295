/** Investigations as text: table, Markdown, page, CSV, JSON lines. */
export { investigationHtml } from './html.ts';
export { investigationCsv, investigationLines } from './lines.ts';
export { investigationMarkdown } from './markdown.ts';
export { investigationTable } from './table.ts';
