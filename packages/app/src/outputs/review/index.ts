/** Outputs of `iam review`. */
export { reviewCsv } from './csv.ts';
export { reviewHtml } from './html.ts';
export { byDepartment as reviewByDepartment, lastUseOf as reviewLastUse, risksOf as reviewRisks } from './words.ts';
export type { ReviewOutputRow } from './report.ts';
