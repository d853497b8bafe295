/** `scan --diff`: what the command line says. */
export const scanDiff = {
  option: 'git revision or folder: report only what differs from it (new, changed, resolved, silenced); new failures decide the exit code',
  oneTarget: '--diff with a folder compares one TARGET with it: name exactly one TARGET',
  liveTarget: (target: string) => `--diff compares code or snapshots; of ${target}, compare two snapshots (scan NEW --diff OLD)`,
  noBase: (base: string, why: string, near: string | null) =>
    `--diff: ${base} is neither a folder nor a revision of the repository of the TARGET${why === '' ? '' : ` (${why})`}${near === null ? '' : `; did you mean ${near}?`}`,
  otherRepository: (target: string, repository: string) =>
    `--diff with a revision needs all TARGETs in one repository: ${target} is not in ${repository}`,
  noMergeBase: (why: string) =>
    `git cannot tell where this branch left the base${why === '' ? '' : ` (${why})`}: what the base gained since then may look resolved or new. A full clone (fetch-depth: 0) tells.`,
  notBoth: '--diff and --changed-since are two questions: ask one of them',
};
