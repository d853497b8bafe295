/** A report for tests of output formats: realistic, with Japanese, markup, terminal escapes and formulas in names. */
export { liveContext, liveFinding, liveReport } from './live-report.ts';
export { hostileFinding, longReport, sampleContext, sampleReport } from './sample-report.ts';
export { shapeErrors } from './shapes.ts';
export type { Shape } from './shapes.ts';
