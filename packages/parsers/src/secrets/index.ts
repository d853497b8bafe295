/** Credentials in code: by format in any text, by meaning in evaluated values. Nothing is verified, nothing is kept but where it stands. */
export { secretsInFiles, secretsInTexts, secretsInValues } from './evaluate-secrets.ts';
