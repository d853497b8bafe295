/** Sigma rules, correlations and filters as YAML text → documents. */
export { readSigma } from './read-sigma.ts';
