/** The HTML report: data, styles and the script of one page. */
export { htmlPage } from './page.ts';
export { pageStyle } from './style.ts';
