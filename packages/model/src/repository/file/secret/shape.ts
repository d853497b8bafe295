/** A credential that stands in a file, or that a resource is given as a literal. */
export interface Secret {
  /** `aws-access-key`, `github-token` … (parsers/src/secrets/families.ts), or `literal-password`. */
  readonly family: string;
  /** The file, or the attribute that is given the secret. */
  readonly where: string;
  /** Never shown: reading it makes the place evidence. */
  readonly value: string;
  /** Of a key that a snapshot of the account knows: whose it is. The others say more of it. */
  readonly keyOwner: string | undefined;
  /** `Active`, `Inactive` */
  readonly keyStatus: string | undefined;
  /** ISO 8601; absent when it was never used. */
  readonly keyLastUsed: string | undefined;
}
