/** SimpleTable, StateMachine, LayerVersion, Application: resources of SAM that become one resource, or two. */
import type { Value } from '@kumomori/model';
import { listValue, stringValue } from '@kumomori/model';
import type { Draft } from '../draft.ts';
import { attributeOf, converted, made, member, objectOf, propertiesOf, renamed } from './draft-maker.ts';
import { roleDraft, tagList } from './function.ts';

const attributeTypes: Readonly<Record<string, string>> = { String: 'S', Number: 'N', Binary: 'B' };

export function tableDrafts(draft: Draft): readonly Draft[] {
  const written = propertiesOf(draft);
  const key = member(written, 'PrimaryKey')?.value;
  const name = (key?.kind === 'map' && key.entries.get('Name')) || stringValue('id', draft.head);
  const type = key?.kind === 'map' ? key.entries.get('Type') : undefined;
  const letter = stringValue(attributeTypes[type?.kind === 'string' ? type.value : 'String'] ?? 'S', type?.range ?? draft.head);
  const tags = member(written, 'Tags');
  const throughput = member(written, 'ProvisionedThroughput');
  return [
    converted(draft, 'AWS::DynamoDB::Table', [
      ...renamed(written, { PrimaryKey: null, Tags: null }),
      made('AttributeDefinitions', listValue([objectOf({ AttributeName: name, AttributeType: letter }, draft.head)], draft.head), draft),
      made(
        'KeySchema',
        listValue([objectOf({ AttributeName: name, KeyType: stringValue('HASH', draft.head) }, draft.head)], draft.head),
        draft,
      ),
      ...(throughput ? [] : [made('BillingMode', stringValue('PAY_PER_REQUEST', draft.head), draft)]),
      ...(tags ? [{ ...tags, value: tagList(tags.value) }] : []),
    ]),
  ];
}

/** SAM's own names → those of the state machine. */
const machineNames: Readonly<Record<string, string | null>> = {
  AutoPublishAlias: null,
  Definition: 'Definition',
  DefinitionUri: 'DefinitionS3Location',
  DeploymentPreference: null,
  Events: null,
  Logging: 'LoggingConfiguration',
  Name: 'StateMachineName',
  PermissionsBoundary: null,
  Policies: null,
  PropagateTags: null,
  Role: 'RoleArn',
  RolePath: null,
  Tags: null,
  Tracing: 'TracingConfiguration',
  Type: 'StateMachineType',
  UseAliasAsEventTarget: null,
};

export function machineDrafts(draft: Draft): readonly Draft[] {
  const written = propertiesOf(draft);
  const role = member(written, 'Role');
  const tags = member(written, 'Tags');
  const properties = [
    ...renamed(written, machineNames),
    ...(role ? [] : [made('RoleArn', attributeOf(`${draft.name}Role`, 'Arn', draft.head), draft)]),
    ...(tags ? [{ ...tags, value: tagList(tags.value) }] : []),
  ];
  const machine = converted(draft, 'AWS::StepFunctions::StateMachine', properties);
  return role ? [machine] : [machine, roleDraft(draft, { written, service: 'states.amazonaws.com', managed: [] })];
}

export function layerDrafts(draft: Draft): readonly Draft[] {
  const written = propertiesOf(draft);
  const properties = renamed(written, { ContentUri: 'Content', RetentionPolicy: null });
  return [
    converted(
      draft,
      'AWS::Lambda::LayerVersion',
      properties.map((each) => (each.key === 'Content' ? { ...each, value: contentOf(each.value) } : each)),
    ),
  ];
}

function contentOf(value: Value): Value {
  return value.kind === 'string' ? objectOf({ S3Key: value }, value.range) : value;
}
