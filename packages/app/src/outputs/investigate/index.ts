/** Investigations as text – table, Markdown, page, CSV, JSON lines – and as a workbook. */
export { investigationHtml } from './html.ts';
export { investigationCsv, investigationLines } from './lines.ts';
export { investigationMarkdown } from './markdown.ts';
export { investigationTable } from './table.ts';
export { investigationXlsx } from './xlsx.ts';
