/** What the command line says, in English: the type of every other language. Sentences of checks live in the checks. */

import { admission } from './admission.en.ts';
import { behavior } from './behavior.en.ts';
import { detect } from './detect.en.ts';
import { drift } from './drift.en.ts';
import { editor } from './editor.en.ts';
import { exposure } from './exposure.en.ts';
import { fixes } from './fixes.en.ts';
import { paths } from './paths.en.ts';
import { iam } from './iam.en.ts';
import { iamAccess } from './iam-access.en.ts';
import { iamLint } from './iam-lint.en.ts';
import { leastPrivilege } from './least-privilege.en.ts';
import { integrity } from './integrity.en.ts';
import { investigate } from './investigate.en.ts';
import { inventory } from './inventory.en.ts';
import { live } from './live.en.ts';
import { lake } from './lake.en.ts';
import { intel } from './intel.en.ts';
import { mcp } from './mcp.en.ts';
import { notify } from './notify.en.ts';
import { scanDiff } from './scan-diff.en.ts';
import { readiness } from './readiness.en.ts';
import { ownChecks } from './own-checks.en.ts';
import { rego } from './rego.en.ts';
import { reports } from './reports.en.ts';
import { server } from './server.en.ts';
import { logs } from './logs.en.ts';

const s = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
const mean = (suggestion: string | null): string => (suggestion === null ? '' : `; did you mean ${suggestion}?`);

const unknown = (what: string, list: string) => (name: string, suggestion: string | null) =>
  `there is no ${what} "${name}"${suggestion === null ? `; ${list}` : mean(suggestion)}`;
const unknownCheck = unknown('check', 'kumomori checks lists all');

export const en = {
  admission,
  behavior,
  detect,
  drift,
  editor,
  exposure,
  fixes,
  paths,
  iam,
  iamAccess,
  iamLint,
  leastPrivilege,
  integrity,
  inventory,
  investigate,
  live,
  lake,
  logs,
  intel,
  notify,
  readiness,
  ownChecks,
  rego,
  reports,
  scanDiff,
  mcp,
  server,
  unknownCheck,
  unknown: {
    check: unknownCheck,
    severity: unknown('severity', 'there are critical, high, medium, low, info'),
    framework: unknown('framework', 'kumomori frameworks lists all'),
    type: unknown('resource type', 'kumomori checks lists them'),
  },
  config: {
    unreadable: (file: string) => `${file} cannot be read`,
    notYaml: (problem: string) => `not valid YAML: ${problem}`,
    invalid: 'the file is not valid',
    missing: (name: string) => `${name} is missing`,
    expected: (name: string, what: string) => `${name} must be ${what}`,
    oneOf: (name: string, values: readonly string[]) =>
      `${name} must be ${values.length === 1 ? values.join('') : `one of ${values.join(', ')}`}`,
    empty: (name: string) => `${name} must not be empty`,
    atLeast: (minimum: number) => `at least ${minimum}`,
    unknownKey: (key: string, suggestion: string | null, known: readonly string[]) =>
      `unknown key "${key}"${suggestion === null ? ` (there are ${known.join(', ')})` : mean(suggestion)}`,
    unknownParameter: (check: string, name: string, suggestion: string | null) =>
      `check ${check} has no parameter "${name}"${mean(suggestion)}`,
    kinds: {
      string: 'a text',
      number: 'a number',
      array: 'a list of texts',
      object: 'a map',
      date: 'a date as YYYY-MM-DD',
      other: 'something else',
    },
  },
  target: {
    missing: (path: string) => `there is no file or folder ${path}`,
    live: (name: string) => `live accounts (${name}) cannot be scanned yet, and there is no folder ${name}`,
    denied: (path: string) => `${path} cannot be read; check its permissions`,
    unreadable: (paths: readonly string[]) => `nothing in ${paths.join(', ')} could be read; the diagnostics say why`,
    noCodeFile: (path: string) =>
      `${path} is no infrastructure code that kumomori reads (Terraform, plan or state JSON, CloudFormation, ARM, Bicep, Kubernetes, Dockerfile, compose)`,
    empty: (path: string) =>
      `no infrastructure code in ${path} (looked for Terraform, plan and state JSON, CloudFormation, ARM, Bicep, Kubernetes, Dockerfiles, compose files, also in its subfolders)`,
    noSnapshot: (path: string) => `${path} is no snapshot folder (it has no raw folder)`,
    variableFileMissing: (path: string) => `there is no variable file ${path}`,
    variableFileOutside: (path: string) =>
      `the variable file ${path} of kumomori.yaml lies outside of the scanned code; name it with --var-file if that is meant`,
  },
  baseline: {
    missing: (path: string) => `the baseline ${path} cannot be read`,
    invalid: (path: string) => `${path} is no baseline (make one with --write-baseline)`,
  },
  temporary: {
    full: (folder: string, detail: string) =>
      `the disk is full: the findings do not fit into memory, and ${folder} has no room for them (${detail}); make room, or set TMPDIR to another folder`,
    unusable: (folder: string, detail: string) =>
      `the findings do not fit into memory, and ${folder} cannot hold them (${detail}); set TMPDIR to a folder that can be written`,
  },
  external: {
    missing: (path: string) => `the findings ${path} cannot be read`,
    invalid: (path: string) => `${path} holds no findings in OCSF or ASFF JSON`,
    tooLarge: (path: string) => `${path} is larger than 256 MiB; split the findings by account`,
    unread: (count: number) =>
      `${s(count, 'entry', 'entries')} ${count === 1 ? 'is' : 'are'} archived or no verdict on a resource, and left out`,
  },
  explain: {
    unknown: (id: string, suggestion: string | null) =>
      `nothing is known by the name "${id}"${suggestion === null ? '; kumomori checks and kumomori frameworks list what can be explained' : mean(suggestion)}`,
    needsReport: (id: string) => `to explain the finding ${id}, name the report it is in: --report FILE (made with scan --format json)`,
    unknownControl: (framework: string, control: string) => `${framework} has no control ${control}; see kumomori frameworks ${framework}`,
    notInReport: (id: string, file: string) => `no finding in ${file} has the fingerprint ${id}`,
    noReport: (file: string) => `${file} is no report of scan --format json`,
  },
  cli: {
    description:
      'Finds cloud misconfigurations in infrastructure code and live accounts before they become incidents. Only `collect` and live TARGETs use the network, to read; nothing leaves this machine.',
    examples: [
      'Examples:',
      '  kumomori scan infra/',
      '  kumomori scan infra/ --format sarif --output kumomori.sarif --fail-on critical',
      '  kumomori explain CKV_AWS_20',
      '  kumomori collect aws --output snapshots/today',
      '  kumomori frameworks cis-aws@5.0',
    ].join('\n'),
    headings: {} as Readonly<Record<string, string>>,
    unknownFormat: (name: string, suggestion: string | null, names: readonly string[]) =>
      `there is no format "${name}"${suggestion === null ? ` (there are ${names.join(', ')})` : mean(suggestion)}`,
    unknownOption: (flag: string, suggestion: string | null) => `unknown option ${flag}${mean(suggestion)}`,
    unknownCommand: (name: string, suggestion: string | null, names: readonly string[]) =>
      `unknown command "${name}"${suggestion === null ? ` (there are ${names.filter((each) => each !== 'demo').join(', ')})` : mean(suggestion)}`,
    missingArgument: (command: string, name: string) =>
      `${command} needs ${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name}; see kumomori ${command} --help`,
    missingValue: (flags: string) => `option ${flags} needs a value`,
    missingOption: (flags: string) => `option ${flags} is needed`,
    excessArguments: (text: string) => `too many arguments: ${text}`,
    oneOf: (option: string, value: string, suggestion: string | null, allowed: readonly string[]) =>
      `${option} cannot be "${value}"${suggestion === null ? `; it is one of ${allowed.join(', ')}` : mean(suggestion)}`,
    notAVersion: (option: string, value: string) => `${option} needs a version of Kubernetes such as v1.29, or latest, not "${value}"`,
    notANumber: (option: string, value: string) => `${option} needs a whole number, not "${value}"`,
    notAnAssignment: (text: string) => `--var needs NAME=VALUE, not "${text}"`,
    cannotWrite: (file: string) => `${file} cannot be written`,
    outputIsLink: 'it is, or lies behind, a symbolic link in the working folder',
    written: (file: string) => `wrote ${file}`,
    watching: 'watching for changes; Ctrl-C ends',
    changed: 'changed; scanning again',
    internal: 'internal error; please report it with the lines below',
    progress: { read: 'reading ', check: 'checking' },
    options: {
      help: 'show this help',
      helpCommand: 'show the help of a command',
      version: 'show the version',
      format: (names: readonly string[]) =>
        `${names.join(', ')} (default: ${names[0]}); may be given several times, each followed by its --output`,
      output: 'write to this file instead of standard output',
      quiet: 'no progress and no notes on standard error',
      noColor: 'no colors',
      lang: 'en or ja (default: KUMOMORI_LANG, else the language of the system)',
    },
    scan: {
      description:
        'Scan infrastructure code. TARGETs are folders (searched with their subfolders) or files: Terraform, CloudFormation, ARM, Kubernetes …',
      target: 'folder or file',
      html: 'also write the HTML report to this file',
      failOn: 'lowest severity of an open finding that gives exit code 1, or none (default: high)',
      failOnUnknown: 'an undecided finding gives exit code 1 too',
      include: 'also show pass, not-applicable',
      check: 'run only these checks: ids, wildcards, ids of other scanners',
      skipCheck: 'do not run these checks',
      framework: 'run only the checks of this framework: cis-aws, cis-aws@5.0',
      severity: 'run only checks of these severities',
      config: 'configuration file (default: kumomori.yaml in the TARGET, then in the working folder)',
      baseline: 'findings in this file do not count',
      external: 'findings of another tool (OCSF or ASFF JSON), shown beside ours; repeatable',
      writeBaseline: 'write all open findings to this file, to begin from there',
      preview: 'show what each exception of kumomori.yaml hides, and hide nothing',
      varFile: 'variable file, as for terraform plan, or CloudFormation parameter file; repeatable',
      var: 'value of a Terraform variable or CloudFormation parameter; repeatable',
      tfVarEnv: 'use TF_VAR_ variables of the environment',
      workspace: 'value of terraform.workspace',
      source: 'folder of the code that a plan was made from: findings then stand on its lines',
      noSecrets: 'do not look for credentials in files',
      gitHistory: 'also look for credentials in what older commits added (needs git)',
      blame: 'ask git since when the lines of temporary rules are there: young ones are no findings (needs git)',
      changedSince: 'earlier snapshot: judge only resources that are not as they were there, and tell which failures are new or over',
      snapshot: 'folder of a collected account: keys found in code are told whose they are, without any call',
      explainInputs: 'show what the files are taken for and why, and scan nothing',
      proposeNaming: 'show the naming rules that most names follow already, with lines for kumomori.yaml, and scan nothing',
      kustomize: 'build kustomizations that need more than kumomori reads itself with the kustomize program, which may fetch remote bases',
      helm: 'render Helm charts with the helm program, which runs their templates (default: charts are not read)',
      paths: 'also look for attack paths: findings that open one get its severity (reads the TARGETs a second time)',
      bicep: 'compile Bicep files with the bicep program (default: our own reader, which leaves more values unknown)',
      pssLevel: 'level of the Pod Security Standards that pods must meet: baseline (default) or restricted',
      pssVersion: 'version of the Pod Security Standards: v1.29, latest (default: the newest)',
      limit: 'findings the table shows in full, 0 for all (default: 10)',
      watch: 'scan again whenever a file is saved',
      exitCodes: 'Exit codes: 0 nothing open at or above --fail-on; 1 something is; 2 wrong usage or unreadable TARGET.',
    },
    checks: {
      description: 'List the checks.',
      check: 'only these: ids, wildcards, ids of other scanners',
      type: 'only for this resource type or its beginning: aws.s3',
      columns: { severity: 'SEVERITY', id: 'CHECK', title: 'TITLE', type: 'RESOURCE TYPE' },
      count: (count: number) => s(count, 'check'),
    },
    inputs: {
      columns: { kind: 'FORMAT', file: 'FILE', because: 'BECAUSE' },
      because: (reason: string) => reason,
      companion: 'read with the code it belongs to',
      others: (read: number, left: number) => `${read} files are infrastructure code, ${left} are not`,
    },
    naming: {
      none: 'no kind of resource has five names that are known',
      noForm: (names: number) => `no form that most of the ${names} names have`,
      following: (grammar: string, following: number, total: number) => `${following} of ${total} names follow ${grammar}`,
      others: 'do not follow it',
      more: (count: number) => `${count} more`,
      paste: 'For kumomori.yaml:',
    },
    frameworks: {
      description: 'List the frameworks, or the controls of one.',
      framework: 'cis-aws, or one version: cis-aws@5.0',
      columns: {
        id: 'FRAMEWORK',
        name: 'NAME',
        controls: 'CONTROLS',
        automated: 'AUTOMATED',
        manual: 'MANUAL',
        checks: 'CHECKS',
        control: 'CONTROL',
        check: 'CHECK',
        title: 'TITLE',
      },
      manual: 'manual',
      counts: (controls: number, automated: number, manual: number) =>
        `${s(controls, 'control')}: ${automated} automated, ${manual} manual`,
      incomplete: '* The list of controls is known to be incomplete.',
    },
    explain: {
      description: 'Explain a check, finding, framework, control, or question about attack paths.',
      id: 'check id, id of another scanner (CKV_AWS_20), fingerprint, cis-aws@5.0, cis-aws@5.0:2.1.4, ci-identity, CAN_ASSUME',
      found: 'How it is found',
      likelihood: (chance: number) => `works with a chance of ${chance}`,
      report: 'report of scan --format json in which to look for a fingerprint',
      several: (id: string, count: number) => `${id} is covered by ${count} checks:`,
      manualControl: 'No check automates this control; it has to be judged by a person.',
      deprecated: (by: string) => `deprecated; use ${by}`,
      /** Statuses, severities, states of evidence that are not said as they are. */
      words: {} as Readonly<Record<string, string>>,
      controlTypes: { preventive: 'preventive', detective: 'detective' } as Readonly<Record<string, string>>,
      why: 'Why',
      fix: 'Fix',
      console: 'Console',
      params: 'Parameters',
      frameworks: 'Frameworks',
      equivalents: 'Same check elsewhere',
      auditEvents: 'Judged again in live accounts after events of',
      references: 'References',
    },
    preview: {
      none: 'There are no exceptions in kumomori.yaml.',
      about: (owner: string, expires: string, expired: boolean) => `${owner}, ${expired ? 'expired on' : 'until'} ${expires}`,
      nothing: 'matches no finding',
      more: (count: number) => `… and ${count} more`,
      columns: { status: 'STATUS', check: 'CHECK', resource: 'RESOURCE', file: 'FILE' },
    },
    demo: {
      description: 'Scan the fictional company in examples/estate.',
      onlyInRepository: 'the demo is part of the repository, not of the package; scan a folder of your own: kumomori scan DIR',
      ways: (count: number) => `Attack paths: the worst ${count} ways in`,
      closedBy: 'closed by',
      console: (url: string, command: string) =>
        `The console with 90 days of the fictional company's work is filled. Start it with\n  ${command}\nthen open ${url} and sign in as one of these people:`,
      login: 'mail address',
      person: 'name',
      role: 'role',
      roles: { admin: 'administrator', security: 'security team', approver: 'approver', auditor: 'auditor', member: 'department' },
      password: (password: string) => `Password of all of them: ${password}`,
      done: (report: string, paths: string) =>
        `The demo ends with exit code 0 whatever it finds. Open ${report} (findings) and ${paths} (attack paths) in a browser.`,
    },
  },
  suppression: {
    invalidDate: (date: string) => `"${date}" is not a date (YYYY-MM-DD), so this comment suppresses nothing`,
    ignoreExpired: (ids: string, date: string) => `the suppression of ${ids} expired on ${date}; its finding is shown again`,
    ignoreUnknown: (id: string, suggestion: string | null) => `there is no check ${id}${mean(suggestion)}`,
    ignoreUnclaimed: (scanner: string, id: string) => `no kumomori check stands for ${scanner} id ${id}`,
    ignoreNothing: 'this comment names no check, so it suppresses nothing: kumomori:ignore CHECK_ID',
    ignoreUnused: (ids: string) => `the suppression of ${ids} matches no finding and can be removed`,
    exceptionExpired: (date: string, count: number | null) =>
      count === null
        ? `this exception expired on ${date}`
        : count === 0
          ? `this exception expired on ${date} and matches nothing; it can be removed`
          : `this exception expired on ${date}; ${s(count, 'finding')} shown again`,
    exceptionUnused: 'this exception matches no finding and can be removed',
    exceptionUnusedHere: 'this exception matches no finding of this scan, which covered a part only',
    exceptionExpires: (date: string, days: number) => `this exception expires on ${date}, in ${s(days, 'day')}`,
    baselineStale: (count: number) => `${s(count, 'finding')} of the baseline no longer ${count === 1 ? 'occurs' : 'occur'}; write it anew`,
  },
};

export type Messages = typeof en;
