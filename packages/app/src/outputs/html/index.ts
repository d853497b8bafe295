/** The HTML report: data, styles and the script of one page. */
export { escapeHtml } from './escape.ts';
export { htmlPage } from './page.ts';
export { pageStyle } from './style.ts';
export { staticPage } from './static-page.ts';
