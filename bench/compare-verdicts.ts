/** Verdicts of kumomori and Prowler about the same resource and the same question, as `equivalents` of our checks names it. */

export interface OurFinding {
  readonly checkId: string;
  readonly status: string;
  readonly equivalents: readonly string[];
  readonly resource: { readonly id: string; readonly name: string };
}

/** The part of an OCSF finding of Prowler that is compared. */
export interface PeerFinding {
  readonly status_code: string;
  readonly metadata: { readonly event_code: string };
  readonly resources: readonly { readonly uid: string; readonly name: string }[];
}

interface Difference {
  readonly question: string;
  readonly theirs: string;
  readonly ours: string;
  readonly check: string;
  readonly resources: string[];
}

/** Markdown: how many verdicts are equal, and a table of the others by question; of each the first resources. */
export function compareVerdicts({ findings }: { readonly findings: readonly OurFinding[] }, peer: readonly PeerFinding[]): string {
  const byQuestion = questionsOf(findings);
  const differences = new Map<string, Difference>();
  let same = 0;
  let unasked = 0;
  let elsewhere = 0;
  for (const { status_code, metadata, resources } of peer) {
    const [resource] = resources;
    if (status_code === 'MANUAL' || !resource) continue;
    const question = metadata.event_code;
    const candidates = byQuestion.get(question);
    const about = candidates?.filter((finding) => isSame(finding.resource, resource)) ?? [];
    const theirs = status_code.toLowerCase();
    const ours = worst(about.map(({ status }) => status));
    if (!candidates) unasked += 1;
    else if (about.length === 0) elsewhere += 1;
    else if (ours === theirs) same += 1;
    else {
      const key = `${question} ${theirs} ${ours}`;
      const difference = differences.get(key) ?? { question, theirs, ours, check: about[0]?.checkId ?? '', resources: [] };
      difference.resources.push(resource.name);
      differences.set(key, difference);
    }
  }
  const rows = [...differences.values()].map(
    ({ question, theirs, ours, check, resources }) =>
      `| ${question} | ${theirs} | ${ours} | ${check} | ${resources.length}: ${resources.slice(0, 2).join(', ')} |`,
  );
  const different = [...differences.values()].reduce((sum, { resources }) => sum + resources.length, 0);
  return [
    `Of Prowler's verdicts ${same} are the same here, ${different} differ, ${elsewhere} are given here to another resource (the stage instead of`,
    `the API, the account instead of the region), ${unasked} answer a question that has no equivalent named here.`,
    '',
    '| question | Prowler | kumomori | check | resources |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function questionsOf(findings: readonly OurFinding[]): ReadonlyMap<string, readonly OurFinding[]> {
  const questions = new Map<string, OurFinding[]>();
  for (const finding of findings) {
    for (const other of finding.equivalents) {
      if (!other.startsWith('prowler:')) continue;
      const question = other.slice('prowler:'.length);
      const asked = questions.get(question);
      if (asked) asked.push(finding);
      else questions.set(question, [finding]);
    }
  }
  return questions;
}

function isSame(ours: OurFinding['resource'], theirs: PeerFinding['resources'][number]): boolean {
  return [theirs.uid, theirs.name].some((name) => ours.id === name || ours.name === name || ours.id.endsWith(`/${name}`));
}

function worst(statuses: readonly string[]): string {
  return ['fail', 'unknown', 'pass', 'not-applicable'].find((status) => statuses.includes(status)) ?? 'none';
}
