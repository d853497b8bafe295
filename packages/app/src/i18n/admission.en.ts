/** Admission policies of Kubernetes: simulating them, writing checks as such. */
const s = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export interface AdmissionSummaryCounts {
  readonly objects: number;
  readonly judged: number;
  readonly denied: number;
  readonly warned: number;
  readonly audited: number;
  readonly unbound: number;
  readonly unknown: number;
  readonly allowed: number;
}

export const admission = {
  cli: {
    description: 'ValidatingAdmissionPolicy of Kubernetes: simulate policies, write checks as policies',
    simulate: 'What admission policies would answer if these objects were created today',
    targets: 'folders and files of manifests, snapshots of clusters',
    policy: 'file or folder with policies and bindings (repeatable); those among the objects count, too',
    unbound: 'what policies without a binding do: Deny, Warn, Audit; without it they are only reported',
    previous: 'what there is already: a snapshot, a folder or a file; objects that are there are updated, not created (repeatable)',
    deletions: 'with --previous: what is only there is deleted, and policies are asked about that, too',
    deletionsOfNothing: '--deletions needs --previous: what there is already',
    noPods: 'judge only what is written, not the pods that workloads make of it',
    helm: 'render Helm charts with the helm program',
    kustomize: 'build kustomizations that need it with the kustomize program',
    exitCodes: 'Exit code: 0 nothing would be denied, 1 something would, 2 wrong usage, or a policy that could not be read',
    noPolicies: 'there is no ValidatingAdmissionPolicy: name a file or folder with --policy',
    noObjects: (target: string) => `there are no Kubernetes objects in ${target}`,
    needsCommand: 'say which: simulate or export',
    export: 'Write checks as ValidatingAdmissionPolicy with bindings',
    exportCheck: 'only these checks (repeatable; ids, wildcards with *)',
    exportFramework: 'only checks of a framework',
    exportSeverity: 'only checks of a severity (repeatable)',
    exportStandard: 'the Pod Security Standards: baseline or restricted',
    exportAction: 'what the bindings do: Deny (default), Warn, Audit',
    exportFolder: 'folder for one file per check; without it everything goes to standard output',
    exported: (count: number, folder: string) => `${s(count, 'policy', 'policies')} written to ${folder}`,
    notExported: (count: number) => `${s(count, 'check')} cannot be asked of one object at admission:`,
    nothingExported: 'none of the chosen checks can be written as an admission policy',
  },
  words: {
    title: 'Admission',
    statuses: { denied: 'Denied', warned: 'Warned', audited: 'Audited', unbound: 'No binding', unknown: 'Unknown' },
    policy: 'policy',
    columns: { answer: 'Answer', object: 'Object', message: 'Message', policy: 'Policy', where: 'Where' },
    idle: (names: readonly string[]) => `look at none of the objects: ${names.join(', ')}`,
    unbound: (names: readonly string[]) => `no binding puts them in force: ${names.join(', ')}`,
    orphan: (binding: string, policy: string) => `binding ${binding} names the policy ${policy}, which is not there`,
    more: (count: number) => `${count} more`,
    summary: (counts: AdmissionSummaryCounts) =>
      `${s(counts.objects, 'object')}, ${counts.judged} of them looked at by policies: ${counts.denied} denied, ${counts.warned} warned, ${counts.audited} audited, ${counts.unbound} without binding, ${counts.unknown} unknown, ${counts.allowed} allowed`,
  },
  obstacles: {
    'other-objects': 'needs other objects than the one that is admitted',
    'not-admitted': 'is about files or settings that no API server admits',
    defaulted: 'the API server writes a default before policies see the object',
    gone: 'the API is gone from every version that has admission policies',
    exempt: 'admission policies are not asked about webhooks and policies',
    search: 'looks for credentials, which CEL cannot search for',
    parameter: 'depends on a parameter that has no default',
    'foreign-kind': 'is about kinds of other projects',
  },
};
