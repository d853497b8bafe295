/** Spelling help; the model's, for those who look for it here. */
export { suggest } from '@kumomori/model';
