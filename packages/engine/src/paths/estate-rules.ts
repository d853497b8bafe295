/** The rules that come from the estate itself: who is administrator, what runs as whom, who reads what, where credentials lie, what is open. */
import type { Rules } from './escalation.ts';
import { parseTagId, unknownIf } from './facts.ts';
import { addNetwork } from './network-rules.ts';
import { CODE, INTERNET } from './places.ts';
import { addStores, conditionOf, isTrue } from './store-rules.ts';
import type { AskedObject, PathPrincipal, PathWorkload } from './inputs.ts';

/** All of them. */
export function addEstate(rules: Rules): void {
  const { inputs } = rules.world;
  for (const principal of inputs.principals) addPrincipal(rules, principal);
  for (const workload of inputs.workloads) addWorkload(rules, workload);
  addNetwork(rules);
  addStores(rules);
  addLeaks(rules);
  addStoreKeys(rules);
  addTrusts(rules);
}

function addPrincipal({ world, facts }: Rules, principal: PathPrincipal): void {
  const { id, node, account, isAdmin, adminSetting, ceiling, unbounded, evidence } = principal;
  const has = facts.fact('has', id);
  const admin = facts.fact('admin', account);
  if (isTrue(isAdmin)) {
    facts.rule(admin, [has], {
      ...{
        edge: 'HAS_ADMIN',
        reason: { id: 'is-admin', args: [node] },
        conditions: [conditionOf(isAdmin)],
        settings: [adminSetting],
        evidence,
      },
    });
  }
  const granted = facts.fact('granted', id);
  if (facts.isPossible(granted)) {
    const parts = { edge: 'CAN_GRANT_SELF' as const, reason: { id: 'may-be-granted', args: [node] } };
    if (ceiling !== 'limited')
      facts.rule(admin, [has, granted], { ...parts, conditions: ceiling === 'unknown' ? [unknownIf('no-boundary', node)] : [] });
    else if (unbounded !== null && world.principals.get(unbounded)?.ceiling === 'admin')
      facts.rule(admin, [facts.fact('has', unbounded), granted], parts);
  }
  if (!world.isStandIn(id) && principal.kind !== 'group' && !(isAdmin === true)) {
    facts.rule(has, [admin], { edge: 'OWNS', reason: { id: 'admin-owns', args: [account, node] } });
  }
}

const LIKELIHOOD = { exploited: 0, likely: 2, possible: 5 } as const;

/** Each run fetches the code anew. Source: AWS Glue Developer Guide, "Working with Spark jobs"; CodeBuild User Guide, "Build phases", read 2026-11-22. */
const LOADS_EACH_TIME: ReadonlySet<string> = new Set(['aws.glue.job', 'aws.codebuild.project']);

/** To be called is what public functions are for: that the code does what it should not is a guess, further off than a weak password. */
const ABUSE = 3;

function addWorkload({ world, facts }: Rules, workload: PathWorkload): void {
  const { id, node, identities, identitySetting, evidence, vulnerabilities, hasOpenMetadata } = workload;
  const run = facts.fact('run', id);
  const reach = facts.fact('reach', id);
  for (const identity of identities) {
    const has = facts.fact('has', identity);
    const args = [node, world.nodeOf(identity)];
    facts.rule(has, [run], { edge: 'RUNS_AS', reason: { id: 'runs-as', args }, settings: [identitySetting], evidence });
    if (hasOpenMetadata === false) continue;
    facts.rule(has, [reach], {
      ...{
        edge: 'CRED_THEFT_IMDS',
        reason: { id: 'open-metadata', args },
        settings: [workload.metadataSetting, identitySetting],
        evidence,
      },
      conditions: [unknownIf(hasOpenMetadata === undefined ? 'forwards-requests-and-open-metadata' : 'forwards-requests', node)],
    });
  }
  for (const { id: name, likelihood } of vulnerabilities) {
    facts.rule(run, [reach], {
      edge: 'EXPLOITS',
      reason: { id: 'vulnerable', args: [node, name] },
      settings: [{ id: `patch ${id} ${name}`, kind: 'configuration', summary: `Fix ${name} on ${node}`, evidence }],
      extra: LIKELIHOOD[likelihood] - 3,
      evidence,
    });
  }
  for (const host of workload.escapesTo) {
    const reason = { id: 'escapes', args: [node, world.nodeOf(host)] };
    facts.rule(facts.fact('run', host), [run], { edge: 'CONTAINER_ESCAPE', reason, settings: [workload.escapeSetting], evidence });
  }
  for (const store of workload.codeFrom) {
    const reason = { id: 'code-from', args: [node, world.nodeOf(store)] };
    facts.rule(run, [facts.fact('write', store)], {
      edge: 'CAN_UPDATE_CODE',
      reason,
      conditions: LOADS_EACH_TIME.has(workload.kind) ? [] : [unknownIf('loads-again', node)],
      evidence,
    });
  }
  if (workload.isCallableByAnyone) {
    facts.rule(run, [facts.fact('at', INTERNET)], {
      ...{ edge: 'CAN_INVOKE', reason: { id: 'callable', args: [node] }, settings: [workload.callSetting], evidence },
      extra: ABUSE,
      conditions: [unknownIf('code-is-abusable', node)],
    });
  }
  for (const store of workload.triggeredBy) {
    const { publicWrite = false, publicSetting = null } = world.stores.get(store) ?? {};
    if (!isTrue(publicWrite)) continue;
    facts.rule(run, [facts.fact('at', INTERNET)], {
      ...{ edge: 'TRIGGERS', reason: { id: 'triggered-by', args: [node, world.nodeOf(store)] }, settings: [publicSetting], evidence },
      extra: ABUSE,
      conditions: [conditionOf(publicWrite), unknownIf('code-is-abusable', node)],
    });
  }
}

/** Actions that show what a workload is set up with. Source: service authorization reference, read 2026-11-22. */
const SHOWS_SETTINGS: Readonly<Record<string, string>> = {
  'aws.lambda.function': 'lambda:GetFunctionConfiguration',
  'aws.ec2.instance': 'ec2:DescribeInstanceAttribute',
  'aws.ec2.launch-template': 'ec2:DescribeLaunchTemplateVersions',
  'aws.ecs.task-definition': 'ecs:DescribeTaskDefinition',
  'aws.ecs.task': 'ecs:DescribeTaskDefinition',
  'aws.codebuild.project': 'codebuild:BatchGetProjects',
  'azure.app.site': 'Microsoft.Web/sites/config/list/action',
};

function addLeaks(rules: Rules): void {
  const { world, facts } = rules;
  for (const leak of world.inputs.leaks) {
    const has = facts.fact('has', leak.principal);
    const reason = { id: 'leaks', args: [world.nodeOf(leak.in), world.nodeOf(leak.principal), leak.where] };
    const parts = { edge: 'LEAKS_CREDENTIAL' as const, reason, settings: [leak.setting], evidence: leak.evidence };
    if (leak.in === CODE) facts.rule(has, [facts.fact('at', CODE)], parts);
    if (world.stores.has(leak.in)) facts.rule(has, [facts.fact('read', leak.in)], parts);
    const workload = world.workloads.get(leak.in);
    if (!workload) continue;
    for (const seen of seenIn(rules, workload)) facts.rule(has, [seen], parts);
  }
}

/** Keys of stores: who has one reads and writes all that is in there. */
function addStoreKeys(rules: Rules): void {
  const { world, facts } = rules;
  for (const key of world.inputs.storeKeys ?? []) {
    const workload = world.workloads.get(key.in);
    if (!workload || !world.stores.has(key.store)) continue;
    const reason = { id: 'leaks', args: [world.nodeOf(key.in), world.nodeOf(key.store), key.where] };
    const parts = {
      ...{ edge: 'LEAKS_CREDENTIAL' as const, reason, settings: [key.setting], evidence: key.evidence },
      conditions: [key.condition],
    };
    for (const gained of ['read', 'write', 'delete'] as const)
      for (const seen of seenIn(rules, workload)) facts.rule(facts.fact(gained, key.store), [seen], parts);
  }
}

/** Facts by which somebody sees the settings of a workload: code in it, and the right to be shown them. */
function seenIn({ world, facts, capabilities }: Rules, { id, kind }: PathWorkload): readonly number[] {
  const action = SHOWS_SETTINGS[kind];
  const objects = world.askedThings(kind);
  const object = world.oneOf(objects, id);
  const may = action !== undefined && object ? capabilities.possible(action, object, objects) : undefined;
  return [facts.fact('run', id), ...(may === undefined ? [] : [may])];
}

function addTrusts({ world, facts }: Rules): void {
  for (const { from, through, to, condition, setting, evidence, isOwn } of world.inputs.trusts) {
    const source = through !== null ? facts.fact('run', through) : facts.fact('at', from.kind === 'anyone' ? INTERNET : from.node);
    facts.rule(facts.fact('has', to), [source], {
      ...{ edge: isOwn === true ? 'RUNS_AS' : 'FEDERATES', reason: { id: `trusts-${from.kind}`, args: [world.nodeOf(to), from.node] } },
      ...{ conditions: [condition], settings: [setting], evidence },
    });
  }
}

/** Actions that write tags, by kind of object. Source: service authorization reference, read 2026-11-22. */
const TAG_ACTIONS: Readonly<Record<string, string>> = {
  'aws.iam.user': 'iam:TagUser',
  'aws.iam.role': 'iam:TagRole',
  'aws.iam.policy': 'iam:TagPolicy',
  'aws.s3.bucket': 's3:PutBucketTagging',
  'aws.dynamodb.table': 'dynamodb:TagResource',
  'aws.rds.instance': 'rds:AddTagsToResource',
  'aws.sqs.queue': 'sqs:TagQueue',
  'aws.sagemaker.notebook': 'sagemaker:AddTags',
  'aws.codebuild.project': 'codebuild:UpdateProject',
};

function tagAction(kind: string): string | undefined {
  const known = TAG_ACTIONS[kind];
  if (known !== undefined) return known;
  const [cloud, service] = kind.split('.');
  if (cloud !== 'aws' || service === undefined) return undefined;
  return service === 'ec2' ? 'ec2:CreateTags' : `${service}:TagResource`;
}

/** Rules for tags that conditions want: whoever may tag the object makes them true. Run it last; it may want further tags itself. */
export function addTags({ world, facts, capabilities }: Rules): void {
  const kinds = new Map<string, AskedObject>();
  for (const { id, kind, account } of world.inputs.principals) kinds.set(id, { id, kind: `aws.iam.${kind}`, account, isNew: false });
  for (const { id, kind, account } of [...world.inputs.workloads, ...world.inputs.stores, ...world.inputs.objects])
    kinds.set(id, { id, kind, account, isNew: false });
  for (let wanted = facts.tagsWanted.pop(); wanted !== undefined; wanted = facts.tagsWanted.pop()) {
    const { object, key, value } = parseTagId(wanted);
    const asked = kinds.get(object);
    const action = asked && tagAction(asked.kind);
    if (!asked || action === undefined) continue;
    const may = capabilities.possible(action, asked, world.askedId(asked.id, asked.kind, asked.account));
    if (may === undefined) continue;
    facts.rule(facts.fact('tag', wanted), [may], { edge: 'CAN_TAG', reason: { id: 'tags', args: [world.nodeOf(object), key, value] } });
  }
}
