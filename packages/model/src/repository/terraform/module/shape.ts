/** A module call of Terraform. Source: Terraform language documentation, "Module Sources", read 2026-11-22. */
export interface Module {
  /** `local` folder, `git` repository (also Mercurial), `registry`, or an `archive` by address or in a bucket. */
  readonly from: 'local' | 'git' | 'registry' | 'archive';
  /** What `ref` (of Mercurial `rev`) in the source asks for: a commit, tag or branch. Without it the default branch. */
  readonly ref: string | undefined;
  /** The version constraint; only modules of a registry have one. */
  readonly version: string | undefined;
}
