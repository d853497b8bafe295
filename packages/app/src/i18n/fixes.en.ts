/** What is said of fixes, in English. */
const s = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export const fixes = {
  cli: {
    fix: 'write the proved fixes into the files, then report what is left',
    dryRun: 'with --fix: print the changes as a unified diff and write nothing',
    patches: 'prove a patch for each finding and put it into the report (reads the TARGETs several times)',
    onlyWithFix: '--dry-run goes with --fix',
    notTogether: (option: string) => `--fix does not go with ${option}`,
  },
  fixed: (check: string, address: string, place: string) => `fixed ${check} at ${address} (${place})`,
  fixable: (check: string, address: string, place: string) => `can be fixed: ${check} at ${address} (${place})`,
  refused: (check: string, address: string, place: string) => `not fixed ${check} at ${address} (${place})`,
  summary: (fixed: number, files: number, isWritten: boolean) =>
    `${s(fixed, 'finding')} ${isWritten ? 'fixed' : 'can be fixed'} in ${s(files, 'file')}`,
  left: (refused: number, manual: number) => `${refused} not fixed for the reasons above, ${manual} without an automatic fix`,
  before: 'before you apply it:',
  nothing: 'there is nothing to fix automatically',
  because: {
    expression: (what: string) => `the value is computed: ${what}`,
    from: (names: string, place: string) => `the value comes from ${names}; change it at ${place}`,
    shared: (what: string) => `${what} is shared with other places`,
    generated: (what: string) => `${what} makes this part of the resource`,
    'not-found': (what: string) => `${what} is not written in this file as such`,
    unsupported: (what: string) => `this form of writing is not edited: ${what}`,
    'not-solved': 'the change alone does not make the check pass',
    worse: (what: string) => `the change would open another finding: ${what}`,
    broken: (what: string) => `the file would no longer be read: ${what}`,
    'comment-lost': (what: string) => `a comment would be lost: ${what}`,
    limit: 'too many changes for one run; run it again',
    rendered: 'the text is made by another program or lies outside of the TARGET',
    instances: (count: number) => `${s(count, 'instance')} are made from it`,
  },
  changed: (file: string) => `${file} was changed while it was scanned and was not written`,
  notUtf8: (file: string) => `${file} is not written in UTF-8 and was left alone`,
  link: (file: string) => `${file} leads out of the TARGET and was left alone`,
};
