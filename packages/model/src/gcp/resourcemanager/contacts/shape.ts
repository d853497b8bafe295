/** Who is told what about an organization, folder or project. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface EssentialContacts {
  /** `ALL`, `SECURITY`, `TECHNICAL` … of all contacts in the code. */
  readonly categories: readonly string[];
}
