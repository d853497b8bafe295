/** Names that say that their value is a secret. */

/** Last word of the name. */
const lastWords = new Set([
  'password',
  'passwd',
  'pwd',
  'pass',
  'passphrase',
  'secret',
  'token',
  'apikey',
  'secretkey',
  'privatekey',
  'credentials',
]);
/** Last two words; `key` alone is too often a sort key or a public one. */
const lastPairs = new Set(
  [
    'api',
    'access',
    'secret',
    'private',
    'auth',
    'encryption',
    'signing',
    'master',
    'shared',
    'account',
    'app',
    'application',
    'license',
  ].map((word) => `${word} key`),
);

/** `DB_PASSWORD`, `apiKey`, `client-secret`; not `TOKEN_URL`, `PASSWORD_FILE`, `SORT_KEY`. O(name). */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  // Parts of a telling word that people glue together: DBPASSWORD, mypassword.
  if (lastWords.has(last) || /(?:password|passwd|secret)$/.test(last)) return true;
  return lastPairs.has(`${words.at(-2) ?? ''} ${last}`);
}

/** `AWS_SECRET_ACCESS_KEY` in any spelling. */
export function isAwsSecretKeyName(name: string): boolean {
  return /(?:secret_?access_?key|aws_?secret_?key)$/i.test(name.replaceAll(/[-.]/g, '_'));
}

/** A name that ends in `secret` may hold the name of a secret; others hold the secret itself. */
export function mayNameASecret(name: string): boolean {
  return wordsOf(name).at(-1) === 'secret' || wordsOf(name).at(-1) === 'credentials';
}

function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/\d+$/, '') || word);
}
