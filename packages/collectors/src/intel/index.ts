/** Servers of threat intelligence, reading only. What the objects mean is read in @kumomori/parsers. */
export type { TaxiiAuth, TaxiiCollection } from './taxii.ts';
export { TaxiiClient, TaxiiError } from './taxii.ts';
