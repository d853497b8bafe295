/** One self-contained HTML file: overview, findings with filters, frameworks; both languages; opens offline. */
import { htmlPage } from './html/index.ts';
import type { OutputFormat } from './output-format.ts';

export const html: OutputFormat = {
  name: 'html',
  render(report, context) {
    return htmlPage(report, context);
  },
};
