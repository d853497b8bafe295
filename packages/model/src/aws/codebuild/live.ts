/** Answers of AWS CodeBuild, in the words of CloudFormation; webhooks in those of Terraform. Source: AWS CodeBuild API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { described, itemsAt, jsonAt, lookUp, Missing, tagPairs, textOf } from '../../live/index.ts';
import { capitalized } from '../core/capitalized.ts';
import { keyName } from '../kms/key-name.ts';

const WEBHOOK = 'aws_codebuild_webhook';

export const live: readonly LiveSource[] = [
  { call: 'codebuild:ListProjects', items: 'projects', types: ['AWS::CodeBuild::Project', WEBHOOK], declare: project },
  { call: 'codebuild:ListReportGroups', items: 'reportGroups', types: ['AWS::CodeBuild::ReportGroup'], declare: reportGroup },
];

function project(name: Json, context: LiveContext): readonly LiveThing[] {
  if (typeof name !== 'string') return [];
  const { partition, region, account } = context;
  const found = lookUp(context, { call: 'codebuild:BatchGetProjects', items: 'projects', key: 'name' }, name);
  const own: LiveThing = {
    type: 'AWS::CodeBuild::Project',
    id: `arn:${partition}:codebuild:${region}:${account}:project/${name}`,
    name,
    ...described(
      found,
      (json) => ({
        Artifacts: capitalized(jsonAt(json, 'artifacts')),
        SecondaryArtifacts: capitalized(jsonAt(json, 'secondaryArtifacts')),
        EncryptionKey: keyName(jsonAt(json, 'encryptionKey'), context),
        ServiceRole: textOf(json, 'serviceRole'),
        Environment: {
          Image: textOf(json, 'environment.image'),
          PrivilegedMode: jsonAt(json, 'environment.privilegedMode') ?? false,
          EnvironmentVariables: capitalized(itemsAt(json, 'environment.environmentVariables')),
        },
        Source: { Type: textOf(json, 'source.type'), Location: jsonAt(json, 'source.location') },
        Visibility: textOf(json, 'projectVisibility'),
        LogsConfig: capitalized(jsonAt(json, 'logsConfig')),
        Tags: tagPairs(itemsAt(json, 'tags')),
      }),
      { Name: name },
    ),
  };
  return [own, ...webhooks(found, { id: own.id, name })];
}

function webhooks(project: Json | Missing | undefined, { id, name }: { readonly id: string; readonly name: string }): readonly LiveThing[] {
  const thing = { type: WEBHOOK, id: `${id}#webhook`, name };
  if (project instanceof Missing) return [{ ...thing, properties: { project_name: name }, rest: project }];
  const webhook = jsonAt(project, 'webhook');
  if (webhook === undefined) return [];
  // A list of lists: each inner one is a group, all of whose filters must match.
  const groups = jsonAt(webhook, 'filterGroups');
  const filter_group = (Array.isArray(groups) ? (groups as readonly Json[]) : []).map((group): LiveValue => ({
    filter: (Array.isArray(group) ? (group as readonly Json[]) : []).map((filter) => ({
      type: textOf(filter, 'type'),
      pattern: textOf(filter, 'pattern'),
      exclude_matched_pattern: jsonAt(filter, 'excludeMatchedPattern') ?? false,
    })),
  }));
  return [{ ...thing, properties: { project_name: name, filter_group } }];
}

function reportGroup(arn: Json, context: LiveContext): LiveThing | null {
  if (typeof arn !== 'string') return null;
  const found = lookUp(context, { call: 'codebuild:BatchGetReportGroups', items: 'reportGroups', key: 'arn' }, arn);
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  return {
    type: 'AWS::CodeBuild::ReportGroup',
    id: arn,
    name,
    ...described(found, (json) => ({ ExportConfig: capitalized(jsonAt(json, 'exportConfig')), Tags: tagPairs(itemsAt(json, 'tags')) }), {
      Name: name,
    }),
  };
}
