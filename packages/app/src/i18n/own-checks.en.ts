/** Texts about users' own checks. */
function didYouMean(suggestion: string | null): string {
  return suggestion === null ? '' : `; did you mean ${suggestion}?`;
}

const s = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

export const ownChecks = {
  noFolder: (folder: string): string => `there is no folder of checks ${folder}`,
  outside: (folder: string): string =>
    `the folder of checks ${folder} lies outside of the folder of kumomori.yaml, which was found, not given; it was not read`,
  notRun:
    'a check in TypeScript is a program; it was not run, because its folder lies in what is scanned or was named by a configuration that was found there. Run it with --allow-typescript-checks if you trust the folder',
  unreadable: 'the file cannot be read, or is larger than 1 MiB',
  taken: (id: string): string => `there is another check "${id}"`,
  badId: (id: string): string => `the id "${id}" must be words of small letters and digits joined by "-"`,
  unknownType: (name: string, suggestion: string | null): string => `there is no resource type "${name}"${didYouMean(suggestion)}`,
  unknownControl: (name: string, suggestion: string | null): string =>
    `there is no control "${name}" (write framework@version:control)${didYouMean(suggestion)}`,
  noCondition: 'a condition must be true or false',
  broken: (reason: string): string => `the module cannot be loaded: ${reason}`,
  noCheck: 'the module exports no `check` made with defineCheck',
  cli: {
    new: 'Write a file with a check of your own and two examples',
    id: 'id of the check: words joined by "-", such as acme-bucket-owner',
    type: 'resource type, such as aws.s3.bucket (see `kumomori checks shape`)',
    typescript: 'write it in TypeScript, for what a condition cannot say',
    folder: 'folder for the file (default: checks)',
    written: (file: string, folder: string): string => `${file} was written; try it with: kumomori checks test ${folder}`,
    exists: (file: string): string => `${file} is already there`,
    test: 'Run the examples of your own checks',
    testFolder: 'folder with the checks',
    shape: 'Print what a condition may ask of a resource type',
    shapeType: 'resource type, or the beginning of its name; all when left out',
    checks: 'also run the checks in this folder (repeatable)',
    allow: 'run checks in TypeScript also from folders within what is scanned: they are programs with all your rights',
    passed: (checks: number, examples: number): string => `${s(checks, 'check')}, ${s(examples, 'example')}: all right`,
    failed: (problems: number, checks: number): string => `${s(problems, 'problem')}; ${s(checks, 'check')} could be read`,
    none: (folder: string): string => `there are no checks in ${folder}`,
    optional: 'may be missing',
    columns: { field: 'Field', type: 'Type', description: 'Description' },
    types: (count: number): string => `${count} resource types; kumomori checks shape TYPE prints the fields of one`,
    variables: 'A condition also knows `params` (the parameters of the check) and `origin` (kind, address, provider, account, region).',
  },
  results: {
    wrong: (expected: string, format: string, actual: string): string => `expected ${expected}, ${format} gives ${actual}`,
    noExample: (status: string): string => `no example that must ${status}`,
    example: (name: string): string => `example "${name}"`,
    internal: (reason: string): string => `the check fails with an error: ${reason}`,
  },
};
