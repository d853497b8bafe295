/** Addresses as Terraform prints them. */

/** `[0]`, `["eu"]`, or nothing without a key. */
export function addressKey(key: string | number | null): string {
  if (key === null) return '';
  return typeof key === 'number' ? `[${key}]` : `[${JSON.stringify(key)}]`;
}

export function joinAddress(module: string, name: string): string {
  return module === '' ? name : `${module}.${name}`;
}
