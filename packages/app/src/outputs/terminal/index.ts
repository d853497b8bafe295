/** Text for terminals: width of East Asian characters, wrapping, colors, grids. Knows nothing of findings. */
export { cut, pad, plain, textWidth, wrap } from './text.ts';
export { renderGrid } from './grid.ts';
export type { GridColumn, GridOptions } from './grid.ts';
export { painter } from './paint.ts';
export type { Paint, Style } from './paint.ts';
