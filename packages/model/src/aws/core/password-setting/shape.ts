/** A resource that is given a password or token by its configuration: databases, caches, directories. */
export interface PasswordSetting {
  /** The text of the password stands in this code, or in the default of a variable or parameter. Undefined: no password is set. */
  readonly isInCode: boolean | undefined;
}
