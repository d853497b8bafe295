/** Where the attacker may stand without being anybody of the estate; other places are names of accounts and repositories. */
export const INTERNET = 'internet';
export const CODE = 'code';
